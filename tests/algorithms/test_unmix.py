"""Unmixing as users run it: tiles and rasters, constraints, shade, numbers and messages."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException
from scipy.optimize import nnls

from neon_aop.core.constants import NODATA
from neon_aop.tests.algorithms.checks import assert_georeferenced_like, read, read_table, run, spectra


@pytest.fixture(scope="module")
def endmembers(cleaned, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("centres")
    run("kmeans", INPUT=cleaned, CLUSTERS=4, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv")
    return folder / "centres.csv"


@pytest.fixture(scope="module")
def members(endmembers):
    return np.array([row[3:] for row in read_table(endmembers)[1]], float)


def test_abundances_of_a_tile_are_those_of_nnls(tile, tile_info, cleaned, endmembers, members, tmp_path):
    found = run(
        "unmix",
        TILES=[tile],
        SPECTRA=endmembers,
        ABUNDANCES=tmp_path / "a.tif",
        RESIDUAL=tmp_path / "r.tif",
        DOMINANT=tmp_path / "d.tif",
        REPORT=tmp_path / "report.html",
    )
    pixels, valid = spectra(cleaned)
    weight = 1e4 * members.max()
    matrix = np.vstack([members.T, np.full(len(members), weight)])
    expected = np.array([nnls(matrix, np.append(pixel, weight))[0] for pixel in pixels])
    abundances, residual = read(found["ABUNDANCES"]), read(found["RESIDUAL"])[0]
    np.testing.assert_allclose(abundances[:, valid].T, expected, rtol=0, atol=1e-6)
    assert (abundances[:, ~valid] == NODATA).all()
    errors = np.sqrt(((pixels - expected @ members) ** 2).mean(axis=1))
    np.testing.assert_allclose(residual[valid], errors, rtol=0, atol=1e-6)
    assert found["RMSE"] == pytest.approx(np.sqrt((errors**2).mean()), abs=1e-6)
    for name in ("ABUNDANCES", "RESIDUAL", "DOMINANT"):
        assert_georeferenced_like(found[name], tile_info.grid)


def test_a_raster_gives_what_its_tile_gives(tile, cleaned, endmembers, tmp_path):
    written = [
        read(run("unmix", **image, SPECTRA=endmembers, ABUNDANCES=tmp_path / f"{number}.tif")["ABUNDANCES"])
        for number, image in enumerate([{"TILES": [tile]}, {"INPUT": cleaned}])
    ]
    np.testing.assert_allclose(*written, rtol=0, atol=1e-6)


def test_shade_has_a_band_of_its_own(tile, endmembers, tmp_path):
    found = run("unmix", TILES=[tile], SPECTRA=endmembers, SHADE=True, ABUNDANCES=tmp_path / "a.tif")
    dataset = gdal.Open(found["ABUNDANCES"])
    assert (dataset.RasterCount, dataset.GetRasterBand(5).GetDescription()) == (5, "5 shade")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"SHADE": True, "METHOD": 1}, "Add shade .* only counts where abundances sum to one"),
        ({"SPECTRA": "missing.csv"}, "missing.csv cannot be read"),
    ],
)
def test_what_cannot_be_is_refused(tile, endmembers, tmp_path, changes, message):
    values = {"TILES": [tile], "SPECTRA": endmembers, "ABUNDANCES": tmp_path / "a.tif", **changes}
    with pytest.raises(QgsProcessingException, match=message):
        run("unmix", **values)
