from dataclasses import dataclass, replace

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute import blockmap
from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.constants import NODATA, PALETTE_FIXED
from neon_aop.core.errors import Cancelled, OutputError, ParameterError, RasterError, TableError
from neon_aop.core.files.gdalerrors import attempt
from neon_aop.core.files.raster.image import RasterImage
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.files.raster.writer import RasterWriter
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.block import Block
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.inputs import openedraster
from neon_aop.core.inputs.openedraster import OpenedRaster
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.inputs.wanted import WantedBands
from neon_aop.core.methods.kmeans import apply as applycentres
from neon_aop.core.methods.kmeans.apply import apply_centres
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.methods.transforms.scores import apply_components
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.tiles import LEFT, TOP, map_info, random_cube, wavelengths, write_tile

BANDS = 30
WANTED = np.array([2, 5, 9, 20])


class CancelAtOnce(Progress):
    def cancelled(self):
        return True


class Warnings(Progress):
    def __init__(self):
        self.lines = []

    def warn(self, text):
        self.lines.append(text)


class Log(Progress):
    def __init__(self):
        self.lines = []

    def info(self, text):
        self.lines.append(text)


@pytest.fixture
def store(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return PixelStore(str(folder), 500)


def bands_of(indices=WANTED, of=BANDS):
    return Bands.of(wavelengths(of)[indices], np.full(len(indices), 5.8))


def saved_classes(numbers=(1, 2, 3), seed=0):
    centres = np.random.default_rng(seed).uniform(0.1, 1.1, (len(numbers), len(WANTED)))
    return SpectralClasses(np.array(numbers), centres, bands_of())


def model(components=3, seed=0):
    rng = np.random.default_rng(seed)
    vectors = np.linalg.qr(rng.standard_normal((len(WANTED), len(WANTED))))[0][:, :components]
    return LinearTransform(bands_of(), rng.uniform(0, 1, len(WANTED)), vectors, np.array([4.0, 3.0, 2.0, 1.0]), 100)


def tile_at(path, cube, left=LEFT, top=TOP, **settings):
    rows, columns = cube.shape[:2]
    extent = np.array([left, left + columns, top - rows, top])
    write_tile(
        path,
        cube,
        texts={"Map_Info": map_info(left, top)},
        attributes={"Spatial_Extent_meters": extent},
        **settings,
    )
    return str(path)


def reflectance(cube, indices=WANTED):
    """Reflectance of the bands, shape (rows, columns, bands), and where all of them have data."""
    return cube[:, :, indices] / 10_000, (cube[:, :, indices] != -9999).all(axis=2)


def nearest_class(cube, saved):
    values, valid = reflectance(cube)
    squares = ((values[:, :, np.newaxis] - saved.centres) ** 2).sum(axis=3)
    return np.where(valid, saved.numbers[squares.argmin(axis=2)], 0)


def expected_scores(cube, components):
    values, valid = reflectance(cube)
    scores = (values - components.mean) @ components.vectors
    return np.where(valid[:, :, np.newaxis], scores, NODATA).transpose(2, 0, 1)


def tiles_of(saved, *paths, **settings):
    return TileSet(list(paths), WantedBands(saved.bands, "saved.csv"), **settings)


def read(path):
    dataset = gdal.Open(str(path))
    return dataset.ReadAsArray().reshape(dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)


def write_raster(path, values, bands, options=None):
    """Write Float32 reflectance, shape (rows, columns, bands)."""
    grid = Grid(values.shape[1], values.shape[0], LEFT, TOP)
    with RasterWriter(path, grid, np.float32, values.shape[2], NODATA, spectral=bands, options=options) as writer:
        writer.write(values.transpose(2, 0, 1).astype(np.float32))
    return path


@pytest.fixture
def cube():
    return random_cube(40, 24, BANDS)


@pytest.fixture
def tile(tmp_path, cube):
    return tile_at(tmp_path / "tile.h5", cube)


@pytest.fixture
def output(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "out.tif"


def test_each_pixel_gets_the_nearest_centre(tile, cube, store, output):
    saved = saved_classes()
    applied = apply_centres(saved, tiles_of(saved, tile), output, store)
    expected = nearest_class(cube, saved)
    np.testing.assert_array_equal(read(output)[0], expected)
    assert applied.classes.counts.tolist() == [int((expected == number).sum()) for number in (1, 2, 3)]


def test_squared_error_is_that_to_the_given_centres(tile, cube, store, output):
    saved = saved_classes()
    applied = apply_centres(saved, tiles_of(saved, tile), output, store)
    values, valid = reflectance(cube)
    centres = saved.centres[nearest_class(cube, saved)[valid] - 1]
    assert applied.sse == pytest.approx(((values[valid] - centres) ** 2).sum(), rel=1e-6)


@pytest.mark.parametrize("part", [1, 100, 10_000])
def test_parts_make_no_difference(tile, cube, store, output, monkeypatch, part):
    monkeypatch.setattr(applycentres, "BLOCK_PIXELS", part)
    monkeypatch.setattr(blockmap, "CHUNK_PIXELS", 3 * part)
    saved = saved_classes()
    with using_threads(2):
        apply_centres(saved, tiles_of(saved, tile), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))


def test_a_centre_far_from_all_pixels_gets_none(tile, cube, store, output):
    near = saved_classes()
    far = SpectralClasses(np.arange(1, 5), np.vstack([near.centres, np.full((1, len(WANTED)), 1e15)]), near.bands)
    applied = apply_centres(far, tiles_of(far, tile), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, near))
    assert applied.classes.counts[3] == 0
    assert applied.classes.found == 3


