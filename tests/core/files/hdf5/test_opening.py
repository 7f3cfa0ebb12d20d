from __future__ import annotations

import errno
import fcntl
import os
import sys
from types import ModuleType

import h5py
import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.errors import TileError
from neon_aop.core.files.gdalerrors import attempt
from neon_aop.core.files.hdf5 import gdalfile, opening
from neon_aop.core.files.hdf5.opening import open_hdf5
from neon_aop.core.files.hdf5.precheck import SWITCH


@pytest.fixture(params=["h5py", "gdal", "gdal with exceptions"])
def backend(request):
    if request.param == "h5py":
        yield "h5py"
        return
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param == "gdal with exceptions" else gdal.DontUseExceptions)()
    yield "gdal"
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


@pytest.fixture
def sample(tmp_path):
    path = str(tmp_path / "a file, ü.h5")
    with h5py.File(path, "w") as file:
        group = file.create_group("SITE/Reflectance")
        group.attrs["window"] = np.array([1340, 1445])
        data = group.create_dataset("cube", data=np.arange(24, dtype="i2").reshape(2, 3, 4), chunks=(2, 3, 1))
        data.attrs["Dimension_Labels"] = "Line, Sample, Wavelength"
        data.attrs["Scale_Factor"] = np.array([10000], "i4")
        data.attrs["Data_Ignore_Value"] = -9999.0
        data.attrs["as text"] = "10000"
        data.attrs["Units"] = "nanometers"
        data.attrs["bytes"] = np.bytes_(b"fixed")
        data.attrs["one"] = np.array(["variable"], dtype=h5py.string_dtype())
        group["variable"] = "text ü"
        group["fixed"] = np.bytes_(b"text")
        group["one"] = np.array([b"text"], dtype=h5py.string_dtype())
        group["code"] = 32618
        group["code array"] = np.array([32618], "i4")
        group["numbers"] = np.array([1.5, 2.5], "f4")
    return path


@pytest.fixture
def file(sample, backend):
    file = open_hdf5(sample, backend)
    yield file
    file.close()


def test_lists_groups(file):
    assert file.groups("/") == ["SITE"]
    assert file.groups("/SITE") == ["Reflectance"]
    assert file.groups("/SITE/Reflectance") == []


def test_lists_datasets(file):
    names = ["code", "code array", "cube", "fixed", "numbers", "one", "variable"]
    assert file.datasets("/SITE/Reflectance") == names
    assert file.datasets("/") == []


def test_each_driver_of_gdal_lists_a_group_once(sample, monkeypatch):
    called = []

    def noted(function, *arguments, **options):
        called.append(function.__name__)
        return attempt(function, *arguments, **options)

    monkeypatch.setattr(gdalfile, "attempt", noted)
    file = open_hdf5(sample, "gdal")
    for name in ("fixed", "one", "variable"):
        file.text(f"/SITE/Reflectance/{name}")
    file.close()
    # Those of / and /SITE, by two drivers.
    assert called.count("GetGroupNames") == 4


def test_reads_attribute_of_group(file):
    np.testing.assert_array_equal(file.attribute("/SITE/Reflectance", "window"), [1340.0, 1445.0])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Scale_Factor", 10000.0),
        ("Data_Ignore_Value", -9999.0),
        ("as text", "10000"),
        ("Units", "nanometers"),
        ("bytes", "fixed"),
        ("one", "variable"),
        ("missing", None),
    ],
)
def test_reads_attribute_of_dataset(file, name, value):
    assert file.attribute("/SITE/Reflectance/cube", name) == value


def test_attribute_of_an_unknown_type_is_passed_over(sample):
    with h5py.File(sample, "a") as file:
        h5py.h5a.create(file["SITE"].id, b"time", h5py.h5t.UNIX_D32LE, h5py.h5s.create(h5py.h5s.SCALAR))
    file = open_hdf5(sample, "h5py")
    assert file.attribute("/SITE", "time") is None
    file.close()


