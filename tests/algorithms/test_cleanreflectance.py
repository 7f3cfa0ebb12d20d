import h5py
import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)

from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    run,
    spectra,
    write_tile_at,
)
from neon_aop.tests.tiles import random_cube, wavelengths

NODATA = -9999


def tutorial_bands(wavelengths, windows):
    """Choose bands as NEON's tutorial does: up to the last band below a window, on from the first one above it."""
    edges = [10]
    for low, high in windows:
        edges += [np.flatnonzero(wavelengths < low).max(), np.flatnonzero(wavelengths > high).min()]
    edges.append(len(wavelengths) - 15)
    return np.concatenate([np.arange(start, stop) for start, stop in zip(edges[::2], edges[1::2])])


def tutorial_reflectance(stored, info, factor):
    """Clean as NEON's tutorial does: a float64 copy, no data to NaN, divide, drop bands; bands last."""
    values = stored.astype(np.float64)
    values[values == info.nodata] = np.nan
    values = values / info.scale_factor
    return values[:, :, tutorial_bands(info.bands.wavelengths, info.windows)[::factor]]


@pytest.mark.parametrize(("factor", "bands"), [(1, 345), (2, 173)])
def test_as_many_bands_as_the_tutorial(tile, tmp_path, factor, bands):
    results = run("cleanreflectance", INPUT=tile, SUBSET_FACTOR=factor, OUTPUT=tmp_path / "out.tif")
    assert results["BANDS"] == bands
    assert gdal.Open(results["OUTPUT"]).RasterCount == bands


def test_reflectance_is_the_tutorials(cleaned, stored, tile_info):
    expected = np.moveaxis(tutorial_reflectance(stored, tile_info, 2), 2, 0).astype(np.float32)
    found = read(cleaned)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(np.where(found == NODATA, np.nan, found), expected)


def test_no_data_is_kept(cleaned, stored):
    values = read(cleaned)
    assert gdal.Open(str(cleaned)).GetRasterBand(1).GetNoDataValue() == NODATA
    missing = (stored == NODATA).all(axis=2)
    assert 0 < missing.sum() < missing.size
    np.testing.assert_array_equal((values == NODATA).all(axis=0), missing)


def test_lies_where_the_tile_lies(cleaned, tile_info):
    assert_georeferenced_like(cleaned, tile_info.grid)


def test_crs_is_an_output(tile, tmp_path):
    results = run("cleanreflectance", INPUT=tile, OUTPUT=tmp_path / "out.tif")
    assert results["CRS"] == "EPSG:32618"
    assert QgsRasterLayer(results["OUTPUT"]).crs().authid() == results["CRS"]


def test_band_names_say_number_and_wavelength(cleaned, tile_info):
    dataset = gdal.Open(str(cleaned))
    names = [dataset.GetRasterBand(number).GetDescription() for number in (1, 2)]
    wavelengths = tile_info.bands.wavelengths
    assert names == [f"band 11 ({wavelengths[10]:.1f} nm)", f"band 13 ({wavelengths[12]:.1f} nm)"]


def test_wavelengths_in_both_conventions(cleaned, tile_info):
    dataset = gdal.Open(str(cleaned))
    band = dataset.GetRasterBand(1)
    wavelength, fwhm = tile_info.bands.wavelengths[10], tile_info.bands.fwhm[10]
    assert float(band.GetMetadataItem("CENTRAL_WAVELENGTH_UM", "IMAGERY")) == pytest.approx(wavelength / 1000)
    assert float(band.GetMetadataItem("FWHM_UM", "IMAGERY")) == pytest.approx(fwhm / 1000)
    assert float(band.GetMetadataItem("wavelength")) == wavelength
    assert float(band.GetMetadataItem("fwhm")) == fwhm
    assert band.GetMetadataItem("wavelength_units") == "Nanometers"


def test_extent_in_the_crs_of_the_tile(tile, tile_info, cleaned, tmp_path):
    grid = tile_info.grid
    extent = f"{grid.left + 5},{grid.left + 15},{grid.top - 12},{grid.top - 4} [EPSG:32618]"
    results = run("cleanreflectance", INPUT=tile, EXTENT=extent, OUTPUT=tmp_path / "out.tif")
    rows, columns = slice(4, 12), slice(5, 15)
    assert_georeferenced_like(results["OUTPUT"], grid.window(rows, columns))
    np.testing.assert_array_equal(read(results["OUTPUT"]), read(cleaned)[:, rows, columns])


