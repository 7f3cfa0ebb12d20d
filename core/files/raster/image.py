"""Any multi-band raster as pixels."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...errors import ParameterError, RasterError
from ...image.grid import Grid
from ...image.pixels import Pixels
from ...progress import Progress
from ...wording import tr
from ..gdalerrors import attempt
from .reading import AlteredError, Layer, Reading, ToMeaning, ToStored
from .wavelengths import number_or_nan, read_bands
from .writer import IMAGE_NAME, REFLECTANCE_SCALE_FACTOR

# What QGIS calls the temporary files of results that show an image: after the parameters of algorithms.
_TEMPORARY_NAMES = ("OUTPUT", "PC_RASTER")

# The drivers of GDAL that open the reflectance of a NEON file, and how its name then ends.
_HDF5_DRIVERS = ("HDF5Image", "netCDF")
_TILE_CUBE = "/Reflectance/Reflectance_Data"

_KEPT_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")


class RasterImage:
    """A raster of any format that GDAL reads, opened to be read as pixels.

    A context manager. A band of opacity (alpha) is not one of the bands; it says where pixels are valid.

    Parameters
    ----------
    source : str or path
        What GDAL opens, as QGIS writes it: a file, a /vsi... path, a subdataset; possibly with open options
        ("|option:NAME=VALUE").

    Attributes
    ----------
    grid : Grid
    bands : Bands
        Numbers and wavelengths from the metadata or the names of the bands.
    name : str
        That of the file; of a temporary one of QGIS, what it shows, if it says so.
    dtype : dtype
        Type of the values that `read_pixels` gives; another one only where a raster that says to hold integers
        divided by a factor does not.

    Raises
    ------
    RasterError
        When the raster cannot be opened, holds complex numbers, or is not a north-up grid.
    """

    def __init__(self, source):
        self._source = str(source)
        self._dataset = _open(self._source)
        self.name = self._read_name()
        self.grid = _read_grid(self._dataset, self.name)
        self._layers = _read_layers(self._dataset, self.name)
        self.bands = read_bands(self._dataset, [layer.number for layer in self._layers])
        self._factor = self._read_factor()
        self.dtype = np.dtype(np.int16) if self._factor else self._plain_type()

    def __enter__(self) -> RasterImage:
        return self

    def __exit__(self, kind, error, trace) -> None:
        self._dataset = None

    @property
    def shape(self) -> tuple[int, int]:
        """How many pixels the raster has, valid or not, and how many bands."""
        return self.grid.height * self.grid.width, len(self.bands)

    def read_pixels(
        self,
        progress: Progress | None = None,
        out: np.ndarray | None = None,
        indices: Sequence[int] | None = None,
        window: tuple[slice, slice] | None = None,
    ) -> Pixels:
        """Read the pixels that are valid in every band.

        Not valid are pixels that have the no data value, NaN or an infinite value in a band, or that a mask or a
        band of opacity excludes. Integers stay integers. Where scale and offset differ between bands, values are
        converted with them: to Float32 when the file holds integers of up to 16 bits or Float32, else to Float64.

        Parameters
        ----------
        progress : Progress, optional
        out : ndarray, shape (pixels of the window, bands), C-contiguous, of type `dtype`, optional
            Where to put the values, for instance a memory-mapped file. Not used if the raster turns out to need
            another type.
        indices : sequence of int, optional
            Which bands to read, counted from 0; all unless given.
        window : (slice of rows, slice of columns), optional
            Which part to read, both with start and stop; all unless given.

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
        rows, columns = self._checked(window)
        layers = [self._layers[index] for index in indices]
        reading = Reading(lambda: _open(self._source), self._source, layers, rows, columns)
        scale, offset = self._common_scale() or (1.0, 0.0)
        convert = None if self._common_scale() else ToMeaning(layers)
        if self._factor:
            try:
                values, valid = reading.run(ToStored(self._factor), self.dtype, out, progress)
                scale = 1.0 / self._factor
            except AlteredError:
                progress.info(
                    tr("{name} was changed after it was cleaned; its values are read as Float32.").format(
                        name=self.name
                    )
                )
                values, valid = reading.run(convert, self._plain_type(), out, progress)
        else:
            values, valid = reading.run(convert, self.dtype, out, progress)
        return Pixels(
            values=values,
            valid=valid,
            grid=self.grid.window(rows, columns),
            bands=self.bands.take(indices),
            scale=scale,
            offset=offset,
            name=self.name,
        )

    def _checked(self, window: tuple[slice, slice] | None) -> tuple[slice, slice]:
        rows, columns = window or (slice(0, self.grid.height), slice(0, self.grid.width))
        if not (
            0 <= rows.start < rows.stop <= self.grid.height and 0 <= columns.start < columns.stop <= self.grid.width
        ):
            raise ParameterError(
                tr(
                    "Rows {first_row}-{last_row} and columns {first_column}-{last_column} do not lie in "
                    "{name}, which has {rows} rows and {columns} columns."
                ).format(
                    first_row=rows.start,
                    last_row=rows.stop,
                    first_column=columns.start,
                    last_column=columns.stop,
                    name=self.name,
                    rows=self.grid.height,
                    columns=self.grid.width,
                )
            )
        return rows, columns

    def _read_name(self) -> str:
        if not os.path.exists(self._source):
            return self._source
        name = Path(self._source).stem
        if name in _TEMPORARY_NAMES:
            return self._dataset.GetMetadataItem(IMAGE_NAME) or name
        return name

    def _read_factor(self) -> float | None:
        """Return by what integers were divided to make the values; None when the raster does not say so."""
        factor = number_or_nan(self._dataset.GetMetadataItem(REFLECTANCE_SCALE_FACTOR))
        is_usable = math.isfinite(factor) and factor > 0 and self._common_scale() == (1.0, 0.0)
        return factor if is_usable and all(layer.dtype == np.float32 for layer in self._layers) else None

    def _common_scale(self) -> tuple[float, float] | None:
        scales = {(layer.scale, layer.offset) for layer in self._layers}
        return scales.pop() if len(scales) == 1 else None

    def _plain_type(self) -> np.dtype:
        dtype = np.result_type(*(layer.dtype for layer in self._layers))
        if self._common_scale() is None:
            return np.result_type(dtype, np.float32)
        return dtype if dtype.name in _KEPT_TYPES else np.dtype(np.float64)


