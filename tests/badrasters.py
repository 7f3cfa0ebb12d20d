"""Rasters with something wrong or unusual in them, for the algorithms that take rasters and masks.

Everything is made by script, and the same at every run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal

from neon_aop.tests.algorithms.checks import wkt
from neon_aop.tests.tiles import LEFT, TOP

HTML = '<script>alert("x")</script>\n& "quoted"'
ROWS, COLUMNS, BANDS = 24, 30, 4
TRANSFORM = (LEFT, 1.0, 0.0, TOP, 0.0, -1.0)


@dataclass(frozen=True)
class RasterCase:
    """A raster of the corpus.

    Attributes
    ----------
    name : str
    make : callable
        Writes it to a folder and returns its file.
    means : ndarray or None
        The values that it stands for, shape (bands, rows, columns), NaN where there is none; None when it is to be
        refused.
    may_pass : bool
        Whether it may be taken although `means` is not given.
    """

    name: str
    make: Callable[[Path], Path]
    means: np.ndarray | None = None
    may_pass: bool = False


def plain_values(rows: int = ROWS, columns: int = COLUMNS, bands: int = BANDS) -> np.ndarray:
    """Stored values in three groups, shape (bands, rows, columns), far enough from each other for any start."""
    rng = np.random.default_rng(5)
    group = rng.integers(0, 3, (rows, columns))
    return (1000 + 600 * group + rng.integers(0, 300, (bands, rows, columns))).astype(np.int16)


def write(
    path: Path,
    values: np.ndarray,
    kind: int = gdal.GDT_Int16,
    transform=TRANSFORM,
    crs: str | None = None,
    driver: str = "GTiff",
    options=(),
    describe: Callable = lambda dataset: None,
) -> Path:
    """Write values, shape (bands, rows, columns), with all that a case wants to say of them."""
    bands, rows, columns = values.shape
    dataset = gdal.GetDriverByName(driver).Create(str(path), columns, rows, bands, kind, list(options))
    if transform is not None:
        dataset.SetGeoTransform(transform)
    crs = wkt() if crs is None else crs
    if crs:
        dataset.SetProjection(crs)
    describe(dataset)
    for number, band in enumerate(values, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
    dataset.FlushCache()
    return path


def _bands_of(dataset) -> list:
    return [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]


def _vrt(folder: Path, bands: str, columns: int = COLUMNS, rows: int = ROWS, extra: str = "") -> Path:
    path = folder / "raster.vrt"
    transform = ", ".join(map(str, TRANSFORM))
    path.write_text(
        f'<VRTDataset rasterXSize="{columns}" rasterYSize="{rows}"><GeoTransform>{transform}</GeoTransform>'
        f"{extra}{bands}</VRTDataset>"
    )
    return path


def _vrt_band(number: int, source: str, source_band: int = 1, kind: str = "Int16") -> str:
    return (
        f'<VRTRasterBand dataType="{kind}" band="{number}"><SimpleSource><SourceFilename relativeToVRT="1">{source}'
        f"</SourceFilename><SourceBand>{source_band}</SourceBand></SimpleSource></VRTRasterBand>"
    )


def _written(values=None, **settings) -> Callable[[Path], Path]:
    values = plain_values() if values is None else values
    return lambda folder: write(folder / "raster.tif", values, **settings)


def _described(describe: Callable, values=None, **settings) -> Callable[[Path], Path]:
    return _written(values, describe=describe, **settings)


def _cut_off(folder: Path) -> Path:
    path = write(folder / "raster.tif", plain_values())
    path.write_bytes(path.read_bytes()[:-2000])
    return path


def _changed(place: int) -> Callable[[Path], Path]:
    """Change a byte of a compressed raster, at a place counted from its end."""

    def make(folder: Path) -> Path:
        path = write(folder / "raster.tif", plain_values(), options=["COMPRESS=DEFLATE"])
        content = bytearray(path.read_bytes())
        content[-place] ^= 0x55
        path.write_bytes(bytes(content))
        return path

    return make


def _text(name: str, text: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_text(text)
        return path

    return make


def _points(dataset) -> None:
    points = [gdal.GCP(LEFT + x, TOP - y, 0, x, y) for x, y in ((0, 0), (10, 0), (0, 10))]
    dataset.SetGCPs(points, wkt())


def _missing_source(folder: Path) -> Path:
    return _vrt(folder, _vrt_band(1, "missing.tif"))


def _one_missing_source(folder: Path) -> Path:
    write(folder / "there.tif", plain_values())
    return _vrt(folder, _vrt_band(1, "there.tif") + _vrt_band(2, "missing.tif"))


def _mixed_no_data(folder: Path, values: np.ndarray) -> Path:
    write(folder / "there.tif", values)
    texts = [
        _vrt_band(number, "there.tif", number).replace("<Simple", f"<NoDataValue>{-number}</NoDataValue><Simple", 1)
        for number in range(1, BANDS + 1)
    ]
    return _vrt(folder, "".join(texts), extra=f"<SRS>{_escaped(wkt())}</SRS>")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _own_source(folder: Path) -> Path:
    return _vrt(folder, _vrt_band(1, "raster.vrt"))


def _many_bands(folder: Path) -> Path:
    write(folder / "there.tif", plain_values(4, 5, 1))
    return _vrt(folder, "".join(_vrt_band(number, "there.tif") for number in range(1, 601)), 5, 4)


def _with_mask(folder: Path) -> Path:
    path = write(folder / "raster.tif", plain_values())
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    mask = np.full((ROWS, COLUMNS), 255, np.uint8)
    mask[:, :5] = 0
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(mask)
    dataset.FlushCache()
    return path


def _subdatasets(folder: Path) -> Path:
    import h5py

    path = folder / "raster.nc"
    with h5py.File(path, "w") as file:
        for name in "ab":
            file.create_dataset(name, data=plain_values()[0])
    return path


def raster_cases() -> list[RasterCase]:
    """Return the whole corpus."""
    values = plain_values()
    real = values.astype(np.float64)
    first = real.copy()
    first[:, 3:5, 7:9] = np.nan
    holes = values.copy()
    holes[0, 3:5, 7:9] = -1
    holes[1, 3:5, 7:9] = -2
    unreal = real.astype(np.float32)
    unreal[0, 3, 7], unreal[1, 3, 8], unreal[2, 4, 7], unreal[3, 4, 8] = np.nan, np.inf, -np.inf, np.nan
    all_missing = np.full_like(values, -9999)

    def each(method: str, *settings):
        def describe(dataset):
            for band, value in zip(_bands_of(dataset), settings * (len(_bands_of(dataset)) // len(settings))):
                getattr(band, method)(value)

        return describe

    def scaled(dataset):
        each("SetScale", 0.5, 0.25, 2.0, 0.5)(dataset)
        each("SetOffset", 10.0, -10.0, 0.0, 5.0)(dataset)

    def masked():
        kept = real.copy()
        kept[:, :, :5] = np.nan
        return kept

    def items(**metadata):
        return lambda dataset: [
            band.SetMetadataItem(key, value) for band in _bands_of(dataset) for key, value in metadata.items()
        ]

    scale = np.array([0.5, 0.25, 2.0, 0.5])[:, np.newaxis, np.newaxis]
    offset = np.array([10.0, -10.0, 0.0, 5.0])[:, np.newaxis, np.newaxis]
    tall = plain_values(70_000, 1, 3)
    wide = plain_values(1, 70_000, 3)
    small = (values // 100).astype(np.uint8)
    # Else the fourth of four bands of bytes would tell opacity.
    grey = ["PHOTOMETRIC=MINISBLACK"]
    accepted = [
        RasterCase("plain", _written(), real),
        RasterCase("70 000 rows x 1", _written(tall), tall.astype(float)),
        RasterCase("1 x 70 000 columns", _written(wide), wide.astype(float)),
        RasterCase("without CRS", _written(crs=" "), real, may_pass=True),
        RasterCase("without position", _written(transform=None), real),
        RasterCase("scale and offset", _described(scaled), real * scale + offset),
        RasterCase("same scale", _described(each("SetScale", 0.5)), real * 0.5),
        RasterCase("negative scale", _described(each("SetScale", -0.5)), real * -0.5),
        RasterCase("mixed no data", lambda folder: _mixed_no_data(folder, holes), first),
        RasterCase("no data of NaN", _described(each("SetNoDataValue", np.nan), unreal, kind=gdal.GDT_Float32), first),
        RasterCase("NaN and infinity", _written(unreal, kind=gdal.GDT_Float32), first),
        RasterCase("no data that the type does not hold", _described(each("SetNoDataValue", -1e30)), real),
        RasterCase("mask", _with_mask, masked()),
        RasterCase("one band", _written(values[:1]), real[:1]),
        RasterCase("600 bands", _many_bands, np.repeat(plain_values(4, 5, 1), 600, axis=0).astype(float)),
        RasterCase("bytes", _written(small, kind=gdal.GDT_Byte, options=grey), small.astype(float)),
        RasterCase("unsigned integers", _written(values.astype("u4"), kind=gdal.GDT_UInt32), real),
        RasterCase("float64", _written(real, kind=gdal.GDT_Float64), real),
        RasterCase("names of HTML", _described(each("SetDescription", HTML, HTML + "2", "", HTML)), real),
        RasterCase("wavelengths of NaN", _described(items(wavelength="nan", fwhm="nan")), real),
        RasterCase("wavelengths of HTML", _described(items(wavelength=HTML, wavelength_units=HTML)), real),
        RasterCase("huge wavelengths", _described(items(wavelength="1e400", fwhm="-1")), real),
        RasterCase("negative wavelengths", _described(items(wavelength="-5")), real),
        RasterCase(
            "list of wavelengths of garbage",
            _described(lambda dataset: dataset.SetMetadata({"wavelength": "{1, x, 3, 4", "fwhm": "{}"})),
            real,
        ),
        RasterCase(
            "factor of garbage",
            _described(lambda dataset: dataset.SetMetadataItem("REFLECTANCE_SCALE_FACTOR", "x\n"), None),
            real,
        ),
        RasterCase(
            "factor that does not fit",
            _described(
                lambda dataset: dataset.SetMetadataItem("REFLECTANCE_SCALE_FACTOR", "3e-40"),
                real,
                kind=gdal.GDT_Float32,
            ),
            real,
        ),
    ]
    refused = [
        RasterCase("0 bands", lambda folder: _vrt(folder, "")),
        RasterCase("rotated", _written(transform=(LEFT, 0.7, 0.7, TOP, 0.7, -0.7))),
        RasterCase("south up", _written(transform=(LEFT, 1.0, 0.0, TOP, 0.0, 1.0))),
        RasterCase("position of NaN", _written(transform=(float("nan"), 1.0, 0.0, TOP, 0.0, -1.0))),
        RasterCase("pixels of 0 m", _written(transform=(LEFT, 0.0, 0.0, TOP, 0.0, 0.0))),
        RasterCase("control points", _described(_points, transform=None, crs="")),
        RasterCase("complex numbers", _written(values.astype("c8"), kind=gdal.GDT_CFloat32)),
        RasterCase("complex integers", _written(values.astype("c8"), kind=gdal.GDT_CInt16)),
        RasterCase("source is missing", _missing_source),
        RasterCase("one source is missing", _one_missing_source),
        RasterCase("source is itself", _own_source),
        RasterCase("cut off", _cut_off),
        RasterCase("damaged data", _changed(500)),
        RasterCase("10^9 x 10^9", lambda folder: _vrt(folder, _vrt_band(1, "missing.tif"), 10**9, 10**9)),
        RasterCase("negative size", lambda folder: _vrt(folder, _vrt_band(1, "missing.tif"), -5, 5)),
        RasterCase("several rasters", _subdatasets),
        RasterCase("empty file", _text("raster.tif", "")),
        RasterCase("web page", _text("raster.tif", "<html>Sign in</html>")),
        RasterCase("half an XML", _text("raster.vrt", '<VRTDataset rasterXSize="5"')),
        RasterCase("header only", lambda folder: _header_only(folder)),
    ]
    unsure = [
        RasterCase("only no data", _described(each("SetNoDataValue", -9999), all_missing), may_pass=True),
        RasterCase("only NaN", _written(np.full_like(unreal, np.nan), kind=gdal.GDT_Float32), may_pass=True),
        RasterCase("one pixel", _written(values[:, :1, :1]), may_pass=True),
        RasterCase("all equal", _written(np.full_like(values, 7)), may_pass=True),
        RasterCase("scale of 0", _described(each("SetScale", 0.0)), may_pass=True),
        RasterCase("scale of NaN", _described(each("SetScale", np.nan)), may_pass=True),
        RasterCase("infinite offset", _described(each("SetOffset", np.inf)), may_pass=True),
        RasterCase("huge scale", _described(each("SetScale", 1e308)), may_pass=True),
        RasterCase("huge values", _written(real * 1e300, kind=gdal.GDT_Float64), may_pass=True),
        RasterCase("CRS of garbage", lambda folder: _vrt_with_crs(folder, HTML), may_pass=True),
    ]
    return accepted + refused + unsure


def _header_only(folder: Path) -> Path:
    path = write(folder / "raster.tif", plain_values())
    path.write_bytes(path.read_bytes()[:8])
    return path


def _vrt_with_crs(folder: Path, crs: str) -> Path:
    write(folder / "there.tif", plain_values())
    bands = "".join(_vrt_band(number, "there.tif", number) for number in range(1, BANDS + 1))
    return _vrt(folder, bands, extra=f"<SRS>{_escaped(crs)}</SRS>")
