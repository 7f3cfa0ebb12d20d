"""What the user set on a layer counts, for every algorithm and for masks; polygons serve as masks."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from neon_aop.algorithms.parameters.rasters import raster_choice
from neon_aop.core.files.raster.choice import ValueRange
from neon_aop.tests.algorithms.checks import LEFT, TOP, Recorder, read, run, write_raster

ROWS, COLUMNS = 20, 24
FILL = -9999


@pytest.fixture
def project():
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def values():
    """Four bands in three groups of pixels, as int16."""
    rng = np.random.default_rng(5)
    groups = 1000 + 600 * rng.integers(0, 3, (ROWS, COLUMNS))
    return (groups + rng.integers(0, 300, (4, ROWS, COLUMNS))).astype(np.int16)


@pytest.fixture
def plain(tmp_path, values):
    return write_raster(tmp_path / "plain.tif", values)


def raster_layer(path, name="layer"):
    layer = QgsRasterLayer(str(path), name)
    assert layer.isValid()
    return layer


def with_user_nodata(path, low=FILL, high=FILL, kind=QgsRasterRange.BoundsType.IncludeMinAndMax):
    layer = raster_layer(path)
    for band in range(1, layer.bandCount() + 1):
        layer.dataProvider().setUserNoDataValue(band, [QgsRasterRange(low, high, kind)])
    return layer


def polygon_layer(*rectangles, crs="EPSG:32618"):
    """Make a memory layer of rectangles (left, bottom, right, top), in pixels from the upper-left corner."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", "plots", "memory")
    for left, bottom, right, top in rectangles:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(LEFT + left, TOP - bottom, LEFT + right, TOP - top)))
        assert layer.dataProvider().addFeature(feature)
    return layer


def without_class(tmp_path, feedback=None, **parameters):
    """Return which pixels k-means leaves without class."""
    results = run("kmeans", feedback, **{"CLUSTERS": 3, "OUTPUT": tmp_path / "classes.tif", **parameters})
    return read(results["OUTPUT"])[0] == 0


def saved_run(folder, raster):
    """Make the tables and models that the appliers need, of a raster without gaps."""
    run("kmeans", INPUT=raster, CLUSTERS=2, OUTPUT=folder / "first.tif", CENTRES=folder / "centres.csv")
    run("pca", INPUT=raster, COMPONENTS=2, OUTPUT=folder / "scores.tif", MODEL=folder / "model.json")
    return {"applycentres": {"CENTRES": folder / "centres.csv"}, "applypca": {"MODEL": folder / "model.json"}}


def gaps_of(name, path):
    """Return where a result of an algorithm has no data."""
    result = read(path)
    if name == "colourcomposite":
        return result[3] == 0
    return result[0] == (0 if name in ("kmeans", "applycentres") else -9999)


@pytest.fixture
def spectral(tmp_path, values):
    """A raster with wavelengths and untagged -9999 on the left, and one without gaps."""

    def write(path, array):
        dataset = gdal.Open(str(write_raster(path, array)), gdal.GA_Update)
        for number, wavelength in enumerate((474.0, 549.1, 669.3, 829.6), start=1):
            dataset.GetRasterBand(number).SetMetadata({"wavelength": str(wavelength), "wavelength_units": "nm"})
            dataset.GetRasterBand(number).SetScale(1e-4)
        dataset.FlushCache()
        return path

    whole = write(tmp_path / "whole.tif", values)
    values[:, :, :5] = FILL
    return write(tmp_path / "gaps.tif", values), whole


