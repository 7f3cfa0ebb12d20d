"""Classes by spectral angle: those of SPy, from every kind of file of spectra."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingException
from spectral import spectral_angles
from spectral.io import envi

from neon_aop.core.constants import NODATA
from neon_aop.tests.algorithms.checks import (
    Recorder,
    assert_georeferenced_like,
    read,
    read_table,
    run,
    spectra,
)


@pytest.fixture(scope="module")
def centres(cleaned, tmp_path_factory, registered):
    folder = tmp_path_factory.mktemp("centres")
    run("kmeans", INPUT=cleaned, OUTPUT=folder / "classes.tif", CENTRES=folder / "centres.csv")
    return folder / "centres.csv"


@pytest.fixture(scope="module")
def members(centres):
    return np.array([row[3:] for row in read_table(centres)[1]], float)


@pytest.fixture(scope="module")
def expected(cleaned, members):
    """SPy's angles of the valid pixels, shape (pixels, classes), and where these are."""
    values, valid = spectra(cleaned)
    return spectral_angles(values[np.newaxis], members)[0], valid


def test_classes_and_angles_are_those_of_spy(tile, tile_info, centres, expected, tmp_path):
    found = run(
        "spectralangle",
        TILES=[tile],
        SPECTRA=centres,
        ALL_ANGLES=True,
        OUTPUT=tmp_path / "classes.tif",
        ANGLES=tmp_path / "angles.tif",
        COUNTS=tmp_path / "counts.csv",
    )
    angles, valid = expected
    classes = read(found["OUTPUT"])[0]
    np.testing.assert_array_equal(classes[valid], angles.argmin(axis=1) + 1)
    assert (classes[~valid] == 0).all()
    written = read(found["ANGLES"])
    np.testing.assert_allclose(written[:, valid].T, angles, rtol=0, atol=1e-6)
    assert (written[:, ~valid] == NODATA).all()
    for name in ("OUTPUT", "ANGLES"):
        assert_georeferenced_like(found[name], tile_info.grid)
    counts = [int(row[1]) for row in read_table(found["COUNTS"])[1]]
    assert counts == np.bincount(classes[valid], minlength=6)[1:].tolist()
    assert (found["CLASSES_FOUND"], found["UNCLASSIFIED"]) == (np.count_nonzero(counts), 0)


def test_a_raster_gives_what_its_tile_gives(tile, cleaned, centres, tmp_path):
    written = [
        read(run("spectralangle", **image, SPECTRA=centres, OUTPUT=tmp_path / f"{number}.tif")["OUTPUT"])
        for number, image in enumerate([{"TILES": [tile]}, {"INPUT": cleaned}])
    ]
    np.testing.assert_array_equal(*written)


def test_pixels_beyond_the_largest_angle_are_unclassified(tile, centres, expected, tmp_path):
    angles, valid = expected
    limit = round(float(np.median(angles.min(axis=1))), 4)
    feedback = Recorder()
    found = run(
        "spectralangle", feedback, TILES=[tile], SPECTRA=centres, MAX_ANGLE=str(limit), OUTPUT=tmp_path / "c.tif"
    )
    classes = read(found["OUTPUT"])[0]
    np.testing.assert_array_equal(classes[valid] == 0, angles.min(axis=1) > limit)
    assert found["UNCLASSIFIED"] == np.count_nonzero(classes == 0)
    assert any("are unclassified: no spectrum is within the largest angle" in line for line in feedback.lines)


def test_a_library_gives_what_the_table_gives(tile, tile_info, centres, members, tmp_path):
    header = {
        "wavelength": read_table(centres)[0][3:],
        "wavelength units": "Nanometers",
        "spectra names": [f"kind {number}" for number in range(1, 6)],
    }
    envi.SpectralLibrary(members, header).save(str(tmp_path / "kinds"))
    found = [
        read(run("spectralangle", TILES=[tile], SPECTRA=path, OUTPUT=tmp_path / f"{path.stem}.tif")["OUTPUT"])
        for path in (centres, tmp_path / "kinds.sli")
    ]
    assert np.mean(found[0] == found[1]) > 0.999


def test_text_of_a_spectrometer_is_resampled(tile, tile_info, tmp_path):
    wavelengths = np.arange(350, 2501)
    green = 0.05 + 0.4 / (1 + np.exp(-(wavelengths - 715) / 15.0)) * np.exp(-(wavelengths - 715).clip(0) / 1500.0)
    grey = np.full(len(wavelengths), 0.2)
    lines = ["Wavelength\tplant.asd\tpanel.asd"]
    lines += [f"{place}\t{one:.6f}\t{other:.6f}" for place, one, other in zip(wavelengths, green, grey)]
    (tmp_path / "field.txt").write_text("\n".join(lines) + "\n")
    feedback = Recorder()
    run("spectralangle", feedback, TILES=[tile], SPECTRA=tmp_path / "field.txt", OUTPUT=tmp_path / "c.tif")
    assert any("has 2151 bands; its spectra are resampled by FWHM to the" in line for line in feedback.lines)
    assert set(np.unique(read(tmp_path / "c.tif"))) <= {0, 1, 2}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"MAX_ANGLE": "ten"}, 'The largest angle is "ten"'),
        ({"MAX_ANGLE": "0.1,0.2"}, "There are 2 largest angles for 5 classes"),
        ({"SPECTRA": "missing.csv"}, "missing.csv cannot be read"),
        ({"OUTPUT": "centres.csv"}, "is an input as well|must end in"),
    ],
)
def test_what_cannot_be_is_refused(tile, centres, tmp_path, changes, message):
    values = {"TILES": [tile], "SPECTRA": centres, "OUTPUT": tmp_path / "c.tif", **changes}
    if "OUTPUT" in changes:
        values["OUTPUT"] = centres
    feedback = Recorder()
    with pytest.raises(QgsProcessingException, match=message):
        run("spectralangle", feedback, **values)
