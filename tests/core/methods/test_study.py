import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.constants import ON_BANDS, ON_COMPONENTS, START_FILE
from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.files.tables import open_table
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans.classification import Start
from neon_aop.core.methods.study import StudyPlan, run_study, similar_in_words, whole_numbers
from neon_aop.core.methods.transforms.components import ComponentChoice
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.core.methods.kmeans.test_nearest import smooth_pixels

GRID = Grid(50, 40)


@pytest.fixture
def values():
    return smooth_pixels(np.random.default_rng(3), noise=150)


def study_of(values, progress=None, **plan):
    bands = Bands.of(np.linspace(450, 2400, values.shape[1]))
    image = Pixels(values, np.ones((GRID.height, GRID.width), bool), GRID, bands, 1e-4, name="image")
    with LocalImages([image]) as images:
        return run_study(images, StudyPlan(**{"clusters": (2, 4), "factors": (1, 3, 8), **plan}), progress)


def lloyd(pixels, centres, iterations=50):
    """Return the labels of plain k-means in float64, before the centres move for the last time."""
    for _ in range(iterations):
        labels = ((pixels[:, np.newaxis] - centres) ** 2).sum(axis=2).argmin(axis=1)
        moved = np.stack([pixels[labels == label].mean(axis=0) for label in range(len(centres))])
        if np.array_equal(moved, centres):
            break
        centres = moved
    return labels


def test_each_combination_is_plain_kmeans_from_the_same_spectra(values, tmp_path):
    start, counts = values[[0, 700, 1500]].astype(float), np.ones(3, int)
    bands = Bands.of(np.linspace(450, 2400, values.shape[1]))
    SpectralClasses(np.arange(1, 4), start * 1e-4, bands, counts).write(tmp_path / "start.csv")
    from_file = Start(kind=START_FILE, file=str(tmp_path / "start.csv"))
    study = study_of(values, clusters=(3,), spaces=(ON_BANDS,), start=from_file, max_iterations=40)
    labels = {factor: lloyd(values[:, ::factor].astype(float), start[:, ::factor], 40) for factor in study.plan.factors}
    for one in study.combinations:
        pairs = np.zeros((3, 3), int)
        np.add.at(pairs, (labels[one.factor], labels[1]), 1)
        # Classes are numbered by brightness, so that rows and columns may have another order.
        assert sorted(one.comparison.table.ravel()) == sorted(pairs.ravel())
        assert one.bands == len(range(0, 40, one.factor))


def test_few_pixels_that_move_end_a_clustering(values):
    settled = study_of(values, max_iterations=500)
    study = study_of(values, max_iterations=500, min_moved=2)
    assert all(one.converged for one in (*study.combinations, *settled.combinations))
    assert sum(one.iterations for one in study.combinations) < sum(one.iterations for one in settled.combinations)


def test_reference_agrees_with_itself(values):
    study = study_of(values)
    first = [one for one in study.combinations if one.factor == 1 and one.space == ON_BANDS]
    assert [one.comparison.overall for one in first] == [1.0, 1.0]
    assert len(study.combinations) == study.plan.combinations == 12


def test_components_alone_have_a_reference_of_components(values):
    study = study_of(values, spaces=(ON_COMPONENTS,), choice=ComponentChoice(count=2))
    assert {one.components for one in study.combinations} == {2}
    assert [one.comparison.overall for one in study.combinations[:2]] == [1.0, 1.0]


def test_no_more_components_than_bands(values):
    study = study_of(values, factors=(1, 20), spaces=(ON_COMPONENTS,), choice=ComponentChoice(count=6))
    assert [one.components for one in study.combinations] == [6, 6, 2, 2]


def test_reference_has_all_bands_that_are_read(values):
    """No subset of every second and every third band has all bands of both."""
    study = study_of(values, factors=(2, 3), spaces=(ON_BANDS,))
    assert [one.factor for one in study.combinations] == [1, 1, 2, 2, 3, 3]
    assert StudyPlan(factors=(4, 6)).factors == (2, 4, 6)


def test_factors_count_from_the_bands_that_are_read(values):
    """Of every second band, every second one is every fourth of all."""
    one = study_of(values, factors=(2, 4), spaces=(ON_BANDS,))
    assert [found.bands for found in one.combinations] == [40, 40, 20, 20]


def test_a_subset_without_information_is_not_similar(values):
    values = np.ascontiguousarray(values)
    values[:, ::4] = np.random.default_rng(0).integers(0, 9000, values[:, ::4].shape)
    study = study_of(values, factors=(1, 4), spaces=(ON_BANDS,), similar=0.9)
    assert study.largest_similar_factor == 1
    assert "With fewer than the 40 bands of the reference" in similar_in_words(study)


def test_table_has_a_row_for_each_combination(values, tmp_path):
    study = study_of(values)
    study.write(tmp_path / "table.csv")
    with open_table(tmp_path / "table.csv") as table:
        rows = [fields for _, fields in table.rows(100)]
    assert len(rows) == 12
    assert rows[0][:5] == ["2", "bands", "1", "40", ""]
    assert float(rows[0][table.header.index("agreement")]) == 1


def test_threads_change_nothing(values, tmp_path):
    written = []
    for threads in (1, 3):
        with using_threads(threads):
            study_of(values).write(tmp_path / "table.csv")
        written.append((tmp_path / "table.csv").read_bytes())
    assert written[0] == written[1]


def test_can_be_cancelled(values):
    class Stop(Progress):
        lines = 0

        def info(self, text):
            self.lines += 1

        def cancelled(self):
            return self.lines >= 3

    progress = Stop()
    with pytest.raises(Cancelled):
        study_of(values, progress)
    assert progress.lines == 3


@pytest.mark.parametrize(("text", "expected"), [("3,5, 10", (3, 5, 10)), ("5;3 , 5,", (3, 5)), ("1", (1,))])
def test_lists_of_numbers_are_read(text, expected):
    assert whole_numbers(text, 10, "Clusters") == expected


@pytest.mark.parametrize("text", ["", " , ", "0", "11", "-1", "2.5", "three", "1e1", "٣"])
def test_other_lists_are_refused(text):
    with pytest.raises(ParameterError, match="Clusters"):
        whole_numbers(text, 10, "Clusters")
