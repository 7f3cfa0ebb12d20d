import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProject, QgsRasterLayer

from neon_aop.core.constants import INDICES
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    run,
    spectra,
    write_raster,
    write_tile_at,
)

NODATA = -9999
NDVI, EVI, PRI = 0, 1, 5


@pytest.fixture(scope="module")
def reflectance(tile, tile_info, tmp_path_factory, registered):
    """Reflectance of the tile at a wavelength, NaN where it has no data."""
    output = tmp_path_factory.mktemp("all") / "all.tif"
    run("cleanreflectance", INPUT=tile, BAND_RULE=1, WINDOWS="", SUBSET_FACTOR=1, OUTPUT=output)
    dataset = gdal.Open(str(output))
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    at = np.array([float(band.GetMetadataItem("wavelength")) for band in bands])
    cube = np.where((read(output) == NODATA).all(axis=0), np.nan, read(output).astype(np.float64))
    return lambda wavelength: np.rint(cube[np.abs(at - wavelength).argmin()] * 10_000) / 10_000


@pytest.fixture(scope="module")
def results(tile, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("indices")
    return run(
        "spectralindices",
        TILES=[tile],
        INDICES=[NDVI, EVI, PRI],
        EXPRESSION="(r827-r667)/(r827+r667)",
        THRESHOLD=0.3,
        OUTPUT=folder / "indices.tif",
        MASK=folder / "mask.tif",
    )


def test_bands_are_the_indices_in_plain_numpy(results, reflectance):
    red, nir, blue = reflectance(668), reflectance(858), reflectance(470)
    expected = [
        (nir - red) / (nir + red),
        2.5 * (nir - red) / (nir + 6 * red - 7.5 * blue + 1),
        (reflectance(531) - reflectance(570)) / (reflectance(531) + reflectance(570)),
        (reflectance(827) - reflectance(667)) / (reflectance(827) + reflectance(667)),
    ]
    found = read(results["OUTPUT"])
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found == NODATA, np.isnan(expected))
    np.testing.assert_allclose(np.where(found == NODATA, np.nan, found), expected, rtol=1e-6)


@pytest.mark.parametrize(("threshold", "kept"), [(0.3, True), (5, False)])
def test_user_sees_how_many_pixels_the_mask_keeps(tile, tmp_path, threshold, kept):
    recorder = Recorder()
    paths = {"OUTPUT": tmp_path / "indices.tif", "MASK": tmp_path / "mask.tif"}
    run("spectralindices", recorder, TILES=[tile], INDICES=[NDVI], THRESHOLD=threshold, **paths)
    mask = read(paths["MASK"])
    assert (f"The mask keeps {(mask == 1).sum():,} of {(mask != 255).sum():,} pixels." in recorder.lines) == kept
    assert ("The mask keeps no pixel; choose a smaller threshold." in recorder.warnings) != kept


def test_bands_have_names_and_no_data(results):
    dataset = gdal.Open(results["OUTPUT"])
    bands = [dataset.GetRasterBand(number) for number in range(1, 5)]
    assert [band.GetDescription() for band in bands] == ["NDVI", "EVI", "PRI", "(r827-r667)/(r827+r667)"]
    assert {band.GetNoDataValue() for band in bands} == {NODATA}


def test_mask_is_one_where_the_first_index_reaches_the_threshold(results):
    index, mask = read(results["OUTPUT"])[0], read(results["MASK"])[0]
    assert mask.dtype == np.uint8
    np.testing.assert_array_equal(mask, np.where(index == NODATA, 255, index >= np.float32(0.3)))
    assert {0, 1, 255} == set(np.unique(mask))
    assert gdal.Open(results["MASK"]).GetRasterBand(1).GetNoDataValue() == 255


def test_mask_is_taken_as_a_mask(results, cleaned, tmp_path):
    run("kmeans", INPUT=cleaned, MASK=results["MASK"], OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(tmp_path / "out.tif") > 0, read(results["MASK"]) == 1)


def test_results_lie_where_the_tile_lies(results, tile_info):
    for name in ("OUTPUT", "MASK"):
        assert_georeferenced_like(results[name], tile_info.grid)


def test_qgis_shows_the_colours_of_the_index(results):
    layer = QgsRasterLayer(results["OUTPUT"])
    renderer = layer.renderer()
    assert (renderer.type(), renderer.band()) == ("singlebandpseudocolor", 1)
    shader = renderer.shader().rasterShaderFunction()
    assert [item.color.name() for item in shader.colorRampItemList()] == list(INDICES[NDVI].colours)
    assert (shader.minimumValue(), shader.maximumValue()) == INDICES[NDVI].limits
    assert QgsRasterLayer(results["MASK"]).renderer().type() == "paletted"