@pytest.mark.parametrize("way", ["layer", "project", "parameter"])
@pytest.mark.parametrize("name", ["kmeans", "pca", "applycentres", "applypca", "colourcomposite"])
def test_further_no_data_values_count_in_every_algorithm(tmp_path, spectral, project, name, way):
    gaps, whole = spectral
    settings = {} if name in ("kmeans", "pca", "colourcomposite") else saved_run(tmp_path, whole)[name]
    if way == "parameter":
        settings |= {"INPUT": gaps, "NODATA": FILL}
    else:
        # As QGIS shows it, after the scale.
        layer = with_user_nodata(gaps, FILL / 10_000, FILL / 10_000)
        project.addMapLayer(layer, False)
        settings |= {"INPUT": layer if way == "layer" else layer.id()}
    run(name, **settings, OUTPUT=tmp_path / "out.tif")
    expected = np.zeros((ROWS, COLUMNS), bool)
    expected[:, :5] = True
    np.testing.assert_array_equal(gaps_of(name, tmp_path / "out.tif"), expected)


def test_further_no_data_values_are_those_of_qgis(tmp_path, values):
    """QGIS's own statistics of the layer see the same pixels."""
    path = write_raster(tmp_path / "a.tif", values)
    kinds = QgsRasterRange.BoundsType
    for kind in (kinds.IncludeMinAndMax, kinds.IncludeMin, kinds.IncludeMax, kinds.Exclusive):
        low, high = int(values[0].min()) + 100, int(np.median(values[0]))
        layer = raster_layer(path)
        layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(low, high, kind)])
        block = layer.dataProvider().block(1, layer.extent(), COLUMNS, ROWS)
        expected = [[block.isNoData(row, column) for column in range(COLUMNS)] for row in range(ROWS)]
        np.testing.assert_array_equal(without_class(tmp_path, INPUT=layer), expected)


def test_ranges_that_are_open_at_an_end(tmp_path, values):
    layer = raster_layer(write_raster(tmp_path / "a.tif", values))
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(float("nan"), 1500)])
    np.testing.assert_array_equal(without_class(tmp_path, INPUT=layer), values[0] <= 1500)


def test_no_data_of_the_file_that_is_unticked_is_data(tmp_path, values):
    values[:, :, :5] = 0
    layer = raster_layer(write_raster(tmp_path / "a.tif", values, nodata=0))
    assert without_class(tmp_path, INPUT=layer).sum() == 5 * ROWS
    for band in range(1, 5):
        layer.dataProvider().setUseSourceNoDataValue(band, False)
    assert not without_class(tmp_path, INPUT=layer).any()


def test_settings_of_the_mask_count(tmp_path, plain):
    mask = np.ones((1, ROWS, COLUMNS), np.uint8)
    mask[0, :5], mask[0, 5:7] = 99, 0
    layer = with_user_nodata(write_raster(tmp_path / "mask.tif", mask, nodata=0), 99, 99)
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    expected = np.zeros((ROWS, COLUMNS), bool)
    expected[:7] = True
    np.testing.assert_array_equal(without_class(tmp_path, INPUT=plain, MASK=layer), expected)


def test_coordinate_system_that_was_set_on_the_layer_is_that_of_the_result(tmp_path, plain):
    layer = raster_layer(plain)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    without_class(tmp_path, INPUT=layer)
    assert gdal.Open(str(tmp_path / "classes.tif")).GetSpatialRef().GetAuthorityCode(None) == "32633"


def in_project(project, layer):
    """Leave a layer to the project; QGIS keeps exceptions, and with them the layers of a test to the end."""
    project.addMapLayer(layer, False)
    return layer.id()


def test_mask_lies_where_its_layer_says(tmp_path, plain, project):
    layer = raster_layer(write_raster(tmp_path / "mask.tif", np.ones((1, ROWS, COLUMNS), np.uint8)))
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    with pytest.raises(QgsProcessingException, match="leaves no pixel"):
        without_class(tmp_path, INPUT=plain, MASK=in_project(project, layer))


def test_open_options_of_the_layer_are_used(tmp_path):
    values = np.arange(64 * 64, dtype=np.int16).reshape(1, 64, 64)
    path = write_raster(tmp_path / "a.tif", values)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.BuildOverviews("NEAREST", [2])
    del dataset
    layer = raster_layer(f"{path}|option:OVERVIEW_LEVEL=0")
    assert without_class(tmp_path, INPUT=layer).shape == (32, 32)


