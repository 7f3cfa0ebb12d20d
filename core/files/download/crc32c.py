# SPDX-License-Identifier: GPL-2.0-or-later
"""The checksum CRC32C, which NEON's API gives for its files, as fast as disks are."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...progress import Progress

# The generator of CRC32C with its bits reversed, as the lowest bit of a byte comes first.
GENERATOR = 0x82F63B78
# x^5685 + x^1362 + x^426 + 1 is a multiple of the generator, and has the fewest terms that a multiple can have.
MULTIPLE = (5685, 1362, 426)
# The multiple is used with x replaced by x^8, x^64 and x^256: it is still a multiple then, and moves whole bytes.
_STEPS = (32, 8, 1)
# The last bytes take as long as some megabytes before them.
_BLOCK = 8 << 20


class Crc32c:
    """Checksum of bytes that come one after the other.

    Google's package is used where it is installed. Otherwise the remainder modulo the generator is found with NumPy:
    first modulo a multiple of it that has four terms, which takes three exclusive ors of long arrays, and then byte by
    byte from a table.
    """

    def __init__(self):
        self._google = _google_checksum()
        self._register = np.uint32(0xFFFFFFFF)
        self._waiting = bytearray()

    def update(self, data) -> None:
        """Add bytes to those that were checked."""
        if self._google is not None:
            self._google.update(bytes(data))
            return
        self._waiting += data
        if len(self._waiting) >= _BLOCK:
            self._take_waiting()

    def hexadecimal(self) -> str:
        """Return the checksum of all bytes so far, of eight digits in lower case."""
        if self._google is not None:
            return self._google.digest().hex()
        self._take_waiting()
        return f"{int(self._register) ^ 0xFFFFFFFF:08x}"

    def _take_waiting(self) -> None:
        if self._waiting:
            self._register = _advance(self._register, np.frombuffer(self._waiting, np.uint8))
            self._waiting = bytearray()


def checksum_of_file(path, progress: Progress) -> str:
    """Return the checksum of a file, and report progress."""
    checksum = Crc32c()
    with open(path, "rb", buffering=0) as file:
        size = max(1, file.seek(0, 2))
        file.seek(0)
        done = 0
        while data := file.read(_BLOCK):
            progress.check()
            checksum.update(data)
            done += len(data)
            progress.report(min(1.0, done / size))
    return checksum.hexadecimal()


def _advance(register: np.uint32, data: np.ndarray) -> np.uint32:
    """Return the register after `data`, writable bytes that are overwritten."""
    # The register adds to the first bytes, whose remainder it is part of.
    head = min(4, len(data))
    rest = int(register) >> 8 * head
    data[:head] ^= np.frombuffer(int(register).to_bytes(4, "little"), np.uint8)[:head]
    for step in _STEPS:
        data = _remainder_of_multiple(data, step)
    table = _table()
    state = 0
    for byte in data.tobytes():
        state = (state >> 8) ^ table[(state ^ byte) & 0xFF]
    return np.uint32(state ^ rest)


def _remainder_of_multiple(data: np.ndarray, step: int) -> np.ndarray:
    """Return fewer bytes with the same remainder, by a division by the multiple with x^(8 step) for x."""
    degree, second, third = (step * exponent for exponent in MULTIPLE)
    start, length = 0, len(data)
    while length - start > degree:
        # No further than the second term reaches: bytes that it changes have to be divided themselves.
        count = min(degree - second, length - start - degree)
        leading = data[start : start + count]
        for shift in (degree - second, degree - third, degree):
            data[start + shift : start + shift + count] ^= leading
        start += count
    return data[start:]


@lru_cache(maxsize=1)
def _table() -> list[int]:
    """Return the remainder of each byte."""
    remainders = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        remainders = np.where(remainders & 1, (remainders >> 1) ^ np.uint32(GENERATOR), remainders >> 1)
    return remainders.tolist()


def _google_checksum():
    """Return an object of the package google-crc32c, None where that is not installed or works without its library."""
    try:
        import google_crc32c
    except ImportError:
        return None
    return google_crc32c.Checksum() if google_crc32c.implementation == "c" else None
