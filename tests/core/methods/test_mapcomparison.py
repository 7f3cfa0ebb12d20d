"""Two class maps compared in blocks: cross table, names and colours, raster of agreement, table."""

from __future__ import annotations

import csv
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import gdal
from sklearn import metrics

from neon_aop.core.constants import MATCH_NAME, MATCH_NUMBER, MATCH_OVERLAP
from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.files.raster.categories import Categories
from neon_aop.core.files.raster.palette import DISTINCT_COLOURS
from neon_aop.core.image.grid import Grid
from neon_aop.core.inputs import classrasters
from neon_aop.core.inputs.classrasters import NO_NUMBER
from neon_aop.core.methods import mapcomparison
from neon_aop.core.methods.comparison import NO_PARTNER
from neon_aop.core.methods.mapcomparison import SAME_COLOUR, compare_maps, write_agreement, write_comparison
from neon_aop.core.progress import Progress

SHAPE = (70, 90)


class Log(Progress):
    def __init__(self):
        self.warnings = []

    def warn(self, text):
        self.warnings.append(text)


class ArrayClasses:
    """A class map in memory, on the grid of `grid_of`; 0 stands for no class unless told otherwise."""

    def __init__(self, name, values, names=None, colours=None, is_sparse=False, nodata=0):
        self.name, self.files, self.is_sparse = name, [], is_sparse
        self.categories = Categories(names or {}, colours or {})
        self._numbers = np.where(values == nodata, NO_NUMBER, values).astype(np.int32)

    def numbers(self, grid, progress):
        progress.check()
        row, column = int(-grid.top), int(grid.left)
        return self._numbers[row : row + grid.height, column : column + grid.width]


def grid_of(values):
    return Grid(values.shape[1], values.shape[0], 0.0, 0.0, 1.0, 1.0, metres_per_unit=1.0)


def random_map(classes, seed, shape=SHAPE, empty=0.1):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(shape) < empty, 0, rng.choice(np.asarray(classes), shape))


def compare(one, other, match=MATCH_OVERLAP, progress=None, **names):
    first = ArrayClasses("first", one, names.get("first"))
    second = ArrayClasses("second", other, names.get("second"))
    return compare_maps(first, second, grid_of(one), match, progress or Progress())


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(classrasters, "WINDOW_BLOCK", (16, 16))
    monkeypatch.setattr(classrasters, "WINDOW_PIXELS", 600)


@pytest.fixture(params=[None, "small_blocks"], ids=["whole", "blocks"])
def blocks(request):
    if request.param:
        request.getfixturevalue(request.param)


CLASSES = [
    ([1, 2, 3], [1, 2, 3]),
    ([7], [3, 4, 5]),
    ([1, 2], [60000, 65535, 3]),
    (range(1, 301), range(1, 301)),
    ([-5, 9], [2**31 - 1, 1]),
]


@pytest.mark.usefixtures("blocks")
@pytest.mark.parametrize(("ours", "theirs"), CLASSES, ids=str)
def test_cross_table_is_that_of_scikit_learn(ours, theirs):
    one, other = random_map(list(ours), 1), random_map(list(theirs), 2)
    found = compare(one, other)
    both = (one > NO_NUMBER) & (one != 0) & (other != 0)
    labels = sorted({*one[both].tolist(), *other[both].tolist()})
    matrix = metrics.confusion_matrix(one[both], other[both], labels=labels)
    rows, columns = ([labels.index(number) for number in side.numbers] for side in (found.first, found.second))
    np.testing.assert_array_equal(found.comparison.table, matrix[np.ix_(rows, columns)])
    assert found.comparison.pixels == both.sum()
    assert found.comparison.adjusted_rand == pytest.approx(
        metrics.adjusted_rand_score(one[both], other[both]), rel=0, abs=1e-12
    )
    assert (found.only_first, found.only_second) == (
        ((one != 0) & (other == 0)).sum(),
        ((one == 0) & (other != 0)).sum(),
    )


def test_matched_by_number_the_measures_are_those_of_the_labels():
    one, other = random_map([1, 2, 5], 1), random_map([1, 2, 4], 2)
    comparison = compare(one, other, MATCH_NUMBER).comparison
    both = (one != 0) & (other != 0)
    assert comparison.overall == pytest.approx(metrics.accuracy_score(other[both], one[both]), abs=1e-12)
    assert comparison.kappa == pytest.approx(metrics.cohen_kappa_score(one[both], other[both]), abs=1e-12)
    assert comparison.partners.tolist() == [0, 1, NO_PARTNER]


def test_matched_by_name_case_by_case():
    one, other = random_map([1, 2, 3], 1), random_map([4, 5, 6], 2)
    found = compare(one, other, MATCH_NAME, first={1: "water", 2: "rock"}, second={4: "rock", 5: "3", 6: "grass"})
    assert found.comparison.partners.tolist() == [NO_PARTNER, 0, 1]


