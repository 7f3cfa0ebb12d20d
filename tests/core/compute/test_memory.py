import errno
import os
from pathlib import Path

import numpy as np
import pytest

from neon_aop.core.compute import memory
from neon_aop.core.compute.memory import MEGABYTE, WORKING_BYTES, PixelStore, release
from neon_aop.core.errors import OutputError, ParameterError


def is_in_file(array):
    return isinstance(array, np.memmap)


def test_arrays_stay_in_memory_while_the_budget_lasts(tmp_path):
    store = PixelStore(str(tmp_path), megabytes=3)
    arrays = [store.allocate((MEGABYTE,), np.int8) for _ in range(4)]
    assert [is_in_file(array) for array in arrays] == [False, False, False, True]


def test_working_memory_counts_in_the_budget(tmp_path):
    pixels = MEGABYTE // WORKING_BYTES
    store = PixelStore(str(tmp_path), megabytes=1)
    store.plan([(pixels, 10)], np.dtype(np.int16))
    assert is_in_file(store.allocate((pixels, 10), np.int16))


def test_scratch_file_keeps_values_when_memory_is_released(tmp_path):
    array = PixelStore(str(tmp_path), megabytes=1).allocate((MEGABYTE, 2), np.int16)
    array[:] = 7
    release(array[10:])
    assert (array == 7).all()


def test_no_pixels_need_no_file(tmp_path):
    store = PixelStore(str(tmp_path), megabytes=1)
    store.allocate((MEGABYTE,), np.int8)
    assert not is_in_file(store.allocate((0, 5), np.int16))


def test_scratch_file_has_no_name_so_that_nothing_is_left_of_a_killed_run(tmp_path):
    array = PixelStore(str(tmp_path), megabytes=1).allocate((2 * MEGABYTE,), np.int8)
    assert is_in_file(array)
    assert os.listdir(tmp_path) == []


def open_files():
    return [os.path.realpath(path) for path in Path("/proc/self/fd").iterdir()]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="The system does not list open files.")
def test_scratch_file_is_closed_with_its_array(tmp_path):
    array = PixelStore(str(tmp_path), megabytes=1).allocate((2 * MEGABYTE,), np.int8)
    assert any(path.startswith(str(tmp_path)) for path in open_files())
    del array
    assert not any(path.startswith(str(tmp_path)) for path in open_files())


def test_scratch_file_without_reserving_space_is_written_in_full(tmp_path, monkeypatch):
    monkeypatch.delattr(memory.os, "posix_fallocate", raising=False)
    array = PixelStore(str(tmp_path), megabytes=1).allocate((MEGABYTE, 3), np.int8)
    assert is_in_file(array)
    assert not array.any()
    (file,) = (path for path in Path("/proc/self/fd").iterdir() if str(tmp_path) in os.path.realpath(path))
    assert os.stat(file).st_blocks * 512 >= 3 * MEGABYTE


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="Space cannot be reserved on this system.")
def test_full_disk_is_an_error_and_leaves_nothing(tmp_path, monkeypatch):
    def full(descriptor, offset, size):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(memory.os, "posix_fallocate", full)
    with pytest.raises(OutputError, match="No space left"):
        PixelStore(str(tmp_path), megabytes=1).allocate((2 * MEGABYTE,), np.int8)
    assert os.listdir(tmp_path) == []


def test_plan_that_the_disk_cannot_hold_is_refused(tmp_path):
    with pytest.raises(OutputError, match="are free; free some space"):
        PixelStore(str(tmp_path), megabytes=1).plan([(10**12, 100)], np.dtype(np.int16))


def test_plan_says_where_values_go(tmp_path):
    store = PixelStore(str(tmp_path), megabytes=1)
    assert store.plan([(100, 10)], np.dtype(np.int16)).endswith("in memory.")
    assert store.plan([(100_000, 10)], np.dtype(np.int16)).endswith(f"scratch files in {tmp_path}.")


def test_plan_counts_what_goes_to_files_whole(tmp_path):
    # Beside 18 MB of working memory there is room for the first 5 MB and not for the next.
    store = PixelStore(str(tmp_path), megabytes=25)
    shapes = [(100_000, 50)] * 3
    told = store.plan(shapes, np.dtype(np.int8))
    assert f"0.01 GB go to scratch files in {tmp_path}" in told
    assert [is_in_file(store.allocate(shape, np.int8)) for shape in shapes] == [False, True, True]


def test_missing_folder_is_named(tmp_path):
    folder = str(tmp_path / "nowhere")
    with pytest.raises(OutputError, match="nowhere"):
        PixelStore(folder, megabytes=1).plan([(100_000, 10)], np.dtype(np.int16))
    with pytest.raises(OutputError, match="nowhere"):
        PixelStore(folder, megabytes=1).allocate((2 * MEGABYTE,), np.int8)


def test_negative_budget_is_an_error(tmp_path):
    with pytest.raises(ParameterError, match="Memory is -1 MB"):
        PixelStore(str(tmp_path), megabytes=-1)
