"""Layers of results in the style beside their file."""

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer

from neon_aop.algorithms.layerorder import LayerOrder
from neon_aop.algorithms.layerstyle import CENTRES_PROPERTY, StyleBesideFile, plain_layer
from neon_aop.tests.algorithms.checks import run


@pytest.fixture(scope="module")
def classes(cleaned, tmp_path_factory):
    path = tmp_path_factory.mktemp("classes") / "classes.tif"
    run("kmeans", INPUT=cleaned, OUTPUT=path)
    return str(path)


@pytest.fixture
def result(classes):
    """The class raster as Processing loads it, without the style beside it."""
    return plain_layer(QgsRasterLayer(classes, "classes"))


def details_of(path):
    details = QgsProcessingContext.LayerDetails("Classes", QgsProject.instance())
    StyleBesideFile.load_for(path, details)
    return details


def loaded(layer, path):
    """Do what Processing does after loading a result."""
    details = details_of(path)
    details.postProcessor().postProcessLayer(layer, QgsProcessingContext(), QgsProcessingFeedback())
    return layer


def test_legend_has_an_entry_for_each_class(result, classes):
    entries = loaded(result, classes).renderer().classes()
    assert [entry.value for entry in entries] == [1, 2, 3, 4, 5]
    assert all(entry.label for entry in entries)


def test_style_of_the_user_stays(result, classes):
    chosen = QgsRasterLayer(classes, "chosen")
    renderer = chosen.renderer().clone()
    renderer.setLabel(1, "my own label")
    result.setRenderer(renderer)
    assert "my own label" in [entry.label for entry in loaded(result, classes).renderer().classes()]


def test_nothing_is_kept_after_loading(result, classes):
    loaded(result, classes)
    assert classes not in StyleBesideFile._waiting


def test_raster_without_a_style_beside_it_is_drawn_by_qgis(cleaned, tmp_path):
    path = tmp_path / "alone.tif"
    path.write_bytes(cleaned.read_bytes())
    layer = plain_layer(QgsRasterLayer(str(path), "alone"))
    before = layer.renderer().type()
    assert loaded(layer, str(path)).renderer().type() == before


def test_algorithms_ask_for_the_style(cleaned, tmp_path):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    path = str(tmp_path / "classes.tif")
    context.addLayerToLoadOnCompletion(path, QgsProcessingContext.LayerDetails("Classes", QgsProject.instance()))
    run("kmeans", context=context, INPUT=cleaned, OUTPUT=path)
    assert isinstance(context.layerToLoadOnCompletionDetails(path).postProcessor(), StyleBesideFile)


@pytest.mark.parametrize("order", [None, LayerOrder([])], ids=["alone", "with others"])
def test_class_layer_remembers_its_table_of_centres(cleaned, tmp_path, order):
    context = QgsProcessingContext()
    path, centres = str(tmp_path / "classes.tif"), str(tmp_path / "centres.csv")
    context.addLayerToLoadOnCompletion(path, QgsProcessingContext.LayerDetails("Classes", QgsProject.instance()))
    run("kmeans", context=context, INPUT=cleaned, OUTPUT=path, CENTRES=centres)
    details = context.layerToLoadOnCompletionDetails(path)
    if order is not None:
        StyleBesideFile.load_for(path, details, order)
    layer = QgsRasterLayer(path, "classes")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert layer.customProperty(CENTRES_PROPERTY) == centres
