"""Classes by Gaussian maximum likelihood are those of SPy and of scikit-learn."""

from __future__ import annotations

import json

import numpy as np
import pytest
from spectral.algorithms.algorithms import create_training_classes
from spectral.algorithms.classifiers import GaussianClassifier

from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.constants import PALETTE_FIXED
from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.supervised.gaussian import GaussianClasses, GaussianScores
from neon_aop.core.methods.supervised.gaussianfit import fit_gaussian
from neon_aop.core.methods.supervised.modelfile import read_model
from neon_aop.core.methods.supervised.training import TrainingSamples
from neon_aop.core.methods.transforms.linear import LinearTransform
from neon_aop.core.spectra.classes import SpectralClasses

SCALE = 1e-4


def scene(bands, classes, count, seed=1, spread=60.0):
    """Return int16 pixels of classes with different means and covariances, and their classes."""
    random = np.random.default_rng(seed)
    values, truth = [], []
    shared = random.normal(size=(bands, bands)) * np.geomspace(4, 0.2, bands)
    for index in range(classes):
        own = shared + random.normal(size=(bands, bands)) * np.geomspace(2, 0.1, bands)
        mean = random.uniform(1000, 1400, bands)
        values.append(random.normal(size=(count, bands)) @ own.T * spread / np.sqrt(bands) + mean)
        truth.append(np.full(count, index))
    order = random.permutation(classes * count)
    return np.rint(np.concatenate(values)[order]).astype(np.int16), np.concatenate(truth)[order]


def samples_of(values, classes):
    names = [str(index + 1) for index in range(int(classes.max()) + 1)]
    return TrainingSamples(values * SCALE, classes, np.full(len(values), -1), names)


def model_of(found, transform=None, priors=None):
    count, features = found.means.shape
    bands = features if transform is None else len(transform.bands)
    centres = found.means if transform is None else transform.inverse(found.means)
    classes = SpectralClasses(np.arange(1, count + 1), centres, Bands.of(np.linspace(400, 2400, bands)))
    priors = np.full(count, 1 / count) if priors is None else np.asarray(priors, float)
    return GaussianClasses(
        classes,
        transform,
        found.means,
        found.covariances,
        priors,
        found.pooled_shares,
        found.diagonal_share,
        found.limits,
    )


def classified(model, values, scale=SCALE, offset=0.0, with_confidence=True):
    bands = Bands.of(np.full(values.shape[1], np.nan))
    pixels = Pixels(values, np.ones((1, len(values)), bool), Grid(len(values), 1), bands, scale, offset)
    return GaussianScores(model, with_confidence)(ImageState(pixels), slice(0, len(values)))


def spy_labels(values, truth, image):
    training = create_training_classes(values[np.newaxis].astype(float), truth[np.newaxis] + 1)
    return GaussianClassifier(training).classify_image(image[np.newaxis].astype(float))[0]


@pytest.mark.parametrize("bands", [2, 9, 15, 16, 40])
def test_labels_are_those_of_spy_without_shrinkage(bands):
    values, truth = scene(bands, 6, 700)
    image, _ = scene(bands, 6, 3000, spread=120.0)
    found = classified(model_of(fit_gaussian(samples_of(values, truth), pooled_share=0.0)), image)[0]
    np.testing.assert_array_equal(found, spy_labels(values, truth, image))