def test_damaged_attribute_is_not_taken_for_a_missing_one(sample, monkeypatch):
    monkeypatch.setenv(SWITCH, "off")
    with open(sample, "r+b") as file:
        content = file.read()
        # The type follows the name, which is padded to a multiple of 8 bytes.
        file.seek(content.index(b"Data_Ignore_Value") + 24)
        file.write(b"\xff" * 8)
    file = open_hdf5(sample, "h5py")
    with pytest.raises(TileError, match="Data_Ignore_Value"):
        file.attribute("/SITE/Reflectance/cube", "Data_Ignore_Value")
    file.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [("variable", "text ü"), ("fixed", "text"), ("one", "text"), ("code", "32618"), ("code array", "32618")],
)
def test_reads_text(file, name, text):
    assert file.text(f"/SITE/Reflectance/{name}") == text


def test_reads_small_array_as_float64(file):
    numbers = file.array("/SITE/Reflectance/numbers")
    assert numbers.dtype == np.float64
    np.testing.assert_array_equal(numbers, [1.5, 2.5])


def test_missing_array_is_named(file):
    with pytest.raises(TileError, match="/SITE/Reflectance/nothing"):
        file.array("/SITE/Reflectance/nothing")


def test_reads_box_of_cube(file):
    cube = file.cube("/SITE/Reflectance/cube")
    assert cube.shape == (2, 3, 4)
    assert cube.chunks == (2, 3, 1)
    box = cube.read(slice(1, 2), slice(0, 2), slice(2, 4))
    np.testing.assert_array_equal(box, [[[14, 15], [18, 19]]])
    assert box.dtype == np.int16


def test_prefers_h5py(sample):
    assert open_hdf5(sample).backend == "h5py"