def test_choice_of_a_layer_without_settings_is_its_file(plain):
    choice = raster_choice(raster_layer(plain, "a name"))
    assert (choice.source, choice.options, choice.name, choice.crs) == (str(plain), (), "a name", None)
    assert (dict(choice.nodata_ranges), choice.ignored_nodata, choice.nodata) == ({}, frozenset(), None)


def test_choice_keeps_the_ends_of_ranges(plain):
    layer = raster_layer(plain)
    kinds = QgsRasterRange.BoundsType
    layer.dataProvider().setUserNoDataValue(
        2, [QgsRasterRange(1, 2, kinds.IncludeMin), QgsRasterRange(float("nan"), 5, kinds.Exclusive)]
    )
    expected = (ValueRange(1, 2, True, False), ValueRange(float("-inf"), 5, False, False))
    assert dict(raster_choice(layer).nodata_ranges) == {2: expected}


def test_odd_values_are_told_with_what_to_do(tmp_path, values):
    values[:, :, :5] = FILL
    path = write_raster(tmp_path / "a.tif", values)
    for name in ("kmeans", "pca"):
        feedback = Recorder()
        run(name, feedback, INPUT=path, OUTPUT=tmp_path / "out.tif")
        assert any("are -9999" in text and "NODATA" in text for text in feedback.warnings)


def test_no_data_value_for_tiles_is_not_used(tmp_path, tile, cleaned):
    saved = saved_run(tmp_path, cleaned)["applycentres"]
    feedback = Recorder()
    run("applycentres", feedback, TILES=[tile], NODATA=5, OUTPUT=tmp_path / "out.tif", **saved)
    assert any("No data value (NODATA) is not used" in text for text in feedback.warnings)


@pytest.mark.parametrize("kind", ["layer", "id", "path"])
def test_polygons_keep_the_pixels_whose_centre_lies_in_them(tmp_path, plain, project, kind):
    layer = polygon_layer((2, 8, 7, 3), (10, 20, 12, 0))
    if kind == "path":
        options = QgsVectorFileWriter.SaveVectorOptions()
        QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(tmp_path / "plots.gpkg"), project.transformContext(), options
        )
        mask = tmp_path / "plots.gpkg"
    else:
        project.addMapLayer(layer, False)
        mask = layer if kind == "layer" else layer.id()
    expected = np.ones((ROWS, COLUMNS), bool)
    expected[3:8, 2:7] = expected[:, 10:12] = False
    np.testing.assert_array_equal(without_class(tmp_path, INPUT=plain, MASK=mask), expected)


@pytest.mark.parametrize("way", ["parameter", "definition"])
def test_selected_polygons_only(tmp_path, plain, project, way):
    layer = polygon_layer((2, 8, 7, 3), (10, 20, 12, 0))
    layer.selectByIds([2])
    project.addMapLayer(layer, False)
    chosen = {"MASK": layer, "MASK_SELECTED": True}
    if way == "definition":
        chosen = {"MASK": QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)}
    expected = np.ones((ROWS, COLUMNS), bool)
    expected[:, 10:12] = False
    np.testing.assert_array_equal(without_class(tmp_path, INPUT=plain, **chosen), expected)


def test_polygons_in_another_crs(tmp_path, plain):
    layer = polygon_layer((2, 8, 7, 3))
    degrees = QgsVectorLayer("Polygon?crs=EPSG:4326", "plots", "memory")
    geometry = next(layer.getFeatures()).geometry()
    geometry.transform(QgsCoordinateTransform(layer.crs(), degrees.crs(), QgsProject.instance()))
    feature = QgsFeature()
    feature.setGeometry(geometry)
    degrees.dataProvider().addFeature(feature)
    expected = np.ones((ROWS, COLUMNS), bool)
    expected[3:8, 2:7] = False
    np.testing.assert_array_equal(without_class(tmp_path, INPUT=plain, MASK=degrees), expected)


