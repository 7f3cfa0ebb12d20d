import threading
import zlib

import numpy as np
import pytest

from neon_aop.core.errors import Cancelled
from neon_aop.core.files.hdf5 import inflate as inflates
from neon_aop.core.files.hdf5.inflate import DamagedError, inflate

PLAIN = np.arange(50_000, dtype=np.int16).tobytes()
LENGTH = len(PLAIN)
COMPRESSED = zlib.compress(PLAIN)


@pytest.fixture(params=["libdeflate", "zlib", "zlib, in many pieces"], autouse=True)
def way(request, monkeypatch):
    if request.param == "libdeflate":
        if inflates.library() != "libdeflate":
            pytest.skip("libdeflate is not on this system")
        return
    monkeypatch.setattr(inflates, "_libdeflate", lambda: None)
    assert inflates.library() == "zlib"
    if request.param == "zlib, in many pieces":
        monkeypatch.setattr(inflates, "BYTES_AT_ONCE", 7)


def nothing():
    """Do not cancel."""


def inflated(compressed, length=LENGTH):
    """Decompress to the middle of an array whose other bytes must not change."""
    memory = np.full(length + 200, 77, np.uint8)
    try:
        inflate(compressed, memory[100 : 100 + length], nothing)
    finally:
        assert (memory[:100] == 77).all()
        assert (memory[-100:] == 77).all()
    return memory[100 : 100 + length].tobytes()


def test_round_trip():
    assert inflated(COMPRESSED) == PLAIN


@pytest.mark.parametrize("level", [0, 1, 9])
def test_every_level(level):
    assert inflated(zlib.compress(PLAIN, level)) == PLAIN


@pytest.mark.parametrize("length", [0, 1, LENGTH - 1, LENGTH + 1, 2 * LENGTH])
def test_another_length_than_expected(length):
    with pytest.raises(DamagedError, match="wrong length"):
        inflated(COMPRESSED, length)


@pytest.mark.parametrize("compressed", [b"", b"not zlib", COMPRESSED[:-1], COMPRESSED[: len(COMPRESSED) // 2]])
def test_what_is_not_a_whole_stream(compressed):
    with pytest.raises(DamagedError):
        inflated(compressed)


def test_a_wrong_check_sum():
    with pytest.raises(DamagedError):
        inflated(COMPRESSED[:-1] + bytes([COMPRESSED[-1] ^ 1]))


def test_every_damaged_byte_is_noticed():
    for place in range(0, len(COMPRESSED), 997):
        changed = bytearray(COMPRESSED)
        changed[place] ^= 0x55
        with pytest.raises(DamagedError):
            inflated(bytes(changed))


def test_threads_do_not_disturb_each_other():
    failed = []

    def work(number):
        plain = np.full(10_000, number, np.int16).tobytes()
        compressed = zlib.compress(plain)
        failed.extend(number for _ in range(100) if inflated(compressed, len(plain)) != plain)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def test_large_streams_can_be_cancelled_in_between(monkeypatch):
    monkeypatch.setattr(inflates, "MOST_BYTES_UNINTERRUPTED", 1000)
    monkeypatch.setattr(inflates, "BYTES_AT_ONCE", 100)
    calls = []

    def check():
        calls.append(None)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        inflate(COMPRESSED, np.empty(LENGTH, np.uint8), check)


def test_nothing_is_done_after_cancelling():
    def cancelled():
        raise Cancelled

    out = np.full(LENGTH, 77, np.uint8)
    with pytest.raises(Cancelled):
        inflate(COMPRESSED, out, cancelled)
    assert (out == 77).all()
