"""Take the screenshots of the documentation; `make screenshots` runs this inside QGIS."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.modeler.ModelerDialog import ModelerDialog
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMimeData, QModelIndex, QPoint, QPointF, QSize, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QToolBar,
    QToolButton,
    QTreeView,
    QWidget,
)
from qgis.utils import active_plugins, iface, plugins

WORK = Path(os.environ["SCREENSHOTS_WORK"])
IMAGES = Path(os.environ["SCREENSHOTS_IMAGES"])
TILE = str(WORK / "demo.h5")
CROWNS = IMAGES.parent / "crowns.geojson"

WINDOW = QSize(1060, 760)
LEGEND_WIDTH = 365
# Pixels of the screen for one pixel of the tile.
SCREEN_PIXELS = 2
TOOLBARS = {"mFileToolBar", "mMapNavToolBar", "mAttributesToolBar"}
# Seconds that QGIS needs to draw the map or to open a window.
SETTLE = 1.5
LONGEST_WAIT = 90.0
TICK = 100
# Of the rectangle that is brushed in the scatter, as shares of its plot.
BRUSHED_CORNERS = ((0.3, 0.2), (0.6, 0.5))


def all_stories():
    """Take the screenshots of the chosen stories; yields conditions or seconds to wait for."""
    yield lambda: "neon_aop" in active_plugins
    for name in os.environ["SCREENSHOTS_STORIES"].split():
        # An earlier story may have opened docks.
        arrange_window()
        yield SETTLE
        yield from STORIES[name]()


def tutorial_story():
    """Follow the tutorial and take screenshots."""
    drop(TILE)
    yield lambda: layers("True colour")
    yield from frame_map()
    save(iface.mainWindow(), "true-colour")

    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    show_toolbox(toolbox)
    yield SETTLE
    save(toolbox, "toolbox")
    toolbox.hide()

    dialog = open_dialog("neonaop:classifytiles", {}, QSize(860, 700))
    # Scripts cannot fill in the list of files.
    dialog.mainWidget().wrappers["TILES"].wrappedWidget().findChild(QLineEdit).setText("1 inputs selected")
    yield SETTLE
    save(dialog, "dialog")
    dialog.close()

    processing.runAndLoadResults("neonaop:classifytiles", classify_tiles())
    yield lambda: layers("K-means") and layers("Principal components")

    show_only(layers("K-means"))
    yield from frame_map()
    save(iface.mainWindow(), "classes")

    show_only(layers("Principal components"))
    yield from frame_map()
    save(iface.mainWindow(), "components")

    designer = open_model("tutorial")
    yield SETTLE
    save(designer, "model")


def download_story():
    """Follow the guide "From nothing to a class map" and take screenshots."""
    server = json.loads((WORK / "server.json").read_text(encoding="utf-8"))
    os.environ["NEON_API_URL"] = server["base"]
    QgsProject.instance().clear()
    configuration = store_token(server["token"])
    yield SETTLE
    # These dialogs do not return until they are closed.
    QTimer.singleShot(0, lambda: iface.showOptionsDialog(iface.mainWindow(), "mOptionsPageAuth"))
    yield lambda: QApplication.activeModalWidget() is not None
    options = QApplication.activeModalWidget()
    options.resize(860, 520)
    yield SETTLE
    save(options, "token-options")
    QTimer.singleShot(0, options.findChild(QToolButton, "btnAddConfig").click)
    yield lambda: QApplication.activeModalWidget() is not options
    form = QApplication.activeModalWidget()
    form.findChild(QLineEdit, "leName").setText("NEON")
    methods = form.findChild(QComboBox, "cmbAuthMethods")
    methods.setCurrentIndex(methods.findData("Basic"))
    for name, text in (("leUsername", "me"), ("lePassword", server["token"])):
        # There is a page for each method.
        next(line for line in form.findChildren(QLineEdit, name) if line.isVisible()).setText(text)
    form.resize(480, 420)
    yield SETTLE
    save(form, "token-form")
    form.reject()
    yield SETTLE
    options.reject()
    yield SETTLE

    site = "SERC - Smithsonian Environmental Research Center, MD"
    dialog = open_dialog("neonaop:listtiles", {"SITE": site, "AUTH": configuration}, QSize(860, 640))
    yield SETTLE
    save(dialog, "list-tiles")
    dialog.close()
    values = {"SITE": site, "AUTH": configuration, "OUTPUT": "TEMPORARY_OUTPUT", "MONTHS": None}
    processing.runAndLoadResults("neonaop:listtiles", values)
    yield lambda: layers("Tiles - ")
    (tiles,) = layers("Tiles - ")
    tiles.selectByExpression("tile = '368000_4306000' and year = 2022")
    iface.setActiveLayer(tiles)
    extent = tiles.extent()
    extent.scale(1.1)
    iface.mapCanvas().setExtent(extent)
    yield from wait_for_map()
    save(iface.mainWindow(), "tiles")

    chosen = QgsProcessingFeatureSourceDefinition(tiles.id(), True)
    values = {"TILES_LAYER": chosen, "AUTH": configuration, "LOAD": True, "FOLDER": str(WORK / "data")}
    dialog = open_dialog("neonaop:downloadtiles", {**values, "FOLDER": "/home/me/neon/serc-2022"}, QSize(900, 980))
    yield SETTLE
    save(dialog, "download-tiles")
    dialog.close()
    processing.runAndLoadResults("neonaop:downloadtiles", values)
    yield lambda: layers("True colour (picture) - ")
    tiles.removeSelection()
    extent = layers("True colour (picture) - ")[0].extent()
    extent.scale(2.5)
    iface.mapCanvas().setExtent(extent)
    yield from wait_for_map()
    save(iface.mainWindow(), "downloaded")

    values = {"SITE": site, "YEAR": 2022, "POINT": "368120,4306880 [EPSG:32618]", "AUTH": configuration}
    dialog = open_dialog("neonaop:downloadandclassify", values, QSize(860, 800))
    yield SETTLE
    save(dialog, "download-and-classify")
    dialog.close()


def classes_story():
    """Compare two class maps, merge the classes of one, and turn them into polygons; take pictures."""
    QgsProject.instance().clear()
    drop(TILE)
    yield lambda: layers("True colour")
    for clusters in (5, 8):
        classes = {"CLASS_RASTER": str(WORK / f"{clusters}_clusters.tif"), "PC_RASTER": str(WORK / "components.tif")}
        processing.run("neonaop:classifytiles", {"TILES": [TILE], "CLUSTERS": clusters, **classes})
    maps = {"FIRST": str(WORK / "8_clusters.tif"), "SECOND": str(WORK / "5_clusters.tif")}
    results = {"AGREEMENT": "TEMPORARY_OUTPUT", "REPORT": str(WORK / "comparison.html")}
    processing.runAndLoadResults("neonaop:compareclassifications", {**maps, **results})
    yield lambda: layers("Agreement")
    show_only(layers("Agreement"))
    yield from frame_map()
    save(iface.mainWindow(), "agreement")

    merge = "1=water or shadow #4a7fb0, 2=sparse #d9c24a, 3+5+6+7+8=vegetation #1b7837, 4=bare #b35806"
    merged = {"INPUT": maps["FIRST"], "MERGE": merge, "SIEVE": 20, "OUTPUT": "TEMPORARY_OUTPUT"}
    processing.runAndLoadResults("neonaop:mergeclasses", merged)
    yield lambda: layers("Merged")
    show_only(layers("Merged"))
    yield from frame_map()
    save(iface.mainWindow(), "merged")

    (raster,) = layers("Merged")
    values = {"INPUT": raster, "BAND": 1, "FIELD": "class", "OUTPUT": str(WORK / "polygons.gpkg")}
    polygons = QgsVectorLayer(processing.run("gdal:polygonize", values)["OUTPUT"], "Polygons of the classes")
    categories = []
    for entry in raster.renderer().classes():
        symbol = QgsFillSymbol.createSimple(
            {"color": entry.color.name(), "outline_color": "white", "outline_width": "0.3"}
        )
        symbol.setOpacity(0.6)
        categories.append(QgsRendererCategory(entry.value, symbol, entry.label))
    polygons.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    QgsProject.instance().addMapLayer(polygons)
    show_only([polygons, *layers("True colour")])
    yield from frame_map()
    save(iface.mainWindow(), "polygons")


def scatter_story():
    """Show the scatter of a tile in the colours of its classes, and brush a part of it; take a picture."""
    QgsProject.instance().clear()
    drop(TILE)
    yield lambda: layers("True colour")
    (picture,) = layers("True colour")
    processing.runAndLoadResults("neonaop:classifytiles", classify_tiles())
    yield lambda: layers("K-means")
    show_only([picture])
    iface.mainWindow().findChild(QAction, "NeonAopScatterAction").trigger()
    dock = iface.mainWindow().findChild(QDockWidget, "NeonAopScatter")
    iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    yield lambda: not dock.is_running
    yield from frame_map()
    plot = dock.plot.plot
    at = [QPoint(int(x * plot.width()), int(y * plot.height())) for x, y in BRUSHED_CORNERS]
    QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[0])
    QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at[1])
    yield SETTLE
    save(iface.mainWindow(), "scatter")


def spectra_story():
    """Look at spectra on the map, and take the pictures of the guide "Spectra on the map"."""
    QgsProject.instance().clear()
    drop(TILE)
    yield lambda: layers("True colour")
    from neon_aop.core.spectra.reading import read_library

    plugins["neon_aop"].desktop.spectrum.action.trigger()
    dock = plugins["neon_aop"].desktop.spectrum.dock
    iface.mainWindow().resizeDocks([dock], [310], Qt.Orientation.Vertical)
    dock.list.parentWidget().setSizes([500, 420])
    yield SETTLE
    yield from frame_map()
    reader = dock.collection.reader

    def click(across: float, down: float, modifier=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton):
        viewport = iface.mapCanvas().viewport()
        place = QPoint(round(across * viewport.width()), round(down * viewport.height()))
        QTest.mouseClick(viewport, button, modifier, place)
        return lambda: not reader.is_running

    yield click(0.53, 0.48)
    yield SETTLE
    save(iface.mainWindow(), "spectrum-first")

    for place in ((0.43, 0.17), (0.14, 0.34), (0.67, 0.48)):
        yield click(*place)
    for marker, name in zip(dock.collection.markers, ("meadow", "river", "forest", "bare soil")):
        dock.collection.rename(marker, name, True)
    yield SETTLE
    save(iface.mainWindow(), "spectrum-markers")

    dock.size.setCurrentIndex(3)
    corners = ((0.65, 0.06), (0.77, 0.10), (0.75, 0.36), (0.64, 0.29))
    for place in corners:
        yield click(*place)
    yield click(*corners[-1], button=Qt.MouseButton.RightButton)
    dock.collection.rename(dock.collection.markers[-1], "field", True)
    yield SETTLE
    save(iface.mainWindow(), "spectrum-polygon")

    results = dict.fromkeys(("CLASS_RASTER", "PC_RASTER"), "TEMPORARY_OUTPUT")
    values = {"TILES": [TILE], "CENTRES": str(WORK / "centres.csv"), **results}
    processing.runAndLoadResults("neonaop:classifytiles", values)
    yield lambda: layers("K-means")
    show_only(layers("K-means"))
    yield from frame_map()
    for marker in dock.collection.markers:
        dock.collection.rename(marker, marker.title, marker.title == "forest")
    dock.collection.choose(3)
    yield SETTLE
    save(iface.mainWindow(), "spectrum-classes")

    dock.add_layer()
    (points,) = layers("Spectra")
    library = str(WORK / "samples.sli")
    results = {"SPECTRA": str(WORK / "samples.csv"), "LIBRARY": library}
    processing.run(
        "neonaop:samplespectra", {"TILES": [TILE], "LOCATIONS": points, "FIELD": "name", "BUFFER": 4, **results}
    )
    dock.collection.clear()
    dock.size.setCurrentIndex(2)
    yield click(0.18, 0.62)
    samples = read_library(library)
    dock.collection.add_library(samples.names, samples.bands, samples.spectra)
    show_only([points, *layers("True colour")])
    yield from frame_map()
    save(iface.mainWindow(), "spectrum-library")


def training_story():
    """Follow the guide "Classes with names" and take screenshots."""
    from neon_aop.core.files.raster.palette import class_colours

    QgsProject.instance().clear()
    drop(TILE)
    yield lambda: layers("True colour")
    crowns = QgsVectorLayer(str(CROWNS), "Crowns and plots")
    kinds = sorted(crowns.uniqueValues(crowns.fields().lookupField("kind")))
    categories = []
    for kind, colour in zip(kinds, class_colours(len(kinds))):
        symbol = QgsFillSymbol.createSimple({"color": QColor(*colour).name(), "outline_color": "white"})
        categories.append(QgsRendererCategory(kind, symbol, kind))
    crowns.setRenderer(QgsCategorizedSymbolRenderer("kind", categories))
    QgsProject.instance().addMapLayer(crowns)
    show_only([crowns, *layers("True colour")])
    yield from frame_map()
    save(iface.mainWindow(), "crowns")

    training = {"TILES": [TILE], "FIELD": "kind"}
    files = {"SPECTRA": str(WORK / "spectra.csv"), "REPORT": str(WORK / "samples.html")}
    processing.run("neonaop:samplespectra", {**training, "LOCATIONS": crowns, **files})

    dialog = open_dialog(
        "neonaop:gaussianclassifier", {"TRAINING": crowns, "FIELD": "kind", "GROUP_FIELD": "plot"}, QSize(860, 900)
    )
    dialog.mainWidget().wrappers["TILES"].wrappedWidget().findChild(QLineEdit).setText("1 inputs selected")
    yield SETTLE
    save(dialog, "classifier-dialog")
    dialog.close()

    results = {"REPORT": str(WORK / "classifier.html"), "CONFIDENCE": "TEMPORARY_OUTPUT", "OUTPUT": "TEMPORARY_OUTPUT"}
    values = {**training, "TRAINING": crowns, "GROUP_FIELD": "plot", **results}
    processing.runAndLoadResults("neonaop:gaussianclassifier", values)
    yield lambda: layers("Gaussian classifier") and layers("Confidence")
    for beginning, name in (("Gaussian classifier", "named-classes"), ("Confidence", "confidence")):
        show_only(layers(beginning))
        yield from frame_map()
        save(iface.mainWindow(), name)


def store_token(token: str) -> str:
    """Store a token as the guide says, and return the id of its authentication configuration."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("of the pictures", True)
    configuration = QgsAuthMethodConfig()
    configuration.setName("NEON")
    configuration.setMethod("Basic")
    configuration.setConfig("username", "me")
    configuration.setConfig("password", token)
    manager.storeAuthenticationConfig(configuration)
    return configuration.id()


