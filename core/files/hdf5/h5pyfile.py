# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files read through h5py."""

from __future__ import annotations

import threading
from contextlib import contextmanager

import numpy as np

from ...errors import MissingPackageError, TileError
from ...wording import tr
from .faults import NO_LOCKS, check_numbers, check_small, lock_of, not_openable, not_written, unreadable
from .precheck import Structure
from .values import corners_in, simple, text_of


def import_h5py():
    """Return h5py, or None where it cannot be used."""
    # Where QGIS has loaded another HDF5 library, h5py may raise other errors than ImportError.
    try:
        import h5py
    except Exception:
        return None
    # Empty folders that an uninstalled h5py leaves behind can be imported, too.
    return h5py if hasattr(h5py, "File") else None


class H5pyFile:
    """An HDF5 file read through h5py."""

    backend = "h5py"

    def __init__(self, path: str, structure: Structure):
        h5py = import_h5py()
        if h5py is None:
            raise MissingPackageError(tr("h5py does not import; install it with: python -m pip install h5py"))
        self.path = path
        self._structure = structure
        self._h5py = h5py
        try:
            self._h5 = self._open(path)
        # Versions of h5py or HDF5 that cannot open without locks raise TypeError or ValueError.
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
        """Return the names of the groups in the group `path`; an empty list when there is no such group."""
        return self._members(path, self._h5py.Group)

    def datasets(self, path: str) -> list[str]:
        """Return the names of the datasets in the group `path`; an empty list when there is no such group."""
        return self._members(path, self._h5py.Dataset)

    def _members(self, path: str, kind: type) -> list[str]:
        with self._reading(path):
            group = self._find(path)
            if not isinstance(group, self._h5py.Group):
                return []
            return sorted(name for name in group if isinstance(self._member(group, path.rstrip("/"), name), kind))

    def _find(self, path: str):
        """Return a group or dataset; None when there is none at that path."""
        found, folder = self._h5, ""
        for name in filter(None, path.split("/")):
            if not isinstance(found, self._h5py.Group) or name not in found:
                return None
            found, folder = self._member(found, folder, name), f"{folder}/{name}"
        return found

    def _member(self, group, folder: str, name: str):
        """Return a member of a group; None for a dangling link."""
        with self._reading(f"{folder}/{name}"):
            try:
                return group[name]
            except KeyError:
                # A hard link cannot dangle, so the object is damaged.
                if isinstance(group.get(name, getlink=True), self._h5py.HardLink):
                    raise
                return None

    def attribute(self, path: str, name: str):
        """Return an attribute of a group or dataset: str, float or float array; None when it is missing."""
        with self._reading(tr("the attribute {name} of {path}").format(name=name, path=path)):
            owner = self._find(path)
            try:
                return simple(owner.attrs[name]) if owner is not None and name in owner.attrs else None
            except TypeError:
                return None  # Of a type that NumPy does not know.

    def array(self, path: str) -> np.ndarray:
        """Read a small dataset of numbers as float64."""
        with self._reading(path):
            dataset = self._small(path)
            check_numbers(self.path, path, dataset.dtype)
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
        box = tuple(slice(0, size) for size in dataset.shape)
        _check_written(self.path, path, dataset, self._structure, box)
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
    """A dataset of stored values (rows, columns, bands), whose compressed chunks may be read as they are."""

    def __init__(self, path: str, name: str, dataset, structure: Structure):
        self.path = path
        self.name = name
        self._structure = structure
        # A dataset with a null dataspace has no shape.
        self.shape = dataset.shape or ()
        self.stored_dtype = dataset.dtype
        self.chunks = dataset.chunks
        self._dataset = dataset
        self._lock = threading.Lock()
        properties = dataset.id.get_create_plist()
        self.filters = tuple(properties.get_filter(index)[0] for index in range(properties.get_nfilters()))

    @property
    def has_raw_chunks(self) -> bool:
        """Whether `raw_chunk` returns zlib streams: the only filters are gzip, perhaps after shuffle."""
        from h5py import h5z

        gzip, shuffle = h5z.FILTER_DEFLATE, h5z.FILTER_SHUFFLE
        return self.chunks is not None and self.filters in ((gzip,), (shuffle, gzip))

    @property
    def shuffled(self) -> bool:
        """Whether the shuffle filter was applied: the first bytes of all values, then the second bytes, and so on."""
        return len(self.filters) == 2

    def raw_chunk(self, corner: tuple[int, int, int]) -> bytes | None:
        """Return the zlib stream of the chunk whose first indices are `corner`; None when `read` must read it.

        That is so for a chunk that was stored without compression, or never written where the file gives a fill value.

        Raises
        ------
        TileError
            When it was never written, and the file gives no fill value.
        """
        with self._lock:
            self._structure.check_dataset(self.name)
            try:
                skipped_filters, raw = _stored_chunk(self._dataset, corner)
            except (OSError, RuntimeError, ValueError) as error:
                if _has_fill_value(self._dataset):
                    return None
                raise _chunk_unreadable(self.path, self.name, corner, error) from None
        return raw if raw and not skipped_filters else None

    @property
    def compression(self) -> str:
        """Compression of the chunks: "gzip", "none" or the name of another method."""
        return self._dataset.compression or ("other" if self.filters else "none")

    def read(self, *box: slice) -> np.ndarray:
        """Read stored values, given by a slice (with start and stop) for each axis."""
        with self._lock:
            _check_written(self.path, self.name, self._dataset, self._structure, box)
            try:
                return self._dataset[box]
            except (OSError, RuntimeError, ValueError) as error:
                raise unreadable(self.path, self.name, error) from None


def _stored_chunk(dataset, corner: tuple[int, ...]) -> tuple[int, bytes]:
    """Return which filters were skipped for a chunk, and its bytes as they are in the file."""
    try:
        return dataset.id.read_direct_chunk(corner)
    except MemoryError:
        # HDF5 1.14.5 leaves the size of a chunk that is not there undefined, and h5py asks for as much memory.
        if dataset.id.get_chunk_info_by_coord(corner).byte_offset is None:
            raise ValueError("no such chunk") from None
        raise


def _has_fill_value(dataset) -> bool:
    """Tell whether the file defines a fill value; without one, the library returns 0 for values never written."""
    from h5py import h5d

    return dataset.id.get_create_plist().fill_value_defined() == h5d.FILL_VALUE_USER_DEFINED


def _check_written(path: str, name: str, dataset, structure: Structure, box: tuple[slice, ...]) -> None:
    """Check that all values in `box` were written, as the library returns zeros for others."""
    from h5py import h5d

    if structure.check_dataset(name) or _has_fill_value(dataset):
        return
    if dataset.chunks:
        for corner in corners_in(box, dataset.chunks):
            # Only this looks a chunk up as reading does; the number of chunks includes those that cannot be found.
            try:
                _stored_chunk(dataset, corner)
            except (OSError, RuntimeError, ValueError) as error:
                raise _chunk_unreadable(path, name, corner, error) from None
        return
    properties = dataset.id.get_create_plist()
    is_contiguous = properties.get_layout() == h5d.CONTIGUOUS and not properties.get_external_count()
    if is_contiguous and dataset.size and dataset.id.get_offset() is None:
        raise not_written(path, name, 0, 1)


def _chunk_unreadable(path: str, name: str, corner: tuple[int, ...], error: Exception) -> TileError:
    return unreadable(path, tr("{name} from {corner} on").format(name=name, corner=corner), error)
