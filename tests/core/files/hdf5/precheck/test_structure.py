from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import TileError
from neon_aop.core.files.hdf5.precheck import SWITCH, check_structure
from neon_aop.core.files.hdf5.precheck.messages import UNDEFINED
from neon_aop.tests.tiles import random_cube, write_tile

# Where things stand in a node of an index of chunks with three axes: in the first entry, and from one to the next.
SIZE, SKIPPED, CORNER, CHILD, ENTRY = 24, 28, 32, 64, 48
DATA = "/SERC/Reflectance/Reflectance_Data"
ROOT = Path(__file__).resolve().parents[5]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "tile.h5"


@pytest.fixture
def tile(path):
    """A tile whose 120 chunks need an index of two levels."""
    write_tile(path, chunks=(5, 8, 3))
    return path


def check(path, offset: int = 0) -> None:
    """Check a file and all its indices of chunks: a name that is not known may be that of any dataset."""
    check_structure(str(path), offset).check_dataset("")


def replace(path, place: int, content: bytes) -> None:
    with open(path, "r+b") as file:
        file.seek(place)
        file.write(content)


def number(value: int, count: int = 8) -> bytes:
    return value.to_bytes(count, "little")


def refusal(path) -> str:
    with pytest.raises(TileError) as raised:
        check(path)
    return str(raised.value)


def chunk_indices(content: bytes, level: int) -> list[int]:
    """Return where the nodes of an index of chunks are."""
    return [place for place in places(content, b"TREE") if content[place + 4 : place + 6] == bytes([1, level])]


def places(content: bytes, signature: bytes) -> list[int]:
    found = [content.find(signature)]
    while found[-1] >= 0:
        found.append(content.find(signature, found[-1] + 1))
    return found[:-1]


STORAGES = {
    "bands": {"chunks": (20, 24, 1)},
    "blocks": {"chunks": (6, 5, 7)},
    "two levels": {"chunks": (5, 8, 3)},
    "not compressed": {"chunks": (6, 5, 7), "compression": None},
    "not chunked": {"chunks": None, "compression": None},
    "shuffled": {"chunks": (6, 5, 7), "filters": {"shuffle": True}},
    "checksums": {"chunks": (6, 5, 7), "filters": {"fletcher32": True}},
    "checksums only": {"chunks": (6, 5, 7), "compression": None, "filters": {"fletcher32": True}},
    "LZF": {"chunks": (6, 5, 7), "compression": "lzf"},
    "fill value": {"chunks": (6, 5, 7), "filters": {"fillvalue": -9999}},
    "growing": {"chunks": (6, 5, 7), "filters": {"maxshape": (None, None, 30)}},
    "text of fixed length": {"string_style": "fixed"},
    "lists of texts": {"string_style": "array"},
}


@pytest.mark.parametrize("storage", STORAGES.values(), ids=STORAGES)
def test_whole_file_passes(path, storage):
    write_tile(path, **storage)
    check(path)


@pytest.mark.parametrize(
    "options",
    [
        {"libver": "latest"},
        {"libver": ("v108", "v108")},
        {"track_order": True},
        {"userblock_size": 1024},
        {"fs_strategy": "page", "fs_page_size": 4096},
        {"fs_strategy": "fsm", "fs_persist": True},
    ],
    ids=str,
)
def test_file_of_another_kind_passes(path, tmp_path, options):
    write_tile(path)
    other = tmp_path / "other.h5"
    with h5py.File(path, "r") as source, h5py.File(other, "w", **options) as target:
        source.copy("SERC", target["/"])
        target.attrs["text"] = "of variable length"
    check(other, options.get("userblock_size", 0))


