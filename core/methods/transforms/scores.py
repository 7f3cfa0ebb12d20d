"""The raster of component scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.imageset import Call, ImageSet, ImageState
from ...compute.memory import release
from ...compute.threads import Pool
from ...constants import NODATA
from ...errors import RasterError
from ...files.raster.style import colour_style, stretch_of
from ...files.raster.writer import COLOUR_OPTIONS, IMAGE_NAME, RasterWriter
from ...image.grid import Grid
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels
from ...image.slices import aligned_slices, length, relative
from ...progress import Progress, Watch
from ...wording import tr
from .linear import LinearTransform

# Pixels whose scores are computed together: few, so that their values in float64 stay in the processor's cache.
BLOCK_PIXELS = 8192
DISPLAYED = 3
# Pixels from which the stretch of the display is found.
SAMPLE_PIXELS = 50_000


@dataclass(frozen=True)
class ScoreRows:
    """Scores of some rows of an image.

    Attributes
    ----------
    values : ndarray of float32, shape (components, rows, columns)
        `NODATA` where there are none.
    sample : ndarray of float32, shape (displayed components, sampled pixels)
        Scores of every n-th pixel that has some.
    """

    values: np.ndarray
    sample: np.ndarray


def score_rows(
    image: ImageState, components: LinearTransform, rows: slice, step: int, *, pool: Pool, progress: Progress
) -> ScoreRows:
    """Compute the scores of some rows of an image; every `step`-th pixel is in the sample."""
    pixels = image.pixels
    scores = scores_of(pixels, pixels.rows(rows.start, rows.stop), components, pool, progress)
    release(pixels.values)
    valid = pixels.valid[rows]
    values = np.full((components.count, *valid.shape), NODATA, dtype=np.float32)
    values[:, valid] = scores
    return ScoreRows(values, scores[:DISPLAYED, ::step].copy())


def scores_of(
    image: Pixels, pixels: slice, components: LinearTransform, workers: Pool, progress: Progress
) -> np.ndarray:
    """Compute the scores of some pixels of an image, float32, shape (components, pixels).

    Raises
    ------
    RasterError
        If they are too large for Float32.
    """
    scores = np.empty((components.count, length(pixels)), dtype=np.float32)

    def compute(block: slice) -> None:
        with np.errstate(over="ignore", invalid="ignore"):
            scores[:, relative(block, pixels.start)] = components.forward(
                image.values[block], image.scale, image.offset
            ).T

    workers.map(compute, list(aligned_slices(pixels.start, pixels.stop, BLOCK_PIXELS, pixels.start)), Watch(progress))
    if not np.isfinite(scores).all():
        raise RasterError(
            tr(
                "The scores of {name} are too large for Float32, so the image or the model holds numbers that are no "
                "reflectance; check both."
            ).format(name=image.name)
        )
    return scores


def write_component_map(
    path, mosaic: Mosaic, images: ImageSet, components: LinearTransform, progress: Progress | None = None
) -> None:
    """Write the scores of the pixels of all images, a band for each kept component (Float32, no data -9999).

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
    with score_writer(path, mosaic.grid, components, name, progress) as writer:
        for rows, pieces in mosaic.row_blocks(writer.block_rows):
            block = np.full((components.count, rows.stop - rows.start, mosaic.grid.width), NODATA, dtype=np.float32)
            pieces = [piece for piece in pieces if images.lengths[piece.image]]
            calls = [Call(piece.image, score_rows, (components, piece.image_rows, step)) for piece in pieces]
            for piece, found in zip(pieces, images.run(calls, Watch(progress))):
                piece.put(block, found.values, NODATA)
                sample.append(found.sample)
            writer.write(block, row=rows.start)
            progress.report(rows.stop / mosaic.grid.height)
        writer.style = _style(np.concatenate(sample, axis=1))


def score_writer(
    path, grid: Grid, components: LinearTransform, name: str, progress: Progress, options: dict[str, str] | None = None
) -> RasterWriter:
    """Return the writer of a raster of scores.

    Parameters
    ----------
    path : str or path
    grid : Grid
    components : LinearTransform
    name : str
        Of the image; empty when there are several.
    progress : Progress
    options : dict, optional
        Further creation options of GDAL.
    """
    colours = COLOUR_OPTIONS if components.count >= DISPLAYED else {}
    return RasterWriter(
        path,
        grid,
        np.float32,
        bands=components.count,
        nodata=NODATA,
        names=components.names,
        metadata={IMAGE_NAME: name} if name else {},
        options={**colours, **(options or {})},
        overviews="AVERAGE",
        progress=progress,
    )


def _style(sample: np.ndarray) -> str:
    """Show the first three components as red, green and blue; the first one as grey when there are fewer."""
    shown = DISPLAYED if len(sample) == DISPLAYED else 1
    return colour_style(range(1, shown + 1), [stretch_of(scores) for scores in sample[:shown]])