def test_equal_centres_give_their_pixels_to_the_lowest_class(tile, store, output):
    saved = SpectralClasses(np.array([4, 7]), np.full((2, len(WANTED)), 0.5), bands_of())
    applied = apply_centres(saved, tiles_of(saved, tile), output, store)
    assert applied.classes.counts[1] == 0


def test_classes_keep_their_numbers_and_colours(tile, cube, store, output):
    saved = replace(saved_classes((2, 5, 9)), palette=PALETTE_FIXED)
    applied = apply_centres(saved, tiles_of(saved, tile), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))
    dataset = gdal.Open(str(output))
    colours = dataset.GetRasterBand(1).GetColorTable()
    assert [colours.GetColorEntry(number)[:3] for number in (2, 5, 9)] == [class_colours(9)[n - 1] for n in (2, 5, 9)]
    assert applied.classes.names[0] == applied.classes.names[2] == ""
    assert applied.classes.names[4] == "5"


def test_attribute_table_counts_the_new_image(tile, store, output):
    saved = saved_classes((1, 3))
    applied = apply_centres(saved, tiles_of(saved, tile), output, store)
    dataset = gdal.Open(str(output))
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    columns = {table.GetNameOfCol(column): column for column in range(table.GetColumnCount())}
    counts = [table.GetValueAsInt(row, columns["Count"]) for row in range(3)]
    assert counts == [applied.classes.counts[0], 0, applied.classes.counts[1]]


@pytest.mark.parametrize("numbers", [(1, 300), (1, 2, 300)])
def test_numbers_above_255_need_16_bits(tile, store, output, numbers):
    saved = saved_classes(numbers)
    apply_centres(saved, tiles_of(saved, tile), output, store)
    assert read(output).dtype == np.uint16
    assert read(output).max() == 300


def test_scores_are_those_of_the_model(tile, cube, store, output):
    components = model()
    apply_components(components, tiles_of(components, tile), output, store)
    np.testing.assert_allclose(read(output), expected_scores(cube, components), rtol=1e-6, atol=1e-6)


def test_bands_are_named_by_the_model(tile, store, output):
    components = model()
    apply_components(components, tiles_of(components, tile), output, store)
    dataset = gdal.Open(str(output))
    assert [dataset.GetRasterBand(band).GetDescription() for band in (1, 2, 3)] == components.names


