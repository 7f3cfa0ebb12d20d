# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of the abundances of endmembers, of what they do not explain, and of the endmember with most of a pixel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np

from ...compute.blockmap import Output, map_blocks
from ...compute.imageset import ImageState
from ...compute.memory import PixelStore
from ...compute.momentsums import SAMPLE_PIXELS
from ...constants import NODATA, PALETTE_FIXED
from ...errors import TableError
from ...files.raster.ramp import RAMP, shown_range
from ...files.raster.style import ramp_style
from ...files.raster.writer import ONE_THREAD, RasterWriter, value_writer
from ...image.block import Block
from ...image.grid import Grid
from ...image.smallmap import SmallMap
from ...inputs.openedraster import OpenedRaster
from ...inputs.tileset import TileSet
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from ...wording import tr
from ..labelling import SMALL_MAP_SIDE, Labelled, LabelledOutput, LabelTarget, ValueRaster, write_labelled
from .mixtures import Unmixing

# Endmembers whose correlation is above this are hard to tell apart.
ALIKE = 0.999


@dataclass(frozen=True)
class AbundanceFiles:
    """Paths of the rasters; empty for those that are not wanted, except the first one."""

    abundances: str
    residual: str = ""
    dominant: str = ""


@dataclass(frozen=True)
class Unmixed:
    """What was found of endmembers in an image.

    Attributes
    ----------
    classes : SpectralClasses
        The endmembers, with the number of pixels of which each has the largest abundance.
    means : ndarray, shape (endmembers,)
        Mean abundance of each.
    rmse : float
        Root of the mean squared residual of all pixels and bands, in reflectance.
    maps : ndarray of float32, shape (endmembers + 1, rows, columns)
        Abundances and residual of every n-th row and column, `NODATA` where there is none.
    dominant : ndarray of int32, shape (rows, columns)
        The number of the endmember with most of the pixel; 0 where there is no data.
    """

    classes: SpectralClasses
    means: np.ndarray
    rmse: float
    maps: np.ndarray
    dominant: np.ndarray


def with_shade(classes: SpectralClasses) -> SpectralClasses:
    """Return endmembers and, as the last one, shade: a spectrum that is zero in all bands.

    Raises
    ------
    TableError
        If there is such a spectrum already.
    """
    if not np.abs(classes.centres).max(axis=1).all():
        raise TableError(tr("One of the endmembers is zero in all bands, which is shade; do not add shade to it."))
    number = int(classes.numbers[-1]) + 1
    names = {int(one): text for one, text in zip(classes.numbers, classes.hints)}
    return replace(
        classes,
        numbers=np.append(classes.numbers, number),
        centres=np.vstack([classes.centres, np.zeros(len(classes.bands))]),
        counts=np.append(classes.counts, 0),
        given_names={**names, number: tr("shade")},
        palette=PALETTE_FIXED,
    )


def correlations(classes: SpectralClasses) -> np.ndarray:
    """Return the correlation of each two endmembers over the bands, NaN for a spectrum without variation."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.atleast_2d(np.corrcoef(classes.centres))


def alike_in_words(classes: SpectralClasses) -> list[str]:
    """Return a sentence for each two endmembers that are hard to tell apart."""
    found, titles = correlations(classes), classes.titles
    pairs = [(one, other) for other in range(len(classes)) for one in range(other) if found[one, other] > ALIKE]
    return [
        tr(
            "The endmembers {one} and {other} are much alike, so that little noise moves abundance from one to the "
            "other; take one out, or add up both."
        ).format(one=titles[one], other=titles[other])
        for one, other in pairs
    ]


def write_abundances(
    files: AbundanceFiles,
    classes: SpectralClasses,
    method: int,
    source: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress | None = None,
) -> Unmixed:
    """Write a raster with a band of abundances for each endmember (Float32, no data -9999), and others beside it.

    Parameters
    ----------
    files : AbundanceFiles
        The residual is the root mean squared difference of a pixel and its mixture, in reflectance.
    classes : SpectralClasses
        The endmembers, at the bands of `source`.
    method : int
        See `Unmixing`.
    source : TileSet or OpenedRaster
        Where images overlap, a pixel is taken from the first one that has it.
    store : PixelStore
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If no pixel is valid.
    TableError
        If there are too many endmembers, or some are mixtures of others.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    function = _WithDominant(Unmixing(classes, method), classes.numbers)
    for sentence in alike_in_words(classes):
        progress.warn(sentence)
    blocks = _checked(source.blocks(store, progress.part(0, 0.95)), classes, progress)
    found: list[_AbundanceTarget] = []
    with ExitStack() as opened:
        residual = None
        if files.residual:
            names = [tr("RMSE (reflectance)")]
            residual = opened.enter_context(
                value_writer(files.residual, source.grid, source.name, progress, names=names, options=ONE_THREAD)
            )

        def unmix(labels: LabelTarget) -> int:
            found.append(_AbundanceTarget(labels, residual, source.grid))
            return map_blocks(blocks, function, found[0])

        output = LabelledOutput(
            files.dominant, classes, len(classes), value_raster=ValueRaster(files.abundances, classes.titles)
        )
        labelled = write_labelled(output, source.grid, source.name, unmix, store, progress.part(0.95, 1))
        target = found[0]
        if residual is not None:
            residual.style = ramp_style(*shown_range(target.maps[-1].ravel(), 0.0), RAMP)
    return target.unmixed(labelled)


