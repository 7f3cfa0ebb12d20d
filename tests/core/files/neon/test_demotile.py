from __future__ import annotations

import os
import sys

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import Cancelled, MissingPackageError, OutputError, ParameterError
from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.image.bands import kept_bands, nearest
from neon_aop.core.progress import Progress


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("demo") / "demo.h5")
    write_demo_tile(path, 60)
    return path


@pytest.mark.parametrize("backend", ["h5py", "gdal"])
def test_is_a_complete_tile(demo, backend):
    with NeonTile(demo, backend) as tile:
        info = tile.info
    assert info.notes == ()
    assert (info.site, info.product, info.epsg, len(info.bands)) == ("SERC", "DP3.30006.002", 32618, 426)
    assert (info.grid.width, info.grid.height) == (60, 60)
    assert info.dtype == "int16"


def test_has_neons_layers(demo):
    with h5py.File(demo) as file:
        metadata = file["SERC/Reflectance/Metadata"]
        assert len(metadata["Ancillary_Imagery"]) == 15
        assert metadata["Ancillary_Imagery/Weather_Quality_Indicator"].shape == (60, 60)
        assert metadata["Coordinate_System/EPSG Code"][()] == b"32618"
        assert metadata["Logs/L003-1_20250612/Solar_Zenith_Angle"][()] > 0


def test_has_a_corner_without_data_in_every_band(demo):
    with NeonTile(demo) as tile:
        valid = tile.read_pixels([0, 200, 425]).valid
        assert (tile.read_pixels([100]).valid == valid).all()
    assert not valid[0, -1]
    assert valid[-1].all()
    assert 0.01 < (~valid).mean() < 0.06


def test_water_vapour_bands_are_pinned(demo):
    with NeonTile(demo) as tile:
        values = tile.read_pixels([nearest(tile.info.bands.wavelengths, 1400)]).values
    assert (values == 0).mean() > 0.1
    assert (values >= 14998).mean() > 0.1


def test_kept_bands_are_reflectance(demo):
    with NeonTile(demo) as tile:
        pixels = tile.read_pixels(kept_bands(tile.info.bands.wavelengths, tile.info.windows))
    assert pixels.values.min() >= 0
    assert np.quantile(pixels.values, 0.999) < 9000


def test_has_vegetation_and_water(demo):
    with NeonTile(demo) as tile:
        wavelengths = tile.info.bands.wavelengths
        red, infrared = tile.read_pixels([nearest(wavelengths, 665), nearest(wavelengths, 860)]).values.T.astype(float)
    index = (infrared - red) / (infrared + red + 1)
    assert (index > 0.6).mean() > 0.3
    assert (index < 0).mean() > 0.02


def test_layouts_hold_the_same(tmp_path):
    cubes = []
    for layout, chunks in (("bands", (40, 40, 1)), ("blocks", (32, 40, 27))):
        write_demo_tile(str(tmp_path / layout), 40, layout)
        with h5py.File(tmp_path / layout) as file:
            data = file["SERC/Reflectance/Reflectance_Data"]
            assert data.chunks == chunks
            cubes.append(data[()])
    np.testing.assert_array_equal(*cubes)


def test_same_seed_gives_the_same_file(tmp_path):
    for name in ("one.h5", "two.h5"):
        write_demo_tile(str(tmp_path / name), 30, seed=5)
    assert (tmp_path / "one.h5").read_bytes() == (tmp_path / "two.h5").read_bytes()


def test_another_seed_gives_another_file(tmp_path):
    for seed in (0, 1):
        write_demo_tile(str(tmp_path / str(seed)), 30, seed=seed)
    assert (tmp_path / "0").read_bytes() != (tmp_path / "1").read_bytes()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"size": 29}, "size is 29.*30 to 1000"),
        ({"size": 1001}, "size is 1001"),
        ({"layout": "rows"}, '"rows".*bands, blocks'),
        ({"seed": -1}, "seed is -1"),
    ],
)
def test_impossible_options(tmp_path, options, message):
    with pytest.raises(ParameterError, match=message):
        write_demo_tile(str(tmp_path / "demo.h5"), **options)


def test_missing_h5py(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(MissingPackageError, match="h5py, which the Python of QGIS cannot import"):
        write_demo_tile(str(tmp_path / "demo.h5"), 30)


def test_missing_folder(tmp_path):
    with pytest.raises(OutputError, match="nowhere"):
        write_demo_tile(str(tmp_path / "nowhere" / "demo.h5"), 30)


def test_cancel_leaves_the_old_file_and_nothing_else(tmp_path):
    class CancelsLate(Progress):
        calls = 0

        def cancelled(self):
            self.calls += 1
            return self.calls > 50

    path = tmp_path / "demo.h5"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write_demo_tile(str(path), 30, progress=CancelsLate())
    assert os.listdir(tmp_path) == ["demo.h5"]
    assert path.read_text() == "old"


def test_target_that_is_a_folder(tmp_path):
    target = tmp_path / "demo.h5"
    target.mkdir()
    with pytest.raises(OutputError):
        write_demo_tile(str(target), 30)
    assert os.listdir(tmp_path) == ["demo.h5"]
