"""Failures and help at the command line; `test_every_algorithm` has runs. Each call starts QGIS, so there are few."""

import re

import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile


@pytest.fixture(scope="module")
def failed(qgis_process, tmp_path_factory):
    folder = tmp_path_factory.mktemp("failed")
    text = folder / "text.h5"
    text.write_text("no tile")
    return qgis_process("run", "neonaop:cleanreflectance", "--", f"INPUT={text}", f"OUTPUT={folder / 'out.tif'}")


def test_failure_exits_with_1(failed):
    assert failed.returncode == 1


def test_failure_has_its_own_sentence(failed):
    said = failed.stdout + failed.stderr
    assert "text.h5 is not an HDF5 file" in said
    assert "Traceback" not in said


def test_help_lists_the_parameters(qgis_process):
    process = qgis_process("help", "neonaop:kmeans")
    assert process.returncode == 0
    for name in ("CLUSTERS", "START_CENTRES", "CLASSES_FOUND"):
        assert name in process.stdout


def test_texts_and_progress_have_lines_of_their_own(qgis_process, tmp_path):
    tile = tmp_path / "tile.h5"
    write_demo_tile(str(tile), size=30)
    results = [f"CLASS_RASTER={tmp_path / 'classes.tif'}", f"PC_RASTER={tmp_path / 'scores.tif'}"]
    process = qgis_process("run", "neonaop:classifytiles", "--", f"TILES={tile}", *results, "MAX_ITERATIONS=9")
    lines = process.stdout.split("Reading tiles\n")[1].split("\n\n")[0].splitlines()
    texts = [line for line in lines if re.search("[a-z]", line) and not line.endswith("100 - done.")]
    assert not [line for line in texts if re.match(r"[.\d]*(\.|0)[A-Z]|[.\d]*\.\d", line)]
    assert len(texts) > 10
    marks = "".join(line for line in lines if line not in texts)
    assert marks == "0...10...20...30...40...50...60...70...80...90...100 - done."
