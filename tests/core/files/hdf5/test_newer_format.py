"""Files in HDF5's newer format, into which the check of the structure does not look."""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.hdf5.opening import open_hdf5

VALUES = np.arange(1, 61, dtype="i2").reshape(3, 4, 5)
ALL = (slice(0, 3), slice(0, 4), slice(0, 5))
# HDF5 1.8 has headers with checksums, and indices of chunks without.
VERSIONS = ("latest", ("v108", "v108"))


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "newer.h5")


@pytest.fixture(params=VERSIONS, ids=str)
def sample(request, path):
    write(path, request.param)
    return path


def write(path, version, **storage):
    with h5py.File(path, "w", libver=version) as file:
        group = file.create_group("site")
        group.create_dataset("cube", data=VALUES, **{"chunks": (3, 4, 1), "compression": "gzip", **storage})
        group["cube"].attrs["Units"] = "none"
        group["numbers"] = [1.5, 2.5]
        group.create_group("logs")["text"] = "one"


def flip(path, place):
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 0xFF]))


def header_of(path, name):
    with h5py.File(path) as file:
        return h5py.h5o.get_info(file[name].id).addr


def place_of(path, signature):
    with open(path, "rb") as file:
        return file.read().index(signature)


def test_undamaged_file_is_read(sample, backend):
    file = open_hdf5(sample, backend)
    assert (file.groups("/site"), file.datasets("/site")) == (["logs"], ["cube", "numbers"])
    assert file.attribute("/site/cube", "Units") == "none"
    assert file.text("/site/logs/text") == "one"
    np.testing.assert_array_equal(file.array("/site/numbers"), [1.5, 2.5])
    np.testing.assert_array_equal(file.cube("/site/cube").read(*ALL), VALUES)
    file.close()


@pytest.mark.parametrize("name", ["site/cube", "site/numbers", "site/logs"])
def test_member_with_a_damaged_header_is_not_taken_for_a_missing_one(sample, name):
    flip(sample, header_of(sample, name) + 8)
    file = open_hdf5(sample, "h5py")
    for members in (file.groups, file.datasets):
        with pytest.raises(TileError, match=f"/{name} cannot be read"):
            members("/site")
    with pytest.raises(TileError, match=f"/{name}.* cannot be read"):
        file.attribute(f"/{name}", "Units")
    file.close()


@pytest.mark.parametrize("name", ["site/cube", "site/numbers", "site/logs"])
def test_gdal_does_not_take_a_damaged_member_for_a_missing_one(sample, name):
    flip(sample, header_of(sample, name) + 8)
    with pytest.raises(TileError):
        open_hdf5(sample, "gdal").datasets("/site")


@pytest.mark.parametrize("link", [h5py.SoftLink("/nowhere"), h5py.ExternalLink("no.h5", "/data")], ids=str)
def test_link_that_leads_nowhere_is_passed_over(sample, link):
    """GDAL's netCDF driver does not open such a file."""
    with h5py.File(sample, "r+") as file:
        file["site/link"] = link
    file = open_hdf5(sample, "h5py")
    assert (file.groups("/site"), file.datasets("/site")) == (["logs"], ["cube", "numbers"])
    assert file.attribute("/site/link", "Units") is None
    file.close()


def test_group_that_is_not_there_has_no_members(sample, backend):
    file = open_hdf5(sample, backend)
    for path in ("/nothing", "/site/nothing/below", "/site/cube", "/site/cube/below"):
        assert (file.groups(path), file.datasets(path)) == ([], [])
    assert file.attribute("/nothing", "Units") is None
    file.close()


def test_damaged_index_of_chunks_is_told(path, backend):
    write(path, "latest")
    flip(path, place_of(path, b"FADB") + 20)  # A fixed array's data block.
    file = open_hdf5(path, backend)
    cube = file.cube("/site/cube")
    with pytest.raises(TileError, match="/site/cube.* cannot be read"):
        cube.read(*ALL)
    if backend == "h5py":
        with pytest.raises(TileError, match=r"/site/cube from \(0, 0, 2\) on cannot be read"):
            cube.raw_chunk((0, 0, 2))
    file.close()


def test_chunk_that_is_not_found_is_not_taken_for_zeros(path, backend):
    write(path, ("v108", "v108"))
    # Of the second entry in the B-tree: the third of three indices, and the one of the bytes of a value.
    flip(path, place_of(path, b"TREE\1") + 24 + 48 + 8 + 16)
    file = open_hdf5(path, backend)
    with pytest.raises(TileError, match=r"/site/cube .*from \(0, 0, 1\) on"):
        file.cube("/site/cube").read(*ALL)
    file.close()


def test_gdal_cannot_tell_a_chunk_of_zeros_from_a_lost_one(path, backend):
    with h5py.File(path, "w", libver="latest") as file:
        file.create_dataset("cube", data=np.zeros((4, 4), "i2"), chunks=(2, 4))
    file = open_hdf5(path, backend)
    cube, box = file.cube("/cube"), (slice(3, 4), slice(1, 3))
    if backend == "h5py":
        np.testing.assert_array_equal(cube.read(*box), [[0, 0]])
    else:
        with pytest.raises(TileError, match=r"nothing but zeros from \(2, 0\) on.* install h5py"):
            cube.read(*box)
    file.close()


def test_zeros_in_a_chunk_that_has_other_values_are_read(path, backend):
    values = np.zeros((4, 5), "i2")
    values[::2, 0] = 7
    with h5py.File(path, "w", libver="latest") as file:
        file.create_dataset("cube", data=values, chunks=(2, 3))
        file["cube"][:, 3:] = 7
    file = open_hdf5(path, backend)
    np.testing.assert_array_equal(file.cube("/cube").read(slice(1, 4), slice(1, 3)), np.zeros((3, 2)))
    file.close()


def test_fill_value_is_taken_for_chunks_that_were_never_written(path, backend):
    with h5py.File(path, "w", libver="latest") as file:
        file.create_dataset("cube", (4, 4), "i2", chunks=(2, 4), fillvalue=-9999)[:2] = 1
    file = open_hdf5(path, backend)
    np.testing.assert_array_equal(file.cube("/cube").read(slice(1, 3), slice(0, 2)), [[1, 1], [-9999, -9999]])
    file.close()


def test_values_without_chunks_that_were_never_written(path):
    with h5py.File(path, "w", libver="latest") as file:
        file.create_dataset("cube", (4, 4), "i2")
    file = open_hdf5(path, "h5py")
    with pytest.raises(TileError, match="/cube cannot be read .its values were never written"):
        file.cube("/cube").read(slice(0, 1), slice(0, 1))
    file.close()
