"""Tiles as layers in true colour."""

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRaster,
)
from qgis.PyQt.QtCore import QCoreApplication

from neon_aop.gui.remembered import TILE_PROPERTY, remembered
from neon_aop.tests.gui.checks import layers, wait_until


def test_tile_becomes_a_layer(loader, tile):
    assert loader.load(tile)
    wait_until(layers)
    (layer,) = layers()
    assert layer.isValid()
    assert layer.name() == "True colour (picture) - SERC 368000_4306000"
    assert layer.crs().authid() == "EPSG:32618"


def test_layer_is_drawn_in_colour(loader, tile):
    loader.load(tile)
    wait_until(layers)
    assert layers()[0].renderer().type() == "multibandcolor"


def test_tiles_are_loaded_side_by_side(loader, tile):
    loader.load(tile)
    loader.load(tile)
    wait_until(lambda: len(layers()) == 2)
    assert len({layer.source() for layer in layers()}) == 2


class Classification:
    """A run of "Classify tiles" as the dialog starts it."""

    def __init__(self, tile, folder):
        folder.mkdir()
        self._outputs = {"CLASS_RASTER": str(folder / "classes.tif"), "PC_RASTER": str(folder / "components.tif")}
        self.is_done = False
        self._kept = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("neonaop:classifytiles")
        self._task = QgsProcessingAlgRunnerTask(algorithm, {"TILES": [tile], **self._outputs}, *self._kept)
        self._task.executed.connect(self._finish)
        QgsApplication.taskManager().addTask(self._task)

    def _finish(self, done, results):
        self.is_done = True

    def files(self):
        wait_until(lambda: self.is_done)
        return [Path(path).read_bytes() for path in self._outputs.values()]


def values_at_the_centre(layer):
    centre, kind = layer.extent().center(), QgsRaster.IdentifyFormat.IdentifyFormatValue
    return layer.dataProvider().identify(centre, kind).results()


def test_tile_is_loaded_and_asked_for_values_during_two_runs(loader, tile, tmp_path):
    alone = Classification(tile, tmp_path / "alone").files()
    loader.load(tile)
    wait_until(layers)
    values = values_at_the_centre(layers()[0])
    runs = [Classification(tile, tmp_path / name) for name in ("one", "other")]
    loader.load(tile)
    while not all(run.is_done for run in runs):
        assert values_at_the_centre(layers()[0]) == values
        QCoreApplication.processEvents()
    wait_until(lambda: len(layers()) == 2)
    assert [values_at_the_centre(layer) for layer in layers()] == [values] * 2
    assert [run.files() for run in runs] == [alone] * 2


def test_nothing_is_kept_of_a_finished_run(loader, tile):
    loader.load(tile)
    wait_until(layers)
    wait_until(lambda: not loader.is_running)


def test_other_files_are_refused(loader, foreign, tmp_path):
    assert not loader.load(foreign)
    assert not loader.load(str(tmp_path))
    assert not loader.load(str(tmp_path / "missing.h5"))
    assert not loader.is_running


def test_failure_is_told_in_a_message(loader, infrared_tile, message_bar):
    assert loader.load(infrared_tile)
    wait_until(lambda: message_bar.messages)
    ((title, text, level),) = message_bar.messages
    assert title == "The tile cannot be shown"
    assert "infrared" in text
    assert "Traceback" not in text
    assert level == Qgis.MessageLevel.Critical
    assert layers() == []


def test_cancelled_run_says_nothing(loader, tile, message_bar):
    loader.load(tile)
    loader.cancel()
    wait_until(lambda: not loader.is_running)
    assert layers() == []
    assert message_bar.messages == []


def test_layer_remembers_its_tile(loader, tile):
    loader.load(tile)
    wait_until(layers)
    assert remembered(layers()[0], TILE_PROPERTY) == tile
