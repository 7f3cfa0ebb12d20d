"""What every algorithm of the provider must bear: kinds of input, ways to be called, cancelling, a full disk.

An algorithm is checked because it is registered. A new one needs an entry in `calls.CALLS`, and one in `CANNOT` for
each check that cannot apply to it.
"""

from __future__ import annotations

import functools
import json
import os
import random
import re
import shutil
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterRange,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from neon_aop.algorithms.feedback import FeedbackProgress
from neon_aop.algorithms.parameters.rasters import MaskParameter
from neon_aop.algorithms.parameters.tiles import TilesParameter
from neon_aop.tests.algorithms.calls import (
    CALLS,
    CENTRES,
    CLASSES,
    TILE,
    inputs_in,
    make_inputs,
    results_in,
    run_in,
    serve_tile,
)
from neon_aop.tests.algorithms.checks import EPSG, Recorder, model_of, model_targets, plain, run, wkt, write_raster
from neon_aop.tests.tiles import LEFT, NODATA, REMOVED, TOP, write_tile

ONE_TILE = "reads one tile"
ONLY_TILES = "reads tiles, not rasters"
ONLY_RASTERS = "reads rasters, not tiles"
NO_INPUT = "makes a tile from nothing"
WHOLE = "describes a whole file"
CLASS_MAPS = "reads class maps"
COMPONENTS_ONLY = "reads a raster of components"
OTHER_STEPS = "its steps have masks, extents and targets of their own"
OTHER_PROGRESS = "its steps report from 0 to 1 each"
DOWNLOADS = dict.fromkeys(("downloadandclassify", "downloadtiles", "listtiles"), "reads what a server has")

# Which algorithms a check cannot apply to, and why.
CANNOT = {
    "tile": {
        **DOWNLOADS,
        "compareclassifications": CLASS_MAPS,
        "createdemotile": NO_INPUT,
        "inversetransform": COMPONENTS_ONLY,
        "kmeans": ONLY_RASTERS,
        "mergeclasses": CLASS_MAPS,
        "pca": ONLY_RASTERS,
    },
    "folder": {
        **DOWNLOADS,
        "ancillarylayer": ONE_TILE,
        "cleanreflectance": ONE_TILE,
        "colourcomposite": ONE_TILE,
        "compareclassifications": CLASS_MAPS,
        "componentclasses": ONE_TILE,
        "createdemotile": NO_INPUT,
        "inspecttile": ONE_TILE,
        "inversetransform": COMPONENTS_ONLY,
        "kmeans": ONLY_RASTERS,
        "mergeclasses": CLASS_MAPS,
        "pca": ONLY_RASTERS,
        "tutorial": ONE_TILE,
        "vegetationclasses": ONE_TILE,
    },
    "raster": {
        **DOWNLOADS,
        "ancillarylayer": ONLY_TILES,
        "classifytiles": ONLY_TILES,
        "cleanreflectance": ONLY_TILES,
        "compareclassifications": CLASS_MAPS,
        "componentclasses": ONLY_TILES,
        "createdemotile": NO_INPUT,
        "inspecttile": ONLY_TILES,
        "tutorial": ONLY_TILES,
        "vegetationclasses": ONLY_TILES,
    },
    "mask": {
        **DOWNLOADS,
        "ancillarylayer": "shows a layer of the file as it is",
        "applycentres": "a mask can be laid over its result",
        "applyclassifier": "a mask can be laid over its result",
        "applypca": "a mask can be laid over its result",
        "colourcomposite": "is for looking at all of the image",
        "compareclassifications": CLASS_MAPS,
        "componentclasses": OTHER_STEPS,
        "createdemotile": NO_INPUT,
        "inspecttile": WHOLE,
        "inversetransform": "a mask can be laid over its result",
        "mergeclasses": CLASS_MAPS,
        "spectralangle": "a mask can be laid over its result",
        "spectralindices": "a mask can be laid over its result",
        "tutorial": OTHER_STEPS,
        "vegetationclasses": "makes its own mask",
    },
    "extent": {
        **DOWNLOADS,
        "compareclassifications": CLASS_MAPS,
        "componentclasses": OTHER_STEPS,
        "createdemotile": NO_INPUT,
        "inspecttile": WHOLE,
        "inversetransform": "gives the pixels that the components have",
        "kmeans": "reads a whole raster, which can be cut before",
        "mergeclasses": CLASS_MAPS,
        "pca": "reads a whole raster, which can be cut before",
        "tutorial": OTHER_STEPS,
        "vegetationclasses": OTHER_STEPS,
    },
    "full disk": {
        "listtiles": "QGIS writes layers, and does not tell before 3.32 that it could not",
        "vegetationclasses": "the first result is written by GDAL's raster calculator, in its own words",
    },
    "gaps": {
        **DOWNLOADS,
        "ancillarylayer": "shows a layer of the file as it is",
        "cleanreflectance": "keeps what each band has",
        "createdemotile": NO_INPUT,
        "inspecttile": WHOLE,
        "inversetransform": "components have no wavelengths, and all of them have data or none",
        "mergeclasses": CLASS_MAPS,
        "samplespectra": "reads the pixels of places only",
        "suggestclusters": "reads a sample of the pixels",
        "vegetationclasses": "its mask leaves out what has no red",
    },
    "replace": {
        "componentclasses": OTHER_STEPS,
        "createdemotile": NO_INPUT,
        "downloadandclassify": OTHER_STEPS,
        "downloadtiles": "writes files of names that it chooses",
        "tutorial": OTHER_STEPS,
        "vegetationclasses": OTHER_STEPS,
    },
    "progress": {
        "downloadandclassify": OTHER_PROGRESS,
        "componentclasses": OTHER_PROGRESS,
        "listtiles": "waits for one or two answers of a server, of which there is no share",
        "tutorial": OTHER_PROGRESS,
        "vegetationclasses": OTHER_PROGRESS,
    },
}

