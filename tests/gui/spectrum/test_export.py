"""Spectra that are copied and saved."""

import csv

import numpy as np
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QApplication

from neon_aop.core.image.bands import Bands
from neon_aop.core.spectra.envilibrary import write_envi_library
from neon_aop.core.spectra.library import SpectralLibrary
from neon_aop.core.spectra.reading import read_library
from neon_aop.core.spectra.sampletables import STATISTICS_COLUMNS
from neon_aop.gui.spectrum.choosing import LibraryDialog
from neon_aop.tests.gui.spectrum.conftest import reflectance
from neon_aop.tests.tiles import LEFT, TOP, wavelengths


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def test_table_has_the_columns_of_sample_spectra(hand, action, cube, tmp_path):
    hand.click(3, 5)
    action.dock.write_csv(str(tmp_path / "spectra.csv"))
    header, row = rows_of(tmp_path / "spectra.csv")
    assert tuple(header[:8]) == STATISTICS_COLUMNS
    assert row[:8] == ["pixel", "", "spectrum 1", "1", "value", "1", repr(LEFT + 5.5), repr(TOP - 3.5)]
    np.testing.assert_allclose(np.array(header[8:], float), wavelengths(), atol=1e-4)
    np.testing.assert_allclose(np.array(row[8:], float), reflectance(cube, 3, 5))


def test_box_has_four_rows(hand, action, tmp_path):
    action.dock.size.setCurrentIndex(2)
    hand.click(9, 8)
    action.dock.write_csv(str(tmp_path / "spectra.csv"))
    rows = rows_of(tmp_path / "spectra.csv")[1:]
    assert [(row[0], row[4], row[5]) for row in rows] == [
        ("feature", statistic, "25") for statistic in ("mean", "standard deviation", "5 %", "95 %")
    ]


def test_library_of_other_bands_is_in_the_same_table(hand, action, tmp_path):
    hand.click(3, 5)
    hand.collection.add_library(["pine"], Bands.of([500.5]), np.array([[0.25]]))
    action.dock.write_csv(str(tmp_path / "spectra.csv"))
    header, pixel, pine = rows_of(tmp_path / "spectra.csv")
    place = header.index("500.5000")
    assert (pixel[place], pine[place]) == ("", "0.25")
    assert pine[:4] == ["library", "", "pine", ""]
    assert [text for text in pine[8:] if text] == ["0.25"]


def test_table_can_be_added_as_a_library_again(hand, action, tmp_path):
    hand.click(3, 5)
    action.dock.size.setCurrentIndex(1)
    hand.click(9, 8)
    hand.collection.add_library(["pine"], Bands.of([500.5]), np.array([[0.25]]))
    action.dock.write_csv(str(tmp_path / "spectra.csv"))
    library = read_library(tmp_path / "spectra.csv")
    assert library.names == ("spectrum 1 feature 1", "spectrum 2 feature 2", "pine library")
    place = np.flatnonzero(library.bands.wavelengths == 500.5)[0]
    np.testing.assert_array_equal(library.spectra[:, place], [np.nan, np.nan, 0.25])
    for marker, spectrum in zip(hand.collection.markers, library.spectra):
        np.testing.assert_array_equal(np.delete(spectrum, place), marker.found.spread.mean)


def test_values_are_copied_for_a_spreadsheet_with_the_picture(hand, action, cube):
    hand.click(3, 5)
    action.dock.copy()
    data = QApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines()]
    assert lines[0] == ["Wavelength (nm)", "spectrum 1"]
    np.testing.assert_allclose([float(value) for _, value in lines[1:]], reflectance(cube, 3, 5))
    assert data.hasImage()


def test_picture_is_saved_with_the_curve(hand, action, tmp_path):
    hand.click(3, 5)
    QApplication.processEvents()
    action.dock.write_png(str(tmp_path / "plot.png"))
    image = QImage(str(tmp_path / "plot.png"))
    assert image.width() == 2 * action.dock.plot.plot.width()
    colour, height = hand.collection.markers[0].colour.rgb(), range(image.height())
    found = [x for x in range(image.width()) if any(image.pixel(x, y) == colour for y in height)]
    # Over most of the picture, as the wavelengths of the curve are nearly all that are shown.
    assert found[0] < 0.3 * image.width() and found[-1] > 0.8 * image.width()


def test_drawing_is_saved_with_curve_and_labels(hand, action, tmp_path):
    hand.click(3, 5)
    action.dock.plot.write_svg(str(tmp_path / "plot.svg"))
    text = (tmp_path / "plot.svg").read_text(encoding="utf-8")
    assert "Wavelength (nm)" in text
    assert hand.collection.markers[0].colour.name() in text


def test_saving_a_drawing_leaves_the_plot_as_it_was(hand, action, tmp_path):
    hand.click(3, 5)
    box = action.dock.plot.plot.getPlotItem().vb
    box.updateAutoRange()
    before = box.viewRange(), box.autoRangeEnabled()
    action.dock.plot.write_svg(str(tmp_path / "plot.svg"))
    box.updateAutoRange()
    np.testing.assert_allclose(box.viewRange(), before[0])
    assert box.autoRangeEnabled() == before[1]


def test_place_that_cannot_be_written_is_told(hand, action, tmp_path):
    hand.click(3, 5)
    missing = str(tmp_path / "missing" / "plot")
    for write in (action.dock.write_png, action.dock.plot.write_svg, action.dock.write_csv):
        with action.dock._told_errors():
            write(missing)
        assert "missing" in action.dock.message.text()


def test_markers_become_a_layer_of_points_with_their_spectra(hand, action, cube):
    hand.click(3, 5)
    hand.click(9, 8)
    action.dock.add_layer()
    (layer,) = QgsProject.instance().mapLayersByName("Spectra")
    names = layer.fields().names()
    assert names[:7] == ["id", "class", "name", "pixels", "ndvi", "brightness", "deviation"]
    first, second = layer.getFeatures()
    assert (first["id"], first["name"], first["pixels"]) == (1, "spectrum 1", 1)
    assert (second.geometry().asPoint().x(), second.geometry().asPoint().y()) == (LEFT + 8.5, TOP - 9.5)
    values = [first[name] for name in names[7:]]
    np.testing.assert_allclose(values, reflectance(cube, 3, 5))
    colours = {category.value(): category.symbol().color().name() for category in layer.renderer().categories()}
    assert colours == {marker.number: marker.colour.name() for marker in hand.collection.markers}


def test_spectra_of_a_library_are_added(hand, action, tmp_path):
    hand.click(3, 5)
    library = SpectralLibrary(("oak", "pine"), np.array([[0.1, 0.2], [0.3, 0.4]]), Bands.of([500.0, 600.0]))
    write_envi_library(tmp_path / "trees.sli", library, "trees")
    action.dock.add_library(str(tmp_path / "trees.sli"))
    assert [one.name for one in hand.collection.library] == ["oak", "pine"]
    assert [curve.name for curve in action.dock.plot._curves] == ["spectrum 1", "oak", "pine"]


def test_file_that_is_no_library_is_told(hand, action, tmp_path):
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    action.dock.add_library(str(tmp_path / "other.csv"))
    assert hand.collection.library == []
    assert "other.csv" in action.dock.message.text()


def test_names_of_a_library_are_narrowed_down(qgis_app):
    dialog = LibraryDialog(["Oak, leaf", "oak, bark", "pine"])
    dialog.list.selectAll()
    dialog.filter.setText("OAK")
    assert dialog.chosen == [0, 1]