@pytest.mark.parametrize(
    ("second", "partners"),
    [
        ({4: "Rock", 5: "WATER ", 6: "grass"}, [1, 0]),
        ({4: "Rock", 5: "Water", 6: "water"}, [2, 0]),
        ({4: "Rock", 5: "Water", 6: "WATER"}, [NO_PARTNER, 0]),
    ],
    ids=["other spellings", "the same spelling beside another one", "two other spellings"],
)
def test_case_and_spaces_of_names_count_only_where_they_must(second, partners):
    one, other = random_map([1, 2], 1), random_map([4, 5, 6], 2)
    found = compare(one, other, MATCH_NAME, first={1: "water", 2: "rock"}, second=second)
    assert found.comparison.partners.tolist() == partners


def test_names_that_are_not_unique_match_nothing_by_name():
    one, other = random_map([1, 2, 3], 1), random_map([1, 2], 2)
    with pytest.raises(ParameterError, match="first calls both class 1 and class 3 “forest”"):
        compare(one, other, MATCH_NAME, first={1: "forest", 3: "forest"})


@pytest.mark.parametrize("match", [MATCH_NUMBER, MATCH_NAME])
def test_maps_without_a_common_label_are_warned_of(match):
    log = Log()
    found = compare(random_map([1, 2], 1), random_map([3, 4], 2), match, log)
    assert found.comparison.overall == 0
    assert log.warnings == [
        "No class of first has the number or name of one of second, so nothing agrees: first has 1, 2; second has 3, 4."
    ]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (np.zeros(SHAPE, int), np.ones(SHAPE, int), "first has no valid pixel"),
        (np.ones(SHAPE, int), np.zeros(SHAPE, int), "second has no class anywhere in first: it lies elsewhere"),
        (np.eye(70, 90, dtype=int), 1 - np.eye(70, 90, dtype=int), "No pixel has a class in both first and second"),
    ],
)
def test_nothing_to_compare_is_said(one, other, reason):
    with pytest.raises(ParameterError, match=reason):
        compare(one, other)


def test_colours_are_those_of_the_first_file_and_the_same_for_corresponding_classes():
    one = random_map([1, 2, 3], 1, empty=0)
    other = np.where(one == 3, 9, one % 2 + 5)
    other[0, :5] = 8
    first = ArrayClasses("first", one, colours={1: DISTINCT_COLOURS[0], 3: (1, 2, 3)})
    found = compare_maps(first, ArrayClasses("second", other), grid_of(one), MATCH_OVERLAP, Progress())
    assert found.first.colours == [DISTINCT_COLOURS[0], DISTINCT_COLOURS[1], (1, 2, 3)]
    assert found.second.numbers == [5, 6, 8, 9]
    assert found.second.colours == [DISTINCT_COLOURS[1], DISTINCT_COLOURS[0], DISTINCT_COLOURS[2], (1, 2, 3)]