def test_extent_without_crs_is_in_that_of_the_tile(tile, tile_info, tmp_path):
    grid = tile_info.grid
    rectangle = QgsRectangle(grid.left + 5, grid.top - 12, grid.left + 15, grid.top - 4)
    results = run("cleanreflectance", INPUT=tile, EXTENT=rectangle, OUTPUT=tmp_path / "out.tif")
    assert_georeferenced_like(results["OUTPUT"], grid.window(slice(4, 12), slice(5, 15)))


def test_extent_in_degrees(tile, tile_info, tmp_path):
    grid = tile_info.grid
    utm, degrees = QgsCoordinateReferenceSystem("EPSG:32618"), QgsCoordinateReferenceSystem("EPSG:4326")
    centre = QgsPointXY(grid.left + 20, grid.top - 20)
    point = QgsCoordinateTransform(utm, degrees, QgsProject.instance()).transform(centre)
    # About 8 m to each side.
    around = QgsRectangle(point.x() - 1e-4, point.y() - 7e-5, point.x() + 1e-4, point.y() + 7e-5)
    results = run(
        "cleanreflectance",
        INPUT=tile,
        EXTENT=QgsReferencedRectangle(around, degrees),
        OUTPUT=tmp_path / "out.tif",
    )
    layer = QgsRasterLayer(results["OUTPUT"])
    assert layer.extent().contains(QgsRectangle(centre.x() - 6, centre.y() - 6, centre.x() + 6, centre.y() + 6))
    assert 12 <= layer.width() <= 20
    assert 12 <= layer.height() <= 20


def test_extent_beside_the_tile_is_refused(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match="holds no pixel of"):
        run("cleanreflectance", INPUT=tile, EXTENT="0,10,0,10 [EPSG:32618]", OUTPUT=tmp_path / "out.tif")
    assert not list(tmp_path.iterdir())


def test_integers_show_as_reflectance(tile, cleaned, tmp_path):
    results = run("cleanreflectance", INPUT=tile, DATA_TYPE=1, OUTPUT=tmp_path / "out.tif")
    assert read(results["OUTPUT"]).dtype == np.int16
    expected, valid = read(cleaned), spectra(cleaned)[1]
    row, column = np.argwhere(valid)[0]
    layer = QgsRasterLayer(results["OUTPUT"])
    extent = layer.extent()
    point = QgsPointXY(extent.xMinimum() + column + 0.5, extent.yMaximum() - row - 0.5)
    value, found = layer.dataProvider().sample(point, 60)
    assert found
    assert value == pytest.approx(expected[59, row, column], abs=1e-7)


def test_integers_are_those_of_the_file(tile, stored, tile_info, tmp_path):
    results = run("cleanreflectance", INPUT=tile, DATA_TYPE=1, SUBSET_FACTOR=1, OUTPUT=tmp_path / "out.tif")
    kept = tutorial_bands(tile_info.bands.wavelengths, tile_info.windows)
    np.testing.assert_array_equal(read(results["OUTPUT"]), np.moveaxis(stored[:, :, kept], 2, 0))


def test_band_rule_of_the_windows_only(tile, tile_info, tmp_path):
    results = run("cleanreflectance", INPUT=tile, BAND_RULE=1, SUBSET_FACTOR=1, OUTPUT=tmp_path / "out.tif")
    wavelengths = tile_info.bands.wavelengths
    inside = sum(((wavelengths >= low) & (wavelengths <= high)).sum() for low, high in tile_info.windows)
    assert results["BANDS"] == 426 - inside


