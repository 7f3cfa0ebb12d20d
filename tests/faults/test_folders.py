"""Folders and names that are unusual, or in which nothing can be written."""

import os
import shutil

import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

from neon_aop.algorithms.provider import ALGORITHMS
from neon_aop.core.files.targets import MOST_NAME_BYTES
from neon_aop.tests.algorithms.calls import CLEANED, TILE, inputs_in, results_in, run_in
from neon_aop.tests.faults.checks import contents

NAMES = [algorithm.NAME for algorithm in ALGORITHMS]
# QGIS makes the layer of the one, and the other makes its folder; tests of downloads look at that.
DOWNLOADS = ("listtiles", "downloadtiles")
MODELS = ("tutorial", "componentclasses", "vegetationclasses")
LONGEST_ENDING_BESIDE = {".tif": len(".aux.xml"), ".csv": len("-metadata.json")}


def assert_readable(results):
    """Check that results are there, and that rasters can be opened in QGIS."""
    for path in results.values():
        assert path.stat().st_size
        if path.suffix == ".tif":
            assert QgsRasterLayer(str(path), "layer").isValid()


@pytest.mark.parametrize("algorithm", NAMES)
@pytest.mark.parametrize("name", ["Größe – 森林, №1", "it's [a] 100% #1 & (b); $HOME"], ids=["letters", "signs"])
def test_unusual_names_of_folders(inputs, tmp_path, algorithm, name):
    folder = tmp_path / name
    shutil.copytree(inputs, folder)
    results = results_in(folder, algorithm, "résultat de ")
    run_in(folder, algorithm, results)
    assert_readable(results)


@pytest.mark.parametrize("algorithm", NAMES)
def test_longest_names(inputs, tmp_path, algorithm):
    """Neither a long path nor a name of as many bytes as there can be is a problem."""
    folder = tmp_path.joinpath(*["a long name of a folder " * 4] * 3)
    shutil.copytree(inputs, folder)
    results = {}
    for name, path in results_in(folder, algorithm).items():
        length = MOST_NAME_BYTES - LONGEST_ENDING_BESIDE.get(path.suffix, 0)
        results[name] = path.with_name(path.name.rjust(length, "x"))
        assert len(str(results[name])) > 500
    run_in(folder, algorithm, results)
    assert_readable(results)


@pytest.mark.parametrize("algorithm", [name for name in NAMES if name not in DOWNLOADS])
def test_read_only_folder_is_told_before_the_work(inputs, read_only_folder, tmp_path, algorithm):
    for name, path in results_in(read_only_folder, algorithm).items():
        with pytest.raises(QgsProcessingException) as raised:
            run_in(inputs, algorithm, {**results_in(tmp_path, algorithm), name: path})
        message = str(raised.value)
        assert f"({name}): nothing can be written to the folder {read_only_folder} (" in message
        assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("algorithm", [*(name for name in NAMES if name not in DOWNLOADS), *MODELS])
@pytest.mark.parametrize("place", ["/proc", "missing", "file"])
def test_bad_target_is_told_before_a_bad_tile(inputs, tmp_path, algorithm, place):
    """Nothing can be written to /proc, not even by root, whose permissions say otherwise."""
    copy = tmp_path / "inputs"
    shutil.copytree(inputs, copy)
    (copy / TILE).write_bytes(b"no tile")
    (tmp_path / "file").write_bytes(b"")
    folder = tmp_path / place
    before = contents(tmp_path)
    for name, path in results_in(folder, algorithm).items():
        with pytest.raises(QgsProcessingException, match=rf"\({name}\): .* {folder}"):
            run_in(copy, algorithm, {**results_in(tmp_path, algorithm), name: path})
    assert contents(tmp_path) == before


@pytest.mark.parametrize("algorithm", NAMES)
def test_input_is_not_overwritten(provider, inputs, tmp_path, algorithm):
    folder = tmp_path / "copy"
    shutil.copytree(inputs, folder)
    before = contents(folder)
    values = inputs_in(folder, algorithm)
    mask = provider.algorithm(algorithm).parameterDefinition("MASK")
    if mask is not None and not mask.isDestination():
        values["MASK"] = folder / CLEANED
    result, *_ = results = results_in(folder, algorithm)
    for name, value in values.items():
        target = value[0] if isinstance(value, list) else value
        with pytest.raises(QgsProcessingException, match=rf"\({result}\): .* is an input as well"):
            run_in(folder, algorithm, {**results, result: target}, **values)
        assert contents(folder) == before, name
