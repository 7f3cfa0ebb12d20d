"""The raster of component scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .memory import release
from .mosaic import Mosaic
from .pca import Components
from .pixels import Pixels
from .progress import Progress, Watch
from .raster import NODATA, RasterWriter
from .style import colour_style, stretch_of
from .threads import pool

# Pixels whose scores are computed together: few, so that their values in float64 stay in the processor's cache.
BLOCK_PIXELS = 8192
DISPLAYED = 3
# Pixels from which the stretch of the display is found.
SAMPLE_PIXELS = 50_000


def write_component_map(
    path,
    mosaic: Mosaic,
    images: Sequence[Pixels],
    components: Components,
    progress: Progress | None = None,
    threads: int | None = None,
) -> None:
    """Write the scores of the pixels of all images, a band for each kept component (Float32, no data -9999).

    Raises
    ------
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    step = sum(len(image) for image in images) // SAMPLE_PIXELS + 1
    sample: list[np.ndarray] = []
    with (
        pool(threads) as workers,
        RasterWriter(
            path,
            mosaic.grid,
            np.float32,
            bands=components.count,
            nodata=NODATA,
            names=components.names,
            progress=progress,
        ) as writer,
    ):
        for rows, pieces in mosaic.row_blocks(writer.block_rows):
            block = np.full((components.count, rows.stop - rows.start, mosaic.grid.width), NODATA, dtype=np.float32)
            for piece in pieces:
                image = images[piece.image]
                scores = _scores(image, image.rows(piece.start, piece.stop), components, workers, progress)
                piece.put(block, image, scores)
                sample.append(scores[:DISPLAYED, ::step])
                release(image.values)
            writer.write(block, row=rows.start)
            progress.report(rows.stop / mosaic.grid.height)
        writer.style = _style(np.concatenate(sample, axis=1))


def _style(sample: np.ndarray) -> str:
    """Show the first three components as red, green and blue; the first one as grey when there are fewer."""
    shown = DISPLAYED if len(sample) == DISPLAYED else 1
    return colour_style(range(1, shown + 1), [stretch_of(scores) for scores in sample[:shown]])


def _scores(image: Pixels, pixels: slice, components: Components, workers, progress: Progress) -> np.ndarray:
    """Compute the scores of some pixels of an image, float32, shape (components, pixels)."""
    scores = np.empty((components.count, pixels.stop - pixels.start), dtype=np.float32)

    def compute(start):
        block = slice(start, min(start + BLOCK_PIXELS, pixels.stop))
        scores[:, block.start - pixels.start : block.stop - pixels.start] = components.scores(image, block).T

    workers.map(compute, range(pixels.start, pixels.stop, BLOCK_PIXELS), Watch(progress))
    return scores