# Parameters of these kinds name files and layers that are read.
GIVEN_AS_FILES = (
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterRasterLayer,
    MaskParameter,
    TilesParameter,
)

# Parameters that others take the place of.
INSTEAD = {"MERGE_TABLE": ["MERGE"], "ORIGINAL_TILES": ["ORIGINAL"], "CLASSES": ["LOCATIONS", "TRAINING", "FIELD"]}

ROWS, COLUMNS = 13, 17
UTM = wkt()
# What the band rule leaves out at both ends, and between them red, green and blue and what is between these.
WAVELENGTHS = np.concatenate([380 + np.arange(10.0), [474, 510, 549, 600, 669, 830], 2480 + np.arange(15.0)])
RED = list(WAVELENGTHS).index(669)
# What the tile does not show, and what a mask or an alpha band leaves out: without symmetry, so that it shows where
# rows and columns are mixed up.
EMPTY, HIDDEN = np.zeros((2, ROWS, COLUMNS), bool)
EMPTY[0, :5] = EMPTY[7, 11] = True
HIDDEN[2:5, 3] = HIDDEN[9:, 12:] = HIDDEN[6, 0] = HIDDEN[0, 3:9] = True


def those_that(check):
    """Return the algorithms that a check applies to."""
    return [name for name in CALLS if name not in CANNOT[check]]


def images_of(algorithms):
    """Return each algorithm with each parameter that takes an image."""
    return [(name, image) for name in algorithms for image in CALLS[name].images]


def test_every_algorithm_is_checked(provider):
    assert sorted(CALLS) == sorted(algorithm.name() for algorithm in provider.algorithms())


@pytest.mark.parametrize("name", CALLS)
def test_what_cannot_apply_is_told_and_nothing_else(provider, name):
    types = {definition.name(): definition.type() for definition in provider.algorithm(name).parameterDefinitions()}
    applies = {
        "tile": "TILES" in types or "TILE" in types or types.get("INPUT") == "file",
        "folder": "TILES" in types,
        "raster": types.get("INPUT") == "raster",
        "mask": types.get("MASK", "rasterDestination") != "rasterDestination",
        "extent": "EXTENT" in types and "SITE" not in types,
    }
    assert {check: name not in CANNOT[check] for check in applies} == applies
    assert (bool(CALLS[name].tile), bool(CALLS[name].raster)) == (applies["tile"], applies["raster"])


# Inputs -------------------------------------------------------------------------------------------------------------


