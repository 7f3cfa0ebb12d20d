# SPDX-License-Identifier: GPL-2.0-or-later
"""Any multi-band raster as pixels."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from ...errors import RasterError
from ...image.bands import Bands
from ...image.grid import SAME_PLACE, Grid, check_window
from ...image.pixels import Pixels
from ...progress import Progress
from ...wording import counted, tr
from ..gdalerrors import attempt
from .choice import RasterChoice
from .reading import (
    LARGEST_SCALE,
    AlteredError,
    ApplyScales,
    RestoreIntegers,
    StoredBand,
    WindowPixels,
    WindowReader,
)
from .validity import Validity
from .wavelengths import SPECTRAL_DIMENSION, bad_bands, number_or_nan, read_bands
from .writer import IMAGE_NAME, REFLECTANCE_SCALE_FACTOR

# What QGIS calls the temporary files of results that show an image: after the parameters of algorithms.
_TEMPORARY_NAMES = ("OUTPUT", "PC_RASTER")

# The drivers of GDAL that open the reflectance of a NEON file, and how its name then ends.
_HDF5_DRIVERS = ("HDF5Image", "netCDF")
_TILE_CUBE = "/Reflectance/Reflectance_Data"

_KEPT_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
_BANDS_NAMED = 8


class RasterImage:
    """A raster of any format that GDAL reads, opened to be read as pixels.

    A context manager. A band of opacity (alpha) is not one of the bands; it says where pixels are valid.

    Parameters
    ----------
    source : RasterChoice, str or path
        The raster with what the user set on its layer; or what GDAL opens, as QGIS writes it: a file, a /vsi... path,
        a subdataset; possibly with open options ("|option:NAME=VALUE").

    Attributes
    ----------
    grid : Grid
    bands : Bands
        Numbers and wavelengths from the metadata or the names of the bands.
    good : ndarray of int
        Indices of the bands that the header does not mark as bad (all where it marks every band).
    name : str
        That of the file; of a temporary one of QGIS, what it shows, if it says so.
    dtype : dtype
        Type of the values that `read_pixels` gives; another one only where a raster that says to hold integers
        divided by a factor does not.
    notes : list of str
        One sentence for each thing about the bands that a user should know.
    has_data : ndarray of bool, shape (bands,)
        Which bands had data in what was read so far.

    Raises
    ------
    RasterError
        When the raster cannot be opened, holds complex numbers, or is not a north-up grid.
    """

    def __init__(self, source: RasterChoice | str | os.PathLike):
        self._choice = RasterChoice.of(source)
        self._dataset = _open(self._choice)
        self.name = self._read_name()
        self.grid = _read_grid(self._dataset, self.name, self._choice.crs)
        self._validity = Validity.of(self._dataset, self._choice)
        self._stored = self._stored_bands()
        numbers = [band.number for band in self._stored]
        self.bands = read_bands(self._dataset, numbers)
        is_bad = bad_bands(self._dataset, numbers)
        self.good = np.flatnonzero(~is_bad | is_bad.all())
        self._factor = self._read_factor()
        self.dtype = np.dtype(np.int16) if self._factor else self._plain_type()
        self.notes = self._notes()
        self.has_data = np.zeros(len(self.bands), dtype=bool)

    def __enter__(self) -> RasterImage:
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._dataset = None

    @property
    def shape(self) -> tuple[int, int]:
        """How many pixels the raster has, valid or not, and how many bands."""
        return self.grid.height * self.grid.width, len(self.bands)

    @property
    def block(self) -> tuple[int, int]:
        """Rows and columns of the blocks in which the file keeps its first band."""
        width, height = self._dataset.GetRasterBand(self._stored[0].number).GetBlockSize()
        return height, width

    @property
    def may_have_empty_bands(self) -> bool:
        """Whether a band can be without data, as its values or masks can say so."""
        is_real = any(band.dtype.kind == "f" for band in self._stored)
        return is_real or any(self._validity.nodata.values()) or bool(self._validity.masked)

    def read_pixels(
        self,
        progress: Progress | None = None,
        allocate: Callable | None = None,
        indices: Sequence[int] | None = None,
        window: tuple[slice, slice] | None = None,
        keep: np.ndarray | None = None,
        leave_out_empty: bool = False,
    ) -> Pixels:
        """Read the pixels that are valid in every band; `validity` says which these are.

        Integers stay integers. Where scale and offset differ between bands, values are converted with them: to Float32
        when the file holds integers of up to 16 bits or Float32, else to Float64.

        Parameters
        ----------
        progress : Progress, optional
        allocate : callable, optional
            Gives the memory for an array of some shape and dtype, such as `PixelStore.allocate`; called again when
            the raster turns out to need another type than `dtype`.
        indices : sequence of int, optional
            Which bands to read, counted from 0; all unless given.
        window : (slice of rows, slice of columns), optional
            Which part to read, both with start and stop; all unless given.
        keep : ndarray of bool, shape (rows, columns), optional
            Which pixels of the window to read.
        leave_out_empty : bool
            Leave out bands that have no data in the window, and say which; otherwise no pixel is valid when there is
            one.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        ParameterError
            When the window does not lie in the raster.
        RasterError
            When a part of the file cannot be read, or the values do not fit in memory.
        """
        progress = progress or Progress()
        indices = np.arange(len(self.bands)) if indices is None else np.asarray(indices, dtype=int)
        rows, columns = check_window(self.grid, window, self.name)
        stored = [self._stored[index] for index in indices]
        reader = WindowReader(self._choice.open, self._choice.source, stored, self._validity, rows, columns, keep)

        def read(convert) -> WindowPixels:
            return reader.run(convert, self.dtype, allocate, progress, leave_out_empty)

        found = None
        if self._factor:
            scale, offset = 1.0 / self._factor, 0.0
            # Not read anew in a handler, whose exception would keep the memory of the first array.
            with suppress(AlteredError):
                found = read(RestoreIntegers(self._factor))
            if found is None:
                progress.info(
                    tr("{name} was changed after it was cleaned; its values are read as Float32.").format(
                        name=self.name
                    )
                )
                self._factor, self.dtype = None, self._plain_type()
        if found is None:
            scale, offset = self._common_scale() or (1.0, 0.0)
            found = read(None if self._common_scale() else ApplyScales(stored))
        self.has_data[indices] |= found.has_data
        bands = self.bands.take(indices)
        if leave_out_empty and found.has_data.any():
            self._tell_of_empty(bands.take(~found.has_data), progress)
            bands = bands.take(found.has_data)
        return Pixels(
            values=found.values,
            valid=found.valid,
            grid=self.grid.window(rows, columns),
            bands=bands,
            scale=scale,
            offset=offset,
            name=self.name,
        )

    def _tell_of_empty(self, bands: Bands, progress: Progress) -> None:
        if len(bands):
            progress.warn(
                counted(
                    len(bands),
                    "{count} band of {name} has no data in any pixel and is left out: {bands}.",
                    "{count} bands of {name} have no data in any pixel and are left out: {bands}.",
                    name=self.name,
                    bands=listed(bands),
                )
            )

    def _stored_bands(self) -> list[StoredBand]:
        stored = [
            StoredBand.of(number, self._dataset.GetRasterBand(number), self.name) for number in self._validity.nodata
        ]
        if not stored:
            raise RasterError(_no_bands(self._dataset, self.name))
        return stored

    def _notes(self) -> list[str]:
        return [
            tr(
                "Band {number} of {name} is taken for opacity (alpha): where it is 0, there is no data. If it is a "
                "band of the image, such as near infrared, change its colour interpretation: gdal_edit.py "
                "-colorinterp_{number} undefined."
            ).format(number=number, name=self.name)
            for number in self._validity.opacity
        ]

    @property
    def note_of_bad_bands(self) -> str:
        """A sentence on the bands that are not `good`; empty when all are."""
        bad = np.setdiff1d(np.arange(len(self.bands)), self.good)
        if not len(bad):
            return ""
        return counted(
            len(bad),
            "{count} band of {name} is marked as bad in its header (bbl = 0) and left out: {bands}.",
            "{count} bands of {name} are marked as bad in its header (bbl = 0) and left out: {bands}.",
            name=self.name,
            bands=listed(self.bands.take(bad)),
        )

    def _read_name(self) -> str:
        source = self._choice.source
        if not os.path.exists(source):
            return self._choice.name or source
        name = Path(source).stem
        if name in _TEMPORARY_NAMES:
            return self._dataset.GetMetadataItem(IMAGE_NAME) or name
        return name

    def _read_factor(self) -> float | None:
        """Return by what integers were divided to make the values; None when the raster does not say so."""
        factor = number_or_nan(self._dataset.GetMetadataItem(REFLECTANCE_SCALE_FACTOR))
        is_usable = math.isfinite(factor) and factor > 0 and self._common_scale() == (1.0, 0.0)
        return factor if is_usable and all(band.dtype == np.float32 for band in self._stored) else None

    def _common_scale(self) -> tuple[float, float] | None:
        """Return scale and offset of all bands, or ENVI's factor of reflectance; None when those of bands differ."""
        scales = {(band.scale, band.offset) for band in self._stored}
        if scales != {(1.0, 0.0)}:
            return scales.pop() if len(scales) == 1 else None
        factor = number_or_nan(self._dataset.GetMetadataItem("reflectance_scale_factor", "ENVI"))
        return (1.0 / factor if 0 < factor <= LARGEST_SCALE else 1.0), 0.0

    def _plain_type(self) -> np.dtype:
        dtype = np.result_type(*(band.dtype for band in self._stored))
        if self._common_scale() is None:
            return np.result_type(dtype, np.float32)
        return dtype if dtype.name in _KEPT_TYPES else np.dtype(np.float64)


