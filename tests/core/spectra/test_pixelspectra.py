"""Spectra of single pixels, boxes and polygons."""

import numpy as np
import pytest

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import Cancelled, ParameterError, RasterError, TileError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import WATER_VAPOUR_WINDOWS, Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.pixelspectra import MOST_PIXELS, open_spectra, pixels_around, pixels_in
from neon_aop.tests.classrasters import wkt
from neon_aop.tests.tiles import LEFT, NODATA, TOP, random_cube, write_tile

GRID = Grid(width=24, height=20, left=LEFT, top=TOP, crs=wkt())


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path), 1)


@pytest.fixture(params=["whole bands", "blocks", "not chunked", "blocks, GDAL"])
def tile(request, tmp_path, store, monkeypatch):
    """An open tile and its reflectance, with NaN for no data."""
    chunks = {"whole bands": (20, 24, 1), "not chunked": None}.get(request.param, (2, 3, 7))
    if request.param.endswith("GDAL"):
        monkeypatch.setattr("neon_aop.core.files.hdf5.opening.import_h5py", lambda: None)
    compression = None if chunks is None else "gzip"
    cube = random_cube()
    cube[10, 12] = 500
    cube[10, 12, 15] = NODATA
    write_tile(tmp_path / "tile.h5", cube, chunks=chunks, compression=compression)
    spectra = open_spectra(str(tmp_path / "tile.h5"), store)
    yield spectra, np.where(cube == NODATA, np.nan, cube / 10_000)
    spectra.close()


def cells(*pairs):
    return np.array(pairs).T


def test_pixels_of_a_tile_are_its_reflectance(tile):
    spectra, expected = tile
    rows, columns = cells((3, 5), (19, 23), (0, 0))
    np.testing.assert_array_equal(spectra.read(rows, columns, Progress()), expected[rows, columns])


def test_pixels_of_a_copied_tile_are_its_reflectance(tile):
    spectra, expected = tile
    spectra.copy(Progress())
    rows, columns = cells((1, 2), (18, 20))
    np.testing.assert_array_equal(spectra.read(rows, columns, Progress()), expected[rows, columns])


def test_band_without_data_is_nan_and_the_others_are_there(tile):
    spectra, expected = tile
    (values,) = spectra.read(*cells((10, 12)), Progress())
    assert np.flatnonzero(np.isnan(values)).tolist() == [15]


def test_box_gives_mean_deviation_and_percentiles_of_what_has_data(tile):
    spectra, expected = tile
    found = spectra.spread(*pixels_around(spectra.grid, LEFT + 12.5, TOP - 10.5, 5))
    values = expected[8:13, 10:15].reshape(25, -1)
    assert found.count == np.isfinite(values).any(axis=1).sum()
    np.testing.assert_allclose(found.mean, np.nanmean(values, axis=0))
    np.testing.assert_allclose(found.deviation, np.nanstd(values, axis=0, ddof=1))
    np.testing.assert_allclose([found.low, found.high], np.nanpercentile(values, (5, 95), axis=0))


def test_deviation_of_one_pixel_is_not_known(tile):
    assert np.isnan(tile[0].spread(*cells((3, 5))).deviation).all()


def test_place_without_data_is_told(tile):
    spectra, expected = tile
    empty = np.argwhere(np.isnan(expected).all(axis=2))[:1].T
    with pytest.raises(ParameterError, match="has no data there"):
        spectra.spread(*empty)


class Recorder(Progress):
    def __init__(self):
        self.fractions, self.phases = [], []

    def report(self, fraction):
        self.fractions.append(fraction)

    def begin(self, phase):
        self.phases.append(phase)


@pytest.fixture
def whole_bands(tmp_path, store):
    """An open tile that keeps whole bands together, and its reflectance."""
    cube = write_tile(tmp_path / "tile.h5", random_cube(), chunks=(20, 24, 1))
    spectra = open_spectra(str(tmp_path / "tile.h5"), store)
    yield spectra, cube / 10_000
    spectra.close()


def test_only_a_tile_of_whole_bands_is_slow(tmp_path, store, whole_bands):
    write_tile(tmp_path / "blocks.h5", random_cube(), chunks=(2, 3, 7))
    blocks = open_spectra(str(tmp_path / "blocks.h5"), store)
    assert whole_bands[0].is_slow and not blocks.is_slow
    blocks.close()


def test_slow_tile_is_read_at_once_when_it_was_copied(whole_bands):
    spectra, expected = whole_bands
    first, copying, second = Recorder(), Recorder(), Recorder()
    np.testing.assert_array_equal(spectra.read(*cells((3, 5)), first), expected[[3], [5]])
    spectra.copy(copying)
    assert not spectra.is_slow
    np.testing.assert_array_equal(spectra.read(*cells((4, 6)), second), expected[[4], [6]])
    assert first.phases == ["Decompressing tile"] and first.fractions[-1] == 1
    assert copying.phases == ["Copying tile"] and copying.fractions[-1] == 1
    assert second.phases == second.fractions == []


class Stopped(Progress):
    def cancelled(self):
        return True


def test_decompressing_can_be_cancelled_and_begun_again(whole_bands):
    spectra, expected = whole_bands
    with pytest.raises(Cancelled):
        spectra.read(*cells((3, 5)), Stopped())
    np.testing.assert_array_equal(spectra.read(*cells((3, 5)), Progress()), expected[[3], [5]])