def test_windows_and_ends_of_ones_own(tmp_path):
    cube = random_cube(bands=30)
    tile = write_tile_at(tmp_path / "tile.h5", cube)
    results = run(
        "cleanreflectance",
        INPUT=tile,
        BAND_RULE=1,
        SUBSET_FACTOR=1,
        FIRST_BANDS=2,
        LAST_BANDS=3,
        WINDOWS="1000-1200",
        OUTPUT=tmp_path / "out.tif",
    )
    nm = wavelengths(30)
    kept = [band for band in range(2, 27) if not 1000 <= nm[band] <= 1200]
    assert results["BANDS"] == len(kept)
    values, _ = spectra(results["OUTPUT"])
    expected = cube[:, :, kept].astype(np.float64) / 10000
    valid = (cube[:, :, kept] != NODATA).all(axis=2)
    np.testing.assert_allclose(values, expected[valid], rtol=1e-6)


def test_zero_bands_at_the_ends_differs_from_none(tmp_path):
    tile = write_tile_at(tmp_path / "tile.h5", random_cube(bands=60))
    common = {"INPUT": tile, "SUBSET_FACTOR": 1, "OUTPUT": tmp_path / "out.tif"}
    as_the_rule_says = run("cleanreflectance", **common)["BANDS"]
    assert run("cleanreflectance", FIRST_BANDS=0, LAST_BANDS=0, **common)["BANDS"] == as_the_rule_says + 25


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize("name", ["FIRST_BANDS", "LAST_BANDS", "WINDOWS", "EXTENT"])
def test_optional_parameters_may_be_empty(tile, tmp_path, name, nothing):
    assert run("cleanreflectance", INPUT=tile, OUTPUT=tmp_path / "out.tif", **{name: nothing})["BANDS"] == 173


def test_windows_that_are_no_ranges_are_refused(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match='"blue" is not a range of wavelengths'):
        run("cleanreflectance", INPUT=tile, WINDOWS="blue", OUTPUT=tmp_path / "out.tif")


def test_existing_output_stays_when_the_run_fails(cleaned, tmp_path):
    output = tmp_path / "out.tif"
    output.write_bytes(cleaned.read_bytes())
    cube = random_cube()
    broken = write_tile_at(tmp_path / "broken.h5", cube, chunks=(20, 24, 1))
    damage_a_chunk(broken)
    with pytest.raises(QgsProcessingException, match="damaged"):
        run("cleanreflectance", INPUT=broken, OUTPUT=output, BAND_RULE=1)
    assert output.read_bytes() == cleaned.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.h5", "out.tif"]


def damage_a_chunk(path):
    with h5py.File(path, "r") as file:
        dataset = file["SERC/Reflectance/Reflectance_Data"]
        place = dataset.id.get_chunk_info(dataset.id.get_num_chunks() // 2)
    with open(path, "r+b") as file:
        file.seek(place.byte_offset)
        file.write(b"\0" * place.size)


def test_cancel_leaves_nothing(tile, tmp_path):
    assert run("cleanreflectance", Recorder(cancel_at="173 of 426"), INPUT=tile, OUTPUT=tmp_path / "out.tif") == {}
    assert not list(tmp_path.iterdir())


def test_log_says_what_is_kept(tile, tmp_path):
    feedback = Recorder()
    run("cleanreflectance", feedback, INPUT=tile, OUTPUT=tmp_path / "out.tif")
    assert any(line.startswith("173 of 426 bands kept") for line in feedback.lines)


def test_notes_of_the_file_are_warnings(tmp_path):
    tile = write_tile_at(tmp_path / "tile.h5", random_cube(), without=("FWHM",))
    with NeonTile(str(tile)) as opened:
        notes = list(opened.info.notes)
    feedback = Recorder()
    run("cleanreflectance", feedback, INPUT=tile, BAND_RULE=1, OUTPUT=tmp_path / "out.tif")
    assert notes
    assert feedback.warnings == notes


def test_output_over_the_tile_is_refused(tile):
    before = tile.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"\(OUTPUT\): .* is an input as well"):
        run("cleanreflectance", INPUT=tile, OUTPUT=tile)
    assert tile.read_bytes() == before


def test_output_in_a_missing_folder_is_refused(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"Reflectance \(OUTPUT\): the folder .* does not exist"):
        run("cleanreflectance", INPUT=tile, OUTPUT=tmp_path / "missing" / "out.tif")


def test_output_of_another_format_is_refused(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"must end in \.tif"):
        run("cleanreflectance", INPUT=tile, OUTPUT=tmp_path / "out.bil")
