from __future__ import annotations

import h5py
import numpy as np
import pytest

from neon_aop.core.files.neon.cleaning import write_reflectance
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.inputs.flightdays import MOST_FILES, days_in_words, flight_days
from neon_aop.tests.tiles import write_tile


@pytest.fixture
def tile(tmp_path):
    path = tmp_path / "NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5"
    write_tile(path)
    with h5py.File(path, "r+") as file:
        shape = file["SERC/Reflectance/Reflectance_Data"].shape[:2]
        days = np.full(shape, -9999, np.int32)
        days[0], days[1] = 20250613, 20250612
        file["SERC/Reflectance/Metadata/Ancillary_Imagery/Acquisition_Date"] = days
    return str(path)


def test_days_are_those_of_the_pixels_of_a_tile(tile):
    assert flight_days([tile], ["SERC 368000_4306000"]) == ["2025-06-12", "2025-06-13"]


def test_a_cleaned_raster_remembers_the_days_of_its_tile(tile, tmp_path):
    path = str(tmp_path / "clean.tif")
    with NeonTile(tile) as opened:
        write_reflectance(opened, np.array([3, 5]), path)
    assert flight_days([path], ["clean"]) == ["2025-06-12", "2025-06-13"]


def test_other_files_and_too_many_tell_no_day(tile, tmp_path):
    (tmp_path / "broken.h5").write_bytes(b"no tile")
    assert flight_days([str(tmp_path / "broken.h5"), str(tmp_path / "missing.tif")], ["a"]) == []
    assert flight_days([tile] * (MOST_FILES + 1), ["SERC 368000_4306000"]) == []


def test_days_in_words():
    assert days_in_words([]) == ""
    assert days_in_words(["2025-06-12"]) == "2025-06-12"
    assert days_in_words(["2025-06-12", "2025-06-13", "2025-06-20"]) == "2025-06-12 to 2025-06-20"