def write_small_tile(path, empty=EMPTY, gaps=None, **settings):
    """Write a tile that is a mixture of three spectra with a little noise, without data where `empty`.

    The band in the red has no data where there are `gaps` either.
    """
    rng = np.random.default_rng(5)
    rows, columns = empty.shape
    shares, spectra = rng.dirichlet([0.4] * 3, (rows, columns)), rng.integers(300, 6000, (3, len(WAVELENGTHS)))
    cube = (shares @ spectra + rng.integers(0, 50, (rows, columns, len(WAVELENGTHS)))).astype(np.int16)
    cube[empty] = NODATA
    if gaps is not None:
        cube[gaps, RED] = NODATA
    write_tile(path, cube, wavelength=WAVELENGTHS, fwhm=np.full(len(WAVELENGTHS), 0.9), **settings)
    with h5py.File(path, "r+") as file:
        layer = file.create_dataset(
            "SERC/Reflectance/Metadata/Ancillary_Imagery/Weather_Quality_Indicator",
            data=np.where(empty, NODATA, 1 + np.arange(rows * columns).reshape(empty.shape) % 3).astype(np.int32),
        )
        layer.attrs["Dimension_Labels"] = "Line, Sample"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory, registered):
    """A folder with a tile and what is made of it."""
    folder = tmp_path_factory.mktemp("inputs")
    write_small_tile(folder / TILE)
    with serve_tile(folder):
        yield make_inputs(folder)


@pytest.fixture
def changed(inputs, tmp_path):
    """A copy of the folder of inputs, in which images may be changed."""
    return Path(shutil.copytree(inputs, tmp_path / "inputs"))


def change_tile(folder, empty=EMPTY, gaps=None, **settings):
    write_small_tile(folder / TILE, empty, gaps, **settings)


def change_raster(folder, name, change=lambda values: values, crs=UTM, alpha=None):
    """Write the raster of an algorithm again as bytes; 0 is no data, unless an alpha band tells where data are."""
    path = folder / CALLS[name].raster_file
    source = gdal.Open(str(path))
    bands = [source.GetRasterBand(number) for number in range(1, source.RasterCount + 1)]
    values = np.stack([band.ReadAsArray() for band in bands])
    values = np.where(values == bands[0].GetNoDataValue(), 0, np.clip(np.rint(200 * values), 1, 255))
    values = change(values.astype(np.uint8))
    planes = [*values] if alpha is None else [*values, np.where(alpha, 255, 0)]
    path.unlink()
    driver = gdal.GetDriverByName("GTiff")
    raster = driver.Create(str(path), *values.shape[:0:-1], len(planes), gdal.GDT_Byte)
    raster.SetGeoTransform(source.GetGeoTransform())
    raster.SetProjection(crs)
    for number, plane in enumerate(planes, start=1):
        raster.GetRasterBand(number).WriteArray(plane)
    for number, band in enumerate(bands, start=1):
        raster.GetRasterBand(number).SetMetadata(band.GetMetadata())
        raster.GetRasterBand(number).SetScale(1 / 200)
        if alpha is None:
            raster.GetRasterBand(number).SetNoDataValue(0)
    if alpha is not None:
        raster.GetRasterBand(len(planes)).SetColorInterpretation(gdal.GCI_AlphaBand)


def rasters_in(folder, name):
    """Return the rasters among the results of an algorithm in a folder."""
    return [path for path in results_in(folder, name).values() if path.suffix == ".tif"]


def shown(path):
    """Return where a raster has data: in all bands, or where its alpha band says so."""
    raster = gdal.Open(str(path))
    masks = [raster.GetRasterBand(number).GetMaskBand().ReadAsArray() for number in range(1, raster.RasterCount + 1)]
    return (np.array(masks) > 0).all(axis=0)


def assert_lies_at(path, row, column, shape, crs=UTM):
    """Check that a raster has the pixels of the tile from a row and column on."""
    raster = gdal.Open(str(path))
    assert (raster.RasterYSize, raster.RasterXSize) == shape
    assert raster.GetGeoTransform() == (LEFT + column, 1.0, 0.0, TOP - row, 0.0, -1.0)
    if crs:
        expected = osr.SpatialReference()
        expected.ImportFromWkt(crs)
        assert raster.GetSpatialRef().IsSame(expected)
    else:
        assert raster.GetProjection() == ""


