import h5py
import numpy as np
import pytest
from qgis.core import QgsProcessingException

from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.tests.algorithms.checks import Recorder, run


def reflectance(path):
    with h5py.File(path, "r") as file:
        return file["SERC/Reflectance/Reflectance_Data"][()]


def test_demo_tile_is_a_tile(tmp_path):
    path = run("createdemotile", SIZE=30, OUTPUT=tmp_path / "demo.h5")["OUTPUT"]
    with NeonTile(path) as tile:
        assert (tile.info.grid.height, tile.info.grid.width, len(tile.info.bands)) == (30, 30, 426)
        assert not tile.info.notes


def test_layouts_hold_the_same_values(tmp_path):
    bands, blocks = (
        run("createdemotile", SIZE=30, LAYOUT=layout, OUTPUT=tmp_path / f"{layout}.h5")["OUTPUT"] for layout in (0, 1)
    )
    np.testing.assert_array_equal(reflectance(bands), reflectance(blocks))
    with NeonTile(bands) as one, NeonTile(blocks) as other:
        assert one.info.chunks != other.info.chunks


def test_another_seed_gives_another_landscape(tmp_path):
    one, other = (
        run("createdemotile", SIZE=30, SEED=seed, OUTPUT=tmp_path / f"{seed}.h5")["OUTPUT"] for seed in (0, 1)
    )
    assert (reflectance(one) != reflectance(other)).any()


def test_too_small_a_tile_is_refused(tmp_path):
    with pytest.raises(QgsProcessingException, match="SIZE"):
        run("createdemotile", SIZE=3, OUTPUT=tmp_path / "demo.h5")


def test_missing_folder_is_refused(tmp_path):
    with pytest.raises(QgsProcessingException, match="folder"):
        run("createdemotile", SIZE=30, OUTPUT=tmp_path / "missing" / "demo.h5")


def test_cancelled_run_leaves_nothing(tmp_path):
    feedback = Recorder()
    feedback.cancel()
    assert run("createdemotile", feedback, SIZE=30, OUTPUT=tmp_path / "demo.h5") == {}
    assert not list(tmp_path.iterdir())