def test_whatever_else_a_file_holds_passes(tile):
    with h5py.File(tile, "r+") as file:
        group = file.create_group("more")
        group["itself"] = group
        group["soft"] = h5py.SoftLink("/nowhere")
        group["elsewhere"] = h5py.ExternalLink("other.h5", "/data")
        group["type"] = np.dtype("i4")
        group.create_dataset("of type", shape=(3,), dtype=group["type"])
        group["lists"] = np.array([np.arange(3), np.arange(5)], dtype=object).astype(h5py.vlen_dtype("i4"))
        group["choices"] = np.zeros(2, h5py.enum_dtype({"a": 0, "b": 1}))
        group["compound"] = np.zeros(2, [("a", "i2", (2, 3)), ("b", "f8"), ("c", "S5")])
        group["unlimited"] = h5py.Empty("f4")
        group["truth"] = np.array([True, False])
        group["opaque"] = np.zeros(2, "V7")
        group["complex"] = np.zeros(2, "c16")
        group["long"] = np.zeros(2, "longdouble")
        group["scale"] = np.arange(3)
        group["scale"].make_scale("of an axis")
        group["data"] = np.arange(3)
        group["data"].dims[0].attach_scale(group["scale"])
        for index in range(40):
            group.attrs[f"attribute {index}"] = "text" * index
            group.create_group(f"group {index}")
        for index in range(0, 40, 3):
            del group[f"group {index}"], group.attrs[f"attribute {index}"]
    check(tile)


@pytest.mark.parametrize(("first", "count"), [(0, 12), (3, 12), (4, 12), (0, 1)])
def test_whole_numbers_of_few_bits_pass(path, first, count):
    write_whole_numbers(path)
    replace(path, whole_number(path), number(first, 2) + number(count, 2))
    check(path)


@pytest.mark.parametrize(("first", "count"), [(0, 0), (5, 12), (0, 17), (16, 0), (65535, 2)])
def test_whole_numbers_of_bits_that_they_do_not_have(path, first, count):
    write_whole_numbers(path)
    replace(path, whole_number(path), number(first, 2) + number(count, 2))
    assert "the header of /data" in refusal(path)


def write_whole_numbers(path) -> None:
    with h5py.File(path, "w") as file:
        file["data"] = np.arange(6, dtype="u2")


def whole_number(path) -> int:
    """Return where the first bit and the number of bits of a type of 2 bytes stand."""
    return path.read_bytes().index(number(0x10, 1) + number(0, 3) + number(2, 4) + number(0, 2) + number(16, 2)) + 8


@pytest.fixture
def virtual(path):
    """A file with a dataset whose values are those of another one."""
    with h5py.File(path, "w") as file:
        file["source"] = np.arange(6)
        layout = h5py.VirtualLayout((6,), "i8")
        layout[:] = h5py.VirtualSource(file["source"])
        file.create_virtual_dataset("virtual", layout)
        file.create_virtual_dataset("empty", h5py.VirtualLayout((6,), "i8"))
    return path


def test_virtual_dataset_passes(virtual):
    check(virtual)


@pytest.mark.parametrize("left", [8, 60, 100, 3000, -1])
def test_cut_off(tile, left):
    size = tile.stat().st_size
    os.truncate(tile, left % size)
    assert f"has {left % size:,} bytes, but should have {size:,}" in refusal(tile) or left < 96


def test_bytes_after_the_end_pass(tile):
    with open(tile, "ab") as file:
        file.write(b"more")
    check(tile)


def test_indices_of_chunks_wait_until_they_are_wanted(tile):
    """They are spread over the whole file, which would take long on a slow network."""
    replace(tile, chunk_indices(tile.read_bytes(), 1)[0], b"X")
    structure = check_structure(str(tile))
    assert structure.check_dataset("/SERC/Reflectance/Metadata/Spectral_Data/Wavelength")
    with pytest.raises(TileError, match="the index of the chunks of /SERC/Reflectance/Reflectance_Data"):
        structure.check_dataset(DATA)


def test_index_of_a_dataset_of_another_name_is_checked_too(tile):
    """A link may lead to any dataset."""
    replace(tile, chunk_indices(tile.read_bytes(), 1)[0], b"X")
    structure = check_structure(str(tile))
    with pytest.raises(TileError, match="the index of the chunks"):
        structure.check_dataset("/another/name")


def test_dataset_is_known_by_each_of_its_names(tile):
    with h5py.File(tile, "r+") as file:
        file["/same"] = file[DATA]
    structure = check_structure(str(tile))
    assert structure.check_dataset(DATA)
    assert structure.check_dataset("/same")
    assert not structure.check_dataset("/another/name")


@pytest.mark.parametrize("options", [{"libver": "latest"}, {"track_order": True}], ids=str)
def test_dataset_in_the_newer_format_is_not_known(path, options):
    with h5py.File(path, "w", **options) as file:
        file.create_dataset("data", data=np.arange(6), chunks=(3,))
    assert not check_structure(str(path)).check_dataset("/data")


