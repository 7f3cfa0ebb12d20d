"""What users are told about files that are not reflectance tiles."""

import subprocess
import sys
from pathlib import Path

import h5py
import pytest
from qgis.core import QgsProcessingException

from neon_aop.tests.algorithms.checks import run, write_tile_at
from neon_aop.tests.tiles import random_cube, write_tile


def radiance(path):
    with h5py.File(path, "w") as file:
        file.create_group("SERC/Radiance")


def other_hdf5(path):
    with h5py.File(path, "w") as file:
        file.create_dataset("lidar/heights", data=[1.0, 2.0])


def renamed_text(path):
    path.write_text("easting,northing\n1,2\n")


def truncated(path):
    write_tile_at(path, random_cube())
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def without_wavelengths(path):
    write_tile_at(path, random_cube(), without=("Wavelength",))


def empty(path):
    path.write_bytes(b"")


def missing(path):
    pass


BAD_FILES = {
    radiance: r"holds radiance \(DP1\.30008\.001",
    other_hdf5: r"no group in it holds a group Reflectance \(found: /lidar\)",
    renamed_text: "is not an HDF5 file",
    truncated: "not complete, download it again",
    without_wavelengths: "the dataset /SERC/Reflectance/Metadata/Spectral_Data/Wavelength is missing",
    empty: r"is empty \(0 bytes\)",
    missing: "does not exist; check the path",
}


@pytest.fixture(params=BAD_FILES, ids=lambda make: make.__name__)
def bad_file(request, tmp_path):
    """A file that is no tile, and what its message says."""
    path = tmp_path / "bad.h5"
    request.param(path)
    return path, BAD_FILES[request.param]


def test_cleaning_says_what_is_wrong(bad_file, tmp_path):
    path, sentence = bad_file
    with pytest.raises(QgsProcessingException, match=sentence) as raised:
        run("cleanreflectance", INPUT=path, OUTPUT=tmp_path / "out.tif")
    assert str(path) in str(raised.value)
    assert "Traceback" not in str(raised.value)
    assert not (tmp_path / "out.tif").exists()


def test_classifying_says_what_is_wrong(bad_file, tmp_path):
    path, sentence = bad_file
    with pytest.raises(QgsProcessingException, match=sentence) as raised:
        run("classifytiles", TILES=[path], CLASS_RASTER=tmp_path / "c.tif", PC_RASTER=tmp_path / "p.tif")
    assert str(path) in str(raised.value)
    assert "Traceback" not in str(raised.value)
    assert not list(tmp_path.glob("*.tif"))


def test_folder_is_no_tile(tmp_path):
    with pytest.raises(QgsProcessingException, match=f"{tmp_path} is a folder; choose a NEON reflectance file"):
        run("cleanreflectance", INPUT=tmp_path, OUTPUT=tmp_path / "out.tif")


def test_tile_is_no_raster(tile, tmp_path):
    with pytest.raises(QgsProcessingException) as raised:
        run("kmeans", INPUT=tile, OUTPUT=tmp_path / "out.tif")
    assert "Traceback" not in str(raised.value)


@pytest.mark.parametrize("algorithm", ["inspecttile", "colourcomposite", "cleanreflectance", "classifytiles"])
def test_good_file_in_the_place_of_a_bad_one_is_read_by_gdal_too(algorithm, tmp_path, monkeypatch):
    """GDAL would still read the bad one if anything, such as the error, held on to it."""
    monkeypatch.setitem(sys.modules, "h5py", None)
    path = tmp_path / "tile.h5"
    inputs = {
        "inspecttile": {"INPUT": path},
        "colourcomposite": {"TILE": path, "WAVELENGTHS": "457, 530, 604", "OUTPUT": tmp_path / "colours.tif"},
        "cleanreflectance": {"INPUT": path, "OUTPUT": tmp_path / "clean.tif"},
        "classifytiles": {
            "TILES": [path],
            "CLASS_RASTER": tmp_path / "classes.tif",
            "PC_RASTER": tmp_path / "components.tif",
        },
    }[algorithm]
    write_tile(path, random_cube().astype("uint16"))
    with pytest.raises(QgsProcessingException, match="uint16 numbers cannot be"):
        run(algorithm, **inputs)
    path.unlink()
    write_tile(path, random_cube())
    assert run(algorithm, **inputs)


def test_a_few_files_of_the_corpus():
    """Those of `make badfiles`, of which each kind is represented here; in processes that may hang or crash."""
    script = Path(__file__).resolve().parents[2] / "scripts" / "badfiles.py"
    done = subprocess.run([sys.executable, script, "--quick"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
