"""Each pixel of a site of several tiles: its class, its scores and its place, beside plain NumPy.

The tiles differ in size, lie at other rows and columns, overlap, and leave a wide gap.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.tests.algorithms.checks import read, read_table, run, write_tile_at
from neon_aop.tests.tiles import LEFT, NODATA, TOP

BANDS = 31
# What the default band rule reads.
READ = slice(10, -15, 2)
# Row and column of the upper-left pixel of each tile, rows and columns.
PLACES = {"a": (6, 0, 9, 12), "b": (0, 9, 8, 7), "c": (3, 1310, 5, 11)}
ROWS, COLUMNS = 15, 1321
CLUSTERS = 4
ENDS = ("min", "max")


def cube_of(name):
    """Return stored values around four spectra, two pixels without data."""
    rng = np.random.default_rng(ord(name))
    rows, columns = PLACES[name][2:]
    spectra = np.array([[600], [2500], [5000], [7500]]) + 40 * np.arange(BANDS)
    cube = spectra[rng.integers(0, 4, (rows, columns))] + rng.integers(-300, 300, (rows, columns, BANDS))
    cube[1, 2] = cube[rows - 1, columns - 2, 12] = NODATA
    return cube.astype(np.int16)


@pytest.fixture(scope="module")
def tiles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiles")
    spectrum = {"wavelength": np.linspace(400.0, 1000.0, BANDS)}
    return [
        write_tile_at(folder / f"{name}.h5", cube_of(name), LEFT + column, TOP - row, **spectrum)
        for name, (row, column, _, _) in PLACES.items()
    ]


@pytest.fixture(scope="module")
def site():
    """Stored values of the first tile that has some, shape (rows, columns, bands), NaN where none has."""
    values = np.full((ROWS, COLUMNS, 3), np.nan)
    for name, (row, column, rows, columns) in reversed(PLACES.items()):
        cube = cube_of(name)[:, :, READ].astype(float)
        valid = (cube != NODATA).all(axis=2)
        values[row : row + rows, column : column + columns][valid] = cube[valid]
    return values


@pytest.fixture(scope="module")
def results(tiles, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("results")
    files = {"CLASS_RASTER": "classes.tif", "PC_RASTER": "scores.tif", "CENTRES": "centres.csv", "MODEL": "model.json"}
    files.update(EIGENVALUES="eigenvalues.csv", PREVIEW="preview.png")
    return run(
        "classifytiles",
        TILES=tiles,
        CLUSTERS=CLUSTERS,
        COMPONENTS=3,
        **{name: folder / file for name, file in files.items()},
    )


@pytest.fixture(scope="module")
def classes(results, site):
    """The class of each pixel by the table of centres: that of the nearest one, 0 without data."""
    header, rows = read_table(results["CENTRES"])
    centres = np.array([[float(value) for value in row[-3:]] for row in rows])
    distances = ((site[:, :, np.newaxis] / 10_000 - centres) ** 2).sum(axis=3)
    return np.where(np.isnan(distances[:, :, 0]), 0, 1 + distances.argmin(axis=2))


@pytest.fixture(scope="module")
def scores(site):
    """The scores of each pixel, shape (3, rows, columns), by NumPy's covariance and eigenvectors."""
    pixels = site[~np.isnan(site[:, :, 0])] / 10_000
    vectors = np.linalg.eigh(np.cov(pixels.T))[1][:, ::-1]
    vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(3)])
    return ((site / 10_000 - pixels.mean(axis=0)) @ vectors).transpose(2, 0, 1)


def displayed(raster):
    """Return the colours that the style beside a raster shows bands in, with the ends of their ranges."""
    text = Path(raster).with_suffix(".qml").read_text(encoding="utf-8")
    renderer = ElementTree.fromstring(text).find(".//rasterrenderer")  # noqa: S314 - our own text
    return {
        renderer.get(f"{colour}Band"): [
            float(renderer.findtext(f"{colour}ContrastEnhancement/{end}Value")) for end in ENDS
        ]
        for colour in ("red", "green", "blue")
    }


def assert_scores(path, scores):
    found = read(path)
    np.testing.assert_array_equal(found == NODATA, np.isnan(scores))
    np.testing.assert_allclose(found[found != NODATA], scores[~np.isnan(scores)], atol=1e-6)