@pytest.mark.parametrize("bands", [9, 30])
def test_labels_and_probabilities_are_those_of_scikit_learn_with_its_conventions(bands):
    qda = pytest.importorskip("sklearn.discriminant_analysis").QuadraticDiscriminantAnalysis
    values, truth = scene(bands, 4, 500)
    values, truth = values[truth != 3], truth[truth != 3]
    values, truth = values[: -len(values) // 3], truth[: -len(truth) // 3]
    image, _ = scene(bands, 4, 2000, spread=120.0)
    # scikit-learn divides by n, takes the shares of the samples as priors, and judges ranks in digital numbers.
    theirs = qda().fit(values.astype(float), truth)
    plain = fit_gaussian(samples_of(values, truth), pooled_share=0.0)
    counts = np.bincount(truth)
    by_n = [(n - 1) / n * covariance for n, covariance in zip(counts, plain.covariances)]
    model = model_of(plain, priors=counts / counts.sum())
    model = GaussianClasses(**{**vars(model), "covariances": np.stack(by_n)})
    found = classified(model, image)
    np.testing.assert_array_equal(found[0], theirs.predict(image.astype(float)) + 1)
    probabilities = theirs.predict_proba(image.astype(float)).max(axis=1)
    np.testing.assert_allclose(found[1], probabilities, atol=1e-6 if bands < 16 else 2e-3)


@pytest.mark.parametrize("bands", [12, 40])
def test_labels_of_components_are_those_of_their_scores(bands):
    values, truth = scene(bands, 5, 600)
    mean, (_, vectors) = values.mean(axis=0) * SCALE, np.linalg.eigh(np.cov(values.T))
    transform = LinearTransform(Bands.of(np.linspace(400, 2400, bands)), mean, vectors[:, :-8:-1], np.ones(bands), 1)
    scores = transform.forward(values, SCALE)
    found = fit_gaussian(TrainingSamples(scores, truth, np.full(len(truth), -1), list("12345")), pooled_share=0.0)
    labels = classified(model_of(found, transform), values)[0]
    expected = classified(model_of(found), scores, scale=1.0)[0]
    np.testing.assert_array_equal(labels, expected)


def test_an_offset_of_stored_values_changes_nothing():
    values, truth = scene(9, 4, 300)
    model = model_of(fit_gaussian(samples_of(values, truth), pooled_share=0.0))
    moved = classified(model, (values.astype(np.int32) + 5000), offset=-0.5)
    np.testing.assert_allclose(moved, classified(model, values), atol=1e-6)


@pytest.mark.parametrize("bands", [5, 30])
def test_pixels_beyond_the_limit_of_their_class_are_unclassified(bands):
    values, truth = scene(bands, 3, 400)
    found = fit_gaussian(samples_of(values, truth), pooled_share=0.0, reject=0.05)
    labels = classified(model_of(found), values)[0]
    centred = values * SCALE
    distances = np.stack(
        [
            np.einsum("ij,jk,ik->i", centred - mean, np.linalg.inv(covariance), centred - mean)
            for mean, covariance in zip(found.means, found.covariances)
        ]
    )
    every = classified(model_of(fit_gaussian(samples_of(values, truth), pooled_share=0.0)), values)[0].astype(int)
    is_beyond = distances[every - 1, np.arange(len(every))] > found.limits[every - 1]
    np.testing.assert_array_equal(labels, np.where(is_beyond, 0, every))
    assert 0.005 < is_beyond.mean() < 0.08


def test_float32_decides_no_pixel_between_classes():
    values, truth = scene(60, 4, 200)
    model = model_of(fit_gaussian(samples_of(values, truth)))
    # Pixels on the way from one class to another, and far beyond, where float32 has few digits left.
    way = np.linspace(-40, 40, 4001)[:, np.newaxis]
    ends = (model.means / SCALE)[:2]
    image = (ends[0] + way * (ends[1] - ends[0])).astype(np.float64)
    found = classified(model, image)[0]
    precisions = np.linalg.inv(model.covariances)
    centred = (image * SCALE)[np.newaxis] - model.means[:, np.newaxis]
    scores = -np.einsum("cij,cjk,cik->ci", centred, precisions, centred) / 2
    scores -= np.linalg.slogdet(model.covariances)[1][:, np.newaxis] / 2
    np.testing.assert_array_equal(found, scores.argmax(axis=0) + 1)


@pytest.mark.parametrize("bands", [4, 20])
def test_of_equal_classes_the_first_counts_with_half_the_probability(bands):
    values, truth = scene(bands, 1, 200)
    found = fit_gaussian(samples_of(np.concatenate([values, values]), np.repeat([0, 1], len(values))), pooled_share=0.0)
    labels, confidence = classified(model_of(found), values)
    assert set(labels) == {1}
    np.testing.assert_allclose(confidence, 0.5)


@pytest.mark.parametrize("bands", [4, 20])
def test_numbers_that_overflow_have_no_class(bands):
    values, truth = scene(bands, 2, 200)
    model = model_of(fit_gaussian(samples_of(values, truth), pooled_share=0.0))
    image = values.astype(float)
    image[3] = 1e200
    found = classified(model, image)
    assert np.isnan(found[:, 3]).all()
    assert np.isfinite(np.delete(found, 3, axis=1)).all()


def test_a_model_whose_wavelengths_are_fewer_than_its_bands_is_refused(tmp_path):
    path = tmp_path / "model.json"
    content = {
        "format": "neon_aop gaussian classifier 1",
        "classes": [1],
        "names": ["a"],
        "training_pixels": [9],
        "mean_reflectance": [[0.1, 0.2]],
        "band_numbers": [1, 2],
        "wavelengths_nm": [500.0, 600.0],
        "fwhm_nm": [5.0, 5.0],
        "components": None,
        "means": [[0.1, 0.2]],
        "covariances": [[[1.0, 0.0], [0.0, 1.0]]],
        "priors": [1.0],
        "pooled_shares": [0.0],
        "diagonal_share": 0.0,
    }
    path.write_text(json.dumps(content))
    found = read_model(path)
    assert found.features == 2
    # As of samples, whatever their spectra may mean.
    assert found.classes.palette == PALETTE_FIXED
    path.write_text(json.dumps({**content, "wavelengths_nm": [500.0]}))
    with pytest.raises(TableError):
        read_model(path)
