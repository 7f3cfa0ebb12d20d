"""Failures and help at the command line; `test_every_algorithm` has runs. Each call starts QGIS, so there are few."""

import pytest


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
