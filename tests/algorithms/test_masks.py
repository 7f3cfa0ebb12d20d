"""Which pixels a mask, an extent and the weather leave out: each single one, and no others."""

from __future__ import annotations

import h5py
import numpy as np
import pytest
from osgeo import gdal

from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run, wkt, write_tile_at
from neon_aop.tests.tiles import LEFT, NODATA, TOP

# Two tiles of different size that overlap, and the grid of both.
WEST, EAST = (9, 12), (7, 8)
EAST_ROW, EAST_COLUMN = 4, 9
ROWS, COLUMNS = 11, 17
BANDS = 31
# What the default band rule reads of these.
READ = slice(10, -15, 2)
RNG = np.random.default_rng(8)
MASK, WEST_CLEAR, EAST_CLEAR = (
    RNG.random(shape) < share for shape, share in (((11, 17), 0.7), (WEST, 0.6), (EAST, 0.6))
)
WEST_CUBE, EAST_CUBE = (RNG.integers(100, 9000, (*shape, BANDS)).astype(np.int16) for shape in (WEST, EAST))
WEST_CUBE[2, 3] = WEST_CUBE[6, 10, 12] = EAST_CUBE[5, 0] = NODATA


def write_weather(tile, clear):
    """Give a tile a layer of weather quality: 1 where the sky is clear, and 2, 3 or none where it is not."""
    with h5py.File(tile, "r+") as file:
        codes = np.where(clear, 1, np.resize([2, 3, NODATA], clear.shape)).astype(np.int32)
        layer = file.create_dataset("SERC/Reflectance/Metadata/Ancillary_Imagery/Weather_Quality_Indicator", data=codes)
        layer.attrs["Dimension_Labels"] = "Line, Sample"


@pytest.fixture(scope="module")
def tiles(tmp_path_factory):
    """The paths of the western and the eastern tile."""
    folder = tmp_path_factory.mktemp("tiles")
    spectrum = {"wavelength": np.linspace(400.0, 1000.0, BANDS)}
    west = write_tile_at(folder / "west.h5", WEST_CUBE, **spectrum)
    east = write_tile_at(folder / "east.h5", EAST_CUBE, LEFT + EAST_COLUMN, TOP - EAST_ROW, **spectrum)
    for tile, clear in ((west, WEST_CLEAR), (east, EAST_CLEAR)):
        write_weather(tile, clear)
    return west, east


def write_mask(path, values, left=LEFT, top=TOP, size=1.0, nodata=None):
    """Write bytes, shape (rows, columns) or (bands, rows, columns), as a raster."""
    planes = np.atleast_3d(values.T).T
    raster = gdal.GetDriverByName("GTiff").Create(str(path), *planes.shape[:0:-1], len(planes), gdal.GDT_Byte)
    raster.SetProjection(wkt())
    raster.SetGeoTransform((left, size, 0.0, top, 0.0, -size))
    for number, plane in enumerate(planes, start=1):
        raster.GetRasterBand(number).WriteArray(plane)
        if nodata is not None:
            raster.GetRasterBand(number).SetNoDataValue(nodata)
    return path


@pytest.fixture(scope="module")
def mask(tmp_path_factory):
    """A raster of 0 and other numbers on the grid of both tiles."""
    return write_mask(tmp_path_factory.mktemp("mask") / "mask.tif", np.where(MASK, np.arange(1, 18), 0))


def valid(cube):
    return (cube[:, :, READ] != NODATA).all(axis=2)


def cleaned(tile, folder, **parameters):
    """Clean a tile; return the raster and the lines of the log."""
    feedback = Recorder()
    run("cleanreflectance", feedback, INPUT=tile, OUTPUT=folder / "cleaned.tif", **parameters)
    return read(folder / "cleaned.tif"), feedback.lines


def expected_values(kept):
    """Return the reflectance that the western tile has where pixels are kept, shape (bands, rows, columns)."""
    stored = WEST_CUBE[:, :, READ].transpose(2, 0, 1)
    return np.where(kept & (stored != NODATA), stored.astype(np.float32) / np.float32(10_000), np.float32(NODATA))


def test_mask_leaves_out_its_zeros(tiles, mask, tmp_path):
    kept = MASK[: WEST[0], : WEST[1]]
    found, lines = cleaned(tiles[0], tmp_path, MASK=mask)
    np.testing.assert_array_equal(found, expected_values(kept))
    assert f"{(~kept).sum()} of {kept.size} pixels of west are left out." in lines