def test_cancelled_copy_leaves_the_tile_as_it_was(whole_bands):
    spectra, expected = whole_bands
    with pytest.raises(Cancelled):
        spectra.copy(Stopped())
    assert spectra.is_slow
    np.testing.assert_array_equal(spectra.read(*cells((3, 5)), Progress()), expected[[3], [5]])


def test_copy_beyond_the_memory_is_a_scratch_file_that_leaves_nothing(tmp_path):
    write_tile(tmp_path / "tile.h5", random_cube(rows=100, columns=100, bands=60), chunks=(100, 100, 1))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    spectra = open_spectra(str(tmp_path / "tile.h5"), PixelStore(str(scratch), 1))
    spectra.copy(Progress())
    assert isinstance(spectra._lines, np.memmap)
    spectra.close()
    assert spectra._lines is None
    assert list(scratch.iterdir()) == []


def test_windows_of_a_tile_are_those_of_its_file(tile):
    assert tile[0].windows == ((1340.0, 1445.0), (1790.0, 1955.0))


def write_raster(path, values, wavelengths, nodata=None, **options):
    grid = Grid(width=values.shape[2], height=values.shape[1], left=LEFT, top=TOP, crs=wkt())
    bands = None if wavelengths is None else Bands.of(wavelengths)
    with RasterWriter(path, grid, values.dtype, len(values), nodata=nodata, spectral=bands, **options) as writer:
        for band, of_band in enumerate(values):
            writer.write(of_band, band=band)
    return RasterChoice(str(path))


@pytest.fixture
def raster(tmp_path):
    values = np.random.default_rng(1).integers(0, 9000, (4, 20, 24)).astype(np.int16)
    values[:, 2, 2], values[1, 7, 7] = -9999, -9999
    return write_raster(tmp_path / "image.tif", values, [500, 600, 700, 800], -9999, scale=0.0001), values


def test_pixels_of_a_raster_are_scaled_and_empty_bands_nan(raster, store):
    choice, values = raster
    spectra = open_spectra(choice, store)
    expected = np.where(values == -9999, np.nan, values * 0.0001)
    for row, column in ((0, 0), (2, 2), (7, 7), (19, 23)):
        found = spectra.read(*cells((row, column)), Progress())
        np.testing.assert_allclose(found, expected[:, row, column][np.newaxis])
    spectra.close()


def test_pixels_of_a_raster_come_in_their_order(raster, store):
    choice, values = raster
    spectra = open_spectra(choice, store)
    rows, columns = cells((9, 3), (2, 5), (2, 2), (9, 1))
    expected = np.where(values == -9999, np.nan, values * 0.0001)[:, rows, columns].T
    np.testing.assert_allclose(spectra.read(rows, columns, Progress()), expected)
    spectra.close()


def test_windows_of_a_raster_are_the_usual_ones(raster, store):
    assert open_spectra(raster[0], store).windows == WATER_VAPOUR_WINDOWS


def test_raster_without_wavelengths_is_refused(tmp_path, store):
    choice = write_raster(tmp_path / "plain.tif", np.ones((3, 4, 4), np.float32), None)
    with pytest.raises(RasterError, match="at which wavelengths"):
        open_spectra(choice, store)


def test_file_that_is_no_tile_is_refused(tmp_path, store):
    (tmp_path / "text.h5").write_text("no tile")
    with pytest.raises(TileError):
        open_spectra(str(tmp_path / "text.h5"), store)


def test_box_is_cut_at_the_edge_of_the_image():
    rows, columns = pixels_around(GRID, LEFT + 0.5, TOP - 19.5, 3)
    assert sorted(zip(rows.tolist(), columns.tolist())) == [(18, 0), (18, 1), (19, 0), (19, 1)]


@pytest.mark.parametrize("x, y", [(-0.1, -5), (24.1, -5), (5, 0.1), (5, -20.1)])
def test_place_outside_the_image_has_no_pixels(x, y):
    rows, columns = pixels_around(GRID, LEFT + x, TOP + y, 5)
    assert len(rows) == len(columns) == 0


def wkb_of(text):
    from osgeo import ogr

    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def box(left, bottom, right, top):
    return f"POLYGON(({left} {bottom},{right} {bottom},{right} {top},{left} {top},{left} {bottom}))"


def test_polygon_covers_the_pixels_whose_centre_it_holds():
    polygon = wkb_of(box(LEFT + 2.4, TOP - 5.6, LEFT + 4.6, TOP - 3.4))
    rows, columns = pixels_in(GRID, polygon, wkt())
    assert sorted(zip(rows.tolist(), columns.tolist())) == [(row, column) for row in (3, 4, 5) for column in (2, 3, 4)]


def test_polygon_outside_covers_nothing():
    assert len(pixels_in(GRID, wkb_of(box(LEFT - 9, TOP + 2, LEFT - 5, TOP + 5)), wkt())[0]) == 0


def test_polygon_of_too_many_pixels_is_refused():
    large = Grid(width=1000, height=1000, left=LEFT, top=TOP, crs=wkt())
    polygon = wkb_of(box(LEFT, TOP - 1000, LEFT + 1000, TOP))
    assert MOST_PIXELS < 1_000_000
    with pytest.raises(ParameterError, match="1,000,000 pixels"):
        pixels_in(large, polygon, wkt())
