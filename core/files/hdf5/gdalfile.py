# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files read through GDAL, for machines without h5py."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import numpy as np

from ...errors import MissingPackageError, TileError
from ...wording import tr
from ..gdalerrors import attempt
from .faults import check_numbers, check_small, not_openable_by_gdal, unreadable
from .precheck import Structure
from .values import corners_in, simple, text_of


class GdalFile:
    """An HDF5 file read through GDAL's multidimensional interface.

    Two of GDAL's drivers are needed. The HDF5 driver lists groups and reads strings, which the netCDF driver does not
    do reliably. The netCDF driver reads numbers, because the HDF5 driver crashes on the attribute "Dimension_Labels" of
    NEON's arrays (it takes it for "DIMENSION_LABELS").
    """

    backend = "gdal"

    def __init__(self, path: str, structure: Structure):
        self.path = path
        self._structure = structure
        self._cubes: list[GdalCube] = []
        self._texts = _Tree(path, "HDF5", path)
        self._numbers = _Tree(path, "netCDF", f"NETCDF:{path}")

    def close(self) -> None:
        # GDAL keeps the file open as long as any of its objects exists, even in the traceback of an error in a thread,
        # and would then read the old file after it has been replaced. So all references are dropped here.
        for cube in self._cubes:
            cube.close()
        self._texts.close()
        self._numbers.close()

    def groups(self, path: str) -> list[str]:
        """Return the names of the groups in the group `path`; none when that is not there."""
        return self._texts.groups(path)

    def datasets(self, path: str) -> list[str]:
        """Return the names of the datasets in the group `path`; none when that is not there."""
        return self._texts.arrays(path)

    def attribute(self, path: str, name: str):
        """Return an attribute of a group or dataset: str, float or float array; None when it is missing."""
        owner = self._texts.group(path)
        if owner is None and self._has_numbers(path):
            owner = self._numbers.array(path)
        attribute = owner and _result(owner.GetAttribute, name)
        if attribute is None:
            return None
        value, failure = attempt(attribute.Read)
        if failure:
            raise unreadable(self.path, tr("the attribute {name} of {path}").format(name=name, path=path), failure)
        return simple(value)

    def array(self, path: str) -> np.ndarray:
        """Read a small dataset of numbers as float64."""
        cube = self._opened(path, self._numbers.array(path))
        check_numbers(self.path, path, cube.stored_dtype)
        check_small(self.path, path, cube.shape, cube.stored_dtype.itemsize)
        return cube.read(*(slice(0, size) for size in cube.shape)).astype(float)

    def text(self, path: str) -> str:
        """Read a dataset that holds one string or one number."""
        if _dtype(self._numbers.array(path)) is not None:
            return text_of(simple(self.array(path)))
        self._structure.check_dataset(path)
        array = self._texts.array(path)
        check_small(self.path, path, _shape(array), _result(array.GetDataType().GetMaxStringLength) or 1)
        value, failure = attempt(array.Read)
        if failure:
            raise unreadable(self.path, path, failure)
        return text_of(simple(value))

    def cube(self, path: str) -> GdalCube:
        """Open a dataset of stored values; a dataset of a type that netCDF lacks gets an empty shape."""
        folder, _, name = path.rpartition("/")
        is_of_another_type = not self._has_numbers(path) and name in self.datasets(folder)
        return self._opened(path, None if is_of_another_type else self._numbers.array(path))

    def _opened(self, path: str, array) -> GdalCube:
        self._cubes.append(GdalCube(self.path, path, array, self._structure))
        return self._cubes[-1]

    def _has_numbers(self, path: str) -> bool:
        """Tell whether the netCDF driver lists a dataset: not one of a type that netCDF lacks, nor a scalar."""
        folder, _, name = path.rpartition("/")
        return name in self._numbers.arrays(folder)


