# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes GeoTIFF files with georeference, no data value, band names, wavelengths and a style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...compute.blockmap import Output
from ...compute.threads import THREAD_BYTES, default_threads, has_room
from ...constants import NODATA
from ...errors import OutputError
from ...image.bands import Bands
from ...image.grid import Grid
from ...image.slices import aligned_slices
from ...progress import Progress
from ...wording import tr
from ..gdalerrors import attempt
from ..provenance import DOMAIN, current_provenance
from ..replacement import STYLE, Replacement

EXTENSIONS = (".tif", ".tiff")

# Marks a Float32 raster whose values are integers divided by this factor, so that readers can restore the integers.
REFLECTANCE_SCALE_FACTOR = "REFLECTANCE_SCALE_FACTOR"

# The image that a raster shows, such as "SERC 368000_4306000"; used when the file has a temporary name.
IMAGE_NAME = "IMAGE_NAME"

# The days on which the image was recorded, such as "2019-06-13,2019-06-15".
ACQUISITION_DAYS = "ACQUISITION_DAYS"

# The last band of pictures for looking at, by which they are recognized.
OPACITY = "Opacity"

# Higher levels of compression take two to three times as long and save only 1 or 2 %.
CREATION_OPTIONS = {
    "COMPRESS": "DEFLATE",
    "ZLEVEL": "1",
    "NUM_THREADS": "ALL_CPUS",
    "TILED": "YES",
    "INTERLEAVE": "BAND",
    "BIGTIFF": "IF_SAFER",
}
# Pixels; TIFF requires a multiple of the step.
LARGEST_BLOCK, BLOCK_STEP = 256, 16
INTEGER_PREDICTOR = {"PREDICTOR": "2"}
FLOAT_PREDICTOR = {"PREDICTOR": "3"}
# For rasters with few different values, such as classes and reflectance stored as integers. They compress better
# without a predictor (reflectance to 0.6 times the size, in three quarters of the time).
FEW_VALUES_OPTIONS = {"PREDICTOR": "1"}
# The first three bands are red, green and blue. Otherwise GDAL, and so legends, call the first one grey.
COLOUR_OPTIONS = {"PHOTOMETRIC": "RGB"}
# For rasters that are read back while they are written, where GDAL 3.6 may deadlock with its own threads.
ONE_THREAD = {"NUM_THREADS": "1"}

# Rasters whose longer side exceeds the first number get overviews, down to the second.
LARGEST_WITHOUT_OVERVIEWS = 2048
SMALLEST_OVERVIEW = 256

# Columns that are written between two checks whether the user has cancelled.
_COLUMNS_AT_ONCE = 2048


def stored_as_reflectance(stored: np.ndarray, factor: float) -> np.ndarray:
    """Divide stored integers by `factor` in Float32, as for rasters marked `REFLECTANCE_SCALE_FACTOR`."""
    return stored.astype(np.float32) / np.float32(factor)


def check_output_path(path) -> None:
    """Raise an `OutputError` unless `path` has the extension of a GeoTIFF."""
    if Path(path).suffix.lower() not in EXTENSIONS:
        raise OutputError(
            tr("{path} cannot be written; the name of a raster must end in {endings}.").format(
                path=path, endings=tr(" or ").join(EXTENSIONS)
            )
        )