def test_weather_leaves_out_what_is_not_clear(tiles, tmp_path):
    found, lines = cleaned(tiles[0], tmp_path, CLEAR_SKY_ONLY=True)
    np.testing.assert_array_equal(found, expected_values(WEST_CLEAR))
    assert f"{(~WEST_CLEAR).sum()} of {WEST_CLEAR.size} pixels of west are left out." in lines


def test_mask_weather_and_extent_leave_out_what_any_of_them_does(tiles, mask, tmp_path):
    part = slice(2, 8), slice(1, 9)
    kept = MASK[: WEST[0], : WEST[1]] & WEST_CLEAR
    extent = f"{LEFT + 0.6},{LEFT + 9.4},{TOP - 8.4},{TOP - 1.6} [EPSG:32618]"
    found, lines = cleaned(tiles[0], tmp_path, MASK=mask, CLEAR_SKY_ONLY=True, EXTENT=extent)
    np.testing.assert_array_equal(found, expected_values(kept)[(slice(None), *part)])
    assert f"{(~kept[part]).sum()} of {kept[part].size} pixels of west are left out." in lines


def test_each_pixel_takes_the_mask_where_it_lies(tiles, tmp_path):
    """Of a mask with larger pixels, which begins elsewhere and ends within the tile."""
    values = np.array([[0, 9, 9, 0], [9, 0, 9, 9], [9, 9, 9, 0]])
    coarse = write_mask(tmp_path / "mask.tif", values, LEFT - 2, TOP + 1, 3.0)
    kept = np.zeros(WEST, bool)
    for row, column in np.ndindex(WEST):
        mask_row, mask_column = int((row + 1.5) // 3), int((column + 2.5) // 3)
        kept[row, column] = mask_row < 3 and mask_column < 4 and values[mask_row, mask_column] != 0
    found, _ = cleaned(tiles[0], tmp_path, MASK=coarse)
    np.testing.assert_array_equal(found, expected_values(kept))


def test_only_the_first_band_of_a_mask_counts(tiles, tmp_path):
    bands = np.where(np.array([MASK, ~MASK]), 200, 0)
    found, _ = cleaned(tiles[0], tmp_path, MASK=write_mask(tmp_path / "mask.tif", bands))
    np.testing.assert_array_equal(found, expected_values(MASK[: WEST[0], : WEST[1]]))


def test_no_data_of_a_mask_is_left_out_as_its_zeros_are(tiles, tmp_path):
    values = np.where(MASK, 7, np.where(np.arange(COLUMNS) % 2, 0, 255))
    found, _ = cleaned(tiles[0], tmp_path, MASK=write_mask(tmp_path / "mask.tif", values, nodata=255))
    np.testing.assert_array_equal(found, expected_values(MASK[: WEST[0], : WEST[1]]))


def test_pixels_of_a_mask_without_opacity_are_left_out(tiles, tmp_path):
    path = write_mask(tmp_path / "mask.tif", np.array([np.full(MASK.shape, 7), np.where(MASK, 255, 0)]))
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.GetRasterBand(2).SetColorInterpretation(gdal.GCI_AlphaBand)
    raster = None
    found, _ = cleaned(tiles[0], tmp_path, MASK=path)
    np.testing.assert_array_equal(found, expected_values(MASK[: WEST[0], : WEST[1]]))


def laid_together(west, east):
    """Return what is true in either tile, on the grid of both."""
    both = np.zeros((ROWS, COLUMNS), bool)
    both[: WEST[0], : WEST[1]] |= west
    both[EAST_ROW:, EAST_COLUMN:] |= east
    return both


@pytest.mark.parametrize(("masked", "clear"), [(True, False), (False, True), (True, True)])
def test_what_one_tile_leaves_out_may_come_from_another(tiles, mask, tmp_path, masked, clear):
    """A mask leaves out ground; the weather leaves out pixels of a tile."""
    parameters = {"MASK": mask} if masked else {}
    run(
        "classifytiles",
        TILES=list(tiles),
        CLUSTERS=3,
        COMPONENTS=2,
        CLEAR_SKY_ONLY=clear,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "components.tif",
        CENTRES=tmp_path / "centres.csv",
        **parameters,
    )
    west, east = valid(WEST_CUBE), valid(EAST_CUBE)
    if clear:
        west, east = west & WEST_CLEAR, east & EAST_CLEAR
    kept = laid_together(west, east) & (MASK if masked else True)
    np.testing.assert_array_equal(read(tmp_path / "classes.tif")[0] > 0, kept)
    np.testing.assert_array_equal(read(tmp_path / "components.tif") != NODATA, np.broadcast_to(kept, (2, *kept.shape)))
    header, rows = read_table(tmp_path / "centres.csv")
    assert sum(int(row[header.index("pixels")]) for row in rows) == kept.sum()
