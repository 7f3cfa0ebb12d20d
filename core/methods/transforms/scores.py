# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of the scores of a linear transform, for images in memory and images that are read block by block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.blockmap import CHUNK_PIXELS, Output, map_blocks, map_images, whole_map
from ...compute.derivedimages import DerivedImages
from ...compute.imageset import ImageSet, ImageState
from ...compute.memory import PixelStore, release
from ...compute.threads import Pool
from ...constants import NODATA
from ...errors import RasterError
from ...files.raster.style import colour_style, stretch_of
from ...files.raster.writer import COLOUR_OPTIONS, ONE_THREAD, RasterWriter, value_writer
from ...image.grid import Grid
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels
from ...image.slices import aligned_slices
from ...inputs.openedraster import OpenedRaster
from ...inputs.tileset import TileSet
from ...progress import Progress
from ...wording import tr
from .linear import LinearTransform

DISPLAYED = 3
# Pixels from which the display stretch is computed.
SAMPLE_PIXELS = 50_000
# The display stretch in standard deviations from the mean; beyond, a normal distribution has 2 % on each side.
DISPLAYED_DEVIATIONS = 2.05


@dataclass(frozen=True)
class Scores:
    """The function of a `blockmap` that returns the scores of pixels, shape (components, pixels)."""

    transform: LinearTransform

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        with np.errstate(over="ignore", invalid="ignore"):
            scores = self.transform.forward(pixels.values[chosen], pixels.scale, pixels.offset).astype(np.float32)
        if not np.isfinite(scores).all():
            raise RasterError(
                tr(
                    "The scores of {name} are too large for Float32, so the image or the model holds numbers that are "
                    "no reflectance; check both."
                ).format(name=pixels.name)
            )
        return scores.T


class ScorePixels(Pixels):
    """Component scores of pixels as an image; `bands` are those of the spectra that the scores are of.

    Attributes
    ----------
    transform : LinearTransform
        What the scores were computed by. Other attributes are those of `Pixels`.
    """

    transform: LinearTransform

    @classmethod
    def of(cls, pixels: Pixels, values: np.ndarray, transform: LinearTransform) -> ScorePixels:
        """Make the image of scores, shape (pixels, components), of the valid pixels of an image."""
        scores = cls(values, pixels.valid, pixels.grid, pixels.bands, name=pixels.name)
        scores.transform = transform
        return scores

    def to_reflectance(self, spectra: np.ndarray) -> np.ndarray:
        """Compute the spectra that have the scores, shape (..., components), as far as the components hold them."""
        return self.transform.inverse(spectra)

    def from_reflectance(self, spectra: np.ndarray) -> np.ndarray:
        """Compute the scores of spectra in reflectance, shape (..., bands)."""
        return self.transform.forward(np.asarray(spectra, dtype=float))

    def brightness(self, spectra: np.ndarray) -> np.ndarray:
        """Return the mean reflectance of scores, shape (spectra, components)."""
        return self.to_reflectance(spectra).mean(axis=1)


@dataclass(frozen=True)
class ToScores:
    """Computes the scores of all pixels of an image as float32, for `DerivedImages`.

    Raises
    ------
    RasterError
        If scores are too large for Float32.
    """

    transform: LinearTransform

    def __call__(self, pixels: Pixels, pool: Pool, progress: Progress) -> ScorePixels:
        image, function = ImageState(pixels), Scores(self.transform)
        values = np.empty((len(pixels), self.transform.count), np.float32)

        def compute(part: slice) -> None:
            values[part] = function(image, part).T

        pool.map(compute, list(aligned_slices(0, len(pixels), CHUNK_PIXELS)), progress)
        release(pixels.values)
        return ScorePixels.of(pixels, values, self.transform)


def score_images(images: ImageSet, transform: LinearTransform, progress: Progress | None = None) -> DerivedImages:
    """Return the scores of images, as images."""
    nothing = np.empty((0, transform.count), np.float32)
    template = ScorePixels.of(images.template, nothing, transform)
    return DerivedImages(images, ToScores(transform), template, progress)


