"""Single pixels of images in memory."""

from __future__ import annotations

import numpy as np

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs.memorycells import CellsInMemory
from neon_aop.core.progress import Progress


def image(left, valid, first):
    height, width = valid.shape
    values = (first + np.arange(height * width)[:, np.newaxis] * [1, 100]).astype(np.int16)
    grid = Grid(width, height, left=left, top=50.0)
    return Pixels(values[valid.ravel()], valid, grid, Bands.of([400, 500]), 0.1)


def test_pixels_are_those_of_the_first_image_that_has_them(tmp_path):
    holes = np.ones((3, 4), bool)
    holes[1, 2] = holes[0, 0] = False
    # The second image begins two columns further right.
    images = [image(10.0, holes, 0), image(12.0, np.ones((3, 4), bool), 1000)]
    mosaic = Mosaic.of([one.grid for one in images], ["one", "other"])
    rows, columns = np.array([0, 0, 1, 1, 2]), np.array([0, 3, 1, 2, 5])
    with LocalImages(images) as opened:
        cells = CellsInMemory(opened, mosaic, "both")
        found = cells.read_cells(rows, columns, PixelStore(str(tmp_path)), Progress())
    assert found.valid.tolist() == [False, True, True, True, True]
    assert found.values[1:, 0].tolist() == [3, 5, 1000 + 4, 1000 + 11]
    assert (found.scale, found.name) == (0.1, "both")
