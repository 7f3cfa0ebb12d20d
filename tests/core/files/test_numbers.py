import os

import numpy as np
import pytest

from neon_aop.core.errors import TableError
from neon_aop.core.files import numbers
from neon_aop.core.files.numbers import number_array, open_text, part_of_model, read_json


def written(path, content: bytes):
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_json_is_read_with_and_without_a_byte_order_mark(tmp_path, mark):
    assert read_json(written(tmp_path / "m.json", mark + b'{"pixels": 9}')) == {"pixels": 9}


def test_text_in_utf16_is_read(tmp_path):
    with open_text(written(tmp_path / "t.txt", "class\u00e4".encode("utf-16"))) as file:
        assert file.read() == "class\u00e4"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TableError, match="pipe is not a file but a folder, a device or a pipe"):
        open_text(tmp_path / "pipe")


def test_folder_is_refused(tmp_path):
    with pytest.raises(TableError, match="is not a file"):
        open_text(tmp_path)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(TableError, match=r"none\.csv cannot be read \(No such file or directory\)"):
        open_text(tmp_path / "none.csv")


@pytest.mark.parametrize("content", [b"{", b"\xff\xff\xff", b"[NaN]", b"[Infinity]", b"[" * 100_000])
def test_what_is_not_json_is_refused(tmp_path, content):
    with pytest.raises(TableError, match="is not a JSON file"):
        read_json(written(tmp_path / "m.json", content))


def test_json_that_is_too_large_is_refused_and_not_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(numbers, "LARGEST_JSON_BYTES", 10)
    with pytest.raises(TableError, match="is larger than"):
        read_json(written(tmp_path / "m.json", b"[1, 2, 3, 4]"))


def test_nested_lists_become_an_array():
    found = number_array([[1, 2.5], [3, -4]], 2)
    assert (found.dtype, found.tolist()) == (np.float64, [[1, 2.5], [3, -4]])


@pytest.mark.parametrize("value", [1.5, -1, 1e30])
def test_counts_in_models_are_whole_numbers(value):
    assert part_of_model({"pixels": 9, "band_numbers": [1, 2]}, "pixels", "m.json", 0) == 9
    with pytest.raises(TableError, match=r'm\.json is a damaged model: "pixels" is missing or does not hold'):
        part_of_model({"pixels": value}, "pixels", "m.json", 0)


def test_null_is_an_unknown_number_where_it_may_be():
    np.testing.assert_array_equal(number_array([1, None], 1, missing=True), [1, np.nan])


@pytest.mark.parametrize(
    ("values", "dimensions"),
    [
        ([1, None], 1),
        ([True], 1),
        (["1"], 1),
        ([1e308], 1),
        ([10**400], 1),
        ([1, [2]], 1),
        ([[1, 2], [3]], 2),
        ([1, 2], 2),
        (1, 1),
        ({"a": 1}, 1),
    ],
)
def test_anything_but_numbers_is_refused(values, dimensions):
    with pytest.raises(ValueError):
        number_array(values, dimensions)