def write_component_map(
    path, mosaic: Mosaic, images: ImageSet, components: LinearTransform, progress: Progress | None = None
) -> None:
    """Write the scores of images in memory, a band for each kept component (Float32, no data -9999).

    Raises
    ------
    RasterError
        If scores are too large for Float32.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    step = images.pixels // SAMPLE_PIXELS + 1
    sample: list[np.ndarray] = []
    name = images.template.name if len(images.lengths) == 1 else ""
    with _score_writer(path, mosaic.grid, components, name, progress) as writer:
        for window in map_images(images, mosaic, Scores(components), writer.output, writer.block, progress=progress):
            writer.write(window.values, window.rows.start, window.columns.start)
            sample += [scores[:DISPLAYED, ::step].copy() for scores in window.parts]
        writer.style = _style([stretch_of(scores) for scores in np.concatenate(sample, axis=1)])


def apply_components(
    components: LinearTransform,
    source: TileSet | OpenedRaster,
    path,
    store: PixelStore,
    progress: Progress | None = None,
) -> None:
    """Apply a saved model to other images: write a band for each component (Float32, no data -9999).

    Scores are centred by the mean of the model. The display stretch depends on the model only, so that neighbouring
    rasters look alike.

    Parameters
    ----------
    source : TileSet or OpenedRaster
        Opened with the bands of the model. Where images overlap, the first one that has data counts.
    path : str or path
        The raster to write.

    Raises
    ------
    RasterError
        If scores are too large for Float32.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    blocks = source.blocks(store, progress)
    spread = DISPLAYED_DEVIATIONS * np.sqrt(np.clip(components.eigenvalues[:DISPLAYED], 0, None))
    with _score_writer(path, source.grid, components, source.name, progress, ONE_THREAD) as writer:
        writer.style = _style([(-float(limit), float(limit)) for limit in spread[: components.count]])
        map_blocks(blocks, Scores(components), writer)


def component_picture(images: ImageSet, mosaic: Mosaic, components: LinearTransform, longest_side: int) -> np.ndarray:
    """Make a small picture of every n-th pixel: the first three components as red, green and blue, of fewer one grey.

    Each component is stretched for itself, as the style of the raster does.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 4)
        Red, green, blue and opacity, which is 0 where there is no data.

    Raises
    ------
    RasterError
        If scores are too large for Float32.
    """
    shown = DISPLAYED if components.count >= DISPLAYED else 1
    first = components.selected(np.arange(shown))
    output = Output(shown, np.dtype(np.float32), NODATA)
    step = mosaic.grid.step_for(longest_side)
    scores = whole_map(images, mosaic, Scores(first), output, step)
    has_data = scores[0] != NODATA
    picture = np.zeros((*has_data.shape, 4), np.uint8)
    for values, channels in zip(scores, range(shown) if shown > 1 else [slice(0, 3)]):
        low, high = stretch_of(values[has_data])
        shades = np.clip((values[has_data] - low) / ((high - low) or 1), 0, 1)
        shades = np.rint(255 * shades).astype(np.uint8)
        picture[has_data, channels] = shades if shown > 1 else shades[:, np.newaxis]
    picture[has_data, 3] = 255
    return picture


def _score_writer(
    path, grid: Grid, components: LinearTransform, name: str, progress: Progress, options: dict[str, str] | None = None
) -> RasterWriter:
    """Return the writer of a raster of scores; `name` is that of the image, or empty for several images."""
    colours = COLOUR_OPTIONS if components.count >= DISPLAYED else {}
    return value_writer(
        path,
        grid,
        name,
        progress,
        bands=components.count,
        names=components.names,
        options={**colours, **(options or {})},
    )


def _style(ranges: Sequence[tuple[float, float]]) -> str:
    """Return a style with the first three components as red, green and blue; of fewer, the first one as grey."""
    shown = DISPLAYED if len(ranges) == DISPLAYED else 1
    return colour_style(range(1, shown + 1), ranges[:shown])
