"""Rasters as other sensors' products have them: bands without data, marks of bad bands, other units, scales."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import LEFT, TOP, Recorder, read, read_table, run, wkt, write_raster

ROWS, COLUMNS = 30, 36
# Nanometres; the overlap of two detectors near 920 nm is out of order, as in EnMAP's and PRISMA's products.
WAVELENGTHS = (474.0, 549.0, 669.0, 829.0, 915.0, 906.0, 1140.0, 1390.0, 1650.0, 2200.0)
EMPTY, BAD = (7,), (6, 7)


def scene():
    """Stored reflectance of three kinds of surface, shape (bands, rows, columns)."""
    rng = np.random.default_rng(3)
    spectra = np.array(
        [[300] * 10, [500, 900, 700, 4200, 4300, 4300, 4000, 0, 2100, 1200], [1500 + 100 * b for b in range(10)]]
    )
    kinds = rng.integers(0, 3, (ROWS, COLUMNS))
    return (spectra[kinds] + rng.integers(0, 120, (ROWS, COLUMNS, 10))).transpose(2, 0, 1)


def create(path, values, driver, kind, options=()):
    dataset = gdal.GetDriverByName(driver).Create(str(path), COLUMNS, ROWS, len(values), kind, list(options))
    dataset.SetGeoTransform((LEFT, 30.0, 0.0, TOP, 0.0, -30.0))
    dataset.SetProjection(wkt())
    dataset.WriteArray(values)
    return dataset


def enmap(folder):
    """GeoTIFF of Int16 with a scale: no data in the water vapour and around the scene, marks of bad bands."""
    values = scene().astype(np.int16)
    values[list(EMPTY)] = -32768
    values[:, :, :4] = -32768
    dataset = create(folder / "enmap.tif", values, "GTiff", gdal.GDT_Int16, ["INTERLEAVE=PIXEL", "COMPRESS=LZW"])
    for index, wavelength in enumerate(WAVELENGTHS):
        band = dataset.GetRasterBand(index + 1)
        band.SetNoDataValue(-32768)
        band.SetScale(1e-4)
        items = {"wavelength": wavelength, "wavelength_units": "Nanometers", "fwhm": 9.5, "bbl": int(index not in BAD)}
        band.SetMetadata({key: str(value) for key, value in items.items()})
    dataset.FlushCache()
    return folder / "enmap.tif"


def prisma(folder):
    """ENVI's format: UInt16 by lines, units of micrometres, lists in the header, a factor, wavelength 0 for no band."""
    values = scene().astype(np.uint16)
    values[list(EMPTY)] = 0
    values[:, :, :4] = 0
    create(folder / "prisma.img", values, "ENVI", gdal.GDT_UInt16, ["INTERLEAVE=BIL"]).FlushCache()
    listed = [0 if index in EMPTY else wavelength / 1000 for index, wavelength in enumerate(WAVELENGTHS)]
    lines = (
        "wavelength units = Micrometers",
        "wavelength = {" + ", ".join(map(str, listed)) + "}",
        "fwhm = {" + ", ".join(["0.0095"] * 10) + "}",
        "bbl = {" + ", ".join(str(int(index not in BAD)) for index in range(10)) + "}",
        "data ignore value = 0",
        "reflectance scale factor = 10000",
    )
    with (folder / "prisma.hdr").open("a") as header:
        header.write("\n".join(lines) + "\n")
    return folder / "prisma.img"


@pytest.fixture(params=[enmap, prisma], ids=lambda make: make.__name__)
def raster(request, tmp_path):
    return request.param(tmp_path)


@pytest.fixture
def plain(tmp_path):
    """The good bands alone, as a plain raster of integers, without data on the left."""
    values = np.delete(scene(), BAD, axis=0).astype(np.int16)
    values[:, :, :4] = -9999
    return write_raster(tmp_path / "plain.tif", values, nodata=-9999)


