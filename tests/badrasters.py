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


def _cut_off(folder: Path, stop: int) -> Path:
    path = write(folder / "raster.tif", plain_values())
    path.write_bytes(path.read_bytes()[:stop])
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


def _each(method: str, *settings) -> Callable:
    """Return a function that sets something of each band, in turn to each of the `settings`."""

    def describe(dataset) -> None:
        for number, band in enumerate(_bands_of(dataset)):
            getattr(band, method)(settings[number % len(settings)])

    return describe


def _items(**metadata: str) -> Callable:
    """Return a function that sets metadata of all bands."""

    def describe(dataset) -> None:
        for band in _bands_of(dataset):
            for key, value in metadata.items():
                band.SetMetadataItem(key, value)

    return describe


def _whole(**metadata: str) -> Callable:
    """Return a function that sets metadata of the whole raster."""
    return lambda dataset: dataset.SetMetadata(metadata)


def raster_cases() -> list[RasterCase]:
    """Return the whole corpus."""
    return [*_plain_cases(), *_gap_cases(), *_described_cases(), *_refused_cases(), *_unsure_cases()]


def _plain_cases() -> list[RasterCase]:
    """Return rasters of unusual sizes, types and positions."""
    values = plain_values()
    real = values.astype(float)
    tall, wide = plain_values(70_000, 1, 3), plain_values(1, 70_000, 3)
    small = (values // 100).astype(np.uint8)
    # Else the fourth of four bands of bytes would tell opacity.
    grey = ["PHOTOMETRIC=MINISBLACK"]
    return [
        RasterCase("plain", _written(), real),
        RasterCase("70 000 rows x 1", _written(tall), tall.astype(float)),
        RasterCase("1 x 70 000 columns", _written(wide), wide.astype(float)),
        RasterCase("one band", _written(values[:1]), real[:1]),
        RasterCase("600 bands", _many_bands, np.repeat(plain_values(4, 5, 1), 600, axis=0).astype(float)),
        RasterCase("bytes", _written(small, kind=gdal.GDT_Byte, options=grey), small.astype(float)),
        RasterCase("unsigned integers", _written(values.astype("u4"), kind=gdal.GDT_UInt32), real),
        RasterCase("float64", _written(real, kind=gdal.GDT_Float64), real),
        RasterCase("without CRS", _written(crs=""), real),
        RasterCase("without position", _written(transform=None), real),
    ]


def _gap_cases() -> list[RasterCase]:
    """Return rasters some of whose pixels have no data, told in different ways."""
    values = plain_values()
    gaps = values.astype(float)
    gaps[:, 3:5, 7:9] = np.nan
    holes = values.copy()
    holes[0, 3:5, 7:9] = -1
    holes[1, 3:5, 7:9] = -2
    unreal = values.astype(np.float32)
    unreal[0, 3, 7], unreal[1, 3, 8], unreal[2, 4, 7], unreal[3, 4, 8] = np.nan, np.inf, -np.inf, np.nan
    masked = values.astype(float)
    masked[:, :, :5] = np.nan
    return [
        RasterCase("mixed no data", lambda folder: _mixed_no_data(folder, holes), gaps),
        RasterCase("no data of NaN", _described(_each("SetNoDataValue", np.nan), unreal, kind=gdal.GDT_Float32), gaps),
        RasterCase("NaN and infinity", _written(unreal, kind=gdal.GDT_Float32), gaps),
        RasterCase("no data that the type does not hold", _described(_each("SetNoDataValue", -1e30)), values + 0.0),
        RasterCase("mask", _with_mask, masked),
    ]


def _described_cases() -> list[RasterCase]:
    """Return rasters that say something of their values and bands, some of it garbage."""
    real = plain_values().astype(float)
    scales, offsets = (0.5, 0.25, 2.0, 0.5), (10.0, -10.0, 0.0, 5.0)

    def scaled(dataset) -> None:
        _each("SetScale", *scales)(dataset)
        _each("SetOffset", *offsets)(dataset)

    meant = real * np.reshape(scales, (-1, 1, 1)) + np.reshape(offsets, (-1, 1, 1))
    tiny_factor = _described(_whole(REFLECTANCE_SCALE_FACTOR="3e-40"), real, kind=gdal.GDT_Float32)
    return [
        RasterCase("scale and offset", _described(scaled), meant),
        RasterCase("same scale", _described(_each("SetScale", 0.5)), real * 0.5),
        RasterCase("negative scale", _described(_each("SetScale", -0.5)), real * -0.5),
        RasterCase("names of HTML", _described(_each("SetDescription", HTML, HTML + "2", "", HTML)), real),
        RasterCase("wavelengths of NaN", _described(_items(wavelength="nan", fwhm="nan")), real),
        RasterCase("wavelengths of HTML", _described(_items(wavelength=HTML, wavelength_units=HTML)), real),
        RasterCase("huge wavelengths", _described(_items(wavelength="1e400", fwhm="-1")), real),
        RasterCase("negative wavelengths", _described(_items(wavelength="-5")), real),
        RasterCase("list of garbage", _described(_whole(wavelength="{1, x, 3, 4", fwhm="{}")), real),
        RasterCase("factor of garbage", _described(_whole(REFLECTANCE_SCALE_FACTOR="x\n")), real),
        RasterCase("factor that does not fit", tiny_factor, real),
    ]


def _refused_cases() -> list[RasterCase]:
    """Return rasters that nothing can be made of."""
    unreal = plain_values().astype(np.complex64)
    return [
        RasterCase("0 bands", lambda folder: _vrt(folder, "")),
        RasterCase("rotated", _written(transform=(LEFT, 0.7, 0.7, TOP, 0.7, -0.7))),
        RasterCase("south up", _written(transform=(LEFT, 1.0, 0.0, TOP, 0.0, 1.0))),
        RasterCase("position of NaN", _written(transform=(float("nan"), 1.0, 0.0, TOP, 0.0, -1.0))),
        RasterCase("pixels of 0 m", _written(transform=(LEFT, 0.0, 0.0, TOP, 0.0, 0.0))),
        RasterCase("control points", _described(_points, transform=None, crs="")),
        RasterCase("complex numbers", _written(unreal, kind=gdal.GDT_CFloat32)),
        RasterCase("complex integers", _written(unreal, kind=gdal.GDT_CInt16)),
        RasterCase("source is missing", lambda folder: _vrt(folder, _vrt_band(1, "missing.tif"))),
        RasterCase("one source is missing", _one_missing_source),
        RasterCase("source is itself", lambda folder: _vrt(folder, _vrt_band(1, "raster.vrt"))),
        RasterCase("cut off", lambda folder: _cut_off(folder, -2000)),
        RasterCase("header only", lambda folder: _cut_off(folder, 8)),
        RasterCase("damaged data", _changed(500)),
        RasterCase("10^9 x 10^9", lambda folder: _vrt(folder, _vrt_band(1, "missing.tif"), 10**9, 10**9)),
        RasterCase("negative size", lambda folder: _vrt(folder, _vrt_band(1, "missing.tif"), -5, 5)),
        RasterCase("several rasters", _subdatasets),
        RasterCase("empty file", _text("raster.tif", "")),
        RasterCase("web page", _text("raster.tif", "<html>Sign in</html>")),
        RasterCase("half an XML", _text("raster.vrt", '<VRTDataset rasterXSize="5"')),
    ]


def _unsure_cases() -> list[RasterCase]:
    """Return rasters of which some algorithms can make something."""
    values = plain_values()
    missing = np.full(values.shape, np.nan, np.float32)
    cases = {
        "only no data": _described(_each("SetNoDataValue", -9999), np.full_like(values, -9999)),
        "only NaN": _written(missing, kind=gdal.GDT_Float32),
        "one pixel": _written(values[:, :1, :1]),
        "all equal": _written(np.full_like(values, 7)),
        "scale of 0": _described(_each("SetScale", 0.0)),
        "scale of NaN": _described(_each("SetScale", np.nan)),
        "infinite offset": _described(_each("SetOffset", np.inf)),
        "huge scale": _described(_each("SetScale", 1e308)),
        "huge values": _written(values * 1e300, kind=gdal.GDT_Float64),
        "CRS of garbage": lambda folder: _vrt_with_crs(folder, HTML),
    }
    return [RasterCase(name, make, may_pass=True) for name, make in cases.items()]


def _vrt_with_crs(folder: Path, crs: str) -> Path:
    write(folder / "there.tif", plain_values())
    bands = "".join(_vrt_band(number, "there.tif", number) for number in range(1, BANDS + 1))
    return _vrt(folder, bands, extra=f"<SRS>{_escaped(crs)}</SRS>")
