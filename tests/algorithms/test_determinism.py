"""The same run gives the same result, whenever and wherever it runs.

The snapshot holds what a run on a tile made of integers gave. Each version of QGIS and its libraries must give the
same: the class raster value by value, with all that is said of it, and component scores within 0.000001.
"""

import hashlib
import itertools
import json
import os
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.threads import using_threads
from neon_aop.tests.algorithms.checks import read, run, write_tile_at
from neon_aop.tests.tiles import NODATA

SNAPSHOT = Path(__file__).with_name("determinism.json")
REMAKE = "REMAKE_DETERMINISM"

ROWS, COLUMNS, BANDS = 48, 44, 60
KINDS = 5
SCORE_TOLERANCE = 1e-6
EVERY_NTH_PIXEL = 53


def patchwork() -> np.ndarray:
    """Return stored values of five kinds of ground, lit differently, with little noise and a corner without data."""
    rng = np.random.default_rng(11)
    spectra = np.cumsum(rng.integers(-60, 100, (KINDS, BANDS)), axis=1) + 1000 * np.arange(1, KINDS + 1)[:, np.newaxis]
    kinds = np.repeat(np.repeat(rng.integers(0, KINDS, (ROWS // 4, COLUMNS // 4)), 4, axis=0), 4, axis=1)
    light = rng.integers(50, 151, (ROWS, COLUMNS, 1))
    cube = spectra[kinds] * light // 100 + rng.integers(-3, 4, (ROWS, COLUMNS, BANDS))
    cube[:10, :7] = NODATA
    return cube.astype(np.int16)


@pytest.fixture(scope="module")
def patches(tmp_path_factory):
    return write_tile_at(tmp_path_factory.mktemp("patches") / "patches.h5", patchwork())


def classify(tile, folder):
    folder.mkdir()
    return run(
        "classifytiles",
        TILES=[tile],
        BAND_RULE=1,
        SUBSET_FACTOR=1,
        COMPONENTS=4,
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "components.tif",
        CENTRES=folder / "centres.csv",
        EIGENVALUES=folder / "eigenvalues.csv",
        LOADINGS=folder / "loadings.csv",
        MODEL=folder / "model.json",
        PREVIEW=folder / "preview.png",
    )


def describe(path) -> dict:
    """Return all that a raster says of itself."""
    dataset = gdal.Open(str(path))
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    return {
        "size": [dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount],
        "geotransform": list(dataset.GetGeoTransform()),
        "epsg": dataset.GetSpatialRef().GetAuthorityCode(None),
        # Without what has the version of the plugin; its pixels stay those of earlier versions.
        "metadata": {name: text for name, text in dataset.GetMetadata().items() if name != "TIFFTAG_SOFTWARE"},
        # Without the order of the parts in the file, which only newer versions of GDAL tell.
        "structure": {k: v for k, v in dataset.GetMetadata("IMAGE_STRUCTURE").items() if k != "LAYOUT"},
        "bands": [describe_band(band) for band in bands],
        "files": sorted(file.name for file in Path(path).parent.glob(f"{Path(path).stem}.*")),
    }


def describe_band(band) -> dict:
    table, colours = band.GetDefaultRAT(), band.GetColorTable()
    columns = range(table.GetColumnCount()) if table else ()
    return {
        "type": gdal.GetDataTypeName(band.DataType),
        "block": band.GetBlockSize(),
        "nodata": band.GetNoDataValue(),
        "name": band.GetDescription(),
        "metadata": band.GetMetadata(),
        "categories": band.GetCategoryNames(),
        "colours": [list(colours.GetColorEntry(value)) for value in range(KINDS + 1)] if colours else None,
        "table": [
            [table.GetNameOfCol(column)] + [table.GetValueAsString(row, column) for row in range(table.GetRowCount())]
            for column in columns
        ],
    }


def test_threads_and_repetition_do_not_matter(patches, tmp_path):
    """Not a byte of any file differs."""
    contents = []
    for threads, again in itertools.product((1, 2, 5), (1, 2)):
        folder = tmp_path / f"{threads} {again}"
        with using_threads(threads):
            classify(patches, folder)
        contents.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert all(content == contents[0] for content in contents)
    assert len(contents[0]) >= 10


@pytest.fixture(scope="module")
def results(patches, registered, tmp_path_factory):
    return classify(patches, tmp_path_factory.mktemp("results") / "run")


@pytest.fixture(scope="module")
def snapshot(results):
    if os.environ.get(REMAKE):
        SNAPSHOT.write_text(json.dumps(found_in(results), indent=1) + "\n", encoding="utf-8")
    return json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def found_in(results) -> dict:
    classes, scores = read(results["CLASS_RASTER"]), read(results["PC_RASTER"])
    return {
        "classes": hashlib.sha256(classes.tobytes()).hexdigest(),
        "class raster": describe(results["CLASS_RASTER"]),
        "component raster": describe(results["PC_RASTER"]),
        "scores": scores.reshape(len(scores), -1)[:, ::EVERY_NTH_PIXEL].tolist(),
        "centres": [
            [float(number) for number in line.split(",")[3:]]
            for line in Path(results["CENTRES"]).read_text(encoding="utf-8").splitlines()[1:]
        ],
        "numbers": {name: results[name] for name in ("ITERATIONS", "MOVED", "CLASSES_FOUND", "COMPONENTS_KEPT")},
    }


@pytest.mark.parametrize("part", ["classes", "class raster", "component raster", "centres", "numbers"])
def test_result_is_that_of_other_versions(results, snapshot, part):
    found = json.loads(json.dumps(found_in(results)))
    assert found[part] == snapshot[part], f"If the change is meant, remake {SNAPSHOT.name} with {REMAKE}=1."


def test_scores_are_those_of_other_versions(results, snapshot):
    found = np.array(found_in(results)["scores"])
    assert found.shape == np.shape(snapshot["scores"]) and len(found) == 4
    np.testing.assert_allclose(found, snapshot["scores"], rtol=0, atol=SCORE_TOLERANCE)
