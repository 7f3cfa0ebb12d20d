"""Messages call parameters by the labels of dialogs, with ids only outside QGIS's window."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

import neon_aop
from neon_aop.tests.algorithms.checks import run

PACKAGE = Path(neon_aop.__file__).parent
TRANSLATING = {"tr", "translatable", "counted"}
# Terms of the field that are ids as well.
TERMS = {"CRS", "EPSG", "RMSE", "SNR", "SSE"}


@pytest.fixture(scope="module")
def labels(provider):
    """The labels of each id, of all algorithms and models."""
    found = {}
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            found.setdefault(definition.name(), set()).add(definition.description())
    return found


def calls():
    """Yield the calls of named functions in the code that is shipped."""
    for folder in ("algorithms", "core", "gui"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield path, node


def test_texts_hold_no_ids(labels):
    ids = set(labels) - TERMS
    found = [
        (path.name, text.lineno, text.value)
        for path, call in calls()
        if call.func.id in TRANSLATING
        for text in call.args
        if isinstance(text, ast.Constant) and ids & set(re.findall(r"(?<!@)\b[A-Z_]{3,}\b", str(text.value)))
    ]
    assert not found


def test_core_calls_parameters_by_their_labels(labels):
    found = [
        (call.args[0].args[0].value, call.args[1].value)
        for _, call in calls()
        if call.func.id == "called" and len(call.args) == 2 and isinstance(call.args[1], ast.Constant)
    ]
    assert len(found) > 8
    assert [(label, name) for label, name in found if label not in labels.get(name, ())] == []


def test_broken_tile_among_others_tells_the_way_out(tile, tmp_path, labels_alone):
    folder = tmp_path / "tiles"
    folder.mkdir()
    shutil.copy(tile, folder / "tile.h5")
    (folder / "a foreign file.h5").write_bytes(b"not HDF5")
    with pytest.raises(QgsProcessingException, match=r"a foreign file.h5 .* switch on Leave out broken tiles\.$"):
        run("classifytiles", TILES=[folder], CLASS_RASTER=tmp_path / "c.tif", PC_RASTER=tmp_path / "p.tif")


def test_single_broken_tile_has_no_way_out(tmp_path):
    path = tmp_path / "foreign.h5"
    path.write_bytes(b"not HDF5")
    with pytest.raises(QgsProcessingException, match="foreign.h5") as raised:
        run("classifytiles", TILES=[path], CLASS_RASTER=tmp_path / "c.tif", PC_RASTER=tmp_path / "p.tif")
    assert "SKIP_BROKEN" not in str(raised.value)


def test_tile_without_that_choice_has_no_way_out(tile, tmp_path):
    """Inverse transform reads the tiles of an original image, and cannot leave one out."""
    components, model = tmp_path / "components.tif", tmp_path / "model.json"
    run("mnf", TILES=[tile], SUBSET_FACTOR=50, OUTPUT=components, MODEL=model)
    path = tmp_path / "foreign.h5"
    path.write_bytes(b"not HDF5")
    original = {"ORIGINAL_TILES": [path, tile], "RESIDUAL": tmp_path / "residual.tif"}
    with pytest.raises(QgsProcessingException, match="foreign.h5") as raised:
        run("inversetransform", INPUT=components, MODEL=model, **original, OUTPUT=tmp_path / "out.tif")
    assert "SKIP_BROKEN" not in str(raised.value)
