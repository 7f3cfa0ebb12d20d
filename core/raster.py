"""Writing rasters that look right by themselves: grid, no data, bands, wavelengths, classes and their colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from uuid import uuid4

import numpy as np

from .bands import Bands
from .errors import OutputError, ParameterError
from .gdalerrors import attempt
from .grid import Grid, area_ha
from .progress import Progress
from .replacement import STYLE, Replacement, write_whole
from .style import class_style
from .wording import tr

EXTENSIONS = (".tif", ".tiff")

# No data of reflectance and of component scores, as in NEON's files; class 0 is no data in class rasters.
NODATA = -9999.0
NO_CLASS = 0

# Marks a Float32 raster whose reflectances are integers divided by the factor, so that a reader can get them back.
REFLECTANCE_SCALE_FACTOR = "REFLECTANCE_SCALE_FACTOR"

# Tells what a raster shows, such as "SERC 368000_4306000", for where the name of its file does not.
IMAGE_NAME = "IMAGE_NAME"

# Higher levels of compression take two to three times as long and save one or two hundredths.
CREATION_OPTIONS = {
    "COMPRESS": "DEFLATE",
    "ZLEVEL": "1",
    "NUM_THREADS": "ALL_CPUS",
    "TILED": "YES",
    "BLOCKXSIZE": "256",
    "BLOCKYSIZE": "256",
    "INTERLEAVE": "BAND",
    "BIGTIFF": "IF_SAFER",
}
INTEGER_PREDICTOR = {"PREDICTOR": "2"}
FLOAT_PREDICTOR = {"PREDICTOR": "3"}
# Classes, and reflectances that are integers divided by a factor, take few different values. These compress better
# without a predictor (reflectance to 0.6 times the size, and in three quarters of the time).
FEW_VALUES_OPTIONS = {"PREDICTOR": "1"}
# The first three bands are for red, green and blue. Without it the first is grey to GDAL, and to legends.
COLOUR_OPTIONS = {"PHOTOMETRIC": "RGB"}
_COMPRESSIONS_WITH_PREDICTOR = ("LZW", "DEFLATE", "ZSTD")

_GDAL_TYPES = {
    "uint8": "GDT_Byte",
    "uint16": "GDT_UInt16",
    "int16": "GDT_Int16",
    "uint32": "GDT_UInt32",
    "int32": "GDT_Int32",
    "float32": "GDT_Float32",
    "float64": "GDT_Float64",
}

# Of a preview, in pixels.
LONGEST_SIDE = 1000

# Rasters with a longer side get overviews, down to a side of about this many pixels.
LARGEST_WITHOUT_OVERVIEWS = 2048
SMALLEST_OVERVIEW = 256

# How many columns are written between two looks at whether the user asked to stop.
_COLUMNS_AT_ONCE = 2048


def stored_as_reflectance(stored: np.ndarray, factor: float) -> np.ndarray:
    """Divide stored integers by `factor`, as Float32; the way a raster marked `REFLECTANCE_SCALE_FACTOR` is made."""
    return stored.astype(np.float32) / np.float32(factor)


def check_output_path(path) -> None:
    """Check that `path` has the extension of a format that is written.

    Raises
    ------
    OutputError
        When it has not.
    """
    if Path(path).suffix.lower() not in EXTENSIONS:
        raise OutputError(
            tr("{path} cannot be written; the name of a raster must end in {endings}.").format(
                path=path, endings=tr(" or ").join(EXTENSIONS)
            )
        )


class RasterWriter:
    """Write a GeoTIFF block by block.

    A context manager: the file appears under its name when the block ends well, and not at all when it raises or is
    cancelled; an existing file is replaced at that moment.

    Parameters
    ----------
    path : str or path
        The file to write, with the extension .tif or .tiff.
    grid : Grid
    dtype : dtype
        Type of the values in the file.
    bands : int
    nodata : float, optional
        Value that marks no data, for all bands.
    names : sequence of str, optional
        A description for each band; the names of `spectral` unless given.
    spectral : Bands, optional
        Wavelengths to write. They are written twice, the way GDAL and the way ENVI and the EnMAP-Box name them.
    scale, offset : float or sequence of float, optional
        From the values in the file to what they mean, for all bands or for each.
    metadata : dict of str to str, optional
        Metadata of the whole raster.
    options : dict of str to str, optional
        Creation options of GDAL that differ from `CREATION_OPTIONS`.
    overviews : str, optional
        How to resample overviews, as GDAL calls it; a large raster gets them, so that it is drawn quickly.
    progress : Progress, optional
        Asked while writing whether to stop.

    Attributes
    ----------
    block_rows : int
        Height of the blocks of the file. Write multiples of it, starting at a multiple of it: any other blocks are
        compressed more than once when they do not fit in GDAL's cache.
    style : str
        A QGIS style to put beside the raster; to be set before the end, none by default.

    Raises
    ------
    OutputError
        When the file cannot be written; the message says why.
    """

    def __init__(
        self,
        path,
        grid: Grid,
        dtype,
        bands: int = 1,
        nodata: float | None = None,
        names: Sequence[str] | None = None,
        spectral: Bands | None = None,
        scale=None,
        offset=None,
        metadata: dict[str, str] | None = None,
        options: dict[str, str] | None = None,
        overviews: str | None = None,
        progress: Progress | None = None,
    ):
        check_output_path(path)
        self._overviews = overviews
        self.path = Path(path)
        self.grid = grid
        self.dtype = np.dtype(dtype)
        self.bands = bands
        self._nodata = nodata
        self._names = spectral.names if names is None and spectral is not None else names
        self._spectral = spectral
        self._scale = scale
        self._offset = offset
        self._metadata = metadata or {}
        self._options = _creation_options(self.dtype, options or {})
        self._progress = progress or Progress()
        self._dataset = None
        self.style = ""

    def __enter__(self) -> RasterWriter:
        self._replacement = Replacement(self.path)
        try:
            self._dataset = self._create()
            self._check(attempt(self._describe))
        except BaseException:
            self._close()
            self._replacement.discard()
            raise
        self._block_columns, self.block_rows = self._dataset.GetRasterBand(1).GetBlockSize()
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
        """Write `array`, shape (rows, columns) or (bands, rows, columns), from an offset on; all count from 0.

        Raises
        ------
        Cancelled
            When the user asked to stop.
        OutputError
            When the disk is full.
        ValueError
            When the array does not lie within the raster.
        """
        array = np.asarray(array).astype(self.dtype, casting="same_kind", copy=False)
        planes = array[np.newaxis] if array.ndim == 2 else array
        columns_at_once = max(_COLUMNS_AT_ONCE // self._block_columns, 1) * self._block_columns
        for number, plane in enumerate(planes, start=band + 1):
            for rows in _aligned_slices(row, row + plane.shape[0], self.block_rows):
                for columns in _aligned_slices(column, column + plane.shape[1], columns_at_once):
                    self._progress.check()
                    piece = plane[rows.start - row : rows.stop - row, columns.start - column : columns.stop - column]
                    self._check(attempt(self._write_piece, number, piece, rows, columns))

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """Return what a part holds so far, shape (bands, rows, columns); no data where nothing was written.

        Raises
        ------
        OutputError
            When the disk is full.
        """
        part = np.empty((self.bands, rows.stop - rows.start, columns.stop - columns.start), self.dtype)
        for index, plane in enumerate(part):
            self._check(
                attempt(self.band(index).ReadAsArray, columns.start, rows.start, *plane.shape[::-1], buf_obj=plane)
            )
        return part

    def band(self, index: int):
        """Return a band of GDAL, counted from 0; not to be kept beyond the life of the writer."""
        return self._dataset.GetRasterBand(index + 1)

    def _build_overviews(self) -> None:
        longest = max(self.grid.width, self.grid.height)
        factors = [2**level for level in range(1, 16) if longest / 2**level >= SMALLEST_OVERVIEW]
        if self._overviews is None or longest <= LARGEST_WITHOUT_OVERVIEWS:
            return
        from osgeo import gdal

        # Opened again: GDAL 3.6 reports false errors when it reads with the threads that it writes with.
        self._dataset, failure = attempt(gdal.Open, str(self._replacement.partial), gdal.GA_Update)
        if self._dataset is None:
            raise self._replacement.failure(failure)
        built = attempt(
            self._dataset.BuildOverviews,
            self._overviews,
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
        from osgeo import gdal

        created, failure = attempt(
            gdal.GetDriverByName("GTiff").Create,
            str(self._replacement.partial),
            self.grid.width,
            self.grid.height,
            self.bands,
            getattr(gdal, _GDAL_TYPES[self.dtype.name]),
            [f"{key}={value}" for key, value in self._options.items()],
        )
        if created is None:
            raise self._replacement.failure(failure)
        return created

    def _describe(self) -> None:
        """Write everything but values, before them, so that GDAL writes the directory of the file once."""
        self._dataset.SetGeoTransform(self.grid.geotransform)
        if self.grid.crs:
            self._dataset.SetProjection(self.grid.crs)
        if self._metadata:
            self._dataset.SetMetadata(self._metadata)
        scales = None if self._scale is None else np.broadcast_to(self._scale, self.bands)
        offsets = None if self._offset is None else np.broadcast_to(self._offset, self.bands)
        for index in range(self.bands):
            band = self.band(index)
            if self._nodata is not None:
                band.SetNoDataValue(self._nodata)
            if self._names is not None:
                band.SetDescription(self._names[index])
            if self._spectral is not None:
                _describe_wavelength(band, self._spectral.wavelengths[index], self._spectral.fwhm[index])
            if scales is not None:
                band.SetScale(float(scales[index]))
            if offsets is not None:
                band.SetOffset(float(offsets[index]))

    def _write_piece(self, number: int, piece: np.ndarray, rows: slice, columns: slice) -> None:
        band = self._dataset.GetRasterBand(number)
        if band is None:
            return  # GDAL has said why.
        band.WriteArray(piece, columns.start, rows.start)
        # Complete blocks go to the compressing threads at once: little is left for the end, where nobody can cancel.
        if self._are_whole_blocks(rows, columns):
            band.FlushCache()

    def _are_whole_blocks(self, rows: slice, columns: slice) -> bool:
        return (
            rows.start % self.block_rows == 0
            and columns.start % self._block_columns == 0
            and (rows.stop % self.block_rows == 0 or rows.stop == self.grid.height)
            and (columns.stop % self._block_columns == 0 or columns.stop == self.grid.width)
        )

    def _close(self):
        dataset, self._dataset = self._dataset, None
        if dataset is None:
            return None, ""
        # Before GDAL 3.8 only the destructor closes; called by name, it can tell what it could not write.
        return (
            attempt(_close_once, dataset)
            if hasattr(dataset, "Close")
            else attempt(type(dataset).__swig_destroy__, dataset)
        )

    def _check(self, outcome) -> None:
        _, failure = outcome
        if failure:
            raise self._replacement.failure(failure)


def _close_once(dataset) -> None:
    """Close a dataset without exceptions: after one, Python would close it again, which ends the process."""
    from osgeo import gdal

    with gdal.ExceptionMgr(useExceptions=False):
        dataset.Close()


def write_classes(
    path,
    grid: Grid,
    classes: np.ndarray | Iterable[np.ndarray],
    counts: Sequence[int],
    colours: Sequence[tuple[int, int, int]],
    labels: Sequence[str],
    pixel_area_ha: float | None = None,
    progress: Progress | None = None,
) -> None:
    """Write a class raster with its colours, names and attribute table.

    Parameters
    ----------
    path : str or path
        The file to write; its attribute table lies beside it in a file that ends in .aux.xml.
    grid : Grid
    classes : ndarray of integers, shape (rows, columns), or iterable of its blocks of rows from the top
        Classes from 1; 0 is no data. Written as Byte, or as UInt16 when there are more than 255 classes.
    counts : sequence of int
        Pixels of each class, from class 1.
    colours : sequence of (red, green, blue)
        From class 1.
    labels : sequence of str
        From class 1.
    pixel_area_ha : float, optional
        Area of a pixel in hectares; without it the attribute table gives no areas.
    progress : Progress, optional

    Raises
    ------
    Cancelled
        When the user asked to stop.
    OutputError
        When the file cannot be written.
    ParameterError
        When there are more classes than a raster can tell apart, or the blocks of rows do not fill the grid.
    """
    progress = progress or Progress()
    dtype = _class_type(len(counts))
    blocks = [classes] if isinstance(classes, np.ndarray) else classes
    row = 0
    with RasterWriter(
        path,
        grid,
        dtype,
        nodata=NO_CLASS,
        names=["Class"],
        options=FEW_VALUES_OPTIONS,
        overviews="NEAREST",
        progress=progress,
    ) as writer:
        _, failure = attempt(_describe_classes, writer.band(0), counts, colours, labels, pixel_area_ha)
        if failure:
            raise OutputError(
                tr("The classes of {path} cannot be described ({reason}).").format(path=path, reason=failure)
            )
        writer.style = class_style(counts, colours, labels)
        for block in blocks:
            for rows in _aligned_slices(row, row + len(block), writer.block_rows):
                writer.write(block[rows.start - row : rows.stop - row].astype(dtype, copy=False), row=rows.start)
                progress.report(rows.stop / grid.height)
            row += len(block)
        if row != grid.height:
            raise ParameterError(
                tr("The classes have {row} rows but the grid has {rows}.").format(row=row, rows=grid.height)
            )


def write_preview(
    path,
    image: np.ndarray,
    colours: Sequence[tuple[int, int, int]] | None = None,
    longest_side: int = LONGEST_SIDE,
) -> None:
    """Write a small picture (PNG) of an image, by taking every n-th pixel.

    Parameters
    ----------
    path : str or path
    image : ndarray, shape (rows, columns, 3 or 4) or (rows, columns)
        Red, green, blue and possibly opacity from 0 to 255; or classes, whose class 0 is shown transparent.
    colours : sequence of (red, green, blue), optional
        Colours of classes, from class 1.
    longest_side : int
        Pixels of the picture's longer side, at most.

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    if Path(path).suffix.lower() != ".png":
        raise OutputError(tr("{path} cannot be written; the name of a preview must end in .png.").format(path=path))
    step = -(-max(image.shape[:2]) // longest_side)
    write_whole(path, as_png(image[::step, ::step], colours))


def as_png(image: np.ndarray, colours: Sequence[tuple[int, int, int]] | None = None) -> bytes:
    """Return an image as a PNG file; the parameters are those of `write_preview`.

    Raises
    ------
    OutputError
        When GDAL cannot make it.
    """
    from osgeo import gdal

    if colours is not None:
        image = _coloured(image, colours)
    path = f"/vsimem/{uuid4().hex}.png"
    _, failure = attempt(_write_png, path, image.astype(np.uint8, copy=False))
    try:
        file = None if failure else gdal.VSIFOpenL(path, "rb")
        if file is None:
            raise OutputError(
                tr("The picture cannot be made ({reason}).").format(reason=failure or tr("GDAL gives no reason"))
            )
        size = gdal.VSIStatL(path).size
        picture = bytes(gdal.VSIFReadL(1, size, file))
        gdal.VSIFCloseL(file)
        return picture
    finally:
        gdal.Unlink(path)


def _write_png(path: str, image: np.ndarray) -> None:
    from osgeo import gdal

    rows, columns, bands = image.shape
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, bands, gdal.GDT_Byte)
    for index in range(bands):
        memory.GetRasterBand(index + 1).WriteArray(np.ascontiguousarray(image[:, :, index]))
    gdal.GetDriverByName("PNG").CreateCopy(path, memory)