def _open(source: str):
    from osgeo import gdal

    path, *options = [source] if os.path.exists(source) else source.split("|")
    options = [option[len("option:") :] for option in options if option.startswith("option:")]
    dataset, failure = attempt(gdal.OpenEx, path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR, open_options=options)
    if dataset is None:
        raise RasterError(
            tr("{source} cannot be opened as a raster ({reason}).").format(
                source=source, reason=failure.rstrip(".") or tr("not a known format")
            )
        )
    if not dataset.RasterCount:
        raise RasterError(_no_bands(dataset, source))
    if dataset.GetDriver().ShortName in _HDF5_DRIVERS and dataset.GetDescription().endswith(_TILE_CUBE):
        raise RasterError(
            tr(
                "{source} is the cube of a NEON file, which GDAL opens sideways, with rows for bands; clean "
                "its reflectance and use the raster that this gives."
            ).format(source=source)
        )
    return dataset


def _no_bands(dataset, source: str) -> str:
    if dataset.GetMetadata("SUBDATASETS"):
        return tr(
            "{source} holds several rasters; add the one you want to the map and choose that layer. A "
            "NEON tile (.h5) is first turned into a raster by cleaning its reflectance."
        ).format(source=source)
    return tr("{source} has no bands with values; choose another raster.").format(source=source)


def _read_grid(dataset, name: str) -> Grid:
    transform = dataset.GetGeoTransform(can_return_null=True)
    if transform is None and dataset.GetGCPCount():
        raise RasterError(tr("{name} has ground control points but no grid; warp it first.").format(name=name))
    # A picture without coordinates: QGIS shows it with its upper-left corner at 0, 0.
    if transform in (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)):
        transform = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    left, width, row_skew, top, column_skew, height = transform
    if not np.isfinite(transform).all() or width <= 0 or height >= 0 or row_skew or column_skew:
        raise RasterError(
            tr(
                "{name} is rotated or not north up (geotransform {transform}); warp it to a north-up grid first."
            ).format(name=name, transform=transform)
        )
    crs = dataset.GetSpatialRef()
    return Grid(
        width=dataset.RasterXSize,
        height=dataset.RasterYSize,
        left=left,
        top=top,
        pixel_width=width,
        pixel_height=-height,
        crs=dataset.GetProjection() or "",
        metres_per_unit=crs.GetLinearUnits() if crs is not None and crs.IsProjected() else None,
    )


def _read_layers(dataset, name: str) -> list[Layer]:
    from osgeo import gdal

    bands = [(number, dataset.GetRasterBand(number)) for number in range(1, dataset.RasterCount + 1)]
    layers = [
        Layer.of(number, band, name) for number, band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand
    ]
    if not layers:
        raise RasterError(_no_bands(dataset, name))
    return layers
