# SPDX-License-Identifier: GPL-2.0-or-later
"""Decompresses zlib streams with libdeflate, or with Python's zlib where that is missing.

libdeflate takes about half the time of zlib. It comes with libtiff, so it is nearly always there where QGIS is.
"""

from __future__ import annotations

import ctypes
import threading
import weakref
import zlib
from collections.abc import Callable
from functools import cache

import numpy as np

from ...wording import tr

# No zlib stream decompresses to more than this times its own size; zlib's limit is 1032.
BEST_COMPRESSION = 1100
# Compressed bytes that zlib decompresses between two checks whether the user has cancelled.
BYTES_AT_ONCE = 64 << 10
# libdeflate cannot be interrupted, so it gets no more bytes than it decompresses in about 0.05 s.
MOST_BYTES_UNINTERRUPTED = 32 << 20

_LIBRARIES = ("libdeflate.so.0", "libdeflate.0.dylib", "libdeflate.dylib", "deflate.dll", "libdeflate.dll")
_of_thread = threading.local()


class DamagedError(ValueError):
    """A zlib stream is damaged, or does not have the expected length."""


def inflate(compressed: bytes, out: np.ndarray, check: Callable[[], None]) -> None:
    """Decompress a zlib stream to `out`, which it must fill.

    Parameters
    ----------
    out : ndarray of uint8, C-contiguous
        Memory for the decompressed bytes; nothing is written beyond its end.
    check : callable
        Called from time to time; raises to cancel.

    Raises
    ------
    DamagedError
        When the stream is damaged, or does not decompress to as many bytes as `out` has.
    """
    check()
    if _libdeflate() is not None and out.nbytes <= MOST_BYTES_UNINTERRUPTED:
        _inflate_at_once(compressed, out)
    else:
        _inflate_in_pieces(compressed, out, check)


def library() -> str:
    """Return the name of the library that decompresses on this machine."""
    return "zlib" if _libdeflate() is None else "libdeflate"


def _inflate_in_pieces(compressed: bytes, out: np.ndarray, check: Callable[[], None]) -> None:
    stream = zlib.decompressobj()
    left = memoryview(compressed)
    done = 0
    try:
        for start in range(0, len(left), BYTES_AT_ONCE):
            room = len(out) - done
            # With room for one byte more, a stream that is too long is noticed without decompressing all of it.
            piece = stream.decompress(left[start : start + BYTES_AT_ONCE], room + 1)
            if len(piece) > room:
                raise DamagedError(tr("wrong length"))
            out[done : done + len(piece)] = np.frombuffer(piece, np.uint8)
            done += len(piece)
            check()
    except zlib.error as error:
        raise DamagedError(str(error)) from None
    if done < len(out) or not stream.eof:
        raise DamagedError(tr("wrong length"))


def _inflate_at_once(compressed: bytes, out: np.ndarray) -> None:
    library = _libdeflate()
    if not hasattr(_of_thread, "decompressor"):
        _of_thread.decompressor = _Decompressor(library)
    # The last argument is the address of the actual length; with NULL, libdeflate fails unless `out` is filled exactly.
    failed = library.libdeflate_zlib_decompress(
        _of_thread.decompressor.address, compressed, len(compressed), out.ctypes.data, out.nbytes, None
    )
    if failed:
        raise DamagedError(tr("not what was compressed") if failed == 1 else tr("wrong length"))


class _Decompressor:
    """A decompressor of libdeflate for one thread; freed when the thread ends."""

    def __init__(self, library: ctypes.CDLL):
        self.address = library.libdeflate_alloc_decompressor()
        if not self.address:
            raise MemoryError("libdeflate has no memory")
        weakref.finalize(self, library.libdeflate_free_decompressor, self.address)


@cache
def _libdeflate() -> ctypes.CDLL | None:
    for name in _LIBRARIES:
        try:
            library = ctypes.CDLL(name)
            library.libdeflate_alloc_decompressor.restype = ctypes.c_void_p
            library.libdeflate_free_decompressor.argtypes = [ctypes.c_void_p]
            library.libdeflate_free_decompressor.restype = None
            library.libdeflate_zlib_decompress.argtypes = [
                ctypes.c_void_p,
                ctypes.c_char_p,
                ctypes.c_size_t,
                ctypes.c_void_p,
                ctypes.c_size_t,
                ctypes.c_void_p,
            ]
        except (OSError, AttributeError):
            continue
        return library
    return None