def test_polygons_mask_tiles(tmp_path, tile):
    layer = polygon_layer((10, 30, 30, 10))
    cleaned = run("cleanreflectance", INPUT=tile, MASK=layer, OUTPUT=tmp_path / "clean.tif")["OUTPUT"]
    classes = run(
        "classifytiles",
        TILES=[tile],
        MASK=layer,
        CLUSTERS=3,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "scores.tif",
    )["CLASS_RASTER"]
    kept = read(cleaned)[0] != FILL
    assert kept[10:30, 10:30].any() and not kept[:10].any() and not kept[:, 30:].any()
    np.testing.assert_array_equal(read(classes)[0] != 0, kept)


@pytest.mark.parametrize(
    ("geometry", "words"), [("Point", "polygons, not points"), ("None", "polygons, not points, lines or a table")]
)
def test_layer_without_areas_is_refused_by_name(tmp_path, plain, geometry, words):
    layer = QgsVectorLayer(geometry, "places", "memory")
    with pytest.raises(QgsProcessingException, match=rf"Mask \(MASK\) is the layer places; it must be {words}"):
        without_class(tmp_path, INPUT=plain, MASK=layer)


def test_empty_layer_of_polygons_is_named(tmp_path, plain):
    with pytest.raises(QgsProcessingException, match="The mask plots holds no polygon"):
        without_class(tmp_path, INPUT=plain, MASK=polygon_layer())


def test_nothing_selected_is_named(tmp_path, plain):
    with pytest.raises(QgsProcessingException, match=r"The mask plots \(selected polygons\) holds no polygon"):
        without_class(tmp_path, INPUT=plain, MASK=polygon_layer((2, 8, 7, 3)), MASK_SELECTED=True)


@pytest.mark.parametrize("value", [1e20, "-3.4e38", -9999, "-9999.0"])
def test_no_data_value_of_any_size(tmp_path, values, value):
    array = values.astype(np.float32)
    array[:, :, :5] = float(value)
    assert without_class(tmp_path, INPUT=write_raster(tmp_path / "a.tif", array), NODATA=value).sum() == 5 * ROWS


def test_layers_are_not_touched_while_the_work_is_done(tmp_path, plain, values, project):
    """The user may remove them; what is known of them is taken before, in the thread that they live in."""
    gaps = values.copy()
    gaps[:, :, :5] = FILL
    layer, mask = with_user_nodata(write_raster(tmp_path / "gaps.tif", gaps)), polygon_layer((0, 10, 24, 0))
    project.addMapLayers([layer, mask], False)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:kmeans")
    context, feedback = QgsProcessingContext(), Recorder()
    context.setProject(project)
    parameters = {
        "INPUT": layer.id(),
        "MASK": mask.id(),
        "CLUSTERS": 2,
        "OUTPUT": str(tmp_path / "classes.tif"),
        "REPORT": str(tmp_path / "report.html"),
    }
    assert algorithm.prepare(parameters, context, feedback)
    project.removeAllMapLayers()
    worker = threading.Thread(target=algorithm.runPrepared, args=(parameters, context, feedback))
    worker.start()
    while worker.is_alive():
        QgsApplication.processEvents()
        worker.join(0.01)
    expected = np.zeros((ROWS, COLUMNS), bool)
    expected[:10, 5:] = True
    np.testing.assert_array_equal(read(tmp_path / "classes.tif")[0] != 0, expected)
    assert (tmp_path / "report.html").exists()


def test_extent_of_a_layer(tmp_path, tile, project):
    layer = polygon_layer((4, 30, 20, 10))
    project.addMapLayer(layer, False)
    for value in (layer, layer.id()):
        cleaned = run("cleanreflectance", INPUT=tile, EXTENT=value, OUTPUT=tmp_path / "clean.tif")["OUTPUT"]
        assert gdal.Open(str(cleaned)).GetGeoTransform()[::3] == (LEFT + 4, TOP - 10)
        assert read(cleaned).shape[1:] == (20, 16)


def linked(source, path):
    path.symlink_to(source)
    return path


def virtual(source, path):
    gdal.Translate(str(path), str(source), format="VRT")
    return path