def test_display_depends_on_the_model_only(tmp_path, store, output):
    components = model()
    styles = []
    for seed, left in enumerate((LEFT, LEFT + 24)):
        tile = tile_at(tmp_path / f"{seed}.h5", random_cube(10 + seed, 24, BANDS), left)
        apply_components(components, tiles_of(components, tile), output, store)
        styles.append(output.with_suffix(".qml").read_text(encoding="utf-8"))
    assert styles[0] == styles[1]


@pytest.fixture
def site(tmp_path):
    """Tiles side by side, of different height, the last one beside a gap; their cubes by their places."""
    cubes = {
        (0, 0): random_cube(10, 12, BANDS),
        (0, 12): random_cube(14, 12, BANDS),
        (20, 30): random_cube(9, 8, BANDS),
    }
    paths = [
        tile_at(tmp_path / f"{row}_{column}.h5", cube, LEFT + column, TOP - row)
        for (row, column), cube in cubes.items()
    ]
    return paths, cubes


def mosaic_of(cubes, function, nothing, bands=()):
    whole = np.full((*bands, 29, 38), nothing, float)
    for (row, column), cube in cubes.items():
        whole[..., row : row + cube.shape[0], column : column + cube.shape[1]] = function(cube)
    return whole


def test_neighbours_make_one_class_raster(site, store, output):
    paths, cubes = site
    saved = saved_classes()
    apply_centres(saved, tiles_of(saved, *paths), output, store)
    np.testing.assert_array_equal(read(output)[0], mosaic_of(cubes, lambda cube: nearest_class(cube, saved), 0))


def test_neighbours_make_one_component_raster(site, store, output):
    paths, cubes = site
    components = model()
    apply_components(components, tiles_of(components, *paths), output, store)
    expected = mosaic_of(cubes, lambda cube: expected_scores(cube, components), NODATA, (3,))
    np.testing.assert_allclose(read(output), expected, rtol=1e-6, atol=1e-6)


def test_a_site_needs_the_memory_of_its_largest_tile(site, tmp_path):
    source, allocated = tiles_of(saved_classes(), *site[0]), []

    class Store(PixelStore):
        def allocate(self, shape, dtype):
            allocated.append(super().allocate(shape, dtype))
            return allocated[-1]

    blocks = source.blocks(Store(str(tmp_path)), Progress())
    assert [len(memory) for memory in allocated] == [14 * 12]
    assert [np.shares_memory(block.pixels.values, allocated[0]) for block in blocks] == [True, True, True]


@pytest.fixture
def overlapping(tmp_path):
    """Two tiles, the second one 4 pixels further east; in the first one a pixel of the overlap has no data."""
    west, east = random_cube(10, 12, BANDS, nodata_pixels=0), random_cube(10, 13, BANDS, nodata_pixels=0)
    west[5, 10] = NODATA
    paths = [tile_at(tmp_path / "west.h5", west), tile_at(tmp_path / "east.h5", east, LEFT + 4)]
    return paths, west, east


def overlaid(west, east, nothing):
    whole = np.full((*west.shape[:-1], 17), nothing, float)
    whole[..., 4:] = east
    has_data = west != nothing
    whole[..., :12][has_data] = west[has_data]
    return whole


def test_first_tile_that_has_a_pixel_gives_its_class(overlapping, store, output):
    paths, west, east = overlapping
    saved = saved_classes()
    applied = apply_centres(saved, tiles_of(saved, *paths), output, store)
    expected = overlaid(nearest_class(west, saved), nearest_class(east, saved), 0)
    np.testing.assert_array_equal(read(output)[0], expected)
    assert applied.classes.counts.sum() == (expected > 0).sum()


def test_first_tile_that_has_a_pixel_gives_its_scores(overlapping, store, output):
    paths, west, east = overlapping
    components = model()
    apply_components(components, tiles_of(components, *paths), output, store)
    expected = overlaid(expected_scores(west, components), expected_scores(east, components), NODATA)
    np.testing.assert_allclose(read(output), expected, rtol=1e-6, atol=1e-6)


def test_extent_is_that_of_the_tiles(tile, cube, store, output):
    saved = saved_classes()
    source = tiles_of(saved, tile, extent_in=lambda crs: (LEFT + 3, TOP - 20, LEFT + 9, TOP - 5))
    apply_centres(saved, source, output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved)[5:20, 3:9])


