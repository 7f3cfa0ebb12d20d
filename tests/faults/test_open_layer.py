"""Results over a file whose layer is in the project."""

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSize

from neon_aop.tests.algorithms.calls import results_in, run_in
from neon_aop.tests.algorithms.checks import read
from neon_aop.tests.faults.checks import contents


@pytest.fixture
def results(inputs, tmp_path):
    results = results_in(tmp_path, "kmeans")
    run_in(inputs, "kmeans", results, CLUSTERS=3)
    return results


@pytest.fixture
def layer(results, qgis_new_project):
    """The class raster in the project, drawn once."""
    layer = QgsRasterLayer(str(results["OUTPUT"]), "classes")
    QgsProject.instance().addMapLayer(layer)
    assert not layer.previewAsImage(QSize(40, 40)).isNull()
    return layer


def values_of(layer):
    """Return the values of a layer as QGIS reads them."""
    block = layer.dataProvider().block(1, layer.extent(), layer.width(), layer.height())
    return [[block.value(row, column) for column in range(layer.width())] for row in range(layer.height())]


def test_layer_shows_the_new_result_when_it_is_reloaded(inputs, results, layer):
    old = values_of(layer)
    run_in(inputs, "kmeans", results, CLUSTERS=9)
    layer.reload()
    new = values_of(layer)
    assert new == read(results["OUTPUT"])[0].tolist()
    assert new != old
    assert not layer.previewAsImage(QSize(40, 40)).isNull()


@pytest.fixture
def held_by_windows(results, monkeypatch):
    """As on Windows: a file that a program has open can be neither renamed nor replaced."""

    def refuse(source, target):
        raise PermissionError(13, "The process cannot access the file because it is being used by another process")

    monkeypatch.setattr("os.rename", refuse)
    return results


def test_file_that_windows_holds_is_told_before_the_work(inputs, layer, held_by_windows):
    before = contents(held_by_windows["OUTPUT"].parent)
    with pytest.raises(QgsProcessingException, match=r"\(OUTPUT\): .* remove its layer from the map, or choose"):
        run_in(inputs, "kmeans", held_by_windows, CLUSTERS=9)
    assert contents(held_by_windows["OUTPUT"].parent) == before
