# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectral indices of images, written as a raster."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ..compute.blockmap import map_blocks
from ..compute.imageset import ImageState
from ..compute.memory import PixelStore
from ..constants import INDICES, LITTLE_TO_MUCH, NODATA
from ..errors import ParameterError, in_one_line
from ..files.raster.sampling import SampledRaster
from ..files.raster.style import palette_style, ramp_style, stretch_of
from ..files.raster.writer import FEW_VALUES_OPTIONS, ONE_THREAD, RasterWriter, value_writer
from ..image.bands import Bands, bands_at, nearest
from ..image.grid import Grid
from ..image.pixels import no_valid_pixel
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet
from ..inputs.wanted import BandsToRead
from ..progress import Progress
from ..wording import tr
from .composite import warn_of_water_vapour
from .expression import Expression

# Values of a mask: below the threshold, at least the threshold, and where the index is not defined.
BELOW, AT_LEAST, UNDEFINED = 0, 1, 255
# Characters of the name of an expression's band, which is the expression.
LONGEST_NAME = 80
MASK_COLOURS = {BELOW: (221, 221, 221), AT_LEAST: (0, 158, 115)}


@dataclass(frozen=True)
class ChosenIndices(BandsToRead):
    """The spectral indices to compute, and the bands that they need."""

    names: tuple[str, ...]
    expressions: tuple[Expression, ...]

    @classmethod
    def of(cls, places: Sequence[int], expression: str = "") -> ChosenIndices:
        """Choose indices by their positions in `INDICES`, followed by an expression; NDVI without either.

        Raises
        ------
        ParameterError
            If the expression cannot be understood.
        """
        if not places and not expression.strip():
            places = [0]
        names = [INDICES[place].name for place in places]
        formulas = [INDICES[place].formula for place in places]
        if expression.strip():
            names.append(in_one_line(expression, LONGEST_NAME))
            formulas.append(expression)
        return cls(tuple(names), tuple(map(Expression.parse, formulas)))

    @property
    def wavelengths(self) -> list[float]:
        """The wavelengths of all indices (nm), ascending."""
        return sorted({wavelength for expression in self.expressions for wavelength in expression.wavelengths})

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the positions in `bands`, those of the image `name`, of the bands to read.

        Raises
        ------
        RasterError
            If the bands have no wavelengths.
        ParameterError
            Naming a wavelength without band, or two wavelengths of an index that have the same band.
        """
        found = bands_at(bands, self.wavelengths, name)
        band_of = dict(zip(self.wavelengths, found))
        for index, expression in zip(self.names, self.expressions):
            seen: dict[int, float] = {}
            for wavelength in expression.wavelengths:
                other = seen.setdefault(band_of[wavelength], wavelength)
                if other != wavelength:
                    raise ParameterError(
                        tr(
                            "{name} has one band, {band}, for {first:g} and {second:g} nm, so that {index} cannot be "
                            "computed; choose another index or an image with finer bands."
                        ).format(
                            name=name,
                            band=bands.names[band_of[wavelength]],
                            first=other,
                            second=wavelength,
                            index=index,
                        )
                    )
        return np.unique(found)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        """Return the spectral indices of pixels, shape (indices, pixels): the function of a `blockmap`."""
        pixels = image.pixels
        reflectance = pixels.to_reflectance(pixels.values[chosen]).T
        at = {wavelength: reflectance[nearest(pixels.bands.wavelengths, wavelength)] for wavelength in self.wavelengths}
        return np.stack([expression.evaluate(at) for expression in self.expressions])


def write_indices(
    path,
    chosen: ChosenIndices,
    source: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress | None = None,
    mask_path="",
    threshold: float | None = None,
) -> None:
    """Write a raster with a band for each index (Float32, no data -9999), and a mask by a threshold of the first one.

    There is no data where an index is not defined, as after a division by zero. Indices need surface reflectance from 0
    to 1; those with constants, such as EVI and SAVI, are wrong for values in other units.

    Parameters
    ----------
    source : TileSet or OpenedRaster
        Opened with `chosen` as its choice of bands. Where images overlap, the first one that has a value counts.
    mask_path : str or path, optional
        The mask to write: 1 where the first index is at least `threshold`, 0 where it is less, no data where the index
        has none.

    Raises
    ------
    ParameterError
        If a mask is wanted without threshold, or no pixel is valid.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    if mask_path and threshold is None:
        raise ParameterError(tr("A mask is wanted but no threshold is given; set one, or leave out the mask."))
    warn_of_water_vapour(chosen.wavelengths, progress)
    blocks = source.blocks(store, progress)
    with ExitStack() as opened:
        writer = opened.enter_context(
            value_writer(
                path,
                source.grid,
                source.name,
                progress,
                bands=len(chosen.names),
                names=chosen.names,
                options=ONE_THREAD,
            )
        )
        mask = None
        if mask_path:
            mask = opened.enter_context(mask_writer(mask_path, source.grid, chosen.names[0], threshold, progress))
        target = _IndexTarget(writer, mask, threshold)
        if not map_blocks(blocks, chosen, target):
            raise no_valid_pixel(source.name)
        writer.style = _style(chosen.names[0], target.sample)
    if mask_path and target.kept:
        progress.info(
            tr("The mask keeps {kept:,} of {pixels:,} pixels.").format(kept=target.kept, pixels=target.pixels)
        )
    elif mask_path:
        progress.warn(tr("The mask keeps no pixel; choose a smaller threshold."))


class _IndexTarget(SampledRaster):
    """The target of a `blockmap`: writes the indices and the mask, and keeps a sample of the first index.

    Attributes
    ----------
    pixels, kept : int
        Pixels with a first index so far, and those of them that the mask keeps.
    """

    def __init__(self, writer: RasterWriter, mask: RasterWriter | None, threshold: float | None):
        super().__init__(writer)
        self._mask = mask
        self._threshold = threshold
        self.pixels = self.kept = 0

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        super().write(array, row, column)
        if self._mask is not None:
            mask = mask_of(array[0], self._threshold)
            self.pixels += int((mask != UNDEFINED).sum())
            self.kept += int((mask == AT_LEAST).sum())
            self._mask.write(mask, row, column)


def mask_of(values: np.ndarray, threshold: float) -> np.ndarray:
    """Return `AT_LEAST` where values (float32) reach a threshold, else `BELOW`, and `UNDEFINED` where is no data."""
    mask = np.where(values >= np.float32(threshold), AT_LEAST, BELOW).astype(np.uint8)
    mask[values == NODATA] = UNDEFINED
    return mask


def mask_writer(path, grid: Grid, index: str, threshold: float, progress: Progress) -> RasterWriter:
    """Return the writer of a mask, see `mask_of`, of an index or another quantity."""
    name = f"{index} >= {threshold:g}"
    writer = RasterWriter(
        path,
        grid,
        np.uint8,
        nodata=UNDEFINED,
        names=[name],
        options={**FEW_VALUES_OPTIONS, **ONE_THREAD},
        overviews="NEAREST",
        progress=progress,
    )
    labels = {BELOW: f"{index} < {threshold:g}", AT_LEAST: name}
    writer.style = palette_style([(value, colour, labels[value]) for value, colour in MASK_COLOURS.items()])
    return writer


def _style(name: str, sample: np.ndarray) -> str:
    """Return the style of the first band; an index has fixed colours, so that neighbouring rasters look alike."""
    for index in INDICES:
        if index.name == name:
            return ramp_style(*index.limits, index.colours)
    return ramp_style(*stretch_of(sample), LITTLE_TO_MUCH)
