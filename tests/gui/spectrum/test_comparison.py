"""The classes of a map beside a spectrum."""

import numpy as np
import pytest
from qgis.core import QgsPalettedRasterRenderer
from qgis.PyQt.QtGui import QColor

from neon_aop.algorithms.layerstyle import CENTRES_PROPERTY
from neon_aop.core.image.bands import Bands
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.core.spectra.sampletables import STATISTICS_COLUMNS
from neon_aop.gui.remembered import remember
from neon_aop.tests.gui.spectrum.conftest import BANDS, COLUMNS, ROWS, on_map, write_layer
from neon_aop.tests.tiles import wavelengths


@pytest.fixture
def centres(tmp_path, cube):
    """Class 1 is the spectrum of the first pixel, class 2 that of row 10, class 3 that of row 18."""
    spectra = cube[[0, 10, 18], [0, 0, 0]] / 10_000
    path = tmp_path / "centres.csv"
    bands = Bands.of(wavelengths(BANDS))
    SpectralClasses(np.array([1, 2, 3]), spectra, bands, np.array([5, 6, 7])).write(path)
    return str(path)


@pytest.fixture
def classes(window, picture, tmp_path):
    """A map of classes: 1 in the upper half, 3 below, and none in the last column."""
    numbers = np.where(np.arange(ROWS) < 10, 1, 3)[np.newaxis, :, np.newaxis] * np.ones((1, 1, COLUMNS), int)
    numbers[..., -1] = 0
    layer = write_layer(tmp_path / "classes.tif", numbers.astype(np.uint8), "classes", nodata=0)
    entries = [
        QgsPalettedRasterRenderer.Class(number, QColor(colour), label)
        for number, colour, label in ((1, "#111188", "water"), (2, "#118811", "grass"), (3, "#881111", "roof"))
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    return on_map(window, layer)


def matches(hand, action):
    return action.dock._matches(hand.collection.current)


def test_class_of_the_map_comes_first_then_the_nearest_other(hand, action, classes, centres):
    remember(classes, CENTRES_PROPERTY, centres)
    hand.click(18, 0)
    (own, other), note = matches(hand, action)
    assert (own.number, own.label, own.colour.name()) == (3, "roof", "#881111")
    assert own.distance == pytest.approx(0, abs=1e-9)
    assert (other.number, other.label, other.colour.name()) == (2, "grass", "#118811")
    assert other.distance == pytest.approx(0.08 * np.sqrt(BANDS))
    assert note == ""


def test_class_of_the_map_need_not_be_the_nearest(hand, action, classes, centres):
    remember(classes, CENTRES_PROPERTY, centres)
    hand.click(9, 0)
    (own, other), _ = matches(hand, action)
    assert (own.number, other.number) == (1, 2)
    assert own.distance > other.distance


def test_both_classes_are_drawn_and_listed(hand, action, classes, centres):
    remember(classes, CENTRES_PROPERTY, centres)
    hand.click(18, 0)
    assert [curve.name for curve in action.dock.plot._curves] == ["spectrum 1", "roof", "grass"]
    item = action.dock.list.topLevelItem(0)
    assert [item.child(index).text(0) for index in range(2)] == ["roof", "grass"]
    assert item.child(1).text(1) == "0.438"


def test_spectra_there_are_get_the_classes_of_a_map_that_is_added_later(hand, action, picture, request):
    hand.click(18, 0)
    item = action.dock.list.topLevelItem(0)
    assert item.childCount() == 0
    request.getfixturevalue("classes")
    assert item.child(0).text(0) == "roof"


def test_class_without_a_table_is_told_by_the_map_alone(hand, action, classes):
    hand.click(18, 0)
    (own,), note = matches(hand, action)
    assert (own.label, own.distance, own.curve) == ("roof", None, None)
    assert "Choose the table" in note


def test_place_without_a_class_is_compared_with_the_nearest(hand, action, classes, centres):
    hand.collection.use_class_table(centres)
    hand.click(10, 23)
    (nearest, _), _ = matches(hand, action)
    assert (nearest.number, nearest.role) == (2, "nearest class")


def test_table_is_enough_where_there_is_no_map_of_classes(hand, action, centres):
    hand.collection.use_class_table(centres)
    hand.click(0, 0)
    (nearest, _), _ = matches(hand, action)
    assert nearest.number == 1 and nearest.label.startswith("1 - ")


def test_range_of_the_own_class_is_drawn_where_the_table_has_it(hand, action, classes, cube, tmp_path):
    path = tmp_path / "samples.csv"
    header = [*STATISTICS_COLUMNS, *(f"{wavelength:.4f}" for wavelength in wavelengths(BANDS))]
    spectrum = cube[18, 0] / 10_000
    rows = [
        ["class", "3", "roof", "", name, "9", "", "", *map(str, values)]
        for name, values in (("mean", spectrum), ("5 %", spectrum - 0.01), ("95 %", spectrum + 0.02))
    ]
    path.write_text("\n".join(map(",".join, [header, *rows])) + "\n")
    hand.collection.use_class_table(str(path))
    hand.click(18, 0)
    own = next(curve for curve in action.dock.plot._curves if curve.name == "roof")
    np.testing.assert_allclose(own.limits, [spectrum - 0.01, spectrum + 0.02])


def test_table_of_other_bands_is_told(hand, action, tmp_path):
    path = tmp_path / "other.csv"
    SpectralClasses(np.array([1]), np.ones((1, 2)), Bands.of([100.0, 200.0]), np.array([1])).write(path)
    hand.collection.use_class_table(str(path))
    hand.click(3, 5)
    found, note = matches(hand, action)
    assert found == [] and "other.csv" in note
