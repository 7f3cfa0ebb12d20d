"""The files of a run that is disturbed while it writes them."""

import os

import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.errors import Cancelled, OutputError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods import products
from neon_aop.core.methods.kmeans.classification import Start
from neon_aop.core.methods.products import ClassFiles, ClassSettings, make_classes
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses

GRID = Grid(20, 15)
TRIES = 5


class Log(Progress):
    def __init__(self):
        self.lines, self.warnings = [], []
        self.stop = False

    def info(self, text):
        self.lines.append(text)

    def warn(self, text):
        self.warnings.append(text)

    def cancelled(self):
        return self.stop


@pytest.fixture
def image():
    values = np.random.default_rng(4).integers(0, 9000, (GRID.width * GRID.height, 6)).astype(np.int16)
    bands = Bands.of([500.0 + 100 * band for band in range(6)])
    return Pixels(values, np.ones((GRID.height, GRID.width), bool), GRID, bands, 1e-4, name="image")


@pytest.fixture
def files(tmp_path):
    return ClassFiles(str(tmp_path / "classes.tif"), str(tmp_path / "centres.csv"))


@pytest.fixture
def held(monkeypatch):
    """Names of files that another program holds, each with for how many tries to replace it."""
    replace, names = os.replace, {}

    def replace_unless_held(source, target):
        if names.get(os.path.basename(target)):
            names[os.path.basename(target)] -= 1
            raise PermissionError(13, "Access is denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", replace_unless_held)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    return names


def classify(image, files, progress, iterations=8):
    with LocalImages([image]) as images:
        settings = ClassSettings(Start(classes=4), iterations)
        return make_classes(images, Mosaic.of([GRID], ["image"]), settings, files, progress)


class HeldFromIteration2(Log):
    """Has the table of centres held once the first iteration has written it."""

    def __init__(self, held, tries):
        super().__init__()
        self._held, self._tries = held, tries

    def info(self, text):
        super().info(text)
        if text.startswith("Iteration 1:"):
            self._held["centres.csv"] = self._tries


def test_run_goes_on_while_the_centres_are_looked_at(image, files, held):
    log = HeldFromIteration2(held, 3 * TRIES)
    classification = classify(image, files, log)
    np.testing.assert_array_equal(SpectralClasses.read(files.centres).centres, classification.classes.centres)
    (warning,) = log.warnings
    assert warning.startswith("The centres of iteration 2 are not kept:") and "centres.csv" in warning


def test_centres_that_stay_held_are_an_error_after_the_class_map_is_written(image, files, held):
    log = HeldFromIteration2(held, 10**6)
    with pytest.raises(OutputError, match=r"centres\.csv cannot be replaced"):
        classify(image, files, log)
    assert os.path.exists(files.raster)


def test_centres_that_cannot_be_written_at_all_stop_the_run(image, files, held):
    held["centres.csv"] = 10**6
    log = Log()
    with pytest.raises(OutputError, match=r"centres\.csv cannot be replaced"):
        classify(image, files, log)
    assert not [line for line in log.lines if line.startswith("Iteration")]
    assert not os.path.exists(files.raster)


def test_cancelled_run_names_the_iteration_whose_centres_are_kept(image, files, held):
    class CancelledAtIteration4(HeldFromIteration2):
        def info(self, text):
            super().info(text)
            self.stop |= text.startswith("Iteration 4:")

    log = CancelledAtIteration4(held, 10**6)
    with pytest.raises(Cancelled):
        classify(image, files, log)
    assert any(line.startswith("The centres of iteration 1 are in") for line in log.lines)


def test_run_cancelled_while_the_class_map_is_written_says_how_to_go_on(image, files, monkeypatch):
    def cancelled(*arguments):
        raise Cancelled

    monkeypatch.setattr(products, "write_class_map", cancelled)
    log = Log()
    with pytest.raises(Cancelled):
        classify(image, files, log)
    assert any("start from this centres file" in line for line in log.lines)