def test_nothing_is_checked_when_it_is_switched_off(tile, monkeypatch):
    os.truncate(tile, 3000)
    monkeypatch.setenv(SWITCH, "off")
    assert not check_structure(str(tile)).check_dataset(DATA)


def test_reason_is_translated(tile, disguised):
    lead_back(tile)
    with pytest.raises(TileError) as raised:
        check(tile)
    words = re.findall("[A-Za-z_]{2,}", str(raised.value).replace(str(tile), ""))
    assert words == ["SERC", "Reflectance", "Reflectance_Data"]


def lead_back(path) -> None:
    """Have the first child of an index be the index itself."""
    root = chunk_indices(path.read_bytes(), 1)[0]
    replace(path, root + CHILD, number(root))


def test_index_that_is_damaged_is_refused_each_time(tile):
    lead_back(tile)
    structure = check_structure(str(tile))
    for name in (DATA, DATA, "/another/name"):
        with pytest.raises(TileError, match="the index of the chunks of /SERC/Reflectance/Reflectance_Data"):
            structure.check_dataset(name)


def test_two_chunks_at_one_place_are_refused_each_time(tile):
    content = tile.read_bytes()
    leaf = chunk_indices(content, 0)[0]
    replace(tile, leaf + CHILD, content[leaf + CHILD + ENTRY :][:8])
    structure = check_structure(str(tile))
    for _ in range(2):
        with pytest.raises(TileError, match="share byte"):
            structure.check_dataset(DATA)


@pytest.mark.parametrize("backend", ["h5py", "gdal"])
def test_threads_do_not_read_what_is_damaged(tile, backend):
    """The HDF5 library would end the process, so this takes one of its own."""
    lead_back(tile)
    code = """
import sys
import conftest
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.tile import NeonTile

path, backend = sys.argv[1:]
with NeonTile(path, backend) as tile:
    for _ in range(2):
        try:
            with using_threads(2):
                tile.read_pixels(range(30))
        except TileError as error:
            print(error)
"""
    command = [sys.executable, "-c", code, str(tile), backend]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("the index of the chunks of") == 2


def test_index_that_leads_back_to_itself(tile):
    lead_back(tile)
    assert "the index of the chunks of /SERC/Reflectance/Reflectance_Data" in refusal(tile)


def test_node_that_is_used_twice(tile):
    content = tile.read_bytes()
    root = chunk_indices(content, 1)[0]
    replace(tile, root + CHILD, content[root + CHILD + ENTRY :][:8])
    assert "the index of the chunks of" in refusal(tile)


def test_chunk_beyond_the_end(tile):
    leaf = chunk_indices(tile.read_bytes(), 0)[0]
    replace(tile, leaf + CHILD, number(2**63))
    assert "goes beyond the end of the file" in refusal(tile)


def test_chunk_that_goes_beyond_the_end(tile):
    leaf = chunk_indices(tile.read_bytes(), 0)[0]
    replace(tile, leaf + SIZE, number(2**32 - 1, 4))
    assert "goes beyond the end of the file" in refusal(tile)


def test_two_chunks_at_one_place(tile):
    content = tile.read_bytes()
    leaf = chunk_indices(content, 0)[0]
    replace(tile, leaf + CHILD, content[leaf + CHILD + ENTRY :][:8])
    assert "share byte" in refusal(tile)


def test_chunk_elsewhere_in_the_cube(tile):
    leaf = chunk_indices(tile.read_bytes(), 0)[0]
    replace(tile, leaf + CORNER, number(1))
    assert re.search("does not fit the shape of the chunks|is out of order", refusal(tile))


@pytest.mark.parametrize("level", [0, 1])
def test_index_that_leads_astray(tile, level):
    """Its nodes are there, but the library would look for some chunks in the wrong ones, and not find them."""
    node = chunk_indices(tile.read_bytes(), level)[0]
    replace(tile, node + ENTRY + CORNER, number(15))
    assert "is out of order" in refusal(tile)