def listed(bands: Bands, most: int = _BANDS_NAMED) -> str:
    """Return the names of bands in words, such as "band 3 (1400.0 nm), band 4 (1410.0 nm) and 5 more"."""
    more = tr(" and {more} more").format(more=len(bands) - most) if len(bands) > most else ""
    return ", ".join(bands.names[:most]) + more


def _open(choice: RasterChoice):
    dataset = choice.open()
    if not dataset.RasterCount:
        raise RasterError(_no_bands(dataset, choice.source))
    if dataset.GetDriver().ShortName in _HDF5_DRIVERS and dataset.GetDescription().endswith(_TILE_CUBE):
        raise RasterError(
            tr(
                "{source} is the cube of a NEON file, which GDAL opens sideways, with rows for bands; clean "
                "its reflectance and use the raster that this gives."
            ).format(source=choice.source)
        )
    dimension = _spectral_axis(dataset)
    if dimension:
        raise RasterError(
            tr(
                'GDAL opens {source} sideways: its bands lie along the columns or rows (dimension "{dimension}"). Put '
                "the bands first, for instance with gdalmdimtranslate -array name=...,transpose=[2,0,1], and use that "
                "raster."
            ).format(source=choice.source, dimension=dimension)
        )
    return dataset


def _spectral_axis(dataset) -> str:
    """Return the dimension of bands that GDAL took for that of rows or columns; empty when there is none."""
    from osgeo import gdal

    if dataset.GetDriver().ShortName not in _HDF5_DRIVERS:
        return ""
    array = dataset.GetDescription().rpartition(":")[2].replace("//", "/")
    if os.path.exists(dataset.GetDescription()):
        array = dataset.GetRasterBand(1).GetMetadataItem("NETCDF_VARNAME") or ""
    files, _ = attempt(dataset.GetFileList)
    container, _ = attempt(gdal.OpenEx, (files or [""])[0], gdal.OF_MULTIDIM_RASTER)
    root = None if container is None else attempt(container.GetRootGroup)[0]
    found = None if root is None else attempt(root.OpenMDArrayFromFullname, f"/{array.lstrip('/')}")[0]
    dimensions = [] if found is None else found.GetDimensions()[-2:]
    for dimension, size in zip(dimensions, (dataset.RasterYSize, dataset.RasterXSize)):
        if dimension.GetSize() == size and SPECTRAL_DIMENSION.fullmatch(dimension.GetName()):
            return dimension.GetName()
    return ""