def arrange_window() -> None:
    """Show the map, the legend and the usual tools, and nothing else."""
    window = iface.mainWindow()
    window.resize(WINDOW)
    for toolbar in window.findChildren(QToolBar):
        toolbar.setVisible(toolbar.objectName() in TOOLBARS)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    # The locator would leave too little room in the status bar.
    for widget in window.statusBar().findChildren(QWidget):
        if widget.metaObject().className() == "QgsLocatorWidget":
            widget.hide()
    legend = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([legend], [LEGEND_WIDTH], Qt.Orientation.Horizontal)


def drop(path: str) -> None:
    """Drop a file on the map."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    for event, place in ((QDragEnterEvent, QPoint(400, 300)), (QDropEvent, QPointF(400, 300))):
        happening = event(
            place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(iface.mapCanvas().viewport(), happening)


def layers(beginning: str) -> list:
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.name().startswith(beginning)]


def show_only(shown: list) -> None:
    """Show these layers on the map, with their legends open and the others closed."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        is_shown = node.layer() in shown
        node.setItemVisibilityChecked(is_shown)
        # The view may have closed a legend without telling the node, which does nothing when it is asked for its state.
        node.setExpanded(not is_shown)
        node.setExpanded(is_shown)
    iface.setActiveLayer(shown[0])


