"""Random forests and linear SVMs: labels are those of scikit-learn, with and without it."""

from __future__ import annotations

import json
import sys
import threading

import numpy as np
import pytest

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.compute.threads import using_threads
from neon_aop.core.errors import Cancelled, MissingPackageError, TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.supervised import forest as forest_module
from neon_aop.core.methods.supervised.forest import features_for_trees, fit_forest
from neon_aop.core.methods.supervised.modelfile import read_model, write_model
from neon_aop.core.methods.supervised.scikitlearn import in_background, scikit_learn
from neon_aop.core.methods.supervised.svm import fit_svm
from neon_aop.core.methods.supervised.training import TrainingSamples
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.progress import Progress
from neon_aop.core.spectra.classes import SpectralClasses

ensemble = pytest.importorskip("sklearn.ensemble")
svm = pytest.importorskip("sklearn.svm")

SCALE, BANDS, PIXELS = 1e-4, 12, 20_000
PRIORS = np.array([0.5, 0.2, 0.3])


def stored_pixels(seed: int, count: int, classes: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Return int16 pixels of overlapping classes, and their classes."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, classes, count)
    means = np.random.default_rng(1).uniform(1500, 1900, (classes, BANDS))
    noise = random.normal(size=(count, BANDS)) @ np.linspace(60, 300, BANDS * BANDS).reshape(BANDS, BANDS) / 10
    return np.rint(means[truth] + noise + random.normal(0, 120, (count, BANDS))).astype(np.int16), truth


def transform_of(stored: np.ndarray) -> LinearTransform:
    values = stored * SCALE
    eigenvalues, vectors = np.linalg.eigh(np.cov(values.T))
    bands = Bands.of(np.linspace(400, 2400, BANDS))
    return LinearTransform(bands, values.mean(axis=0), vectors[:, :-6:-1], eigenvalues[::-1], len(values))


def samples_of(features: np.ndarray, truth: np.ndarray) -> TrainingSamples:
    names = [str(index) for index in range(int(truth.max()) + 1)]
    return TrainingSamples(features, truth, np.arange(len(truth)) // 5, names)


def classes_of(stored: np.ndarray, truth: np.ndarray) -> SpectralClasses:
    count = int(truth.max()) + 1
    centres = np.stack([stored[truth == index].mean(axis=0) * SCALE for index in range(count)])
    # The numbers have a gap.
    numbers = np.array([2, 3, 7])[:count]
    return SpectralClasses(
        numbers, centres, Bands.of(np.linspace(400, 2400, BANDS)), np.bincount(truth), given_names={2: "oak"}
    )


def classified(model, stored: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    grid = Grid(len(stored), 1)
    pixels = Pixels(stored, np.ones((1, len(stored)), bool), grid, model.classes.bands, SCALE)
    return tuple(model.function()(ImageState(pixels), slice(0, len(stored))))


@pytest.fixture(params=[False, True], ids=["bands", "components"])
def scene(request):
    """Return training pixels with classes, other pixels, and what computes features of them, or None."""
    stored, truth = stored_pixels(2, 900)
    return stored, truth, stored_pixels(3, PIXELS)[0], transform_of(stored) if request.param else None


def features(stored: np.ndarray, transform) -> np.ndarray:
    return stored * SCALE if transform is None else transform.forward(stored, SCALE)


def trained(kind: str, stored, truth, transform, priors=PRIORS, trees=30):
    samples, classes = samples_of(features(stored, transform), truth), classes_of(stored, truth)
    if kind == "forest":
        return fit_forest(samples, classes, transform, priors, trees, 4, Progress())
    return fit_svm(samples, classes, transform, priors, 4, Progress())


def test_labels_of_a_forest_are_those_of_scikit_learn(scene, tmp_path):
    stored, truth, others, transform = scene
    write_model(tmp_path / "model.json", trained("forest", stored, truth, transform))
    labels, confidence = classified(read_model(tmp_path / "model.json"), others)
    peer = ensemble.RandomForestClassifier(
        30,
        max_leaf_nodes=forest_module.MOST_LEAVES,
        class_weight=samples_of(stored, truth).class_weights(PRIORS),
        random_state=4,
    ).fit(features_for_trees(features(stored, transform)), truth)
    values = features_for_trees(features(others, transform))
    np.testing.assert_array_equal(labels, np.array([2, 3, 7])[peer.predict(values)])
    np.testing.assert_array_equal(confidence, peer.predict_proba(values).max(axis=1).astype(np.float32))


@pytest.mark.parametrize("count", [2, 3])
def test_labels_of_a_linear_svm_are_those_of_scikit_learn(scene, tmp_path, count):
    stored, truth, others, transform = scene
    stored, truth = stored[truth < count], truth[truth < count]
    priors = PRIORS[:count] / PRIORS[:count].sum()
    write_model(tmp_path / "model.json", trained("svm", stored, truth, transform, priors))
    labels, confidence = classified(read_model(tmp_path / "model.json"), others)
    scaler = pytest.importorskip("sklearn.preprocessing").StandardScaler()
    values = scaler.fit_transform(features(stored, transform))
    weights = samples_of(stored, truth).class_weights(priors)
    peer = svm.LinearSVC(dual=False, class_weight=weights, max_iter=5000).fit(values, truth)
    expected = peer.predict(scaler.transform(features(others, transform)))
    np.testing.assert_array_equal(labels, np.array([2, 3, 7])[expected])
    assert 1 / count <= confidence.min() and confidence.max() <= 1


# Means over trees are less sure than they could be.
@pytest.mark.parametrize("kind, tolerance", [("forest", 0.15), ("svm", 0.03)])
def test_probabilities_tell_how_often_labels_are_right(kind, tolerance):
    stored, truth = stored_pixels(2, 900)
    others, expected = stored_pixels(5, PIXELS)
    labels, confidence = classified(trained(kind, stored, truth, None, np.full(3, 1 / 3)), others)
    is_right = labels == np.array([2, 3, 7])[expected]
    assert abs(is_right.mean() - confidence.mean()) < tolerance
    assert is_right[confidence > 0.9].mean() > is_right[confidence < 0.6].mean() + 0.2


@pytest.mark.parametrize("kind", ["forest", "svm"])
def test_the_band_that_tells_classes_apart_is_the_most_important(kind):
    random = np.random.default_rng(0)
    truth = random.integers(0, 3, 600)
    stored = random.integers(1000, 2000, (600, BANDS)).astype(np.int16)
    stored[:, 4] += (truth * 2000).astype(np.int16)
    model = trained(kind, stored, truth, None)
    assert model.importance.argmax() == 4 and model.importance.sum() == pytest.approx(1)
    of_components = trained(kind, stored, truth, transform_of(stored))
    assert of_components.importance.argmax() == 4 and of_components.importance.sum() == pytest.approx(1)


def test_a_forest_is_the_same_with_any_number_of_threads(tmp_path):
    stored, truth = stored_pixels(2, 300)
    written = []
    for threads in (1, 3):
        with using_threads(threads):
            write_model(tmp_path / "model.json", trained("forest", stored, truth, None, trees=7))
        written.append((tmp_path / "model.json").read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize("kind", ["forest", "svm"])
def test_a_saved_classifier_needs_no_scikit_learn(kind, tmp_path, monkeypatch):
    stored, truth = stored_pixels(2, 300)
    model = trained(kind, stored, truth, None)
    write_model(tmp_path / "model.json", model)
    expected = classified(model, stored)
    for module in ("sklearn", "sklearn.svm", "sklearn.ensemble"):
        monkeypatch.setitem(sys.modules, module, None)
    found = classified(read_model(tmp_path / "model.json"), stored)
    np.testing.assert_array_equal(found, expected)
    with pytest.raises(MissingPackageError, match="scikit-learn"):
        scikit_learn("svm")


def test_trees_that_lead_in_circles_or_nowhere_are_refused(tmp_path):
    stored, truth = stored_pixels(2, 100)
    path = tmp_path / "model.json"
    write_model(path, trained("forest", stored, truth, None, trees=1))
    content = json.loads(path.read_text())
    tree = content["trees"][0]
    for key, value in (("left", 0), ("right", 99_999), ("features", BANDS), ("features", -2), ("left", 1.5)):
        changed = {**tree, key: [value, *tree[key][1:]]}
        path.write_text(json.dumps({**content, "trees": [changed]}))
        with pytest.raises(TableError, match="do not fit together"):
            read_model(path)


def test_training_ends_when_the_user_cancels():
    class Stopping(Progress):
        def cancelled(self):
            return True

    end = threading.Event()
    with pytest.raises(Cancelled):
        in_background(end.wait, Stopping())
    end.set()