def test_group_whose_members_cannot_be_found(tile):
    content = tile.read_bytes()
    heap = content.index(b"HEAP")
    data = int.from_bytes(content[heap + 24 : heap + 32], "little")
    replace(tile, data + content[data:].index(b"Reflectance"), b"\xff")
    check(tile)  # The only one of its group.
    replace(tile, content.index(b"Map_Info\0"), b"A")
    assert "is out of order" in refusal(tile)


@pytest.mark.parametrize("level", [0, 1])
def test_node_of_another_level(tile, level):
    node = chunk_indices(tile.read_bytes(), level)[0]
    replace(tile, node + 5, b"\x07")
    assert "the index of the chunks" in refusal(tile)


def test_large_groups_of_which_much_was_deleted_pass(path):
    with h5py.File(path, "w") as file:
        for index in range(700):
            file[f"{index * 7919 % 10007}"] = index
        for index in range(0, 700, 3):
            del file[f"{index * 7919 % 10007}"]
        data = file.create_dataset("data", (60, 60), "i2", maxshape=(None, None), chunks=(2, 3), compression="gzip")
        data[...] = 5
        data.resize((31, 90))
        data[...] = np.arange(90)
    check(path)


def test_filters_that_were_skipped(tile):
    leaf = chunk_indices(tile.read_bytes(), 0)[0]
    replace(tile, leaf + SKIPPED, number(1, 4))
    assert "does not fit the shape of the chunks" in refusal(tile)


def test_chunk_that_could_not_be_compressed_passes(path):
    """HDF5 keeps a chunk as it is when compressing it gains nothing."""
    write_tile(path, random_cube(8, 8, 2), chunks=(1, 1, 2))
    check(path)


@pytest.mark.parametrize("fletcher32", [False, True])
@pytest.mark.parametrize("compression", ["gzip", "lzf"])
def test_chunk_that_compression_gains_nothing_on_passes(path, compression, fletcher32):
    noise = np.random.default_rng(1).integers(0, 256, (4, 64), "u1")
    with h5py.File(path, "w") as file:
        filters = {"compression": compression, "shuffle": True, "fletcher32": fletcher32}
        file.create_dataset("data", data=noise, chunks=(1, 64), **filters)
    check(path)


def test_chunk_without_its_checksum_passes(path):
    with h5py.File(path, "w") as file:
        data = file.create_dataset("data", (8,), "i2", chunks=(4,), fletcher32=True)
        data[...] = 1
        data.id.write_direct_chunk((4,), bytes(8), filter_mask=1)
    check(path)


def test_chunk_that_only_the_second_compression_gains_nothing_on_passes(path):
    """It is smaller than its values, and yet a filter was skipped."""
    noise = np.random.default_rng(1).integers(0, 4000, (40, 50))
    with h5py.File(path, "w") as file:
        data = file.create_dataset("data", data=noise, chunks=(40, 50), scaleoffset=True, compression="lzf")
        assert data.id.get_chunk_info(0).filter_mask
    check(path)


def test_filter_that_is_skipped_but_does_not_exist(tile):
    leaf = chunk_indices(tile.read_bytes(), 0)[0]
    replace(tile, leaf + SKIPPED, number(2, 4))
    assert "does not fit the shape of the chunks" in refusal(tile)


def test_plain_chunk_of_another_size(path):
    write_tile(path, chunks=(6, 5, 7), compression=None)
    leaf = chunk_indices(path.read_bytes(), 0)[0]
    replace(path, leaf + SIZE, number(7, 4))
    assert "does not fit the shape of the chunks" in refusal(path)


@pytest.mark.parametrize("more", [{}, {"maxshape": (None, None)}], ids=["fixed", "growing"])
@pytest.mark.parametrize(("rows", "lack"), [(5, "it lacks 2 of 4 chunks"), (0, "its values were never written")])
def test_chunk_that_was_never_written(path, more, rows, lack):
    with h5py.File(path, "w") as file:
        data = file.create_dataset("data", (10, 10), "i2", chunks=(5, 5), **more)
        data[:rows] = 1
    structure = check_structure(str(path))
    for _ in range(2):
        with pytest.raises(TileError, match=lack):
            structure.check_dataset("/data")


@pytest.mark.parametrize(("rows", "fill_value"), [(10, None), (5, -9999), (0, -9999)])
def test_chunks_that_are_there_or_have_a_fill_value(path, rows, fill_value):
    with h5py.File(path, "w") as file:
        data = file.create_dataset("data", (10, 10), "i2", chunks=(5, 5), fillvalue=fill_value)
        data[:rows] = 1
    assert check_structure(str(path)).check_dataset("/data")


