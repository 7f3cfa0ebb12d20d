import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.componentclasses import make_component_classes
from neon_aop.core.methods.kmeans.classification import Start, classify
from neon_aop.core.methods.kmeans.shard import labels_of
from neon_aop.core.methods.products import ClassFiles, ClassSettings
from neon_aop.core.methods.transforms.components import ComponentChoice, Moments, principal_components
from neon_aop.core.methods.transforms.scores import Scores
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.core.methods.kmeans.test_nearest import smooth_pixels

GRID = Grid(50, 40)
BANDS = Bands.of(np.linspace(450, 2400, 40))


def image_of(values):
    return Pixels(values, np.ones((GRID.height, GRID.width), bool), GRID, BANDS, 1e-4, name="image")


@pytest.fixture
def values():
    return smooth_pixels(np.random.default_rng(1), noise=60)


def run(values, folder, components=3, start=None, compare=False, **settings):
    """Classify scores; return classification, comparison, the labels by class number, and the transform."""
    with LocalImages([image_of(values)]) as images:
        moments = Moments.of(images)
        transform = principal_components(moments, BANDS, ComponentChoice(count=components))
        files = ClassFiles(str(folder / "c.tif"), str(folder / "c.csv"))
        found, comparison = make_component_classes(
            images,
            Mosaic.of([GRID], ["image"]),
            transform,
            ClassSettings(start or Start(classes=4), 30, **settings),
            files,
            Progress(),
            compare=compare,
        )
        return found, comparison, found.numbers[labels_of(images._images[0])], transform


def test_classes_are_those_of_kmeans_on_the_scores(values, tmp_path):
    found, _, labels, transform = run(values, tmp_path)
    scores = Scores(transform)(type("State", (), {"pixels": image_of(values)}), slice(None)).T
    alone = Pixels(np.ascontiguousarray(scores), np.ones((GRID.height, GRID.width), bool), GRID, Bands.of([np.nan] * 3))
    with LocalImages([alone]) as images:
        expected = classify(images, Start(classes=4), 30)
        theirs = labels_of(images._images[0])
    np.testing.assert_array_equal(found.clustering.centres, expected.clustering.centres)
    np.testing.assert_array_equal(labels, found.numbers[theirs])


def test_centres_are_mean_spectra_and_numbers_go_from_dark_to_bright(values, tmp_path):
    found, _, labels, _ = run(values, tmp_path)
    means = np.stack([values[labels == number].mean(axis=0) * 1e-4 for number in range(1, 5)])
    np.testing.assert_allclose(found.classes.centres, means, rtol=1e-12)
    np.testing.assert_allclose(SpectralClasses.read(tmp_path / "c.csv").centres, means, rtol=1e-12)
    assert (np.diff(means.mean(axis=1)) > 0).all()


def test_raster_has_the_classes(values, tmp_path):
    _, _, labels, _ = run(values, tmp_path)
    np.testing.assert_array_equal(gdal.Open(str(tmp_path / "c.tif")).ReadAsArray().ravel(), labels)


def test_goes_on_from_a_table_of_spectra(values, tmp_path):
    first, _, labels, _ = run(values, tmp_path)
    (tmp_path / "c.csv").rename(tmp_path / "start.csv")
    again, _, theirs, _ = run(values, tmp_path, start=Start(kind=2, file=str(tmp_path / "start.csv")))
    assert first.clustering.converged
    assert [iteration.moved for iteration in again.clustering.iterations] == [None, 0]
    np.testing.assert_array_equal(theirs, labels)


def test_comparison_is_that_of_both_classifications(values, tmp_path):
    _, comparison, labels, _ = run(values, tmp_path, components=1, compare=True)
    with LocalImages([image_of(values)]) as images:
        of_bands = classify(images, Start(classes=4), 30)
        others = of_bands.numbers[labels_of(images._images[0])]
    expected = [[((labels == one) & (others == two)).sum() for two in range(1, 5)] for one in range(1, 5)]
    assert comparison.comparison.table.tolist() == expected
    assert 0 < comparison.comparison.overall < 1


def test_all_components_give_the_classes_of_the_bands(values, tmp_path):
    run(values, tmp_path)
    (tmp_path / "c.csv").rename(tmp_path / "start.csv")
    start = Start(kind=2, file=str(tmp_path / "start.csv"))
    _, comparison, _, _ = run(values, tmp_path, components=40, start=start, compare=True)
    assert comparison.comparison.overall == 1
    assert comparison.comparison.adjusted_rand == 1


def test_threads_change_nothing(values, tmp_path):
    written = []
    for threads in (1, 3):
        with using_threads(threads):
            run(np.tile(values, (1, 1)), tmp_path)
        written.append([(tmp_path / name).read_bytes() for name in ("c.tif", "c.csv")])
    assert written[0] == written[1]