def test_kmeans_gives_the_classes_of_the_good_bands(raster, plain, tmp_path):
    feedback = Recorder()
    run("kmeans", feedback, INPUT=raster, CLUSTERS=3, OUTPUT=tmp_path / "a.tif", CENTRES=tmp_path / "a.csv")
    run("kmeans", INPUT=plain, CLUSTERS=3, OUTPUT=tmp_path / "b.tif", CENTRES=tmp_path / "b.csv")
    np.testing.assert_array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))
    (header, rows), (_, expected) = read_table(tmp_path / "a.csv"), read_table(tmp_path / "b.csv")
    assert [float(name) for name in header[3:]] == [one for index, one in enumerate(WAVELENGTHS) if index not in BAD]
    found, stored = (np.array([row[3:] for row in table], float) for table in (rows, expected))
    np.testing.assert_allclose(found, stored / 10_000, rtol=1e-9)
    assert any("2 bands" in line and "marked as bad" in line and "1140.0 nm" in line for line in feedback.lines)
    assert feedback.warnings == []


def test_components_are_those_of_the_good_bands(raster, plain, tmp_path):
    run("pca", INPUT=raster, COMPONENTS=3, OUTPUT=tmp_path / "a.tif")
    run("pca", INPUT=plain, COMPONENTS=3, OUTPUT=tmp_path / "b.tif")
    found, expected = read(tmp_path / "a.tif"), read(tmp_path / "b.tif")
    valid = expected[0] != -9999
    np.testing.assert_array_equal(found[0] != -9999, valid)
    np.testing.assert_allclose(found[:, valid], expected[:, valid] / 10_000, rtol=1e-4, atol=1e-6)


def test_composite_shows_the_bands_by_wavelength(raster, tmp_path):
    results = run("colourcomposite", INPUT=raster, OUTPUT=tmp_path / "a.tif")
    assert "band 3 (669.0 nm), band 2 (549.0 nm), band 1 (474.0 nm)" in results["BANDS_USED"]
    opacity = read(tmp_path / "a.tif")[3]
    assert (opacity[:, :4] == 0).all() and (opacity[:, 4:] == 255).all()


def test_composite_of_a_band_that_is_bad_is_refused_by_its_wavelength(raster, tmp_path):
    with pytest.raises(QgsProcessingException, match="no band at 1140 nm"):
        run("colourcomposite", INPUT=raster, WAVELENGTHS="1140, 830, 669", OUTPUT=tmp_path / "a.tif")


def test_classes_can_be_given_to_another_scene(raster, plain, tmp_path):
    run("kmeans", INPUT=raster, CLUSTERS=3, OUTPUT=tmp_path / "a.tif", CENTRES=tmp_path / "a.csv", MAX_ITERATIONS=200)
    run("applycentres", INPUT=raster, CENTRES=tmp_path / "a.csv", OUTPUT=tmp_path / "b.tif")
    np.testing.assert_array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))


def test_a_run_goes_on_from_centres_that_lack_the_empty_bands(tmp_path):
    """Nothing marks the band without data as bad: only its values show it."""
    path = enmap(tmp_path)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for number in range(1, 11):
        dataset.GetRasterBand(number).SetMetadataItem("bbl", "1")
    dataset.FlushCache()
    del dataset
    feedback = Recorder()
    first = {"INPUT": path, "CLUSTERS": 3, "OUTPUT": tmp_path / "a.tif", "CENTRES": tmp_path / "a.csv"}
    run("kmeans", feedback, **first)
    assert any("1 band of enmap has no data" in text and "1390.0 nm" in text for text in feedback.warnings)
    again = {"START": 2, "START_CENTRES": tmp_path / "a.csv", "OUTPUT": tmp_path / "b.tif"}
    run("kmeans", INPUT=path, **again)
    np.testing.assert_array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))


def test_cube_that_may_lie_sideways_is_told(tmp_path):
    h5py = pytest.importorskip("h5py")
    with h5py.File(tmp_path / "cube.he5", "w") as file:
        file["swath/cube"] = np.random.default_rng(1).integers(1, 900, (20, 6, 15)).astype(np.uint16)
    feedback = Recorder()
    run("kmeans", feedback, INPUT=tmp_path / "cube.he5", OUTPUT=tmp_path / "classes.tif")
    assert any("with 20 bands of 6 rows and 15 columns, and the file does not tell" in one for one in feedback.warnings)