@dataclass(eq=False)
class RasterWriter:
    """Writes a GeoTIFF part by part; a context manager.

    When the ``with`` block ends without an error, the file appears under its name, and replaces an existing one. When
    the block raises, nothing is left of it. The attribute `block` is the size (rows, columns) of the blocks of the
    file. Write whole blocks: others are compressed more than once when they do not fit in GDAL's cache.

    Raises
    ------
    OutputError
        When the file cannot be written; the message says why.
    """

    path: str | Path  # with the extension .tif or .tiff
    grid: Grid
    dtype: np.dtype  # type of the values in the file
    bands: int = 1
    nodata: float | None = None  # no data value of all bands
    names: Sequence[str] | None = None  # descriptions of the bands; by default the names of `spectral`
    spectral: Bands | None = None  # wavelengths, written under the names of GDAL and those of ENVI and the EnMAP-Box
    scale: float | None = None  # scale of all bands
    metadata: dict[str, str] | None = None  # metadata of the whole raster
    options: dict[str, str] | None = None  # creation options of GDAL that differ from `CREATION_OPTIONS`
    overviews: str | None = None  # GDAL's resampling method for overviews, with which large rasters are drawn quickly
    progress: Progress | None = None  # asked while writing whether the user has cancelled
    style: str = ""  # the QGIS style to write beside the raster; may be set until the block ends

    def __post_init__(self):
        check_output_path(self.path)
        self.dtype = np.dtype(self.dtype)
        self.output = Output(self.bands, self.dtype, self.nodata)
        if self.names is None and self.spectral is not None:
            self.names = self.spectral.names
        self._progress = self.progress or Progress()
        self._dataset = None

    def __enter__(self) -> RasterWriter:
        self._replacement = Replacement(self.path)
        try:
            self._dataset = self._create()
            self._check(attempt(self._describe))
        except BaseException:
            self._close()
            self._replacement.discard()
            raise
        columns, rows = self._dataset.GetRasterBand(1).GetBlockSize()
        self.block = rows, columns
        return self

    def __exit__(self, kind, error, trace) -> None:
        closed = self._close()
        try:
            if kind is None:
                self._check(closed)
                self._build_overviews()
                self._write_style()
                self._replacement.commit()
        finally:
            self._replacement.discard()

    def write(self, array: np.ndarray, row: int = 0, column: int = 0, band: int = 0) -> None:
        """Write `array`, shape (rows, columns) or (bands, rows, columns), at an offset counted from 0.

        Raises
        ------
        OutputError
            When the disk is full.
        ValueError
            When the array does not lie within the raster.
        """
        array = np.asarray(array).astype(self.dtype, casting="same_kind", copy=False)
        planes = array[np.newaxis] if array.ndim == 2 else array
        block_rows, block_columns = self.block
        columns_at_once = max(_COLUMNS_AT_ONCE // block_columns, 1) * block_columns
        for number, plane in enumerate(planes, start=band + 1):
            for rows in aligned_slices(row, row + plane.shape[0], block_rows):
                for columns in aligned_slices(column, column + plane.shape[1], columns_at_once):
                    self._progress.check()
                    piece = plane[rows.start - row : rows.stop - row, columns.start - column : columns.stop - column]
                    self._check(attempt(self._write_piece, number, piece, rows, columns))

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """Return what was written to a window, shape (bands, rows, columns); no data where nothing was."""
        part = np.empty((self.bands, rows.stop - rows.start, columns.stop - columns.start), self.dtype)
        for index, plane in enumerate(part):
            self._check(
                attempt(self.band(index).ReadAsArray, columns.start, rows.start, *plane.shape[::-1], buf_obj=plane)
            )
        return part

    def band(self, index: int):
        """Return a GDAL band, counted from 0. Do not use it after the writer is closed."""
        return self._dataset.GetRasterBand(index + 1)

    def _build_overviews(self) -> None:
        longest = max(self.grid.width, self.grid.height)
        factors = [2**level for level in range(1, 16) if longest / 2**level >= SMALLEST_OVERVIEW]
        if self.overviews is None or longest <= LARGEST_WITHOUT_OVERVIEWS:
            return
        from osgeo import gdal

        # Opened again, as GDAL 3.6 reports false errors when it reads with its writing threads.
        self._dataset, failure = attempt(gdal.Open, str(self._replacement.partial), gdal.GA_Update)
        if self._dataset is None:
            raise self._replacement.failure(failure)
        built = attempt(
            self._dataset.BuildOverviews,
            self.overviews,
            factors,
            callback=lambda done, message, data: int(not self._progress.cancelled()),
        )
        closed = self._close()
        self._progress.check()
        self._check(built)
        self._check(closed)

    def _write_style(self) -> None:
        if self.style:
            try:
                self._replacement.partial.with_suffix(STYLE).write_text(self.style, encoding="utf-8")
            except OSError as error:
                raise self._replacement.failure(error.strerror or str(error)) from None

    def _create(self):
        from osgeo import gdal, gdal_array

        blocks = {"BLOCKXSIZE": _block_size(self.grid.width), "BLOCKYSIZE": _block_size(self.grid.height)}
        predictor = FLOAT_PREDICTOR if self.dtype.kind == "f" else INTEGER_PREDICTOR
        options = {**CREATION_OPTIONS, **blocks, **predictor, **(self.options or {})}
        # GDAL waits without end for threads that it cannot start.
        if not has_room(default_threads() * THREAD_BYTES):
            options.update(ONE_THREAD)
        created, failure = attempt(
            gdal.GetDriverByName("GTiff").Create,
            str(self._replacement.partial),
            self.grid.width,
            self.grid.height,
            self.bands,
            gdal_array.NumericTypeCodeToGDALTypeCode(self.dtype.type),
            [f"{key}={value}" for key, value in options.items()],
        )
        if created is None:
            raise self._replacement.failure(failure)
        return created

    def _describe(self) -> None:
        """Write all metadata before the values, so that GDAL writes the TIFF directory only once."""
        self._dataset.SetGeoTransform(self.grid.geotransform)
        if self.grid.crs:
            self._dataset.SetProjection(self.grid.crs)
        provenance = current_provenance()
        metadata = dict(self.metadata or {})
        if provenance is not None:
            # QGIS shows this item in the properties of the layer, but not those of other domains.
            metadata["TIFFTAG_SOFTWARE"] = f"{provenance.software}, {provenance.algorithm}"
            self._dataset.SetMetadata(provenance.raster_items(), DOMAIN)
        if metadata:
            self._dataset.SetMetadata(metadata)
        for index in range(self.bands):
            band = self.band(index)
            if self.nodata is not None:
                band.SetNoDataValue(self.nodata)
            if self.names is not None:
                band.SetDescription(self.names[index])
            if self.spectral is not None:
                _describe_wavelength(band, self.spectral.wavelengths[index], self.spectral.fwhm[index])
            if self.scale is not None:
                band.SetScale(self.scale)

    def _write_piece(self, number: int, piece: np.ndarray, rows: slice, columns: slice) -> None:
        band = self._dataset.GetRasterBand(number)
        if band is None:
            return  # GDAL has reported an error.
        band.WriteArray(piece, columns.start, rows.start)
        # Complete blocks are compressed at once, so that little is left for closing, which cannot be cancelled.
        if self._are_whole_blocks(rows, columns):
            band.FlushCache()

    def _are_whole_blocks(self, rows: slice, columns: slice) -> bool:
        return all(
            part.start % size == 0 and (part.stop % size == 0 or part.stop == whole)
            for part, size, whole in zip((rows, columns), self.block, (self.grid.height, self.grid.width))
        )

    def _close(self):
        dataset, self._dataset = self._dataset, None
        if dataset is None:
            return None, ""
        # Before GDAL 3.8, only the destructor closes a file; called explicitly, it reports errors.
        return (
            attempt(_close_once, dataset)
            if hasattr(dataset, "Close")
            else attempt(type(dataset).__swig_destroy__, dataset)
        )

    def _check(self, outcome) -> None:
        _, failure = outcome
        if failure:
            raise self._replacement.failure(failure)


def value_writer(
    path, grid: Grid, image: str, progress: Progress, *, overviews: str | None = "AVERAGE", **settings
) -> RasterWriter:
    """Return the writer of a raster of values (Float32, no data -9999).

    Parameters
    ----------
    path : str or path
    grid : Grid
    image : str
        The name of the image; empty for several.
    progress : Progress
    overviews : str or None
    **settings
        Further attributes of `RasterWriter`.
    """
    metadata = {IMAGE_NAME: image} if image else {}
    return RasterWriter(
        path, grid, np.float32, nodata=NODATA, metadata=metadata, overviews=overviews, progress=progress, **settings
    )


def _close_once(dataset) -> None:
    """Close a dataset without exceptions: after one, Python would close it again, which crashes the process."""
    from osgeo import gdal

    with gdal.ExceptionMgr(useExceptions=False):
        dataset.Close()


def _block_size(pixels: int) -> str:
    """Return the side of blocks; not much longer than the image, as GDAL keeps whole blocks in memory."""
    return str(min(LARGEST_BLOCK, -(-pixels // BLOCK_STEP) * BLOCK_STEP))


def _describe_wavelength(band, wavelength: float, fwhm: float) -> None:
    if not np.isfinite(wavelength):
        return
    plain = {"wavelength": f"{float(wavelength)!r}", "wavelength_units": "Nanometers", "bbl": "1"}
    imagery = {"CENTRAL_WAVELENGTH_UM": f"{wavelength / 1000:.10g}"}
    if np.isfinite(fwhm):
        plain["fwhm"] = f"{float(fwhm)!r}"
        imagery["FWHM_UM"] = f"{fwhm / 1000:.10g}"
    band.SetMetadata(plain)
    band.SetMetadata(imagery, "IMAGERY")
