"""The seam to HDF5: the same few reads, through h5py or, where that does not import, through GDAL."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager

import numpy as np

from .errors import MissingPackageError, TileError, in_one_line
from .gdalerrors import attempt
from .hdf5check import StructureCheck, check_structure
from .hdf5messages import StructureError
from .wording import tr

SIGNATURE = b"\x89HDF\r\n\x1a\n"
# The signature stands at byte 0, or after a user block of 512, 1024, 2048 ... bytes.
SIGNATURE_OFFSETS = (0, 512, 1024, 2048, 4096, 8192)
# More than any list of wavelengths or angles has; a larger claim comes from a damaged file.
MOST_SMALL_VALUES = 1_000_000
MOST_SMALL_BYTES = 100_000_000

# Whether another program has a lock on a file, or none can be had on it, as in some folders on a network.
FREE, LOCKED, NO_LOCKS = "free", "locked", "no locks"


def open_hdf5(path: str, backend: str | None = None) -> H5pyFile | GdalFile:
    """Open an HDF5 file for reading.

    Parameters
    ----------
    path : str
    backend : {"h5py", "gdal"}, optional
        The library to read with; by default h5py where it imports, else GDAL.

    Raises
    ------
    TileError
        When the file does not exist, is no HDF5 file or is damaged.
    MissingPackageError
        When the library is not there.
    """
    path = os.fspath(path)
    offset = _check_signature(path)
    try:
        structure = check_structure(path, offset)
    except (StructureError, OSError) as error:
        raise _not_openable(path, error) from None
    if backend is None:
        backend = "h5py" if import_h5py() is not None else "gdal"
    return {"h5py": H5pyFile, "gdal": GdalFile}[backend](path, structure)


def import_h5py():
    """Return h5py, or None where it cannot be used."""
    # Beside QGIS's own HDF5 library, h5py may fail with more than an ImportError.
    try:
        import h5py
    except Exception:
        return None
    # Folders that an uninstalled h5py leaves behind import as well, with nothing in them.
    return h5py if hasattr(h5py, "File") else None


def _check_signature(path: str) -> int:
    """Return where the signature of the file is."""
    if not os.path.exists(path):
        raise TileError(tr("{path} does not exist; check the path.").format(path=path))
    if os.path.isdir(path):
        raise TileError(tr("{path} is a folder; choose a NEON reflectance file (.h5) in it.").format(path=path))
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as file:
            starts = []
            for offset in SIGNATURE_OFFSETS:
                file.seek(offset)
                starts.append(file.read(len(SIGNATURE)))
    except OSError as error:
        raise TileError(
            tr("{path} cannot be read ({reason}); check its permissions.").format(path=path, reason=error.strerror)
        ) from None
    if size == 0:
        raise TileError(tr("{path} is empty (0 bytes); download it again.").format(path=path))
    if SIGNATURE not in starts:
        raise TileError(
            tr(
                "{path} is not an HDF5 file (it starts with {start!r}); choose a NEON reflectance file "
                "(.h5), or download it again if it should be one."
            ).format(path=path, start=starts[0])
        )
    return SIGNATURE_OFFSETS[starts.index(SIGNATURE)]


def _damaged(path: str, what: str, reason: object = "") -> TileError:
    what, reason = in_one_line(what), in_one_line(str(reason), 200)
    detail = f" ({reason})" if reason else ""
    return TileError(
        tr("{path}: {what} cannot be read{detail}; the file is damaged or not complete, download it again.").format(
            path=path, what=what, detail=detail
        )
    )


def _not_openable(path: str, reason: object) -> TileError:
    lock = _lock_of(path)
    if lock == LOCKED:
        return TileError(
            tr("{path} is being written by another program; wait until it is done, or close it there.").format(
                path=path
            )
        )
    if lock == NO_LOCKS:
        return TileError(
            tr(
                "{path} cannot be opened, because its folder knows no file locks, which HDF5 wants; set the "
                "environment variable HDF5_USE_FILE_LOCKING to FALSE and start QGIS again, or copy the file to "
                "another folder."
            ).format(path=path)
        )
    return _damaged(path, tr("this HDF5 file of {size:,} bytes").format(size=os.path.getsize(path)), reason)


def _lock_of(path: str) -> str:
    """Tell whether a program that writes the file has locked it, as HDF5 does, where the system can tell."""
    try:
        import fcntl
    except ImportError:
        return FREE
    with open(path, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return LOCKED
        except OSError:
            return NO_LOCKS
    return FREE


def _simple(value):
    """Return an attribute as str, float or a float array, whatever the file wraps it in; None when it is neither."""
    array = np.asarray(value)
    if array.dtype.kind in "iufb":
        return float(array.reshape(-1)[0]) if array.size == 1 else array.astype(float)
    if array.dtype.kind in "OSU" and array.size == 1:
        item = array.reshape(-1)[0]
        return _decode(item) if isinstance(item, (bytes, str)) else None
    return None


def _decode(text: bytes | str) -> str:
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return text.split("\0")[0].strip()


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
            raise _not_openable(path, error) from None

    def _open(self, path: str):
        try:
            return self._h5py.File(path, "r")
        except OSError:
            if _lock_of(path) != NO_LOCKS:
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
                return _simple(attributes[name]) if name in attributes else None
            except TypeError:
                return None  # Of a type that NumPy does not know.

    def array(self, path: str) -> np.ndarray:
        """Read a small dataset of numbers as float64."""
        with self._reading(path):
            dataset = self._small(path)
            _check_numbers(self.path, path, dataset.dtype)
            return np.asarray(dataset[()], dtype=float)

    def text(self, path: str) -> str:
        """Read a dataset that holds one string or one number."""
        with self._reading(path):
            return _text(_simple(self._small(path)[()]))

    def cube(self, path: str) -> H5pyCube:
        """Open a dataset of stored values."""
        with self._reading(path):
            return H5pyCube(self.path, self._h5[path], self._structure)

    def _small(self, path: str):
        dataset = self._h5[path]
        _check_small(self.path, path, dataset.shape, dataset.dtype.itemsize)
        _check_chunks(self.path, path, self._structure)
        return dataset

    @contextmanager
    def _reading(self, what: str):
        try:
            yield
        except TileError:
            raise
        except (AttributeError, KeyError, OSError, RuntimeError, TypeError, ValueError) as error:
            raise _damaged(self.path, what, error) from None


def _check_chunks(path: str, name: str, structure: StructureCheck) -> None:
    """Check the index of the chunks of a dataset that is to be read."""
    try:
        structure.check_chunks(name)
    except (StructureError, OSError) as error:
        raise _damaged(path, name, error) from None


def _check_small(path: str, name: str, shape: tuple, value_bytes: int) -> None:
    count = 0 if shape is None else np.prod([float(size) for size in shape])
    if shape is None or count > MOST_SMALL_VALUES or count * value_bytes > MOST_SMALL_BYTES:
        raise TileError(
            tr(
                "{path}: {name} has the shape {shape}, which no NEON file has; the file is damaged, download it again."
            ).format(path=path, name=in_one_line(name), shape=shape)
        )


def _check_numbers(path: str, name: str, dtype: np.dtype | None) -> None:
    if dtype is None or dtype.kind not in "iuf":
        raise TileError(
            tr("{path}: {name} holds {found} instead of numbers; the file is damaged, download it again.").format(
                path=path, name=in_one_line(name), found=tr("something else") if dtype is None else dtype
            )
        )


def _text(value) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:g}"
    return value if isinstance(value, str) else ""


class H5pyCube:
    """A dataset of stored values (rows, columns, bands), which may also be read chunk by raw chunk."""

    def __init__(self, path: str, dataset, structure: StructureCheck):
        self.path = path
        self.name = dataset.name
        self._structure = structure
        # There are datasets without any shape.
        self.shape = dataset.shape or ()
        self.stored_dtype = dataset.dtype
        self.chunks = dataset.chunks
        self._dataset = dataset
        self._lock = threading.Lock()
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
            _check_chunks(self.path, self.name, self._structure)
            try:
                skipped_filters, raw = self._dataset.id.read_direct_chunk(corner)
            except (OSError, RuntimeError, ValueError) as error:
                if not self._names_fill_value():
                    raise _damaged(
                        self.path, tr("{name} from {corner} on").format(name=self.name, corner=corner), error
                    ) from None
                return None
        return raw if raw and not skipped_filters else None

    def _names_fill_value(self) -> bool:
        from h5py import h5d

        return self._dataset.id.get_create_plist().fill_value_defined() == h5d.FILL_VALUE_USER_DEFINED

    @property
    def compression(self) -> str:
        """How chunks are compressed: "gzip", "none" or the name of another way."""
        return self._dataset.compression or ("other" if self.filters else "none")

    def read(self, *box: slice) -> np.ndarray:
        """Read a box of stored values, given by a slice (with start and stop) for each axis."""
        with self._lock:
            _check_chunks(self.path, self.name, self._structure)
            try:
                return self._dataset[box]
            except (OSError, RuntimeError, ValueError) as error:
                raise _damaged(self.path, self.name, error) from None


def _result(function, *arguments, **options):
    """Call GDAL; return None when it fails."""
    return attempt(function, *arguments, **options)[0]


class GdalFile:
    """An HDF5 file read through GDAL's multidimensional interface.

    Two of GDAL's drivers share the work. The HDF5 driver lists groups and reads strings, which the netCDF driver
    does not do reliably. Numbers go through the netCDF driver, because the HDF5 driver ends the whole process on
    arrays with an attribute "Dimension_Labels", which NEON's have (it takes that for "DIMENSION_LABELS").
    """

    backend = "gdal"

    def __init__(self, path: str, structure: StructureCheck):
        self.path = path
        self._structure = structure
        self._cubes: list[GdalCube] = []
        self._groups_dataset, self._groups_root = self._open("HDF5", path)
        self._arrays_dataset, self._arrays_root = self._open("netCDF", f"NETCDF:{path}")

    def _open(self, driver: str, source: str):
        from osgeo import gdal

        if _result(gdal.GetDriverByName, driver) is None:
            raise MissingPackageError(
                tr(
                    "Reading NEON's files needs h5py, or GDAL with its {driver} driver, and neither is "
                    "there; install h5py with: python -m pip install h5py"
                ).format(driver=driver)
            )
        flags = gdal.OF_MULTIDIM_RASTER | gdal.OF_READONLY
        dataset, failure = attempt(gdal.OpenEx, source, flags, allowed_drivers=[driver])
        root = dataset and _result(dataset.GetRootGroup)
        if root is None:
            raise _not_openable(self.path, failure)
        return dataset, root

    def close(self) -> None:
        # What holds on to the file goes first. GDAL keeps it open as long as anything does, even the traceback of an
        # error in a thread, and takes it for another one that is later put in its place.
        for cube in self._cubes:
            cube.close()
        self._groups_root = self._arrays_root = None
        self._groups_dataset = self._arrays_dataset = None

    def groups(self, path: str) -> list[str]:
        """Return the names of the groups in the group `path`."""
        return _texts_of(_result(self._group(self._groups_root, path).GetGroupNames))

    def datasets(self, path: str) -> list[str]:
        """Return the names of the datasets in the group `path`."""
        return _texts_of(_result(self._group(self._groups_root, path).GetMDArrayNames))

    def _group(self, root, path: str):
        group = self._find_group(root, path)
        if group is None:
            raise _damaged(self.path, path)
        return group

    def _find_group(self, root, path: str):
        group = root
        for name in filter(None, path.split("/")):
            group = group and _result(group.OpenGroup, name)
        return group

    def _array(self, root, path: str):
        folder, _, name = path.rpartition("/")
        array = _result(self._group(root, folder).OpenMDArray, name)
        if array is None:
            raise _damaged(self.path, path)
        return array

    def attribute(self, path: str, name: str):
        """Return an attribute of a group or dataset: str, float or float array; None when it is missing."""
        try:
            owner = self._array(self._arrays_root, path)
        except TileError:
            owner = self._find_group(self._groups_root, path)
        if owner is None:
            return None
        attribute = _result(owner.GetAttribute, name)
        return None if attribute is None else _simple(_result(attribute.Read))

    def array(self, path: str) -> np.ndarray:
        """Read a small dataset of numbers as float64."""
        array = self._array(self._arrays_root, path)
        _check_numbers(self.path, path, _dtype(array))
        _check_small(self.path, path, _shape(array), _dtype(array).itemsize)
        _check_chunks(self.path, path, self._structure)
        values = _numbers(array)
        if values is None:
            raise _damaged(self.path, path)
        return values.reshape(_shape(array)).astype(float)

    def text(self, path: str) -> str:
        """Read a dataset that holds one string or one number."""
        array = self._array(self._arrays_root, path)
        _check_chunks(self.path, path, self._structure)
        if _dtype(array) is not None:
            _check_small(self.path, path, _shape(array), _dtype(array).itemsize)
            values = _numbers(array)
            return "" if values is None else _text(_simple(values))
        array = self._array(self._groups_root, path)
        _check_small(self.path, path, _shape(array), _result(array.GetDataType().GetMaxStringLength) or 1)
        return _text(_simple(_result(array.Read)))

    def cube(self, path: str) -> GdalCube:
        """Open a dataset of stored values."""
        self._cubes.append(GdalCube(self.path, path, self._array(self._arrays_root, path), self._structure))
        return self._cubes[-1]


def _texts_of(names: list | None) -> list[str]:
    """Sort names; GDAL gives those that are no text as bytes."""
    return sorted(name for name in names or [] if isinstance(name, str))


def _shape(array) -> tuple[int, ...]:
    return tuple(dimension.GetSize() for dimension in _result(array.GetDimensions) or [])


def _dtype(array) -> np.dtype | None:
    """Return the type of an array of numbers; None for other arrays."""
    from osgeo import gdal, gdal_array

    datatype = array.GetDataType()
    if datatype.GetClass() != gdal.GEDTC_NUMERIC:
        return None
    code = gdal_array.GDALTypeCodeToNumericTypeCode(datatype.GetNumericDataType())
    return None if code is None else np.dtype(code)


def _numbers(array, **box) -> np.ndarray | None:
    """Read numbers, in one dimension; None when that fails."""
    dtype = _dtype(array)
    # `Read` says when it fails; `ReadAsArray` may return memory that nothing was read to.
    values = None if dtype is None else _result(array.Read, **box)
    return None if values is None else np.frombuffer(values, dtype)


class GdalCube:
    """A dataset of stored values (rows, columns, bands), read box by box."""

    has_raw_chunks = False

    def __init__(self, path: str, name: str, array, structure: StructureCheck):
        self.path = path
        self.name = name
        self._structure = structure
        self.shape = _shape(array)
        self.stored_dtype = _dtype(array) or np.dtype(object)
        chunks = tuple(_result(array.GetBlockSize) or ())
        self.chunks = chunks if chunks and all(chunks) else None
        self._array = array
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of the file."""
        self._array = None

    @property
    def compression(self) -> str:
        """How chunks are compressed: "gzip", "none" or the name of another way."""
        name = (_result(self._array.GetStructuralInfo) or {}).get("COMPRESS", "none").lower()
        return "gzip" if name == "deflate" else name

    def read(self, *box: slice) -> np.ndarray:
        """Read a box of stored values, given by a slice (with start and stop) for each axis."""
        start = [part.start for part in box]
        count = [part.stop - part.start for part in box]
        with self._lock:
            _check_chunks(self.path, self.name, self._structure)
            values = _numbers(self._array, array_start_idx=start, count=count)
        if values is None:
            raise _damaged(self.path, self.name)
        return values.reshape(count)