class _Tree:
    """The groups of a file, opened by one of GDAL's drivers.

    What is found is kept: GDAL goes through all members of a group each time it lists them or opens one.
    """

    def __init__(self, path: str, driver: str, source: str):
        from osgeo import gdal

        if _result(gdal.GetDriverByName, driver) is None:
            raise MissingPackageError(
                tr(
                    "Reading NEON's files needs h5py, or GDAL with its {driver} driver, and neither is "
                    "there; install h5py with: python -m pip install h5py"
                ).format(driver=driver)
            )
        flags = gdal.OF_MULTIDIM_RASTER | gdal.OF_READONLY
        self._dataset, failure = attempt(gdal.OpenEx, source, flags, allowed_drivers=[driver])
        root = self._dataset and _result(self._dataset.GetRootGroup)
        if root is None:
            raise not_openable_by_gdal(path, failure)
        self._path = path
        self._groups = {"": root}
        self._names: dict[tuple[str, str], list[str]] = {}

    def close(self) -> None:
        self._groups.clear()
        self._dataset = None

    def groups(self, path: str) -> list[str]:
        """Return the sorted names of the groups in a group; none when that is not there."""
        return self._listed(path, "GetGroupNames")

    def arrays(self, path: str) -> list[str]:
        """Return the sorted names of the arrays in a group; none when that is not there."""
        return self._listed(path, "GetMDArrayNames")

    def _listed(self, path: str, method: str) -> list[str]:
        path = path.strip("/")
        if (path, method) not in self._names:
            group = self.group(path)
            names, failure = ([], "") if group is None else attempt(getattr(group, method))
            if failure:
                raise unreadable(self._path, f"/{path}", failure)
            # GDAL gives names as bytes that are not valid text.
            self._names[path, method] = sorted(name for name in names or [] if isinstance(name, str))
        return self._names[path, method]

    def group(self, path: str):
        """Return a group; None when it is not there."""
        path = path.strip("/")
        if path not in self._groups:
            folder, _, name = path.rpartition("/")
            group = None
            if name in self.groups(folder):
                group = _result(self.group(folder).OpenGroup, name)
                if group is None:
                    raise unreadable(self._path, f"/{path}")
            self._groups[path] = group
        return self._groups[path]

    def array(self, path: str):
        """Return an array.

        Raises
        ------
        TileError
            If it is not there or cannot be opened.
        """
        folder, _, name = path.rpartition("/")
        group = self.group(folder)
        array = group and _result(group.OpenMDArray, name)
        if array is None:
            raise unreadable(self._path, path)
        return array


class GdalCube:
    """A dataset of stored values (rows, columns, bands)."""

    has_raw_chunks = False

    def __init__(self, path: str, name: str, array, structure: Structure):
        self.path = path
        self.name = name
        self._structure = structure
        self.shape, self.stored_dtype, self.chunks = (), np.dtype(object), None
        if array is not None:
            self.shape = _shape(array)
            self.stored_dtype = _dtype(array) or self.stored_dtype
            chunks = tuple(_result(array.GetBlockSize) or ())
            self.chunks = chunks if chunks and all(chunks) else None
        self._array = array
        self._lock = threading.Lock()

    def close(self) -> None:
        """Drop GDAL's array, so that the file can be closed."""
        self._array = None

    @property
    def compression(self) -> str:
        """Compression of the chunks: "gzip", "none" or the name of another method."""
        name = (_result(self._array.GetStructuralInfo) or {}).get("COMPRESS", "none").lower()
        return "gzip" if name == "deflate" else name

    def read(self, *box: slice) -> np.ndarray:
        """Read stored values, given by a slice (with start and stop) for each axis."""
        with self._lock:
            is_complete = self._structure.check_dataset(self.name)
            values = self._read(box)
            if self.chunks and not is_complete:
                self._check_zeros(values, box)
        return values

    def _read(self, box: Sequence[slice]) -> np.ndarray:
        count = [part.stop - part.start for part in box]
        where = {"array_start_idx": [part.start for part in box], "count": count} if count else {}
        dtype = _dtype(self._array)
        # Not `ReadAsArray`, which may return uninitialized memory when reading fails.
        values = None if dtype is None else _result(self._array.Read, **where)
        if values is None:
            raise unreadable(self.path, self.name)
        return np.frombuffer(values, dtype).reshape(count)

    def _check_zeros(self, values: np.ndarray, box: Sequence[slice]) -> None:
        """Refuse chunks of zeros, as GDAL also returns zeros for chunks that it does not find."""
        for corner in corners_in(box, self.chunks):
            stops = (min(start + step, size) for start, step, size in zip(corner, self.chunks, self.shape))
            chunk = [slice(start, stop) for start, stop in zip(corner, stops)]
            inside = tuple(
                slice(max(part.start - whole.start, 0), part.stop - whole.start) for part, whole in zip(chunk, box)
            )
            if not values[inside].any() and not self._read(chunk).any():
                raise TileError(
                    tr(
                        "{path}: {name} has nothing but zeros from {corner} on, and GDAL cannot tell whether they were "
                        "lost; install h5py, which can, with: python -m pip install h5py"
                    ).format(path=self.path, name=self.name, corner=corner)
                )


def _result(function, *arguments, **options):
    """Call a function of GDAL and return its result; None when it fails."""
    return attempt(function, *arguments, **options)[0]


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
