"""What the user chose: what is read, how often, and what of it is used."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError, RasterError, TableError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import REFLECTANCE_SCALE_FACTOR, RasterWriter, stored_as_reflectance
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs import openedraster
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.inputs.masks import PolygonMask
from neon_aop.core.inputs.wanted import WantedBands
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import LEFT, TOP, write_tile

ROWS, COLUMNS = 30, 40
EVERY_BAND = BandChoice(rule=1, windows=())


def wkt(epsg=32618):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(epsg)
    return srs.ExportToWkt()


GRID = Grid(COLUMNS, ROWS, LEFT, TOP, 1.0, 1.0, wkt(), 1.0)


class Log(Progress):
    def __init__(self):
        self.infos, self.warnings = [], []

    def info(self, text):
        self.infos.append(text)

    def warn(self, text):
        self.warnings.append(text)


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path), 500)


@pytest.fixture
def values():
    """Four bands, shape (bands, rows, columns)."""
    return np.random.default_rng(5).integers(1000, 3500, (4, ROWS, COLUMNS)).astype(np.int16)


def write(path, values, nodata=-9999, **settings):
    with RasterWriter(path, GRID, values.dtype, len(values), nodata, **settings) as writer:
        writer.write(values)
    return str(path)


def whole(opened, blocks):
    values = np.zeros((opened.grid.height, opened.grid.width, len(opened.bands)))
    times = np.zeros(values.shape[:2], int)
    for block in blocks:
        rows = slice(block.row, block.row + block.pixels.grid.height)
        columns = slice(block.column, block.column + block.pixels.grid.width)
        values[rows, columns][block.pixels.valid] = block.pixels.to_reflectance(block.pixels.values)
        times[rows, columns] += 1
    return values, times


@pytest.mark.parametrize("settings", [{}, {"tiles": ("a.h5",), "raster": RasterChoice("a.tif")}])
def test_either_tiles_or_a_raster_are_given(settings):
    with pytest.raises(ParameterError, match="tiles .* a raster .*; give one of the two"):
        ImageInput(**settings)


def test_everything_that_is_read_is_listed(tmp_path):
    write_tile(tmp_path / "a.h5")
    mask = RasterChoice("mask.tif")
    assert ImageInput(tiles=(str(tmp_path),), mask=mask).sources == [str(tmp_path / "a.h5"), mask]
    polygons = PolygonMask((), "", "plots", ("plots.gpkg",))
    raster = RasterChoice("a.tif")
    assert ImageInput(raster=raster, mask=polygons).sources == [raster, "plots.gpkg"]
    assert ImageInput(raster=raster).sources == [raster]


def test_paths_are_what_a_report_names(tmp_path):
    write_tile(tmp_path / "a.h5")
    assert ImageInput(tiles=(str(tmp_path),)).paths == [str(tmp_path / "a.h5")]
    assert ImageInput(raster=RasterChoice("a.tif", ("NUM_THREADS=2",))).paths == ["a.tif"]


def test_tiles_are_read_with_mask_and_extent(tmp_path, store):
    cube = write_tile(tmp_path / "a.h5")
    mask = write(tmp_path / "mask.tif", (np.arange(ROWS * COLUMNS) % 3).astype(np.uint8).reshape(1, ROWS, COLUMNS), 0)

    def extent(crs):
        return LEFT + 2, TOP - 15, LEFT + 20, TOP - 1

    chosen = ImageInput(tiles=(str(tmp_path / "a.h5"),), extent_in=extent, mask=RasterChoice(mask))
    with chosen.open(EVERY_BAND) as opened:
        (pixels,) = opened.read(store, Progress())
    kept = (np.arange(ROWS * COLUMNS) % 3).reshape(ROWS, COLUMNS)[1:15, 2:20] != 0
    valid = kept & (cube[1:15, 2:20] != -9999).all(axis=2)
    np.testing.assert_array_equal(pixels.valid, valid)
    np.testing.assert_array_equal(pixels.values, cube[1:15, 2:20][valid])


def test_raster_is_read_with_mask_and_extent(tmp_path, store, values):
    values[2, 5, 5] = -9999
    path = write(tmp_path / "a.tif", values)
    corners = ((1, 0), (9, 0), (9, 20), (1, 20), (1, 0))
    area = f"POLYGON(({', '.join(f'{LEFT + x} {TOP - y}' for x, y in corners)}))"
    mask = PolygonMask((bytes(ogr.CreateGeometryFromWkt(area).ExportToWkb()),), wkt(), "plots")

    def extent(crs):
        assert crs == wkt()
        return LEFT, TOP - 25, LEFT + 20, TOP - 4

    log = Log()
    with ImageInput(raster=RasterChoice(path), extent_in=extent, mask=mask).open(progress=log) as opened:
        assert opened.grid == GRID.window(slice(4, 25), slice(0, 20))
        (pixels,) = opened.read(store, log)
    expected = np.zeros((21, 20), bool)
    expected[:16, 1:9] = True
    expected[1, 5] = False
    np.testing.assert_array_equal(pixels.valid, expected)
    np.testing.assert_array_equal(pixels.values, values[:, 4:25, :20][:, expected].T)
    assert "292 of 420 pixels of a are left out." in log.infos


def test_mask_that_leaves_nothing_of_a_raster_is_an_error(tmp_path, store, values):
    path = write(tmp_path / "a.tif", values)
    mask = write(tmp_path / "mask.tif", np.zeros((1, ROWS, COLUMNS), np.uint8))
    with (
        ImageInput(raster=RasterChoice(path), mask=RasterChoice(mask)).open() as opened,
        pytest.raises(RasterError, match="mask.tif leaves no pixel"),
    ):
        opened.read(store, Progress())


@pytest.mark.parametrize("block_bytes", [10**9, 16 * 16 * 8 * 3, 1])
@pytest.mark.parametrize("has_mask", [False, True])
def test_blocks_of_a_raster_hold_every_pixel_once(tmp_path, store, values, monkeypatch, block_bytes, has_mask):
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", block_bytes)
    monkeypatch.setattr(openedraster, "LARGEST_BLOCK", 16)
    values[1, 3, 4] = -9999
    kept = np.random.default_rng(0).random((1, ROWS, COLUMNS)) < 0.5
    mask = RasterChoice(write(tmp_path / "mask.tif", kept.astype(np.uint8), 0)) if has_mask else None

    def extent(crs):
        return LEFT + 3, TOP - ROWS, LEFT + COLUMNS, TOP - 2

    chosen = ImageInput(raster=RasterChoice(write(tmp_path / "a.tif", values)), extent_in=extent, mask=mask)
    with chosen.open() as opened:
        found, times = whole(opened, opened.blocks(store, Progress()))
    valid = (values != -9999).all(axis=0) & (kept[0] | (not has_mask))
    expected = np.where(valid, values, 0).transpose(1, 2, 0)[2:, 3:]
    np.testing.assert_array_equal(found, expected)
    assert (times == 1).all()


def test_wanted_bands_are_read_in_their_order(tmp_path, store, values):
    bands = Bands.of([450.0, 550.0, 650.0, 850.0])
    path = write(tmp_path / "a.tif", values, spectral=bands)
    wanted = WantedBands(Bands.of([650.0, 450.0]), "saved.csv")
    with ImageInput(raster=RasterChoice(path)).open(wanted) as opened:
        (block,) = opened.blocks(store, Progress())
        np.testing.assert_array_equal(block.pixels.values, values[[2, 0]].reshape(2, -1).T)


def mark_bad(path, band):
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(band).SetMetadataItem("bbl", "0")
    dataset.FlushCache()


def test_bands_that_are_marked_as_bad_are_left_out_with_a_word(tmp_path, store, values):
    bands = Bands.of([450.0, 550.0, 1400.0, 1650.0])
    path = write(tmp_path / "a.tif", values, spectral=bands)
    mark_bad(path, 3)
    log = Log()
    with ImageInput(raster=RasterChoice(path)).open(progress=log) as opened:
        (pixels,) = opened.read(store, log)
    assert pixels.bands.wavelengths.tolist() == [450, 550, 1650]
    assert any("left out: band 3 (1400.0 nm)." in text for text in log.infos)


def test_bad_band_is_read_when_a_saved_table_wants_it(tmp_path, values):
    path = write(tmp_path / "a.tif", values, spectral=Bands.of([450.0, 550.0, 1400.0, 1650.0]))
    mark_bad(path, 3)
    for wavelengths in ([450.0, 1400.0], [450.0, 1650.0]):
        with ImageInput(raster=RasterChoice(path)).open(WantedBands(Bands.of(wavelengths), "saved")) as opened:
            assert opened.bands.wavelengths.tolist() == wavelengths
    with (
        pytest.raises(TableError, match="has no band for 1 of the 1 bands of saved"),
        ImageInput(raster=RasterChoice(path)).open(WantedBands(Bands.of([700.0]), "saved")),
    ):
        pass


def test_bands_without_wavelengths_are_matched_without_the_bad_ones(tmp_path, values):
    path = write(tmp_path / "a.tif", values)
    mark_bad(path, 3)
    wanted = WantedBands(Bands.of([np.nan] * 3), "saved")
    with ImageInput(raster=RasterChoice(path)).open(wanted) as opened:
        assert opened.bands.numbers.tolist() == [1, 2, 4]


def test_table_that_lacks_an_empty_band_suits(tmp_path, store, values):
    """An earlier run on the same raster left the band out."""
    values[1] = -9999
    path = write(tmp_path / "a.tif", values)

    def check(bands, name):
        if bands.numbers.tolist() != [1, 3, 4]:
            raise TableError(f"{name} does not suit")

    with ImageInput(raster=RasterChoice(path)).open() as opened:
        assert len(opened.read(store, Progress(), check)[0].bands) == 3


def test_table_that_does_not_suit_is_an_error(tmp_path, store, values):
    def check(bands, name):
        raise TableError(f"{name} does not suit")

    for nodata in (-9999, None):
        path = write(tmp_path / "a.tif", values, nodata)
        with ImageInput(raster=RasterChoice(path)).open() as opened, pytest.raises(TableError, match="a does not suit"):
            opened.read(store, Progress(), check)


def test_wanted_bands_without_data_are_named(tmp_path, store, values):
    values[1] = -9999
    path = write(tmp_path / "a.tif", values, spectral=Bands.of([450.0, 550.0, 650.0, 850.0]))
    with ImageInput(raster=RasterChoice(path)).open(WantedBands(Bands.of([450.0, 550.0]), "saved")) as opened:
        blocks = opened.blocks(store, Progress())
        assert len(next(blocks).pixels) == 0
        with pytest.raises(ParameterError, match=r"no valid.*: band 2 \(550.0 nm\): 100.0 %\. All of these bands are "):
            next(blocks)


def test_odd_values_are_told_once(tmp_path, store, values, monkeypatch):
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", 1)
    monkeypatch.setattr(openedraster, "LARGEST_BLOCK", 16)
    values[:, :, ::5] = -9999
    path = write(tmp_path / "a.tif", values, None)
    log = Log()
    with ImageInput(raster=RasterChoice(path)).open() as opened:
        assert len(list(opened.blocks(store, log))) == 6
    (warning,) = log.warnings
    assert "are -9999" in warning
    log = Log()
    with ImageInput(raster=RasterChoice(path, nodata=-9999)).open() as opened:
        opened.read(store, log)
    assert log.warnings == []


def test_opacity_is_told(tmp_path, values):
    path = write(tmp_path / "a.tif", values)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    dataset.FlushCache()
    log = Log()
    with ImageInput(raster=RasterChoice(path)).open(progress=log) as opened:
        assert len(opened.bands) == 3
    assert any("taken for opacity" in text for text in log.infos)


def test_blocks_of_a_changed_raster_stay_within_the_memory(tmp_path, values, monkeypatch):
    """From the first block on that holds more than integers divided by a factor, values are read as they are."""
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", 16 * COLUMNS * 2 * 4)
    monkeypatch.setattr(openedraster, "LARGEST_BLOCK", 16)
    reflectance = stored_as_reflectance(values, 10_000)
    reflectance[1, 20, 5] = 0.12345678
    path = write(tmp_path / "a.tif", reflectance, metadata={REFLECTANCE_SCALE_FACTOR: "10000"})
    asked = []

    class Watched(PixelStore):
        def allocate(self, shape, dtype):
            asked.append((shape, np.dtype(dtype)))
            return super().allocate(shape, dtype)

    with ImageInput(raster=RasterChoice(path)).open() as opened:
        found, _ = whole(opened, opened.blocks(Watched(str(tmp_path), 500), Progress()))
    np.testing.assert_allclose(found, reflectance.transpose(1, 2, 0), rtol=1e-6)
    assert asked == [((16 * COLUMNS, 4), np.int16), ((16 * COLUMNS, 4), np.float32)]
