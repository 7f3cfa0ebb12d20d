"""HDF5 files read through h5py."""

from __future__ import annotations

import math
import threading
from contextlib import contextmanager

import numpy as np

from ...errors import MissingPackageError, TileError
from ...wording import tr
from .faults import (
    NO_LOCKS,
    check_chunks,
    check_numbers,
    check_small,
    check_written,
    lock_of,
    not_openable,
    unreadable,
)
from .precheck.structure import StructureCheck
from .values import simple, text_of


def import_h5py():
    """Return h5py, or None where it cannot be used."""
    # Beside QGIS's own HDF5 library, h5py may fail with more than an ImportError.
    try:
        import h5py
    except Exception:
        return None
    # Folders that an uninstalled h5py leaves behind import as well, with nothing in them.
    return h5py if hasattr(h5py, "File") else None


class H5pyFile:
    """An HDF5 file read through h5py."""

    backend = "h5py"

    def __init__(self, path: str, structure: StructureCheck):
        h5py = import_h5py()
        if h5py is None:
            raise MissingPackageError(tr("h5py does not import; install it with: python -m pip install h5py"))
        self.path = path
        self._structure = structure
        self._h5py = h5py
        try:
            self._h5 = self._open(path)
        # Beside OSError, what h5py or HDF5 raise that are too old to do without locks.
        except (OSError, TypeError, ValueError) as error:
            raise not_openable(path, error) from None

    def _open(self, path: str):
        try:
            return self._h5py.File(path, "r")
        except OSError:
            if lock_of(path) != NO_LOCKS:
                raise
        return self._h5py.File(path, "r", locking=False)

    def close(self) -> None:
        self._h5.close()

    def groups(self, path: str) -> list[str]:
        """Return the names of the groups in the group `path`."""
        return self._members(path, self._h5py.Group)

    def datasets(self, path: str) -> list[str]:
        """Return the names of the datasets in the group `path`."""
        return self._members(path, self._h5py.Dataset)

    def _members(self, path: str, kind: type) -> list[str]:
        with self._reading(path):
            group = self._h5[path]
            # `get(name, getclass=True)` reads the index of all chunks, too.
            return sorted(name for name in group if isinstance(group.get(name), kind))

    def attribute(self, path: str, name: str):
        """Return an attribute of a group or dataset: str, float or float array; None when it is missing."""
        with self._reading(tr("the attribute {name} of {path}").format(name=name, path=path)):
            attributes = self._h5[path].attrs if path in self._h5 else {}
            try:
                return simple(attributes[name]) if name in attributes else None
            except TypeError:
                return None  # Of a type that NumPy does not know.

    def array(self, path: str) -> np.ndarray:
        """Read a small dataset of numbers as float64."""
        with self._reading(path):
            dataset = self._small(path)
            check_numbers(self.path, path, dataset.dtype)
            check_written(self.path, path, *_parts(dataset))
            return np.asarray(dataset[()], dtype=float)

    def text(self, path: str) -> str:
        """Read a dataset that holds one string or one number."""
        with self._reading(path):
            return text_of(simple(self._small(path)[()]))

    def cube(self, path: str) -> H5pyCube:
        """Open a dataset of stored values."""
        with self._reading(path):
            return H5pyCube(self.path, path, self._h5[path], self._structure)

    def _small(self, path: str):
        dataset = self._h5[path]
        check_small(self.path, path, dataset.shape, dataset.dtype.itemsize)
        check_chunks(self.path, path, self._structure)
        return dataset

    @contextmanager
    def _reading(self, what: str):
        try:
            yield
        except TileError:
            raise
        except (AttributeError, KeyError, OSError, RuntimeError, TypeError, ValueError) as error:
            raise unreadable(self.path, what, error) from None


class H5pyCube:
    """A dataset of stored values (rows, columns, bands), which may also be read chunk by raw chunk."""

    def __init__(self, path: str, name: str, dataset, structure: StructureCheck):
        self.path = path
        self.name = name
        self._structure = structure
        # There are datasets without any shape.
        self.shape = dataset.shape or ()
        self.stored_dtype = dataset.dtype
        self.chunks = dataset.chunks
        self._dataset = dataset
        self._lock = threading.Lock()
        self._parts: tuple[int, int] | None = None
        self.filters = self._filters()

    def _filters(self) -> tuple[int, ...]:
        properties = self._dataset.id.get_create_plist()
        return tuple(properties.get_filter(index)[0] for index in range(properties.get_nfilters()))

    @property
    def has_raw_chunks(self) -> bool:
        """Whether `raw_chunk` gives zlib streams: the only filters are gzip, perhaps after shuffle."""
        from h5py import h5z

        gzip, shuffle = h5z.FILTER_DEFLATE, h5z.FILTER_SHUFFLE
        return self.chunks is not None and self.filters in ((gzip,), (shuffle, gzip))

    @property
    def shuffled(self) -> bool:
        """Whether the bytes of raw chunks are grouped by significance."""
        return len(self.filters) == 2

    def raw_chunk(self, corner: tuple[int, int, int]) -> bytes | None:
        """Return the zlib stream of the chunk at `corner`; None when it is not compressed or was never written.

        Raises
        ------
        TileError
            When it cannot be found and the file names no fill value, so that the library would give zeros.
        """
        with self._lock:
            self._check()
            try:
                skipped_filters, raw = self._dataset.id.read_direct_chunk(corner)
            except (OSError, RuntimeError, ValueError) as error:
                if not _names_fill_value(self._dataset):
                    raise unreadable(
                        self.path, tr("{name} from {corner} on").format(name=self.name, corner=corner), error
                    ) from None
                return None
        return raw if raw and not skipped_filters else None

    def _check(self) -> None:
        check_chunks(self.path, self.name, self._structure)
        if self._parts is None:
            self._parts = _parts(self._dataset)
        check_written(self.path, self.name, *self._parts)

    @property
    def compression(self) -> str:
        """How chunks are compressed: "gzip", "none" or the name of another way."""
        return self._dataset.compression or ("other" if self.filters else "none")

    def read(self, *box: slice) -> np.ndarray:
        """Read a box of stored values, given by a slice (with start and stop) for each axis."""
        with self._lock:
            self._check()
            try:
                return self._dataset[box]
            except (OSError, RuntimeError, ValueError) as error:
                raise unreadable(self.path, self.name, error) from None


def _names_fill_value(dataset) -> bool:
    from h5py import h5d

    return dataset.id.get_create_plist().fill_value_defined() == h5d.FILL_VALUE_USER_DEFINED


def _parts(dataset) -> tuple[int, int]:
    """Return how many chunks of a dataset were written and how many must be, as `StructureCheck.parts` does.

    This knows the newer kind of files, too.
    """
    from h5py import h5d

    if _names_fill_value(dataset):
        return 0, 0
    if dataset.chunks:
        return dataset.id.get_num_chunks(), math.prod(
            -(-size // step) for size, step in zip(dataset.shape, dataset.chunks)
        )
    properties = dataset.id.get_create_plist()
    if properties.get_layout() == h5d.CONTIGUOUS and dataset.size and not properties.get_external_count():
        return int(dataset.id.get_offset() is not None), 1
    return 0, 0