@pytest.mark.parametrize(
    "written",
    [
        lambda path, folder: raster_layer(f"{path}|option:NUM_THREADS=2"),
        lambda path, folder: f"{path}|option:NUM_THREADS=2",
        lambda path, folder: virtual(virtual(path, folder / "one.vrt"), folder / "two.vrt"),
        lambda path, folder: linked(path, folder / "link.tif"),
        lambda path, folder: raster_layer(f"GTIFF_DIR:1:{path}"),
        lambda path, folder: folder / ".." / folder.name / path.name,
    ],
    ids=["layer with options", "text with options", "virtual rasters", "link", "subdataset", "another spelling"],
)
def test_input_is_not_overwritten(tmp_path, plain, project, written):
    before = plain.read_bytes()
    source = written(plain, tmp_path)
    source = in_project(project, source) if isinstance(source, QgsRasterLayer) else source
    with pytest.raises(QgsProcessingException, match="is an input as well"):
        without_class(tmp_path, INPUT=source, OUTPUT=plain)
    assert plain.read_bytes() == before


def test_mask_is_not_overwritten(tmp_path, plain):
    mask = write_raster(tmp_path / "mask.tif", np.ones((1, ROWS, COLUMNS), np.uint8))
    with pytest.raises(QgsProcessingException, match="is an input as well"):
        without_class(tmp_path, INPUT=plain, MASK=virtual(mask, tmp_path / "mask.vrt"), OUTPUT=mask)


def behind_a_virtual_layer(path):
    text = f'<OGRVRTDataSource><OGRVRTLayer name="plots"><SrcDataSource>{path}</SrcDataSource></OGRVRTLayer>'
    path.with_suffix(".vrt").write_text(f"{text}</OGRVRTDataSource>")
    return path.with_suffix(".vrt")


@pytest.mark.parametrize("way", [str, lambda path: f"{path}|layername=plots", behind_a_virtual_layer])
def test_polygons_and_the_layer_of_an_extent_are_not_overwritten(tmp_path, tile, way):
    plots = tmp_path / "plots.json"
    corners = [[LEFT, TOP], [LEFT + 9, TOP], [LEFT, TOP - 9], [LEFT, TOP]]
    before = f'{{"type": "Polygon", "coordinates": [{corners}]}}'
    plots.write_text(before)
    for parameter in ("MASK", "EXTENT"):
        with pytest.raises(QgsProcessingException, match=r"\(MODEL\): .* is an input as well"):
            run(
                "classifytiles",
                TILES=[tile],
                MODEL=plots,
                CLASS_RASTER=tmp_path / "classes.tif",
                PC_RASTER=tmp_path / "components.tif",
                **{parameter: way(plots)},
            )
    assert plots.read_text() == before


def test_preview_of_another_kind_is_refused_before_tiles_are_read(tmp_path, tile, monkeypatch):
    monkeypatch.setattr("neon_aop.core.inputs.tileset.TileSet.read", lambda *_: pytest.fail("Pixels are read."))
    with pytest.raises(QgsProcessingException, match=r"Preview \(PREVIEW\): .*the name must end in \.png"):
        run(
            "classifytiles",
            TILES=[tile],
            CLASS_RASTER=tmp_path / "classes.tif",
            PC_RASTER=tmp_path / "scores.tif",
            PREVIEW=tmp_path / "preview.jpg",
        )
    assert not list(tmp_path.iterdir())


def test_tiles_below_a_folder_are_found(tmp_path, tile):
    deep = tmp_path / "download" / "DP3.30006.001" / "neon-aop-products" / "2021" / "FullSite" / "D02" / "L3"
    deep.mkdir(parents=True)
    (deep / "tile.h5").write_bytes(tile.read_bytes())
    (deep / "._tile.h5").write_bytes(b"not a tile")
    results = run(
        "classifytiles",
        TILES=[tmp_path / "download"],
        SUBSET_FACTOR=40,
        CLUSTERS=2,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "scores.tif",
    )
    assert read(results["CLASS_RASTER"]).shape[1:] == (40, 40)