def test_values_without_chunks_that_were_never_written(path):
    with h5py.File(path, "w") as file:
        file.create_dataset("data", (3, 3), "i2")
    with pytest.raises(TileError, match="its values were never written"):
        check_structure(str(path)).check_dataset("/data")


@pytest.mark.parametrize(
    "options",
    [
        {"fillvalue": 0},
        {"shape": (0, 3)},
        {"external": [("/nowhere", 0, h5py.h5f.UNLIMITED)]},
        {"data": np.ones((3, 3))},
    ],
    ids=str,
)
def test_values_without_chunks_that_may_be_missing_or_are_there(path, options):
    with h5py.File(path, "w") as file:
        file.create_dataset("data", **{"shape": (3, 3), "dtype": "i2", **options})
    assert check_structure(str(path)).check_dataset("/data")


def test_gaps_of_a_heap_in_circles(tile):
    heap = tile.read_bytes().index(b"HEAP")
    content = tile.read_bytes()
    data = int.from_bytes(content[heap + 24 : heap + 32], "little")
    free = int.from_bytes(content[heap + 16 : heap + 24], "little")
    replace(tile, data + free, number(free))
    assert "the list of names in /" in refusal(tile)


def test_heap_of_texts_with_a_wrong_size(tile):
    heap = tile.read_bytes().index(b"GCOL")
    replace(tile, heap + 24, number(2**40))
    assert "a heap of texts" in refusal(tile)


def test_text_that_does_not_exist(tile):
    content = tile.read_bytes()
    heap = content.index(b"GCOL")
    # A reference: the length of the text, the heap, the number in it.
    reference = content.index(number(heap))
    replace(tile, reference + 8, number(999, 4))
    assert "the header of /" in refusal(tile)


@pytest.mark.parametrize(
    ("name", "after", "damage"),
    [
        ("Scale_Factor", 16, b"\x1f"),  # The type.
        ("Scale_Factor", 16 + 4, number(2**31, 4)),  # Its size.
        ("Interleave", 16, b"\x18"),  # The type: an enumeration of what are no whole numbers.
        ("Dimensions", 16 + 16 + 8, number(2**40)),  # The shape.
    ],
)
def test_attribute_that_cannot_be(tile, name, after, damage):
    start = tile.read_bytes().index(name.encode() + b"\0")
    replace(tile, start + after, damage)
    assert "the header of /SERC/Reflectance/Reflectance_Data" in refusal(tile)


def test_superblock_with_addresses_of_another_size(tile):
    replace(tile, 13, b"\x04")
    assert "the superblock does not follow" in refusal(tile)


def test_node_that_goes_on_after_the_next_one_starts(tile):
    content = tile.read_bytes()
    leaf = chunk_indices(content, 0)[0]
    count = int.from_bytes(content[leaf + 6 : leaf + 8], "little")
    # The key after the last chunk.
    replace(tile, leaf + count * ENTRY + CORNER, number(19))
    assert "is out of order" in refusal(tile)


@pytest.mark.parametrize("most", [(6,), (None,)])
def test_chunk_that_is_larger_than_its_dataset(path, most):
    with h5py.File(path, "w") as file:
        file.create_dataset("data", (6,), "i4", chunks=(3,), maxshape=most)
    layout = path.read_bytes().index(bytes([3, 2, 2]) + number(UNDEFINED) + number(3, 4) + number(4, 4))
    replace(path, layout + 11, number(7, 4))
    if most == (6,):
        assert "the header of /data" in refusal(path)
    else:
        check(path)


def test_chunk_beyond_the_edge_of_its_dataset(path):
    with h5py.File(path, "w") as file:
        file.create_dataset("data", data=np.ones((10, 10)), chunks=(5, 5), maxshape=(None, None))
    shape = path.read_bytes().index(number(10) + number(10) + number(UNDEFINED))
    replace(path, shape, number(5))
    assert "does not fit the shape of the chunks" in refusal(path)


