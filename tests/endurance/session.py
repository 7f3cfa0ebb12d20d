"""Many runs in one session of QGIS."""

import gc
import os
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication, QSize

from neon_aop.tests.endurance.classify import parameters

RUNS, WARM_UP = 50, 5
MOST_GROWTH = 20e6


def memory() -> int:
    """Return the resident memory of this process in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def open_files() -> list[str]:
    return sorted(os.path.realpath(path) for path in Path("/proc/self/fd").iterdir())


class Cancelling(QgsProcessingFeedback):
    """Cancels once the run is half done."""

    def __init__(self):
        super().__init__(False)

    def setProgress(self, percent):
        super().setProgress(percent)
        if percent > 50:
            self.cancel()


def run(tile, folder):
    """Run with the pixels in memory."""
    from qgis import processing

    processing.run("neonaop:classifytiles", {**parameters(tile, folder), "MEMORY": 0})


def run_and_load(tile, folder):
    """Run as the dialog does, with the layers in the project, which are drawn and taken away again."""
    from qgis import processing

    project, context, feedback = QgsProject.instance(), QgsProcessingContext(), QgsProcessingFeedback(False)
    wanted = parameters(tile, folder)
    for name in ("CLASS_RASTER", "PC_RASTER"):
        context.addLayerToLoadOnCompletion(wanted[name], QgsProcessingContext.LayerDetails(name, project))
    processing.run("neonaop:classifytiles", wanted, context=context, feedback=feedback)
    for path, details in context.layersToLoadOnCompletion().items():
        layer = project.addMapLayer(QgsRasterLayer(path, details.name))
        details.postProcessor().postProcessLayer(layer, context, feedback)
        assert not layer.previewAsImage(QSize(100, 100)).isNull()
    assert len(project.mapLayers()) == 2
    project.clear()
    QCoreApplication.processEvents()


def run_and_cancel(tile, folder):
    algorithm = QgsApplication.processingRegistry().algorithmById("neonaop:classifytiles")
    results, _ = algorithm.run(parameters(tile, folder), QgsProcessingContext(), Cancelling())
    assert results == {}


def run_and_fail(tile, folder):
    algorithm = QgsApplication.processingRegistry().algorithmById("neonaop:classifytiles")
    too_many = {**parameters(tile, folder), "COMPONENTS": 1000}
    _, successful = algorithm.run(too_many, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert not successful


@pytest.mark.parametrize(
    ("way", "size"),
    [(run, "full_tile"), (run_and_load, "small_tile"), (run_and_cancel, "small_tile"), (run_and_fail, "small_tile")],
)
def test_nothing_grows(provider, qgis_new_project, request, tmp_path, way, size):
    tile, sizes = request.getfixturevalue(size), []
    for number in range(RUNS):
        way(tile, tmp_path)
        sizes.append(memory())
        if number + 1 == WARM_UP:
            files = open_files()
    growth = sizes[-1] - sizes[WARM_UP - 1]
    print(f"memory after {WARM_UP} runs {sizes[WARM_UP - 1] / 1e6:.1f} MB, after {RUNS} {growth / 1e6:+.1f} MB")
    # Not which ones: a project has files of its own, that are new each time.
    assert len(open_files()) == len(files), [file for file in open_files() if file not in files]
    assert growth < MOST_GROWTH