def files_in(folder):
    """Return the content of results but of those that tell paths and times, and of what QGIS adds to rasters."""
    others = (".html", ".aux.xml", "CITATION.txt", "downloads.json")
    files = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(others)]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def run_to(folder, inputs, name, image="", feedback=None, **parameters):
    """Run an algorithm with its results in a new folder, which is returned."""
    folder.mkdir()
    run_in(inputs, name, results_in(folder, name), feedback, image, **parameters)
    return folder


class Cancelling(Recorder):
    """Feedback that counts what it is told, and cancels at that time."""

    def __init__(self, when=0):
        super().__init__()
        self.count, self._when = 0, when
        self.progressChanged.connect(self._told)

    def pushInfo(self, text):
        super().pushInfo(text)
        self._told()

    def _told(self, *arguments):
        self.count += 1
        if self.count == self._when:
            self.cancel()


@dataclass
class PlainRun:
    """The folder of results of a run, how often it told something, and the shares of its work that it reported."""

    folder: Path
    told: int
    reported: list[float]


@pytest.fixture(scope="module")
def runs(inputs, tmp_path_factory):
    """Run an algorithm on the inputs as they are, once."""

    @functools.cache
    def run_once(name, image=""):
        feedback, reported = Cancelling(), []
        report = FeedbackProgress.report
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(FeedbackProgress, "report", lambda self, share: reported.append(share) or report(self, share))
            folder = run_to(tmp_path_factory.mktemp(name) / "out", inputs, name, image, feedback)
        return PlainRun(folder, feedback.count, reported)

    return run_once


@pytest.mark.parametrize(("name", "image"), images_of(CALLS))
def test_image(runs, name, image):
    """All results are there, and rasters lie where the image lies."""
    folder = runs(name, image).folder
    for path in results_in(folder, name).values():
        assert path.stat().st_size
    for path in rasters_in(folder, name):
        assert_lies_at(path, 0, 0, (ROWS, COLUMNS))
        assert shown(path).any()


@pytest.mark.parametrize(
    ("name", "image"), [(name, image) for name in those_that("progress") for image in CALLS[name].images or [""]]
)
def test_progress_rises_to_the_end_and_not_beyond(runs, name, image):
    reported = runs(name, image).reported
    assert reported == sorted(reported)
    assert reported[0] >= 0
    assert reported[-1] == pytest.approx(1)


@pytest.mark.parametrize("name", those_that("folder"))
def test_folder_of_tiles(inputs, tmp_path, name):
    """A folder stands for its tiles in the order of their names."""
    folder = tmp_path / "tiles"
    folder.mkdir()
    (folder / "notes.txt").write_text("no tile")
    tiles = [folder / "a.h5", folder / "b.H5"]
    for tile, empty in zip(tiles, (EMPTY, EMPTY | HIDDEN)):
        write_small_tile(tile, empty)
    one, other = (
        run_to(tmp_path / label, inputs, name, TILES=given) for label, given in (("one", [folder]), ("other", tiles))
    )
    assert files_in(one) == files_in(other)


@pytest.mark.parametrize("name", those_that("raster"))
def test_raster_with_alpha(changed, tmp_path, name):
    """Pixels without opacity have no data, and the alpha band is no band of the image."""
    change_raster(changed, name, alpha=~(EMPTY | HIDDEN))
    results = run_to(tmp_path / "out", changed, name, CALLS[name].raster)
    for path in rasters_in(results, name):
        np.testing.assert_array_equal(shown(path), ~(EMPTY | HIDDEN))


@pytest.mark.parametrize(("name", "image"), images_of(CALLS))
def test_image_without_crs(changed, tmp_path, name, image):
    if image == CALLS[name].raster:
        change_raster(changed, name, crs="")
    else:
        change_tile(changed, texts={"EPSG Code": REMOVED, "Map_Info": REMOVED, "Proj4": REMOVED})
    results = run_to(tmp_path / "out", changed, name, image)
    for path in rasters_in(results, name):
        assert_lies_at(path, 0, 0, (ROWS, COLUMNS), crs="")