def test_values_of_more_bytes_than_an_address_can_count(path):
    with h5py.File(path, "w") as file:
        file["data"] = np.ones(6)
    shape = path.read_bytes().index(number(6) + number(6))
    replace(path, shape, number(2**61) + number(2**61))
    assert "the header of /data" in refusal(path)


def test_value_that_is_larger_than_the_file(path):
    with h5py.File(path, "w") as file:
        file.create_dataset("text", (3,), "S900000000", chunks=(1,))
    assert "the header of /text" in refusal(path)


@pytest.fixture
def texts(path):
    """A file with a list of texts and nothing else."""
    with h5py.File(path, "w") as file:
        file.create_dataset("texts", data=["one", "two"], dtype=h5py.string_dtype())
    return path


# Where the free space begins in a heap with two texts of up to 8 letters.
GAP = 64


def test_gap_in_a_heap_of_texts_that_is_smaller_than_its_head(texts):
    heap = texts.read_bytes().index(b"GCOL")
    replace(texts, heap + GAP + 8, number(8) + b"\xff" * 8)
    assert "a heap of texts at byte" in refusal(texts)


def test_value_that_refers_to_a_text_that_does_not_exist(texts):
    content = texts.read_bytes()
    reference = content.index(number(content.index(b"GCOL")))
    replace(texts, reference + 8, number(999, 4))
    assert "the header of /texts" in refusal(texts)


@pytest.mark.parametrize(("most", "passes"), [(10, True), (8, False)])
def test_superblock_that_says_how_many_chunks_a_node_holds(path, most, passes):
    with h5py.File(path, "w") as file:
        file.create_dataset("data", data=np.arange(27), chunks=(3,))
    content = path.read_bytes()
    # This kind is 4 bytes longer, so the header of the root group, which comes next, moves to the end of the file.
    root = int.from_bytes(content[64:72], "little")
    header = content[root : root + 16 + int.from_bytes(content[root + 8 : root + 12], "little")]
    end = len(content)
    superblock = content[:8] + b"\1" + content[9:24] + number(most // 2, 4)
    superblock += content[24:40] + number(end + len(header)) + content[48:64] + number(end) + content[72:96]
    path.write_bytes(superblock + content[100:] + header)
    if passes:
        check(path)
        with h5py.File(path) as file:
            assert file["data"][26] == 26
    else:
        assert "the index of the chunks of /data" in refusal(path)


def test_superblock_that_names_a_driver(tile):
    replace(tile, 48, number(96))
    assert "the superblock does not follow" in refusal(tile)


# Where things stand in the description of real numbers.
ORDER, SIGN, BITS, EXPONENT, BIAS = 1, 2, 10, 12, 16


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("f8", ORDER, 0x22),
        ("f8", SIGN, 62),
        ("f8", BITS, 63),
        ("f8", EXPONENT, 51),
        ("f8", BIAS, 0),
    ],
)
def test_real_numbers_of_a_kind_that_does_not_exist(path, kind, place, value):
    with h5py.File(path, "w") as file:
        file["data"] = np.zeros(3, kind)
    content = path.read_bytes()
    size = np.dtype(kind).itemsize
    found = re.search(rb"\x11[\0\x20].\0" + re.escape(number(size, 4)), content, re.DOTALL).start()
    replace(path, found + place, number(value, 1))
    assert "the header of /data" in refusal(path)


def test_big_endian_real_numbers_pass(path):
    with h5py.File(path, "w") as file:
        file["data"] = np.zeros(3, ">f8")
    check(path)


@pytest.mark.parametrize(("place", "value"), [(0, 3), (0, 0), (1, 33)])
def test_filters_that_do_not_exist(tile, place, value):
    # Version and count, 6 bytes of nothing, 8 bytes of the filter, its name.
    filters = tile.read_bytes().index(b"deflate\0") - 16
    replace(tile, filters + place, number(value, 1))
    assert "the header of /" in refusal(tile)


def test_any_changed_byte_is_either_harmless_or_told(tile):
    """No damage makes the check itself fail."""
    content = tile.read_bytes()
    rng = np.random.default_rng(3)
    told = 0
    for place in rng.choice(len(content), 400, replace=False):
        replace(tile, int(place), bytes([content[place] ^ int(rng.integers(1, 256))]))
        try:
            check(tile)
        except TileError:
            told += 1
        replace(tile, int(place), content[place : place + 1])
    assert told > 40