def frame_map():
    """Show the tile in the middle of the map, each pixel as 2 x 2 of the screen, and wait until it is drawn."""
    canvas = iface.mapCanvas()
    centre = canvas.fullExtent().center()
    canvas.setExtent(
        QgsRectangle.fromCenterAndSize(centre, canvas.width() / SCREEN_PIXELS, canvas.height() / SCREEN_PIXELS)
    )
    yield from wait_for_map()


def wait_for_map():
    """Wait until the map is drawn."""
    iface.mapCanvas().refresh()
    yield SETTLE
    yield lambda: not iface.mapCanvas().isDrawing()


def classify_tiles() -> dict:
    """Return the parameters of the run, with temporary results as in the dialog."""
    results = dict.fromkeys(("CLASS_RASTER", "PC_RASTER"), "TEMPORARY_OUTPUT")
    return {"TILES": [TILE], "REPORT": str(WORK / "report.html"), **results}


def show_toolbox(dock) -> None:
    """Show what the toolbox finds for "neon"."""
    dock.setFloating(True)
    dock.resize(440, 420)
    dock.show()
    dock.findChild(QLineEdit).setText("neon")
    dock.findChild(QTreeView).setCurrentIndex(QModelIndex())


def open_dialog(algorithm_id: str, values: dict, size: QSize):
    """Open the dialog of an algorithm with some values."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    window = iface.mainWindow()
    # Models have QGIS's own dialog.
    dialog = algorithm.createCustomParametersWidget(window) or AlgorithmDialog(algorithm, False, window)
    dialog.setParameters(values)
    # After `show`, which restores the last size.
    dialog.show()
    dialog.resize(size)
    # QGIS selects the text of the first line.
    for line in dialog.findChildren(QLineEdit):
        line.deselect()
    return dialog


def open_model(name: str):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"neonaop:{name}")
    designer = ModelerDialog.create(algorithm)
    designer.resize(980, 640)
    for dock in designer.findChildren(QDockWidget):
        dock.hide()
    designer.show()
    return designer


def save(widget, name: str) -> None:
    widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(IMAGES / f"{name}.png"))


def play(steps) -> None:
    """Run the steps, each when the condition that the previous one yielded holds."""
    waiting = {"for": lambda: True, "until": time.monotonic() + LONGEST_WAIT}

    def tick():
        try:
            if waiting["for"]():
                condition = next(steps)
                end = time.monotonic() + (LONGEST_WAIT if callable(condition) else condition)
                waiting.update({"for": condition if callable(condition) else lambda: time.monotonic() >= end})
                waiting["until"] = end + 1
            elif time.monotonic() > waiting["until"]:
                raise TimeoutError("QGIS did not get there")
        except StopIteration:
            leave(0)
        except Exception:
            traceback.print_exc()
            leave(1)

    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(tick)
    timer.start(TICK)


def leave(code: int) -> None:
    # Not by closing the window, which would ask whether to save the project.
    sys.stdout.flush()
    os._exit(code)


STORIES = {
    "tutorial": tutorial_story,
    "download": download_story,
    "classes": classes_story,
    "scatter": scatter_story,
    "spectra": spectra_story,
    "training": training_story,
}
play(all_stories())