@pytest.mark.parametrize("name", those_that("raster"))
def test_layer_with_settings(changed, tmp_path, name):
    """A layer's coordinate reference system and no data values count, as the user has set them."""
    change_raster(changed, name, lambda values: np.where(HIDDEN, 77, np.where(values == 77, 78, values)), crs="")
    layer = QgsRasterLayer(str(changed / CALLS[name].raster_file), "layer")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32618"))
    provider = layer.dataProvider()
    for band in range(1, layer.bandCount() + 1):
        # Of values as QGIS shows them, after scale and offset.
        low, high = (value * provider.bandScale(band) + provider.bandOffset(band) for value in (76.5, 77.5))
        provider.setUserNoDataValue(band, [QgsRasterRange(low, high)])
    results = run_to(tmp_path / "out", changed, name, CALLS[name].raster, **{CALLS[name].raster: layer})
    for path in rasters_in(results, name):
        assert_lies_at(path, 0, 0, (ROWS, COLUMNS))
        np.testing.assert_array_equal(shown(path), ~(EMPTY | HIDDEN))


def succeeds_or_says_why(folder, inputs, name, image):
    """Tell whether an algorithm runs; if not, check that it is for want of valid pixels."""
    feedback = Recorder()
    try:
        run_to(folder, inputs, name, image, feedback)
    except QgsProcessingException as error:
        assert re.search("valid pixel|leaves no pixel", f"{error} {feedback.errors}")
        return False
    return True


@pytest.mark.parametrize(("name", "image"), images_of(CALLS))
def test_image_without_data(changed, tmp_path, name, image):
    if image == CALLS[name].raster:
        change_raster(changed, name, np.zeros_like)
    else:
        change_tile(changed, np.ones_like(EMPTY))
    succeeds_or_says_why(tmp_path / "out", changed, name, image)
    assert not any(shown(path).any() for path in rasters_in(tmp_path / "out", name) if path.exists())


@pytest.mark.parametrize(("name", "image"), images_of(those_that("gaps")))
def test_band_that_takes_away_most_pixels_is_named(changed, tmp_path, name, image):
    gaps = np.ones((ROWS, COLUMNS), bool)
    gaps[:4] = False
    if image == CALLS[name].raster:
        change_raster(changed, name, lambda values: np.where(gaps & [[[False]], [[False]], [[True]]], 0, values))
    else:
        change_tile(changed, gaps=gaps)
    feedback = Recorder()
    run_to(tmp_path / "out", changed, name, image, feedback)
    said = [line for line in [*feedback.warnings, *feedback.lines] if "of the pixels with data are used" in line]
    assert said and all("(669.0 nm): 70.7 %" in line for line in said)


@pytest.mark.parametrize(("name", "image"), images_of(CALLS))
def test_image_of_one_pixel(changed, tmp_path, name, image):
    if image == CALLS[name].raster:
        change_raster(changed, name, lambda values: values[:, :1, 5:6])
    else:
        change_tile(changed, np.zeros((1, 1), bool))
    if succeeds_or_says_why(tmp_path / "out", changed, name, image):
        assert all(shown(path).tolist() == [[True]] for path in rasters_in(tmp_path / "out", name))


@pytest.mark.parametrize(("name", "image"), images_of(those_that("mask")))
def test_mask(inputs, tmp_path, name, image):
    """What the mask leaves out, and nothing else, has no data."""
    mask = write_raster(tmp_path / "mask.tif", np.where(HIDDEN, 0, 7)[np.newaxis].astype(np.uint8))
    results = run_to(tmp_path / "out", inputs, name, image, MASK=mask)
    for path in rasters_in(results, name):
        np.testing.assert_array_equal(shown(path), ~(EMPTY | HIDDEN))