def test_expression_is_shown_between_the_percentiles_of_its_values(tile, tmp_path):
    found = run("spectralindices", TILES=[tile], EXPRESSION="10*r858", OUTPUT=tmp_path / "out.tif")
    values = read(found["OUTPUT"])[0]
    layer = QgsRasterLayer(found["OUTPUT"])
    shader = layer.renderer().shader().rasterShaderFunction()
    expected = [float(f"{value:.3g}") for value in np.percentile(values[values != NODATA], [2, 98])]
    assert [shader.minimumValue(), shader.maximumValue()] == expected


def test_layers_are_called_by_their_indices(tile, tile_info, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject())
    paths = {"OUTPUT": str(tmp_path / "o.tif"), "MASK": str(tmp_path / "m.tif")}
    for (name, path), label in zip(paths.items(), ("Indices", "Mask")):
        details = QgsProcessingContext.LayerDetails(label, context.project(), name)
        context.addLayerToLoadOnCompletion(path, details)
    run("spectralindices", context=context, TILES=[tile], INDICES=[NDVI, PRI], THRESHOLD=0.4, **paths)
    names = {name: context.layerToLoadOnCompletionDetails(path).name for name, path in paths.items()}
    assert names == {"OUTPUT": f"NDVI, PRI - {tile_info.name}", "MASK": f"NDVI at least 0.4 - {tile_info.name}"}


def test_raster_gives_the_indices_of_its_bands(cleaned, tmp_path):
    found = read(run("spectralindices", INPUT=cleaned, OUTPUT=tmp_path / "out.tif")["OUTPUT"])[0]
    pixels, valid = spectra(cleaned)
    dataset = gdal.Open(str(cleaned))
    at = np.array([float(dataset.GetRasterBand(band).GetMetadataItem("wavelength")) for band in range(1, 174)])
    nir, red = (np.rint(pixels[:, np.abs(at - wavelength).argmin()] * 10_000) for wavelength in (858, 668))
    np.testing.assert_allclose(found[valid], (nir - red) / (nir + red), rtol=1e-6)
    assert (found[~valid] == NODATA).all()


def test_extent_cuts_the_result(results, tile, tile_info, tmp_path):
    grid = tile_info.grid
    extent = f"{grid.left + 3},{grid.left + 9},{grid.top - 20},{grid.top - 5}"
    found = run("spectralindices", TILES=[tile], EXTENT=extent, OUTPUT=tmp_path / "out.tif")
    np.testing.assert_array_equal(read(found["OUTPUT"])[0], read(results["OUTPUT"])[0, 5:20, 3:9])


def test_tiles_side_by_side_make_one_raster(tmp_path, stored, tile_info, tile, results):
    grid = tile_info.grid
    neighbour = write_tile_at(
        tmp_path / "neighbour.h5",
        stored,
        left=grid.right,
        top=grid.top,
        epsg=tile_info.epsg,
        wavelength=tile_info.bands.wavelengths,
    )
    found = run("spectralindices", TILES=[tile, neighbour], OUTPUT=tmp_path / "out.tif")
    ndvi = read(results["OUTPUT"])[0]
    np.testing.assert_array_equal(read(found["OUTPUT"])[0], np.concatenate([ndvi, ndvi], axis=1))


def test_division_by_zero_is_no_data(tmp_path):
    raster = write_raster(tmp_path / "in.tif", np.array([[[0, 3, 5]], [[0, 1, -5]]], np.int16))
    dataset = gdal.Open(str(raster), gdal.GA_Update)
    for band, wavelength in ((1, "858"), (2, "668")):
        dataset.GetRasterBand(band).SetMetadataItem("wavelength", wavelength)
    dataset.FlushCache()
    found = run("spectralindices", INPUT=raster, OUTPUT=tmp_path / "out.tif")
    assert read(found["OUTPUT"])[0, 0].tolist() == [NODATA, 0.5, NODATA]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"EXPRESSION": "r5000"}, "has no band at 5000 nm"),
        ({"EXPRESSION": "__import__('os').system('true')"}, "cannot be understood"),
        ({"MASK": "mask.tif"}, "A mask is wanted but no threshold is given"),
    ],
)
def test_what_cannot_be_computed_is_refused(tile, tmp_path, parameters, sentence):
    if "MASK" in parameters:
        parameters = {"MASK": tmp_path / parameters["MASK"]}
    with pytest.raises(QgsProcessingException, match=sentence):
        run("spectralindices", TILES=[tile], OUTPUT=tmp_path / "out.tif", **parameters)
    assert not list(tmp_path.iterdir())


def test_raster_without_valid_pixel_is_refused(tmp_path):
    raster = write_raster(tmp_path / "in.tif", np.full((2, 3, 4), NODATA, np.int16), nodata=NODATA)
    dataset = gdal.Open(str(raster), gdal.GA_Update)
    for band, wavelength in ((1, "858"), (2, "668")):
        dataset.GetRasterBand(band).SetMetadataItem("wavelength", wavelength)
    dataset.FlushCache()
    with pytest.raises(QgsProcessingException, match="in has no valid pixel"):
        run("spectralindices", INPUT=raster, OUTPUT=tmp_path / "out.tif")
    assert not (tmp_path / "out.tif").exists()
