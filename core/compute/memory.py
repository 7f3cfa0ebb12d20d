# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory for pixel values: in RAM up to a budget, beyond that in scratch files."""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence

import numpy as np

from ..errors import OutputError, ParameterError
from ..wording import tr

MEGABYTE = 1_000_000
# A larger budget makes nothing faster, as the system caches scratch files in free memory anyway.
MOST_BY_DEFAULT = 800 * MEGABYTE
SHARE_OF_FREE = 0.6
# Bytes per pixel that k-means needs beside the values: projected coordinates, margin and label.
WORKING_BYTES = 60


class PixelStore:
    """Allocates arrays for pixel values.

    Scratch files are unlinked, or on Windows marked to be removed, as soon as they are open. So they vanish with the
    array, or with the process, however it ends.

    Parameters
    ----------
    folder : str
        Folder for scratch files.
    megabytes : int
        Memory to use for pixels and working data; 0 for 60 % of the free memory, at most 800 MB.

    Raises
    ------
    ParameterError
        If `megabytes` is negative.
    """

    def __init__(self, folder: str, megabytes: int = 0):
        if megabytes < 0:
            raise ParameterError(
                tr("Memory is {megabytes} MB; it must be 0 (what is free) or more.").format(megabytes=megabytes)
            )
        self._parent = folder
        self._budget = megabytes * MEGABYTE or int(min(MOST_BY_DEFAULT, SHARE_OF_FREE * free_memory()))
        self._left = self._budget

    def plan(self, shapes: Sequence[tuple[int, int]], dtype: np.dtype) -> str:
        """Reserve working memory, and describe for the log how much memory and scratch space will be used.

        Parameters
        ----------
        shapes : sequence of (pixels, bands)
            Shapes of the arrays that will be allocated, in this order.
        dtype : dtype
            Their type.

        Raises
        ------
        OutputError
            If scratch files are needed and their folder is missing or has no room for them.
        """
        pixels, bands = sum(shape[0] for shape in shapes), shapes[0][1]
        sizes = [int(np.prod(shape)) * np.dtype(dtype).itemsize for shape in shapes]
        working = pixels * WORKING_BYTES
        self._left = max(self._budget - working, 0)
        beyond, left = 0, self._left
        for size in sizes:
            if size <= left:
                left -= size
            else:
                beyond += size
        text = tr(
            "{pixels:,} pixels of {bands} bands: {values:.2f} GB of values, {working:.2f} GB to work with"
        ).format(pixels=pixels, bands=bands, values=sum(sizes) / 1e9, working=working / 1e9)
        if not beyond:
            return tr("{need}, in memory.").format(need=text)
        try:
            free = shutil.disk_usage(self._parent).free
        except OSError as error:
            raise self._no_scratch_file(error) from None
        if beyond > free:
            raise OutputError(
                tr(
                    "{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB must go to scratch files in "
                    "{folder}, where {free:.2f} GB are free; free some space, allow more memory, keep fewer "
                    "bands or read fewer tiles."
                ).format(
                    need=text, memory=self._budget / 1e9, beyond=beyond / 1e9, folder=self._parent, free=free / 1e9
                )
            )
        return tr("{need}. With {memory:.2f} GB of memory, {beyond:.2f} GB go to scratch files in {folder}.").format(
            need=text, memory=self._budget / 1e9, beyond=beyond / 1e9, folder=self._parent
        )

    def allocate(self, shape: tuple[int, ...], dtype) -> np.ndarray:
        """Return an uninitialized array, in memory if the budget allows, else in a scratch file.

        Raises
        ------
        OutputError
            If the scratch file cannot be made.
        """
        size = int(np.prod(shape)) * np.dtype(dtype).itemsize
        if size <= self._left or not size:
            self._left -= size
            return np.empty(shape, dtype)
        try:
            with tempfile.TemporaryFile(prefix="neon_aop-", dir=self._parent) as file:
                _reserve(file, size)
                return np.memmap(file, dtype=dtype, mode="r+", shape=shape)
        except OSError as error:
            raise self._no_scratch_file(error) from None

    def _no_scratch_file(self, error: OSError) -> OutputError:
        return OutputError(
            tr(
                "Scratch files cannot be made in {folder} ({reason}); free some space there, allow more "
                "memory, or set another temporary folder."
            ).format(folder=self._parent, reason=error.strerror)
        )


def _reserve(file, size: int) -> None:
    """Allocate the blocks of a file, as writing to a sparse mapped file on a full disk kills the process (SIGBUS)."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file.fileno(), 0, size)
        return
    zeros = bytes(MEGABYTE)
    for start in range(0, size, MEGABYTE):
        file.write(zeros[: size - start])
    file.flush()


def release(values: np.ndarray) -> None:
    """Let the system reclaim the memory of an array in a scratch file; other arrays are not affected."""
    base = values
    while isinstance(base, np.ndarray):
        base = base.base
    if isinstance(base, mmap.mmap) and hasattr(base, "madvise") and hasattr(mmap, "MADV_DONTNEED"):
        base.madvise(mmap.MADV_DONTNEED)


def free_memory() -> int:
    """Return how many bytes of memory are available, or 2 GB if the system does not say."""
    if sys.platform == "win32":
        status = _WindowsMemoryStatus()
        status.size = ctypes.sizeof(status)
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return status.available
    try:
        with open("/proc/meminfo", encoding="ascii") as info:
            sizes = dict(line.split(":", 1) for line in info)
        return int(sizes["MemAvailable"].split()[0]) * 1024
    except (OSError, KeyError, ValueError):
        return 2000 * MEGABYTE


class _WindowsMemoryStatus(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        *[(name, ctypes.c_ulonglong) for name in ("a", "b", "c", "d", "e")],
    ]