def _checked(blocks: Iterable[Block], classes: SpectralClasses, progress: Progress) -> Iterator[Block]:
    """Yield blocks, and warn when the first pixels are in other units than the endmembers."""
    is_first = True
    for block in blocks:
        pixels = block.pixels
        if is_first and len(pixels):
            is_first = False
            sample = pixels.values[:: len(pixels) // SAMPLE_PIXELS + 1]
            classes.check_scale(pixels.to_reflectance(sample), pixels.name, progress)
        yield block


@dataclass(frozen=True)
class _WithDominant:
    """A function of a `blockmap` that puts the number of the endmember with most of each pixel before abundances."""

    unmixing: Unmixing
    numbers: np.ndarray

    @property
    def chunk_pixels(self) -> int:
        return self.unmixing.chunk_pixels

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        found = self.unmixing(image, chosen)
        dominant = self.numbers[found[:-1].argmax(axis=0)]
        return np.vstack([np.where(np.isfinite(found[-1]), dominant, np.nan), found])


class _AbundanceTarget:
    """Passes dominant endmembers and abundances on to a `LabelTarget`, the residual to a raster, and sums them up."""

    def __init__(self, labels: LabelTarget, residual: RasterWriter | None, grid: Grid):
        self._labels, self._residual = labels, residual
        self.output = Output(labels.output.bands + 1, labels.output.dtype, labels.output.nodata)
        self.block = labels.block
        self._maps = SmallMap(grid, SMALL_MAP_SIDE, labels.output.bands)
        self._sums, self._pixels = np.zeros(labels.output.bands), 0
        self._before: np.ndarray | None = None

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """See `Target`."""
        earlier = self._labels.read(rows, columns)
        self._before = earlier[0] != NODATA
        residual = np.full((1, *earlier.shape[1:]), NODATA, np.float32)
        if self._residual is not None:
            residual = self._residual.read(rows, columns)
        return np.concatenate([earlier, residual])

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        """See `Target`."""
        self._labels.write(array[:-1], row, column)
        if self._residual is not None:
            self._residual.write(array[-1:], row, column)
        is_new = array[0] != NODATA
        if self._before is not None:
            is_new &= ~self._before
            self._before = None
        for index, values in enumerate(array[1:]):
            new = values[is_new].astype(np.float64)
            self._sums[index] += new.sum() if index < len(self._sums) - 1 else new @ new
        self._pixels += int(is_new.sum())
        self._maps.add(array[1:], row, column, is_new)

    @property
    def maps(self) -> np.ndarray:
        """Small maps of the abundances and the residual, see `SmallMap.values`."""
        return self._maps.values

    def unmixed(self, labelled: Labelled) -> Unmixed:
        """Return what was written."""
        means = self._sums / self._pixels
        rmse = float(np.sqrt(means[-1]))
        return Unmixed(labelled.classes, means[:-1], rmse, self.maps, labelled.small_numbers)
