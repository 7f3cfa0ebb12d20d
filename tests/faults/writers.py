"""Ways to write each kind of file that the plugin writes, in two editions that differ."""

from __future__ import annotations

import numpy as np

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.core.files.raster.classes import write_classes
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.files.raster.preview import write_preview
from neon_aop.core.files.raster.style import colour_style
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.report.page import write_page
from neon_aop.core.spectra.classes import SpectralClasses

GRID = Grid(300, 200, 368000.0, 4307000.0)
BANDS = Bands.of([500.0 + 100 * band for band in range(20)])


def values(edition: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(edition).random(shape, np.float32)


def write_class_raster(path, edition: int) -> None:
    """A raster with an attribute table and a style beside it."""
    classes = (values(edition, GRID.height, GRID.width) * 5 + 1).astype(np.uint8)
    counts = np.bincount(classes.ravel(), minlength=6)[1:]
    labels = [f"Class {number} of edition {edition}" for number in range(1, 6)]
    write_classes(path, GRID, classes, counts, class_colours(5), labels, 1e-4)


def write_component_raster(path, edition: int) -> None:
    """A raster with a style beside it, and with overviews."""
    grid = Grid(2100, 40)
    with RasterWriter(path, grid, np.float32, 2, names=["PC 1", "PC 2"], overviews="AVERAGE") as writer:
        writer.write(np.round(values(edition, 2, grid.height, grid.width), 1))
        writer.style = colour_style([1], [(0.0, float(edition))])


def write_centres(path, edition: int) -> None:
    centres = values(edition, 5, len(BANDS)).astype(float)
    SpectralClasses(np.arange(1, 6), centres, BANDS, np.arange(5)).write(path)


def write_model(path, edition: int) -> None:
    bands = len(BANDS)
    mean, vectors = values(edition, bands).astype(float), values(edition, bands, 3).astype(float)
    LinearTransform(BANDS, mean, vectors, np.arange(bands, 0, -1.0), 1000).write(path)


def write_report(path, edition: int) -> None:
    write_page(path, f"Edition {edition}", "A run", [])


def write_picture(path, edition: int) -> None:
    write_preview(path, (255 * values(edition, 60, 80, 3)).astype(np.uint8))


def write_tile(path, edition: int) -> None:
    write_demo_tile(str(path), size=30, seed=edition)


WRITERS = {
    "classes.tif": write_class_raster,
    "components.tif": write_component_raster,
    "centres.csv": write_centres,
    "model.json": write_model,
    "report.html": write_report,
    "preview.png": write_picture,
    "demo.h5": write_tile,
}
