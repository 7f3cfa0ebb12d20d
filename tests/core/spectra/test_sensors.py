"""Samples of tiles of several sensors, at the bands of the first one."""

from __future__ import annotations

import numpy as np
import pytest
import spectral

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import ParameterError
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.inputs.imageinput import ImageInput
from neon_aop.core.inputs.tileset import TileSet
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.sensors import SeveralSensors, open_sensors
from neon_aop.tests.algorithms.checks import write_tile_at
from neon_aop.tests.tiles import LEFT, NODATA, random_cube

EVERY_BAND = BandChoice(rule=1, windows=())
ROWS, COLUMNS = 20, 24
FINE, COARSE = np.linspace(400, 1000, 61), np.linspace(405, 995, 119)


class Log(Progress):
    def __init__(self):
        self.infos = []

    def info(self, text):
        self.infos.append(text)


def write(path, wavelength, column, fwhm, **settings):
    """Write a tile of a sensor that begins at a column; return its stored values."""
    cube = random_cube(ROWS, COLUMNS, len(wavelength))
    write_tile_at(path, cube, LEFT + column, wavelength=wavelength, fwhm=np.full(len(wavelength), fwhm), **settings)
    return cube


@pytest.fixture
def sensors(tmp_path):
    """Return the paths of two tiles side by side of different sensors, the stored values, and the resampler of SPy."""
    cubes = [write(tmp_path / "a.h5", FINE, 0, 10.0), write(tmp_path / "b.h5", COARSE, COLUMNS, 6.0)]
    resampler = spectral.BandResampler(COARSE, FINE, np.full(len(COARSE), 6.0), np.full(len(FINE), 10.0))
    return [str(tmp_path / name) for name in ("a.h5", "b.h5")], cubes, resampler


def cells_of(paths, folder, choice=EVERY_BAND, progress=None):
    rows, columns = (part.ravel() for part in np.mgrid[:ROWS, : 2 * COLUMNS])
    with open_sensors(ImageInput(tiles=tuple(paths)), choice, progress or Progress()) as opened:
        return opened, opened.read_cells(rows, columns, PixelStore(str(folder), 500), Progress()), rows, columns


def test_spectra_of_another_sensor_are_resampled_as_spy_does(sensors, tmp_path):
    paths, (first, second), resampler = sensors
    log = Log()
    opened, cells, rows, columns = cells_of(paths, tmp_path, progress=log)
    assert isinstance(opened, SeveralSensors) and opened.name == "SERC 2 tiles"
    np.testing.assert_allclose(cells.bands.wavelengths, FINE)
    there = columns < COLUMNS
    for chosen, cube, expected in (
        (there, first, lambda spectrum: spectrum),
        (~there, second, resampler),
    ):
        stored = cube[rows[chosen], columns[chosen] % COLUMNS]
        is_valid = (stored != NODATA).all(axis=1)
        np.testing.assert_array_equal(cells.valid[chosen], is_valid)
        wanted = np.stack([expected(spectrum / 10_000) for spectrum in stored[is_valid]])
        np.testing.assert_allclose(cells.values[chosen][is_valid], wanted, rtol=1e-9)
    told = "b has other bands than a: 119 of 119 are read, and spectra are resampled to the bands of a, weighted by"
    assert any(line.startswith(told) for line in log.infos)


def test_all_bands_that_overlap_are_read_also_when_every_other_is_kept(sensors, tmp_path):
    paths, (_, second), resampler = sensors
    _, cells, rows, columns = cells_of(paths, tmp_path, BandChoice(rule=1, windows=(), subset_factor=3))
    chosen = np.flatnonzero((columns >= COLUMNS) & cells.valid)[0]
    np.testing.assert_allclose(cells.bands.wavelengths, FINE[::3])
    expected = resampler(second[rows[chosen], columns[chosen] - COLUMNS] / 10_000)[::3]
    np.testing.assert_allclose(cells.values[chosen], expected, rtol=1e-9)


def test_bands_in_windows_do_not_get_into_the_good_ones_beside_them(tmp_path):
    window = (600.0, 650.0)
    write(tmp_path / "a.h5", FINE, 0, 10.0, windows=(window,))
    cube = np.full((ROWS, COLUMNS, len(COARSE)), 2000, np.int16)
    is_bad = np.abs(COARSE - np.mean(window)) <= 25
    cube[:, :, is_bad] = 15000
    write_tile_at(tmp_path / "b.h5", cube, LEFT + COLUMNS, wavelength=COARSE, fwhm=np.full(119, 6.0), windows=(window,))
    paths = [str(tmp_path / name) for name in ("a.h5", "b.h5")]
    for choice, is_clean in ((BandChoice(rule=1, windows=(window,)), True), (EVERY_BAND, False)):
        _, cells, _, columns = cells_of(paths, tmp_path, choice)
        found = cells.values[columns >= COLUMNS]
        assert np.allclose(found, 0.2) == is_clean


def test_tiles_of_another_year_are_matched_by_wavelength(tmp_path):
    write(tmp_path / "a.h5", FINE, 0, 10.0)
    second = write(tmp_path / "b.h5", FINE + 1.2, COLUMNS, 10.0)
    opened, cells, rows, columns = cells_of([tmp_path / "a.h5", tmp_path / "b.h5"], tmp_path)
    assert isinstance(opened, TileSet)
    chosen = np.flatnonzero((columns >= COLUMNS) & cells.valid)
    np.testing.assert_array_equal(cells.values[chosen], second[rows[chosen], columns[chosen] - COLUMNS])


def test_a_third_sensor_is_resampled_too(sensors, tmp_path):
    paths, _, _ = sensors
    third = np.linspace(398, 1002, 90)
    cube = write(tmp_path / "c.h5", third, 2 * COLUMNS, 7.0)
    with open_sensors(ImageInput(tiles=(*paths, str(tmp_path / "c.h5"))), EVERY_BAND, Progress()) as opened:
        cells = opened.read_cells(
            np.array([3]), np.array([2 * COLUMNS + 4]), PixelStore(str(tmp_path), 500), Progress()
        )
    resampler = spectral.BandResampler(third, FINE, np.full(90, 7.0), np.full(len(FINE), 10.0))
    np.testing.assert_allclose(cells.values[0], resampler(cube[3, 4] / 10_000), rtol=1e-9)


def test_a_sensor_without_some_wavelengths_is_refused(tmp_path):
    write(tmp_path / "a.h5", FINE, 0, 10.0)
    write(tmp_path / "b.h5", np.linspace(405, 800, 119), COLUMNS, 6.0)
    with pytest.raises(ParameterError, match=r"b has no band for \d+ of the 61 bands of a, such as .* run it apart"):
        cells_of([tmp_path / "a.h5", tmp_path / "b.h5"], tmp_path)