def test_bands_of_another_sensor_are_matched_by_wavelength(tmp_path, store, output):
    saved = saved_classes()
    kept = np.concatenate([np.arange(BANDS), [7, 22]])
    shifted = wavelengths(BANDS)[kept] + np.concatenate([np.full(BANDS, 0.4), [25.0, 25.0]])
    order = np.argsort(shifted)
    cube = random_cube(10, 12, BANDS)
    tile = tile_at(tmp_path / "other.h5", cube[:, :, kept[order]], wavelength=shifted[order])
    apply_centres(saved, tiles_of(saved, tile), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))


def test_missing_bands_are_named(tmp_path):
    saved = saved_classes()
    kept = np.setdiff1d(np.arange(BANDS), WANTED[[1, 3]])
    tile = tile_at(tmp_path / "poor.h5", random_cube(10, 12, BANDS)[:, :, kept], wavelength=wavelengths()[kept])
    missing = ", ".join(f"{wavelengths()[band]:.1f} nm" for band in WANTED[[1, 3]])
    with pytest.raises(TableError, match=f"poor has no band for 2 of the 4 bands of saved.csv: {missing}"):
        tiles_of(saved, tile)


def test_two_wanted_bands_cannot_be_the_same():
    wanted = WantedBands(Bands.of([500.0, 501.0], [5.0, 5.0]), "saved.csv")
    with pytest.raises(TableError, match=r"band 1 \(500.0 nm\) and band 2 \(501.0 nm\) of saved.csv are both band 3"):
        wanted.among(Bands.of([400.0, 450.0, 500.5], [5.0, 5.0, 5.0]), "image")


def test_order_of_the_columns_makes_no_difference(tile, cube, store, output):
    saved = saved_classes()
    order = [3, 0, 2, 1]
    mixed = SpectralClasses(saved.numbers, saved.centres[:, order], saved.bands.take(order))
    apply_centres(mixed, tiles_of(mixed, tile), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))


@pytest.fixture
def raster(tmp_path, cube):
    """The tile's reflectance as a raster."""
    values = np.where(cube == NODATA, NODATA, cube / 10_000)
    return write_raster(tmp_path / "raster.tif", values, Bands.of(wavelengths(), np.full(BANDS, 5.8)))


@pytest.mark.parametrize("window", [1, 350_000_000])
def test_raster_gets_the_classes_of_the_tile(raster, cube, store, output, monkeypatch, window):
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", window)
    saved = saved_classes()
    with RasterImage(raster) as image:
        apply_centres(saved, OpenedRaster(image, WantedBands(saved.bands, "saved.csv")), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))


def test_order_of_the_columns_makes_no_difference_to_a_raster(raster, cube, store, output):
    saved = saved_classes()
    order = [3, 0, 2, 1]
    mixed = SpectralClasses(saved.numbers, saved.centres[:, order], saved.bands.take(order))
    with RasterImage(raster) as image:
        apply_centres(mixed, OpenedRaster(image, WantedBands(mixed.bands, "saved.csv")), output, store)
    np.testing.assert_array_equal(read(output)[0], nearest_class(cube, saved))


@pytest.mark.parametrize(("wanted", "is_said"), [(WANTED, True), (None, False)])
def test_bands_without_wavelengths_are_taken_in_order_which_is_said(tmp_path, cube, wanted, is_said):
    bands = Bands.of(np.full(4, np.nan))
    path = write_raster(tmp_path / "bare.tif", cube[:, :, WANTED], bands)
    saved = Bands.of(wavelengths()[wanted]) if is_said else bands
    log = Warnings()
    with RasterImage(path) as image:
        opened = OpenedRaster(image, WantedBands(saved, "saved.csv"), progress=log)
    assert len(opened.bands) == 4
    said = [
        "bare has no wavelengths: its bands are taken for those of saved.csv in the same order, and their values "
        "for the same unit. Check both, or give it wavelengths and a scale."
    ]
    assert log.lines == (said if is_said else [])


