"""Classes with the range of their spectra."""

import numpy as np
import pytest

from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.core.spectra.classtable import ClassTable
from neon_aop.core.spectra.sampletables import STATISTICS_COLUMNS

BANDS = Bands.of([500.0, 600.0, 700.0])
CENTRES = np.array([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.2, 0.4, 0.6]])


@pytest.fixture
def centres(tmp_path):
    path = tmp_path / "centres.csv"
    SpectralClasses(np.array([1, 2, 5]), CENTRES, BANDS, np.array([7, 8, 9])).write(path)
    return str(path)


def statistics(path, *rows):
    lines = [",".join([*STATISTICS_COLUMNS, "500.0", "600.0", "700.0"]), *rows]
    path.write_text("\n".join(lines) + "\n")
    return str(path)


def test_table_of_centres_has_no_limits(centres):
    table = ClassTable.read(centres)
    assert table.classes.numbers.tolist() == [1, 2, 5]
    assert table.limits == {}


def test_table_of_samples_has_names_and_limits(tmp_path):
    path = statistics(
        tmp_path / "samples.csv",
        "class,4,oak,,mean,12,,,0.1,0.2,0.3",
        "class,4,oak,,standard deviation,12,,,0.01,0.01,0.01",
        "class,4,oak,,5 %,12,,,0.05,0.1,0.2",
        "class,4,oak,,95 %,12,,,0.2,0.3,0.4",
        "class,2,pine,,mean,1,,,0.3,0.2,0.1",
        "class,2,pine,,standard deviation,1,,,,,",
        "feature,4,oak,1,mean,12,,,0.5,0.5,0.5",
    )
    table = ClassTable.read(path)
    assert table.classes.numbers.tolist() == [2, 4]
    assert table.classes.hints == ["pine", "oak"]
    assert table.classes.counts.tolist() == [1, 12]
    np.testing.assert_array_equal(table.classes.centres, [[0.3, 0.2, 0.1], [0.1, 0.2, 0.3]])
    low, high = table.limits[4]
    assert low.tolist() == [0.05, 0.1, 0.2] and high.tolist() == [0.2, 0.3, 0.4]
    assert list(table.limits) == [4]


def test_other_tables_are_refused(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(TableError, match="not a table of cluster centres"):
        ClassTable.read(str(path))


def test_class_has_its_place(centres):
    table = ClassTable.read(centres)
    assert table.index(5) == 2
    assert table.index(3) is None


def test_nearest_class_comes_first_with_its_distance_and_angle(centres):
    # The image has a band more, in the middle.
    bands = Bands.of([500.0, 550.0, 600.0, 700.0])
    first, second, third = ClassTable.read(centres).distances(np.array([0.1, 9.0, 0.2, 0.3]), bands, "image")
    assert (first.number, first.distance) == (1, 0)
    # Twice as bright is the same direction.
    assert second.number == 2 and third.number == 5
    assert third.distance == pytest.approx(np.linalg.norm([0.1, 0.2, 0.3]))
    assert third.angle == pytest.approx(0, abs=1e-5)
    assert second.angle == pytest.approx(np.degrees(np.arccos(0.1 / 0.14)))


def test_band_without_data_is_left_out_of_the_distance(centres):
    (first, *_) = ClassTable.read(centres).distances(np.array([0.2, np.nan, 0.6]), BANDS, "image")
    assert (first.number, first.distance) == (5, 0)


def test_image_without_the_bands_of_the_classes_is_refused(centres):
    with pytest.raises(TableError):
        ClassTable.read(centres).distances(np.zeros(3), Bands.of([1500.0, 1600.0, 1700.0]), "image")