@pytest.mark.usefixtures("blocks")
@pytest.mark.parametrize("side", [23, 70, 90, 600])
def test_small_maps_are_every_nth_row_and_column(monkeypatch, side):
    monkeypatch.setattr(mapcomparison, "SMALL_SIDE", side)
    one, other = random_map([2, 4, 6], 1), random_map([1, 2], 2)
    found = compare(one, other)
    step = -(-90 // side)
    both = (one != 0) & (other != 0)
    np.testing.assert_array_equal(found.small_first, (one // 2)[::step, ::step])
    np.testing.assert_array_equal(found.small_pairs[0], np.where(both, one // 2, 0)[::step, ::step])
    np.testing.assert_array_equal(found.small_pairs[1], np.where(both, other, 0)[::step, ::step])


@pytest.mark.usefixtures("blocks")
def test_small_maps_show_each_of_few_reference_pixels(monkeypatch):
    monkeypatch.setattr(mapcomparison, "SPARSE_SIDE", 13)
    one, other = random_map([1, 2], 1, empty=0), np.zeros(SHAPE, int)
    places = [(0, 0), (13, 41), (69, 89), (33, 7)]
    for number, place in enumerate(places, start=1):
        other[place] = number
    second = ArrayClasses("second", other, is_sparse=True)
    found = compare_maps(ArrayClasses("first", one), second, grid_of(one), MATCH_OVERLAP, Progress())
    expected = np.zeros((10, 13), int)
    for number, (row, column) in enumerate(places, start=1):
        expected[row // 7, column // 7] = number
    np.testing.assert_array_equal(found.small_pairs[1], expected)
    shown = [found.small_pairs[0][row // 7, column // 7] for row, column in places]
    assert shown == [one[place] for place in places]


def agreement_of(tmp_path, one, other, match=MATCH_OVERLAP, **names):
    found = compare(one, other, match, **names)
    first, second = ArrayClasses("first", one), ArrayClasses("second", other)
    write_agreement(tmp_path / "agreement.tif", found, first, second, Progress())
    dataset = gdal.Open(str(tmp_path / "agreement.tif"))
    band = dataset.GetRasterBand(1)
    table = band.GetDefaultRAT()
    columns = {table.GetNameOfCol(column): column for column in range(table.GetColumnCount())}
    texts = {
        name: [table.GetValueAsString(row, column) for row in range(table.GetRowCount())]
        for name, column in columns.items()
    }
    colours = band.GetColorTable()
    return SimpleNamespace(
        values=band.ReadAsArray(),
        table=texts,
        colours=[colours.GetColorEntry(number)[:3] for number in range(1, table.GetRowCount() + 1)],
        compared=found,
    )


@pytest.mark.usefixtures("blocks")
def test_agreement_tells_both_classes_of_each_pixel(tmp_path):
    one, other = random_map([1, 2, 3], 1), random_map([1, 2, 3], 2)
    other[:40] = one[:40]
    found = agreement_of(tmp_path, one, other, first={1: "water"})
    both = (one != 0) & (other != 0)
    assert ((found.values > 0) == both).all()
    for number in range(1, 10):
        ours, theirs = (int(found.table[name][number - 1].split()[0]) for name in ("First", "Second"))
        np.testing.assert_array_equal(found.values == number, both & (one == ours) & (other == theirs))
        assert found.table["Same"][number - 1] == ("yes" if ours == theirs else "no")
        expected = SAME_COLOUR if ours == theirs else found.compared.second.colours[theirs - 1]
        assert found.colours[number - 1] == expected
    counts = [int(count) for count in found.table["Count"]]
    assert counts == np.bincount(found.values.ravel())[1:].tolist()
    assert counts[3:] == sorted(counts[3:], reverse=True)
    assert found.table["Class"][:3] == ["same: 1 water = 1", "same: 2", "same: 3"]
    assert set(found.table["Class"][3:]) == {
        "1 water → 2", "1 water → 3", "2 → 1", "2 → 3", "3 → 1", "3 → 2"
    }  # fmt: skip
    areas = [float(area) for area in found.table["Area_ha"]]
    np.testing.assert_allclose(areas, np.array(counts) / 10_000)


def test_of_many_differences_the_smallest_share_a_number(tmp_path, monkeypatch):
    monkeypatch.setattr(mapcomparison, "MOST_DIFFERENCES", 3)
    one, other = random_map([1, 2, 3], 1), random_map([1, 2, 3], 2)
    found = agreement_of(tmp_path, one, other)
    assert found.values.max() == 7
    assert found.table["Class"][6] == "other differences"
    assert [int(count) for count in found.table["Count"]] == np.bincount(found.values.ravel())[1:].tolist()


def test_300_classes_have_numbers_for_all_that_agree(tmp_path):
    one = random_map(list(range(1, 301)), 1)
    other = np.where(one, one % 300 + 1, 0)
    found = agreement_of(tmp_path, one, other)
    assert found.values.dtype == np.uint16
    assert found.compared.comparison.overall == 1
    np.testing.assert_array_equal(found.values, one)


def test_a_single_class_in_both(tmp_path):
    found = agreement_of(tmp_path, np.ones(SHAPE, int), np.full(SHAPE, 9))
    assert (found.values == 1).all()
    assert found.table["Class"] == ["same: 1 = 9"]


def test_table_has_measures_cross_table_and_classes_without_partner(tmp_path):
    one = np.array([[1, 1, 1, 2, 2, 0]])
    other = np.array([[5, 5, 7, 7, 8, 8]])
    write_comparison(tmp_path / "table.csv", compare(one, other, first={2: "rock"}, second={8: "a, b"}))
    with open(tmp_path / "table.csv", newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    assert header == [
        *["class", "name", "pixels", "area_ha", "match", "match_name", "precision", "recall", "f1"],
        *["second 5", "second 7", "second 8 a, b"],
    ]
    assert rows == [
        ["1", "", "3", "0.0003", "5", "", repr(2 / 3), "1.0", "0.8", "2", "1", "0"],
        ["2", "rock", "2", "0.0002", "7", "", "0.5", "0.5", "0.5", "0", "1", "1"],
        ["", "", "0", "0.0", "8", "a, b", "", "0.0", "0.0", "0", "0", "0"],
        ["all", "", "5", "0.0005", "", "", "", "", "", "2", "2", "1"],
    ]


def test_comparing_can_be_cancelled():
    class CancelAtOnce(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        compare(random_map([1], 1), random_map([1], 2), progress=CancelAtOnce())