def test_falls_back_to_gdal_when_h5py_does_not_import(sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    assert open_hdf5(sample).backend == "gdal"


def test_falls_back_to_gdal_when_h5py_is_an_empty_folder(sample, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", ModuleType("h5py"))
    assert open_hdf5(sample).backend == "gdal"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe.h5")
    with pytest.raises(TileError, match="is not a file but a folder, a device or a pipe"):
        open_hdf5(tmp_path / "pipe.h5")


@pytest.mark.parametrize("size", [512, 8192, 16384, 65536])
def test_user_block_of_any_size(tmp_path, size):
    path = str(tmp_path / "block.h5")
    with h5py.File(path, "w", userblock_size=size) as file:
        file["numbers"] = [1.5, 2.5]
    file = open_hdf5(path, "h5py")
    np.testing.assert_array_equal(file.array("/numbers"), [1.5, 2.5])
    file.close()


def test_file_that_only_gdal_does_not_open_is_not_called_damaged(sample, monkeypatch):
    monkeypatch.setattr(gdal, "OpenEx", lambda *arguments, **options: None)
    with pytest.raises(TileError, match=r"GDAL cannot read this HDF5 file of [\d,]+ bytes; .* install h5py"):
        open_hdf5(sample, "gdal")


def test_cube_is_called_as_it_was_asked_for(sample, tmp_path):
    """Behind a link to another file, it has another name."""
    path = str(tmp_path / "linking.h5")
    with h5py.File(path, "w") as file:
        file["SITE/cube"] = h5py.ExternalLink(sample, "/SITE/Reflectance/cube")
    file = open_hdf5(path, "h5py")
    cube = file.cube("/SITE/cube")
    assert (cube.name, cube.shape) == ("/SITE/cube", (2, 3, 4))
    file.close()


@pytest.mark.parametrize("value", [np.zeros((2, 3), "c8"), np.zeros(3, [("a", "i2")]), b"text"])
def test_cube_of_something_else_than_numbers(tmp_path, backend, value):
    path = str(tmp_path / "other.h5")
    with h5py.File(path, "w") as file:
        file["group/other"] = value
    file = open_hdf5(path, backend)
    assert file.cube("/group/other").stored_dtype.kind not in "iuf"
    file.close()


def test_missing_cube_is_named(file):
    with pytest.raises(TileError, match="/SITE/Reflectance/nothing"):
        file.cube("/SITE/Reflectance/nothing")


def test_large_claim_for_small_array_is_refused(tmp_path, backend):
    path = str(tmp_path / "claim.h5")
    with h5py.File(path, "w") as file:
        file.create_dataset("numbers", (10_000_000_000,), "f8", chunks=(1000,))
    file = open_hdf5(path, backend)
    with pytest.raises(TileError, match="10000000000"):
        file.array("/numbers")


def test_missing_file(tmp_path, backend):
    with pytest.raises(TileError, match="does not exist"):
        open_hdf5(str(tmp_path / "none.h5"), backend)


def test_folder(tmp_path, backend):
    with pytest.raises(TileError, match="is a folder"):
        open_hdf5(str(tmp_path), backend)


def test_empty_file(tmp_path, backend):
    path = tmp_path / "empty.h5"
    path.touch()
    with pytest.raises(TileError, match="is empty"):
        open_hdf5(str(path), backend)


def test_text_file(tmp_path, backend):
    path = tmp_path / "page.h5"
    path.write_text("<html>Sign in</html>")
    with pytest.raises(TileError, match="not an HDF5 file.*<html"):
        open_hdf5(str(path), backend)


@pytest.mark.parametrize("length", [8, 100, 1500])
def test_truncated_file(sample, backend, length, capfd):
    os.truncate(sample, length)
    with pytest.raises(TileError, match="damaged or not complete"):
        open_hdf5(sample, backend)
    assert capfd.readouterr().err == ""


@pytest.fixture
def locked(sample):
    """The sample while another program writes it."""
    with open(sample, "rb") as writer:
        fcntl.flock(writer, fcntl.LOCK_EX)
        yield sample


@pytest.fixture
def without_locks(locked, monkeypatch):
    """The sample in a folder in which HDF5 can have no lock."""

    def refuse(file, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    return locked


def test_file_that_is_being_written(locked, backend, capfd):
    with pytest.raises(TileError, match="being written by another program; wait"):
        open_hdf5(locked, backend)
    assert capfd.readouterr().err == ""


def test_h5py_reads_in_a_folder_without_locks(without_locks):
    file = open_hdf5(without_locks, "h5py")
    np.testing.assert_array_equal(file.array("/SITE/Reflectance/numbers"), [1.5, 2.5])
    file.close()


def test_gdal_says_how_to_read_in_a_folder_without_locks(without_locks):
    with pytest.raises(TileError, match="HDF5_USE_FILE_LOCKING to FALSE"):
        open_hdf5(without_locks, "gdal")


def test_unreadable_file(sample, backend, monkeypatch):
    def refuse(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening, "open", refuse, raising=False)
    with pytest.raises(TileError, match="Permission denied"):
        open_hdf5(sample, backend)


@pytest.mark.parametrize("text", [b"five", np.array([1 + 2j]), np.zeros(3, [("a", "i2")])], ids=str)
def test_array_of_something_else_than_numbers_is_refused(tmp_path, backend, text):
    path = str(tmp_path / "words.h5")
    with h5py.File(path, "w") as file:
        file["group/words"] = text
    file = open_hdf5(path, backend)
    with pytest.raises(TileError, match="/group/words"):
        file.array("/group/words")
    file.close()


def test_text_that_claims_much_memory_is_refused(tmp_path, backend):
    path = str(tmp_path / "claim.h5")
    with h5py.File(path, "w") as file:
        file.create_dataset("text", (3,), "S900000000", chunks=(1,))
    with pytest.raises(TileError, match="download it again"):
        open_hdf5(path, backend)


def test_damaged_structure_is_told_before_the_library_reads_it(sample, backend, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    with open(sample, "r+b") as file:
        file.seek(file.read().index(b"SNOD"))
        file.write(b"X")
    with pytest.raises(TileError, match="the list of members of .* does not follow the HDF5 format"):
        open_hdf5(sample, backend)
