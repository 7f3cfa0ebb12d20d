from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import Cancelled
from neon_aop.core.files.neon.look import EVERY_NTH_BAND, read_mean_spectrum, read_picture
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.progress import Progress
from neon_aop.tests.tiles import NODATA, write_tile

ROWS, COLUMNS, BANDS = 40, 30, 60
WAVELENGTHS = np.linspace(400.0, 2400.0, BANDS)
WINDOWS = ((1340.0, 1445.0), (1790.0, 1955.0))
OUTSIDE = [not any(low <= one <= high for low, high in WINDOWS) for one in WAVELENGTHS]
WITHOUT_CHUNKS = {"chunks": None, "compression": None}


@pytest.fixture(params=["h5py", "gdal"])
def opened(tmp_path, request):
    """Open a tile with noise in the water-vapour windows and a corner without data."""

    def make(**settings):
        cube = np.random.default_rng(2).integers(0, 9000, (ROWS, COLUMNS, BANDS)).astype(np.int16)
        cube[:8, :6] = NODATA
        write_tile(tmp_path / "tile.h5", cube, wavelength=WAVELENGTHS, windows=WINDOWS, **settings)
        return NeonTile(str(tmp_path / "tile.h5"), request.param), cube

    return make


@pytest.mark.parametrize(
    ("settings", "step"),
    [({"chunks": (ROWS, COLUMNS, 1)}, EVERY_NTH_BAND), ({"chunks": (8, 6, 7)}, 1), (WITHOUT_CHUNKS, 1)],
)
def test_mean_spectrum_is_that_of_all_pixels_where_they_are_few(opened, settings, step):
    tile, cube = opened(**settings)
    with tile:
        found = read_mean_spectrum(tile)
    bands = np.flatnonzero(OUTSIDE)[::step]
    pixels = cube.reshape(-1, BANDS)[:, bands]
    pixels = pixels[(pixels != NODATA).all(axis=1)] / 10000
    assert (found.pixels, found.step) == (len(pixels), step)
    np.testing.assert_array_equal(found.bands.wavelengths, WAVELENGTHS[bands])
    np.testing.assert_allclose(found.mean, np.mean(pixels, axis=0), rtol=1e-12)
    ordered = np.sort(pixels, axis=0)
    for values, share in ((found.low, 0.05), (found.high, 0.95)):
        place = int(share * (len(pixels) - 1))
        assert (ordered[place] - 1e-12 <= values).all() and (values <= ordered[place + 1] + 1e-12).all()


def test_only_some_blocks_are_read(opened, monkeypatch):
    tile, cube = opened(chunks=(4, 3, 7))
    windows = []
    read = NeonTile.read_pixels

    def recorded(self, kept, window=None, progress=None, out=None):
        windows.append(window)
        return read(self, kept, window, progress, out)

    monkeypatch.setattr(NeonTile, "read_pixels", recorded)
    with tile:
        found = read_mean_spectrum(tile)
    assert len(windows) == 36
    kept = np.flatnonzero(OUTSIDE)
    parts = [cube[rows, columns][:, :, kept].reshape(-1, len(kept)) for rows, columns in windows]
    pixels = np.concatenate(parts)
    pixels = pixels[(pixels != NODATA).all(axis=1)]
    assert found.pixels == len(pixels) < 36 * 12
    np.testing.assert_allclose(found.mean, np.mean(pixels, axis=0) / 10000, rtol=1e-12)


def test_a_picture_has_red_green_and_blue_of_every_nth_pixel(opened):
    tile, cube = opened()
    with tile:
        found = read_picture(tile, 20)
    assert found.valid.shape == (20, 15)
    nearest = [int(np.abs(WAVELENGTHS - one).argmin()) for one in found.bands.wavelengths]
    thinned = cube[::2, ::2][:, :, nearest]
    np.testing.assert_array_equal(found.valid, (thinned != NODATA).all(axis=2))
    np.testing.assert_array_equal(found.values, thinned[found.valid])
    assert list(found.bands.wavelengths) == sorted(found.bands.wavelengths, reverse=True)


def test_a_tile_without_data_has_no_spectrum(tmp_path):
    write_tile(tmp_path / "tile.h5", np.full((6, 5, 30), NODATA, np.int16))
    with NeonTile(str(tmp_path / "tile.h5")) as tile:
        assert read_mean_spectrum(tile) is None


def test_a_look_is_cancelled(opened):
    class Stopped(Progress):
        def cancelled(self):
            return True

    tile, _ = opened()
    with tile, pytest.raises(Cancelled):
        read_mean_spectrum(tile, Stopped())


def test_damage_is_a_warning(opened, tmp_path):
    class Listener(Progress):
        warnings = ()

        def warn(self, text):
            self.warnings += (text,)

    tile, _ = opened(chunks=(ROWS, COLUMNS, 1))
    path, listener = tmp_path / "tile.h5", Listener()
    tile.close()
    import h5py

    with h5py.File(path) as file:
        data = file["SERC/Reflectance/Reflectance_Data"]
        places = [data.id.get_chunk_info(index) for index in range(data.id.get_num_chunks())]
    with open(path, "r+b") as file:
        for place in places:
            file.seek(place.byte_offset + 20)
            file.write(bytes(60))
    with NeonTile(str(path)) as tile:
        assert read_mean_spectrum(tile, listener) is None
        assert read_picture(tile, 20, listener) is None
    assert len(listener.warnings) == 2