@pytest.mark.parametrize(("name", "image"), images_of(those_that("extent")))
def test_extent_in_another_crs(inputs, runs, tmp_path, name, image):
    """Pixels whose centre lies in the extent are read."""
    utm, degrees = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (EPSG, 4326))
    project = QgsProject.instance()
    wanted = QgsRectangle(LEFT + 4.2, TOP - 9.3, LEFT + 14.8, TOP - 2.1)
    there = QgsCoordinateTransform(utm, degrees, project).transformBoundingBox(wanted)
    back = QgsCoordinateTransform(degrees, utm, project).transformBoundingBox(there)
    rows = [row for row in range(ROWS) if back.yMinimum() <= TOP - row - 0.5 <= back.yMaximum()]
    columns = [column for column in range(COLUMNS) if back.xMinimum() <= LEFT + column + 0.5 <= back.xMaximum()]
    extent = f"{there.xMinimum()},{there.xMaximum()},{there.yMinimum()},{there.yMaximum()} [EPSG:4326]"
    part = run_to(tmp_path / "out", inputs, name, image, EXTENT=extent)
    for path, whole in zip(rasters_in(part, name), rasters_in(runs(name, image).folder, name)):
        assert_lies_at(path, rows[0], columns[0], (len(rows), len(columns)))
        np.testing.assert_array_equal(shown(path), shown(whole)[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def named_inputs(folder, name):
    """Yield each parameter by which an algorithm is given a file or a layer, with that file in a folder."""
    call = CALLS[name]
    known = {**call.files, **call.images, "START_CENTRES": CENTRES, "MERGE_TABLE": CENTRES, "CLASSES": CLASSES}
    known.update(PRIORS_TABLE=CENTRES, ORIGINAL_TILES=TILE)
    known.update(dict.fromkeys(("MASK", "EXTENT"), "area.geojson"))
    for definition in QgsApplication.processingRegistry().algorithmById(f"neonaop:{name}").parameterDefinitions():
        if not definition.isDestination() and isinstance(definition, GIVEN_AS_FILES):
            yield definition.name(), folder / known[definition.name()]


@pytest.mark.parametrize("name", those_that("replace"))
def test_no_result_replaces_an_input(inputs, tmp_path, name):
    folder = Path(shutil.copytree(inputs, tmp_path / "inputs"))
    polygon = {"type": "Polygon", "coordinates": [[[-76.5, 38.8], [-76.5, 38.9], [-76.4, 38.9], [-76.5, 38.8]]]}
    (folder / "area.geojson").write_text(json.dumps(polygon))
    before = files_in(folder)
    for parameter, file in named_inputs(folder, name):
        given = [file] if parameter == "TILES" else file
        image = parameter if parameter in CALLS[name].images else ""
        others = dict.fromkeys(INSTEAD.get(parameter, ()))
        for result in CALLS[name].results:
            values = {**results_in(tmp_path, name), result: file}
            with pytest.raises(QgsProcessingException, match="is an input as well"):
                run_in(folder, name, values, None, image, **others, **{parameter: given})
    assert files_in(folder) == before


# Ways to be called --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CALLS)
def test_cancelling_leaves_each_file_old_or_new(inputs, runs, tmp_path, name):
    """But for centres, with which another run can go on."""
    new, old = files_in(runs(name).folder), b"old"
    for path in results_in(tmp_path, name).values():
        if path.suffix:
            path.write_bytes(old)
    feedback = Cancelling(np.random.default_rng(list(name.encode())).integers(1, runs(name).told, endpoint=True))
    run_in(inputs, name, results_in(tmp_path, name), feedback)
    assert feedback.isCanceled()
    assert feedback.errors == []
    for file, content in files_in(tmp_path).items():
        assert content in (old, new[file]) or "centres" in file


@pytest.mark.parametrize("name", those_that("full disk"))
def test_full_disk_is_told(inputs, small_disk, name):
    results, feedback = results_in(small_disk.folder, name), Recorder()
    small_disk.leave_free(0)
    with pytest.raises(QgsProcessingException) as raised:
        run_in(inputs, name, results, feedback)
    said = f"{raised.value} {feedback.errors}"
    assert "free some space" in said and any(str(path) in said for path in results.values())
    assert not any(small_disk.contents().values())


@pytest.mark.parametrize("name", CALLS)
def test_step_of_a_model(inputs, runs, tmp_path, name):
    results = results_in(tmp_path, name)
    model = model_of(name, {**CALLS[name].settings, **inputs_in(inputs, name)}, results)
    run(model, **model_targets(model, results))
    assert files_in(tmp_path) == files_in(runs(name).folder)


def json_of(values):
    return json.dumps({"inputs": {name: plain(value) for name, value in values.items()}})


def arguments_of(values):
    return [
        f"{name}={one}" for name, value in values.items() for one in (value if isinstance(value, list) else [value])
    ]


# Since 3.36, qgis_process takes parameters as JSON from its standard input.
WAYS = ["arguments", "json"] if Qgis.QGIS_VERSION_INT >= 33600 else ["arguments"]


@pytest.fixture(scope="module", autouse=True)
def command_lines(request, qgis_process, inputs, tmp_path_factory):
    """Run qgis_process as tests of this module need it, beside the other tests, as each run starts a QGIS."""

    def run_it(name, way):
        folder = tmp_path_factory.mktemp(f"{name}_{way}")
        values = {**CALLS[name].settings, **inputs_in(inputs, name), **results_in(folder, name)}
        if way == "json":
            return folder, qgis_process("run", f"neonaop:{name}", "-", standard_input=json_of(values))
        return folder, qgis_process("--json", "run", f"neonaop:{name}", "--", *arguments_of(values))

    tests = [
        item.callspec.params
        for item in request.session.items
        if item.module is request.module and item.originalname == "test_command_line"
    ]
    with ThreadPoolExecutor(1) as executor:
        yield {(test["name"], test["way"]): executor.submit(run_it, test["name"], test["way"]) for test in tests}


@pytest.mark.parametrize("name", CALLS)
def test_twice_at_once(inputs, runs, tmp_path, name):
    """Two runs in threads of one QGIS do not disturb each other."""
    assert run_at_once(inputs, tmp_path, [name] * 2) == [([], files_in(runs(name).folder))] * 2


EIGHT = (
    *("applycentres", "applypca", "classifytiles", "cleanreflectance", "colourcomposite", "kmeans", "pca"),
    "spectralindices",
)
EIGHT_OTHERS = (
    *("applyclassifier", "classificationstudy", "compareclassifications", "gaussianclassifier", "mergeclasses"),
    *("samplespectra", "spectralangle", "suggestclusters"),
)


@pytest.mark.parametrize("names", [EIGHT, EIGHT_OTHERS], ids=["eight", "eight others"])
def test_eight_at_once(inputs, runs, tmp_path, names):
    """Eight algorithms in threads of one QGIS give what each gives alone, and leave the process as it was."""
    alone = [([], files_in(runs(name).folder)) for name in names]
    before = state_of_process()
    assert run_at_once(inputs, tmp_path, names) == alone
    assert state_of_process() == before


def run_at_once(inputs, folder, names):
    """Run algorithms in threads that begin together; return the errors and files of each."""
    together = threading.Barrier(len(names), timeout=60)

    def run_beside_others(number, name):
        own = folder / str(number)
        own.mkdir()
        values = {**CALLS[name].settings, **inputs_in(inputs, name), **results_in(own, name)}
        algorithm, feedback = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{name}"), Recorder()
        together.wait()
        algorithm.run({key: plain(value) for key, value in values.items()}, QgsProcessingContext(), feedback)
        return feedback.errors, files_in(own)

    with ThreadPoolExecutor(len(names)) as executor:
        outcomes = [executor.submit(run_beside_others, number, name) for number, name in enumerate(names)]
        # Steps of models are prepared in the main thread, which in QGIS waits for events.
        while not all(outcome.done() for outcome in outcomes):
            QCoreApplication.processEvents()
            time.sleep(0.01)
    return [outcome.result() for outcome in outcomes]


def state_of_process():
    """Return what all runs of a process share, such as the folder, filters of warnings and threads of BLAS."""
    threadpoolctl = pytest.importorskip("threadpoolctl", reason="the Python package threadpoolctl is not installed")
    return {
        "folder": os.getcwd(),
        "environment": dict(os.environ),
        "warnings": list(warnings.filters),
        "random": random.getstate(),
        "NumPy's random": [str(part) for part in np.random.get_state()],
        "NumPy's errors": np.geterr(),
        "GDAL's exceptions": (gdal.GetUseExceptions(), osr.GetUseExceptions()),
        "GDAL's cache": gdal.GetCacheMax(),
        "BLAS": {one["filepath"]: one["num_threads"] for one in threadpoolctl.threadpool_info()},
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", CALLS)
def test_command_line(command_lines, runs, name, way):
    folder, process = command_lines[name, way].result()
    assert process.returncode == 0, process.stderr
    results = json.loads(process.stdout)["results"]
    assert {key: str(path) for key, path in results_in(folder, name).items()}.items() <= results.items()
    assert files_in(folder) == files_in(runs(name).folder)