def _no_bands(dataset, source: str) -> str:
    if dataset.GetMetadata("SUBDATASETS"):
        return tr(
            "{source} holds several rasters; add the one you want to the map and choose that layer. A "
            "NEON tile (.h5) is first turned into a raster by cleaning its reflectance."
        ).format(source=source)
    return tr("{source} has no bands with values; choose another raster.").format(source=source)


def _read_grid(dataset, name: str, crs_of_user: str | None) -> Grid:
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None and dataset.GetGCPCount():
        raise RasterError(tr("{name} has ground control points but no grid; warp it first.").format(name=name))
    # A picture without coordinates: QGIS shows it with its upper-left corner at 0, 0.
    if transform in (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)):
        transform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    left, width, row_skew, top, column_skew, height = transform
    # By how many pixels the far corner is off where it would be without rotation.
    off = (abs(row_skew) * dataset.RasterYSize, abs(column_skew) * dataset.RasterXSize)
    is_turned = off[0] > SAME_PLACE * abs(width) or off[1] > SAME_PLACE * abs(height)
    if not np.isfinite(transform).all() or width <= 0 or height >= 0 or is_turned:
        raise RasterError(
            tr(
                "{name} is rotated or not north up (geotransform {transform}); warp it to a north-up grid first."
            ).format(name=name, transform=transform)
        )
    crs = dataset.GetProjection() or "" if crs_of_user is None else crs_of_user
    return Grid(
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        left=left,
        top=top,
        pixel_width=width,
        pixel_height=-height,
        crs=crs,
        metres_per_unit=_metres_per_unit(crs),
    )


def _metres_per_unit(crs: str) -> float | None:
    from osgeo import osr

    reference = osr.SpatialReference()
    attempt(reference.ImportFromWkt, crs)
    return reference.GetLinearUnits() if reference.IsProjected() else None
