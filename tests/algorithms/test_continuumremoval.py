"""Continuum removal as users run it: its rasters, their bands, and messages."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException
from spectral.algorithms.continuum import remove_continuum

from neon_aop.core.constants import NODATA
from neon_aop.tests.algorithms.checks import assert_georeferenced_like, read, run, spectra


def wavelengths_of(raster):
    dataset = gdal.Open(str(raster))
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    return np.array([float(band.GetMetadataItem("wavelength")) for band in bands])


def test_spectra_and_features_of_a_range(tile, tile_info, cleaned, tmp_path):
    wavelengths = wavelengths_of(cleaned)
    low, high = wavelengths[3] - 1, wavelengths[9] + 1
    found = run(
        "continuumremoval",
        TILES=[tile],
        RANGES=f"{low}-{high}",
        OUTPUT=tmp_path / "r.tif",
        FEATURES=tmp_path / "f.tif",
        REPORT=tmp_path / "report.html",
    )
    written = read(found["OUTPUT"])
    read_at = wavelengths_of(found["OUTPUT"])
    assert set(wavelengths[3:10]) <= set(read_at) and low <= read_at.min() <= read_at.max() <= high
    features = read(found["FEATURES"])
    depth = np.where(features[0] == NODATA, np.nan, features[0])
    least = np.where(written == NODATA, np.nan, written).min(axis=0)
    np.testing.assert_allclose(depth, 1 - least, rtol=0, atol=1e-6)
    assert gdal.Open(found["FEATURES"]).GetRasterBand(2).GetDescription().endswith("nm: position (nm)")
    for name in ("OUTPUT", "FEATURES"):
        assert_georeferenced_like(found[name], tile_info.grid)


def test_all_bands_of_a_raster_have_the_continuum_of_spy(cleaned, tmp_path):
    pixels, valid = spectra(cleaned)
    written = read(run("continuumremoval", INPUT=cleaned, OUTPUT=tmp_path / "r.tif")["OUTPUT"])
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = remove_continuum(pixels, wavelengths_of(cleaned))
    is_finite = np.isfinite(expected)
    np.testing.assert_allclose(written[:, valid].T[is_finite], expected[is_finite], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"RANGES": "2300-2100"}, '"2300-2100" is not a range of wavelengths'),
        ({"RANGES": "500-501"}, "has 0 good bands in 500-501 nm, and an absorption feature needs at least 3; widen"),
        ({"OUTPUT": None}, "No result is wanted; give Spectra without continuum"),
    ],
)
def test_what_cannot_be_is_refused(tile, tmp_path, changes, message):
    values = {"TILES": [tile], "OUTPUT": tmp_path / "r.tif", **changes}
    with pytest.raises(QgsProcessingException, match=message):
        run("continuumremoval", **values)