@pytest.mark.parametrize("raster", ["CLASS_RASTER", "PC_RASTER"])
def test_site_begins_at_its_outermost_tiles(results, raster):
    assert gdal.Open(results[raster]).GetGeoTransform() == (LEFT, 1.0, 0.0, TOP, 0.0, -1.0)


def test_each_pixel_has_the_class_of_the_nearest_centre(results, classes):
    assert results["MOVED"] == 0
    np.testing.assert_array_equal(read(results["CLASS_RASTER"])[0], classes)


def test_tables_count_each_pixel_once(results, classes):
    """A pixel is a square metre."""
    counts = np.bincount(classes.ravel())[1:]
    header, rows = read_table(results["CENTRES"])
    assert [int(row[header.index("pixels")]) for row in rows] == counts.tolist()
    assert [float(row[header.index("area_ha")]) for row in rows] == pytest.approx((counts / 10_000).tolist(), rel=1e-9)


def test_squared_error_is_that_to_the_centres(results, site, classes):
    pixels, labels = site[classes > 0] / 10_000, classes[classes > 0]
    within = sum(((pixels[labels == n] - pixels[labels == n].mean(axis=0)) ** 2).sum() for n in range(1, CLUSTERS + 1))
    assert results["SSE"] == pytest.approx(within, rel=1e-9)


def test_each_pixel_has_its_scores(results, scores):
    assert_scores(results["PC_RASTER"], scores)


def test_eigenvalues_are_variances(results, site):
    pixels = site[~np.isnan(site[:, :, 0])] / 10_000
    expected = np.linalg.eigvalsh(np.cov(pixels.T))[::-1]
    header, rows = read_table(results["EIGENVALUES"])
    assert header == ["component", "eigenvalue", "share", "cumulative"]
    found = np.array(rows, float)
    np.testing.assert_array_equal(found[:, 0], [1, 2, 3])
    np.testing.assert_allclose(found[:, 1], expected, rtol=1e-9)
    np.testing.assert_allclose(found[:, 2], expected / expected.sum(), rtol=1e-9)
    np.testing.assert_allclose(found[:, 3], np.cumsum(expected) / expected.sum(), rtol=1e-9)
    assert results["VARIANCE_KEPT"] == 1.0


def test_display_shows_all_scores_but_the_outermost(results, scores):
    found = displayed(results["PC_RASTER"])
    valid = scores[:, ~np.isnan(scores[0])]
    assert list(found) == ["1", "2", "3"]
    np.testing.assert_allclose(list(found.values()), np.percentile(valid, [2, 98], axis=1).T, atol=1e-6)


def test_preview_shows_every_second_pixel_in_the_colour_of_its_class(results, classes):
    """A picture of the whole site would be longer than 1,000 pixels."""
    raster = gdal.Open(results["CLASS_RASTER"])
    table = raster.GetRasterBand(1).GetColorTable()
    colours = np.array([table.GetColorEntry(value) for value in range(CLUSTERS + 1)])
    picture = gdal.Open(results["PREVIEW"])
    found = picture.ReadAsArray().transpose(1, 2, 0)
    np.testing.assert_array_equal(found, colours[classes[::2, ::2]])


def test_saved_centres_give_the_same_classes(results, tiles, classes, tmp_path):
    run(
        "applycentres",
        TILES=tiles,
        CENTRES=results["CENTRES"],
        OUTPUT=tmp_path / "classes.tif",
        COUNTS=tmp_path / "counts.csv",
    )
    np.testing.assert_array_equal(read(tmp_path / "classes.tif")[0], classes)
    _, rows = read_table(tmp_path / "counts.csv")
    assert [int(row[1]) for row in rows] == np.bincount(classes.ravel())[1:].tolist()


def test_saved_model_gives_the_same_scores(results, tiles, scores, tmp_path):
    run("applypca", TILES=tiles, MODEL=results["MODEL"], OUTPUT=tmp_path / "scores.tif")
    assert_scores(tmp_path / "scores.tif", scores)
    assert gdal.Open(str(tmp_path / "scores.tif")).GetGeoTransform() == (LEFT, 1.0, 0.0, TOP, 0.0, -1.0)
    # What is displayed depends on the model only.
    deviations = np.sqrt([float(row[1]) for row in read_table(results["EIGENVALUES"])[1]])
    expected = 2.05 * deviations[:, np.newaxis] * [-1, 1]
    np.testing.assert_allclose(list(displayed(tmp_path / "scores.tif").values()), expected, rtol=1e-9)