def test_extent_is_that_of_the_raster(raster, cube, store, output):
    components = model()
    with RasterImage(raster) as image:
        wanted = WantedBands(components.bands, "model.json")
        source = OpenedRaster(image, wanted, lambda crs: (LEFT + 3, TOP - 20, LEFT + 9, TOP - 5))
        apply_components(components, source, output, store)
    expected = expected_scores(cube, components)[:, 5:20, 3:9]
    np.testing.assert_allclose(read(output), expected, rtol=1e-6, atol=1e-6)
    assert gdal.Open(str(output)).GetGeoTransform()[::3] == (LEFT + 3, TOP - 5)


def test_large_raster_is_read_in_windows_of_whole_blocks(tmp_path, store, output, monkeypatch):
    monkeypatch.setattr(openedraster, "BLOCK_BYTES", 256 * 256 * 4 * 2)
    values = np.random.default_rng(0).uniform(0, 1, (300, 600, 2)).astype(np.float32)
    raster = write_raster(tmp_path / "wide.tif", values, Bands.of([500.0, 600.0]))
    saved = SpectralClasses(np.array([1, 2]), np.array([[0.2, 0.3], [0.7, 0.6]]), Bands.of([500.0, 600.0]))
    with RasterImage(raster) as image:
        source = OpenedRaster(image, WantedBands(saved.bands, "saved.csv"))
        assert {len(block.pixels) for block in source.blocks(store, Progress())} == {
            256 * 256,
            256 * 88,
            44 * 256,
            44 * 88,
        }
        apply_centres(saved, source, output, store)
    squares = ((values[:, :, np.newaxis].astype(float) - saved.centres) ** 2).sum(axis=3)
    np.testing.assert_array_equal(read(output)[0], squares.argmin(axis=2) + 1)


def test_all_no_data_is_refused(tmp_path, store, output):
    saved = saved_classes()
    tile = tile_at(tmp_path / "empty.h5", np.full((5, 6, BANDS), NODATA, np.int16))
    with pytest.raises(ParameterError, match="empty has no valid pixel"):
        apply_centres(saved, tiles_of(saved, tile), output, store)
    assert not list(output.parent.iterdir())


def test_all_no_data_makes_an_empty_component_raster(tmp_path, store, output):
    components = model()
    tile = tile_at(tmp_path / "empty.h5", np.full((5, 6, BANDS), NODATA, np.int16))
    apply_components(components, tiles_of(components, tile), output, store)
    assert (read(output) == NODATA).all()


@pytest.mark.parametrize("apply, saved", [(apply_centres, saved_classes()), (apply_components, model())])
def test_cancelling_leaves_the_old_raster(tile, store, output, apply, saved):
    output.write_bytes(b"old")
    source = tiles_of(saved, tile)
    with pytest.raises(Cancelled):
        apply(saved, source, output, store, CancelAtOnce())
    assert [path.name for path in output.parent.iterdir()] == ["out.tif"]
    assert output.read_bytes() == b"old"


def test_scores_beyond_float32_are_refused(tile, store, output):
    good = model()
    huge = LinearTransform(good.bands, np.full(len(WANTED), 1e308), good.vectors, good.eigenvalues, 100)
    output.write_bytes(b"old")
    with pytest.raises(RasterError, match="too large for Float32"):
        apply_components(huge, tiles_of(huge, tile), output, store)
    assert output.read_bytes() == b"old"


def test_what_cannot_be_read_back_is_an_error_of_the_output(overlapping, store, output, monkeypatch):
    def attempt_unless_reading(function, *arguments, **options):
        if function.__name__ == "ReadAsArray":
            return None, "disk is gone"
        return attempt(function, *arguments, **options)

    components = model()
    monkeypatch.setattr("neon_aop.core.files.raster.writer.attempt", attempt_unless_reading)
    with pytest.raises(OutputError, match="disk is gone"):
        apply_components(components, tiles_of(components, *overlapping[0]), output, store)
    assert not list(output.parent.iterdir())


