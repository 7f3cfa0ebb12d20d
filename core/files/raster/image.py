# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the pixels of any multi-band raster."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...errors import RasterError
from ...image.coverage import tell_of_empty
from ...image.grid import SAME_PLACE, Grid, check_window
from ...image.pixels import Pixels
from ...progress import Progress
from ...wording import counted, listed, tr
from ..gdalerrors import attempt
from .categories import Categories
from .choice import RasterChoice
from .reading import LARGEST_SCALE, AlteredError, ApplyScales, RestoreIntegers, StoredBand, WindowPixels, WindowReader
from .sideways import HDF5_DRIVERS, warning_of_axes
from .validity import Validity
from .wavelengths import bad_bands, number_or_nan, read_bands
from .writer import IMAGE_NAME, OPACITY, REFLECTANCE_SCALE_FACTOR

# QGIS names the temporary files of results after the parameters of algorithms.
_TEMPORARY_NAMES = ("OUTPUT", "PC_RASTER")

# How the name of the reflectance of a NEON file ends, as GDAL opens it.
_TILE_CUBE = "/Reflectance/Reflectance_Data"

_KEPT_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")


class RasterImage:
    """A raster of any format that GDAL reads, opened to read its pixels; a context manager.

    An opacity (alpha) band is not one of the bands; pixels are valid where it is not 0.

    Parameters
    ----------
    source : RasterChoice, str or path
        The raster with the user's layer settings; or a source as QGIS writes it: a file, a /vsi... path, a subdataset,
        perhaps with open options ("|option:NAME=VALUE").

    Attributes
    ----------
    bands : Bands
        Numbers and wavelengths from the metadata or the names of the bands.
    good : ndarray of int
        Indices of the bands that the header does not mark as bad (all where it marks every band).
    name : str
        That of the file; for a temporary file of QGIS that of the image, if the metadata give it.
    dtype : dtype
        Type of the values that `read_pixels` returns. It changes when a raster marked `REFLECTANCE_SCALE_FACTOR` turns
        out to hold other values than integers divided by the factor.
    notes, warnings : list of str
        Sentences about the bands that a user should know, or should check.

    Raises
    ------
    RasterError
        When the raster cannot be opened, holds complex numbers, or is not a north-up grid.
    """

    def __init__(self, source: RasterChoice | str | os.PathLike):
        self._choice = RasterChoice.of(source)
        self._dataset = _open(self._choice)
        self.warnings = [warning] if (warning := warning_of_axes(self._dataset, self._choice.source)) else []
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
        self.notes = [
            tr(
                "Band {number} of {name} is taken for opacity (alpha): where it is 0, there is no data. If it is a "
                "band of the image, such as near infrared, change its colour interpretation: gdal_edit.py "
                "-colorinterp_{number} undefined."
            ).format(number=number, name=self.name)
            for number in self._validity.opacity
        ]

    def __enter__(self) -> RasterImage:
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._dataset = None

    @property
    def shape(self) -> tuple[int, int]:
        """Number of pixels, valid or not, and of bands."""
        return self.grid.height * self.grid.width, len(self.bands)

    @property
    def block(self) -> tuple[int, int]:
        """Rows and columns of the blocks in which the file keeps its first band."""
        width, height = self._dataset.GetRasterBand(self._stored[0].number).GetBlockSize()
        return height, width

    @property
    def may_have_empty_bands(self) -> bool:
        """Whether a band may have no data at all, by its no data values, NaN or masks."""
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
        step: int = 1,
    ) -> Pixels:
        """Read the pixels that are valid in every band (see `validity`).

        Integers stay integers. Where scale and offset differ between bands, they are applied: the result is Float32
        when the file holds integers of up to 16 bits or Float32, else Float64.

        Parameters
        ----------
        allocate : callable, optional
            ``allocate(shape, dtype)`` returns an array, such as `PixelStore.allocate`; called again when `dtype`
            changes.
        indices : sequence of int, optional
            Bands to read, counted from 0; by default all.
        window : (rows, columns), optional
            Slices with start and stop; by default the whole raster.
        keep : ndarray of bool, shape (rows, columns), optional
            Pixels to read, of those that window and step choose.
        leave_out_empty : bool
            Leave out bands without data in these pixels, and warn of them; otherwise such a band makes all pixels
            invalid.
        step : int
            Read every n-th row and column of the window.

        Raises
        ------
        ParameterError
            When the window is not within the raster.
        RasterError
            When a part of the file cannot be read, or the values do not fit in memory.
        """
        progress = progress or Progress()
        indices = np.arange(len(self.bands)) if indices is None else np.asarray(indices, dtype=int)
        rows, columns = (slice(part.start, part.stop, step) for part in check_window(self.grid, window, self.name))
        stored = [self._stored[index] for index in indices]
        reader = WindowReader(self._choice.open, self._choice.source, stored, self._validity, rows, columns, keep)

        def read(convert) -> WindowPixels:
            return reader.run(convert, self.dtype, allocate, progress, leave_out_empty)

        found = None
        if self._factor:
            scale, offset = 1.0 / self._factor, 0.0
            # Not read again in an exception handler, as the exception keeps the memory of the first array.
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
        bands, coverage = self.bands.take(indices), found.coverage
        has_data = coverage.of_band > 0
        if leave_out_empty and has_data.any():
            tell_of_empty(bands.take(~has_data), self.name, progress)
            bands, coverage = bands.take(has_data), replace(coverage, of_band=coverage.of_band[has_data])
        return Pixels(
            values=found.values,
            valid=found.valid,
            grid=self.grid.window(rows, columns).every(step),
            bands=bands,
            scale=scale,
            offset=offset,
            name=self.name,
            coverage=coverage,
        )

    def _stored_bands(self) -> list[StoredBand]:
        stored = [
            StoredBand.of(number, self._dataset.GetRasterBand(number), self.name) for number in self._validity.nodata
        ]
        if not stored:
            raise RasterError(_no_bands(self._dataset, self.name))
        return stored

    @property
    def why_no_image(self) -> str:
        """A sentence on why the values are no measurements, of a picture or a class raster; else an empty text."""
        count = self._dataset.RasterCount
        last = self._dataset.GetRasterBand(count)
        if count == len(self.bands) + 1 and last.GetDescription() == OPACITY:
            return tr(
                "{name} is a picture for looking at: its values are shades from 0 to 255, no reflectance. For classes "
                "or components of spectra, run Clean reflectance or Classify tiles first, with the tile that it shows."
            ).format(name=self.name)
        if count == 1 and self.dtype.kind in "iu" and Categories.of(last) != Categories():
            return tr(
                "{name} is a class raster: its values are numbers of classes, whose means and distances say nothing. "
                "Run Clean reflectance first, and choose its result."
            ).format(name=self.name)
        return ""

    @property
    def note_of_bad_bands(self) -> str:
        """A sentence on the bands that are not `good`; an empty text when all are."""
        bad = np.setdiff1d(np.arange(len(self.bands)), self.good)
        if not len(bad):
            return ""
        return counted(
            len(bad),
            "{count} band of {name} is marked as bad in its header (bbl = 0) and left out: {bands}.",
            "{count} bands of {name} are marked as bad in its header (bbl = 0) and left out: {bands}.",
            name=self.name,
            bands=listed(self.bands.take(bad).names),
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
        """Return the factor by which integers were divided to make the values; None when the metadata give none."""
        factor = number_or_nan(self._dataset.GetMetadataItem(REFLECTANCE_SCALE_FACTOR))
        is_usable = math.isfinite(factor) and factor > 0 and self._common_scale() == (1.0, 0.0)
        return factor if is_usable and all(band.dtype == np.float32 for band in self._stored) else None

    def _common_scale(self) -> tuple[float, float] | None:
        """Return scale and offset of all bands, or ENVI's reflectance scale factor; None when they differ."""
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


def _open(choice: RasterChoice):
    dataset = choice.open()
    if not dataset.RasterCount:
        raise RasterError(_no_bands(dataset, choice.source))
    if dataset.GetDriver().ShortName in HDF5_DRIVERS and dataset.GetDescription().endswith(_TILE_CUBE):
        raise RasterError(
            tr(
                "{source} is the cube of a NEON file, which GDAL opens sideways, with rows for bands; clean "
                "its reflectance and use the raster that this gives."
            ).format(source=choice.source)
        )
    return dataset


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
    # An image without coordinates: QGIS shows it with its upper-left corner at 0, 0.
    if transform in (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)):
        transform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    left, width, row_skew, top, column_skew, height = transform
    # Distance by which rotation moves the far corner.
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