def _coloured(classes: np.ndarray, colours: Sequence[tuple[int, int, int]]) -> np.ndarray:
    table = np.zeros((len(colours) + 1, 4), dtype=np.uint8)
    table[1:, :3] = colours
    table[1:, 3] = 255
    return table[classes]


def _creation_options(dtype: np.dtype, chosen: dict[str, str]) -> dict[str, str]:
    predictor = FLOAT_PREDICTOR if dtype.kind == "f" else INTEGER_PREDICTOR
    options = {**CREATION_OPTIONS, **predictor, **chosen}
    compression = options["COMPRESS"].upper()
    if compression not in _COMPRESSIONS_WITH_PREDICTOR:
        options.pop("PREDICTOR")
    if compression != "DEFLATE":
        options.pop("ZLEVEL")
    return options


def _class_type(count: int) -> np.dtype:
    for dtype in (np.uint8, np.uint16):
        if count <= np.iinfo(dtype).max:
            return np.dtype(dtype)
    raise ParameterError(tr("There are {count} classes; a class raster holds 65535 at most.").format(count=count))


def _aligned_slices(start: int, stop: int, step: int) -> Iterator[slice]:
    """Cut the range from `start` to `stop` at multiples of `step`."""
    while start < stop:
        end = min((start // step + 1) * step, stop)
        yield slice(start, end)
        start = end


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


def _describe_classes(band, counts, colours, labels, pixel_area_ha: float | None) -> None:
    from osgeo import gdal

    table = gdal.ColorTable()
    table.SetColorEntry(NO_CLASS, (0, 0, 0, 0))
    for value, colour in enumerate(colours, start=1):
        table.SetColorEntry(value, (*colour, 255))
    band.SetColorTable(table)
    band.SetCategoryNames(["", *labels])
    band.SetDefaultRAT(_attribute_table(counts, colours, labels, pixel_area_ha))


def _count_type(counts: np.ndarray) -> int:
    from osgeo import gdal

    fits = counts.max(initial=0) <= np.iinfo(np.int32).max
    return gdal.GFT_Integer if fits else gdal.GFT_Real


def _attribute_table(counts, colours, labels, pixel_area_ha: float | None):
    """Return GDAL's raster attribute table of the classes."""
    from osgeo import gdal

    counts = np.asarray(counts)
    red, green, blue = np.asarray(colours, dtype=int).reshape(-1, 3).T
    columns = [
        ("Value", gdal.GFT_Integer, gdal.GFU_MinMax, np.arange(1, len(counts) + 1)),
        ("Class", gdal.GFT_String, gdal.GFU_Name, labels),
        ("Red", gdal.GFT_Integer, gdal.GFU_Red, red),
        ("Green", gdal.GFT_Integer, gdal.GFU_Green, green),
        ("Blue", gdal.GFT_Integer, gdal.GFU_Blue, blue),
        ("Alpha", gdal.GFT_Integer, gdal.GFU_Alpha, np.full(len(counts), 255)),
        ("Count", _count_type(counts), gdal.GFU_PixelCount, counts),
    ]
    if pixel_area_ha is not None:
        areas = [area_ha(count, pixel_area_ha) for count in counts]
        columns.append(("Area_ha", gdal.GFT_Real, gdal.GFU_Generic, areas))
    table = gdal.RasterAttributeTable()
    table.SetTableType(gdal.GRTT_THEMATIC)
    table.SetRowCount(len(counts))
    setters = {
        gdal.GFT_Integer: lambda row, column, value: table.SetValueAsInt(row, column, int(value)),
        gdal.GFT_Real: lambda row, column, value: table.SetValueAsDouble(row, column, float(value)),
        gdal.GFT_String: lambda row, column, value: table.SetValueAsString(row, column, str(value)),
    }
    for column, (name, kind, usage, values) in enumerate(columns):
        table.CreateColumn(name, kind, usage)
        for row, value in enumerate(values):
            setters[kind](row, column, value)
    return table