def test_broken_tile_is_left_out_when_wanted(site, cube, tmp_path, store, output):
    paths, cubes = site
    broken = tmp_path / "broken.h5"
    broken.write_bytes(b"no tile")
    saved = saved_classes()
    source = tiles_of(saved, paths[0], str(broken), *paths[1:], skip_broken=True)
    apply_centres(saved, source, output, store)
    np.testing.assert_array_equal(read(output)[0], mosaic_of(cubes, lambda cube: nearest_class(cube, saved), 0))
    assert len(source.skipped) == 1
    assert str(broken) in source.skipped[0]


def test_log_says_which_tile_is_read(site, store, output):
    saved, log = saved_classes(), Log()
    apply_centres(saved, tiles_of(saved, *site[0]), output, store, log)
    assert [line for line in log.lines if line.endswith("of 3)")] == ["0_0 (1 of 3)", "0_12 (2 of 3)", "20_30 (3 of 3)"]


@pytest.mark.parametrize("wavelength", [-500.0, 1e9])
def test_wavelengths_of_no_sensor_are_named(tmp_path, tile, wavelength):
    components = model()
    bands = Bands.of([wavelength, *components.bands.wavelengths[1:]], components.bands.fwhm)
    LinearTransform(bands, components.mean, components.vectors, components.eigenvalues, 100).write(tmp_path / "m.json")
    with pytest.raises(TableError, match=f"no band for 1 of the 4 bands .*: {wavelength:.1f} nm"):
        tiles_of(LinearTransform.read(tmp_path / "m.json"), tile)


def test_exact_tie_goes_to_the_class_with_the_lower_number(tile, store, output):
    """In stored units, 0.3 becomes a little less than 3000, so that its distance would be the smaller one."""
    saved = SpectralClasses(np.array([1, 2]), np.array([[0.1], [0.3]]), bands_of(WANTED[:1]))
    image = Pixels(np.array([[1999], [2000], [2001]], np.int16), np.ones((1, 3), bool), Grid(3, 1), saved.bands, 1e-4)
    assert image.from_reflectance(0.3) < 3000
    apply_centres(saved, InMemory(image), output, store)
    assert read(output)[0].tolist() == [[1, 1, 2]]


@pytest.mark.parametrize("value", [1e200, -1e200])
def test_values_too_large_to_compute_with_are_told(store, output, value):
    saved = saved_classes()
    values = np.full((1, len(WANTED)), value)
    with pytest.raises(ParameterError, match="image holds values that are too large"):
        apply_centres(saved, InMemory(Pixels(values, np.ones((1, 1), bool), Grid(1, 1), saved.bands)), output, store)


@dataclass
class InMemory:
    """A source of one image."""

    pixels: Pixels
    name: str = "image"

    @property
    def grid(self):
        return self.pixels.grid

    def blocks(self, store, progress):
        return [Block(self.pixels, 0, 0, progress)]


@pytest.mark.parametrize(("factor", "warned"), [(1, False), (20, False), (100, True), (10_000, True), (0.001, True)])
def test_image_in_other_units_than_the_centres_is_warned_of_once(store, output, factor, warned):
    saved, warnings = saved_classes(), Warnings()
    values = np.random.default_rng(0).uniform(0.1, 1.1, (60, len(WANTED))) * factor
    apply_centres(
        saved, InMemory(Pixels(values, np.ones((6, 10), bool), Grid(10, 6), saved.bands)), output, store, warnings
    )
    assert len(warnings.lines) == warned
    assert all(text.startswith("Values of image are typically") for text in warnings.lines)


def test_score_that_equals_the_no_data_value_stays_data(store, output):
    transform = LinearTransform(bands_of(WANTED[:1]), np.zeros(1), np.ones((1, 1)), np.ones(1), 100)
    image = Pixels(np.array([[-9999.0], [5.0]]), np.ones((1, 2), bool), Grid(2, 1), transform.bands)
    apply_components(transform, InMemory(image), output, store)
    assert read(output)[0, 0].tolist() == [float(np.nextafter(np.float32(NODATA), np.float32(0))), 5.0]
