"""Results of one run, one above the other on the map."""

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer

from neon_aop.algorithms.layerorder import LayerOrder, put_in_order
from neon_aop.algorithms.layerstyle import StyleBesideFile
from neon_aop.tests.algorithms.checks import write_raster


@pytest.fixture
def project(monkeypatch, qgis_processing):
    from processing.gui import Postprocessing

    # QGIS 3.44 would ask the window, which is none here, for its tree of layers.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    return QgsProject.instance()


def load(paths, order, project, algorithm):
    """Have Processing load results; return the names of their layers from the top."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    context = QgsProcessingContext()
    context.setProject(project)
    for path in paths:
        context.addLayerToLoadOnCompletion(str(path), QgsProcessingContext.LayerDetails(path.stem, project))
    put_in_order(context, [str(path) for path in order])
    assert handleAlgorithmResults(algorithm, context, QgsProcessingFeedback())
    return [layer.name() for layer in project.layerTreeRoot().layerOrder()]


@pytest.fixture
def rasters(tmp_path):
    """Files whose names sort as a, b, c."""
    return [write_raster(tmp_path / f"{name}.tif", np.ones((1, 2, 2), np.uint8)) for name in "abc"]


@pytest.fixture
def algorithm(provider):
    return provider.algorithm("classifytiles")


@pytest.mark.parametrize("order", ["abc", "acb", "bac", "bca", "cab", "cba"])
def test_layers_lie_in_the_order_that_is_asked_for(rasters, order, project, algorithm):
    assert load(rasters, [rasters["abc".index(name)] for name in order], project, algorithm) == list(order)


def test_results_that_are_not_loaded_do_not_matter(rasters, project, algorithm):
    assert load(rasters[1:], [*rasters[:2], "", rasters[2]], project, algorithm) == ["b", "c"]


def test_moved_layers_stay_in_the_project(rasters, project, algorithm):
    load(rasters, rasters, project, algorithm)
    assert len(project.mapLayers()) == 3


def test_a_context_without_project_is_no_error(rasters, project):
    context = QgsProcessingContext()
    path = str(rasters[0])
    details = QgsProcessingContext.LayerDetails("a", project)
    StyleBesideFile.load_for(path, details, LayerOrder([path]))
    layer = QgsRasterLayer(path, "a")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert layer.isValid()
