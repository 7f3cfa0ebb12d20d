"""A saved component model applied to further images."""

from __future__ import annotations

import numpy as np

from ...compute.memory import PixelStore, release
from ...compute.threads import pool
from ...constants import NODATA
from ...files.raster.style import colour_style
from ...image.slices import aligned_slices, relative
from ...inputs.sources import RasterSource, TileSource, memory_for
from ...progress import Progress
from .linear import LinearTransform
from .scores import DISPLAYED, score_writer, scores_of

# GDAL 3.6 may wait for ever when it reads what its threads have not yet compressed.
ONE_THREAD = {"NUM_THREADS": "1"}
# The display goes so many standard deviations to both sides, where a normal distribution has all but 2 % each.
DISPLAYED_DEVIATIONS = 2.05


def apply_components(
    components: LinearTransform,
    source: TileSource | RasterSource,
    path,
    store: PixelStore,
    progress: Progress | None = None,
) -> None:
    """Write the scores of further images, a band for each component (Float32, no data -9999).

    Scores are centred by the mean of the pixels that the model was made from. The display depends on the model only,
    so that neighbouring rasters look alike.

    Parameters
    ----------
    components : LinearTransform
    source : TileSource or RasterSource
        Opened with the bands of the model. Where images overlap, a pixel is taken from the first one that has it.
    path : str or path
        The raster to write.
    store : PixelStore
    progress : Progress, optional

    Raises
    ------
    RasterError
        If scores are too large for Float32.
    OutputError
        If the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    memory = memory_for(source, store, progress)
    with (
        pool() as workers,
        score_writer(path, source.grid, components, source.name, progress, ONE_THREAD) as writer,
    ):
        writer.style = _style(components)
        for placed in source.images(memory, progress):
            image = placed.image
            columns = slice(placed.column, placed.column + image.grid.width)
            for rows in aligned_slices(placed.row, placed.row + image.grid.height, writer.block_rows):
                inside = relative(rows, placed.row)
                scores = scores_of(image, image.rows(inside.start, inside.stop), components, workers, progress)
                # What an earlier image has written there stays.
                block = writer.read(rows, columns)
                free = image.valid[inside] & (block[0] == NODATA)
                block[:, free] = scores[:, free[image.valid[inside]]]
                writer.write(block, row=rows.start, column=columns.start)
                placed.progress.report(inside.stop / image.grid.height)
            release(image.values)


def _style(components: LinearTransform) -> str:
    """Show the first three components as red, green and blue; the first one as grey when there are fewer."""
    shown = DISPLAYED if components.count >= DISPLAYED else 1
    spread = DISPLAYED_DEVIATIONS * np.sqrt(np.clip(components.eigenvalues[:shown], 0, None))
    return colour_style(range(1, shown + 1), [(-float(limit), float(limit)) for limit in spread])
