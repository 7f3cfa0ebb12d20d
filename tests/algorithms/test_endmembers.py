"""Endmembers as users find them: their files, their layer, and what unmixing makes of them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import QgsProcessingException

from neon_aop.core.spectra.reading import read_library
from neon_aop.tests.algorithms.checks import Recorder, read, read_table, run
from neon_aop.tests.tiles import LEFT, TOP


@pytest.fixture(scope="module")
def found(tile, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("endmembers")
    feedback = Recorder()
    values = run(
        "endmembers",
        feedback,
        TILES=[tile],
        COUNT=4,
        METHOD=2,
        SPECTRA=folder / "e.csv",
        LIBRARY=folder / "e.sli",
        LOCATIONS=folder / "e.geojson",
        REPORT=folder / "e.html",
    )
    return values, feedback


def test_points_lie_on_the_pixels_of_the_spectra(found, cleaned):
    values, _ = found
    rows = read_table(values["SPECTRA"])[1]
    spectra = np.array([row[3:] for row in rows], float)
    pixels = read(cleaned)
    with open(values["LOCATIONS"], encoding="utf-8") as file:
        features = json.load(file)["features"]
    assert [feature["properties"]["endmember"] for feature in features] == [1, 2, 3, 4]
    for feature, spectrum in zip(features, spectra):
        x, y = feature["geometry"]["coordinates"]
        row, column = int(TOP - y), int(x - LEFT)
        np.testing.assert_allclose(pixels[:, row, column], spectrum, rtol=0, atol=1e-6)


def test_library_and_table_have_the_same_spectra(found):
    values, _ = found
    spectra = np.array([row[3:] for row in read_table(values["SPECTRA"])[1]], float)
    library = read_library(values["LIBRARY"])
    np.testing.assert_allclose(library.spectra, spectra, rtol=1e-6)


def test_numbers_are_told(found):
    values, feedback = found
    assert values["FOUND"] == 4
    assert values["VOLUME"] > 0 and values["SUGGESTED"] > 0
    assert any(line.startswith("4 endmembers; the volume of their simplex is") for line in feedback.lines)


def test_the_table_is_what_unmixing_takes(found, tile, tmp_path):
    values, _ = found
    unmixed = run("unmix", TILES=[tile], SPECTRA=values["SPECTRA"], ABUNDANCES=tmp_path / "a.tif")
    abundances = read(unmixed["ABUNDANCES"])
    spectra = np.array([row[3:] for row in read_table(values["SPECTRA"])[1]], float)
    assert len(abundances) == len(spectra)
    # At its own pixel, each endmember is alone.
    np.testing.assert_allclose(abundances.max(axis=(1, 2)), 1, rtol=0, atol=1e-6)


def test_a_single_endmember_is_refused(tile, tmp_path):
    with pytest.raises(QgsProcessingException, match="Endmembers is 1; look for at least 2"):
        run("endmembers", TILES=[tile], COUNT=1, SPECTRA=tmp_path / "e.csv")
