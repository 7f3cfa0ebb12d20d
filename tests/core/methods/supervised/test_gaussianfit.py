"""Covariances of few samples: what is shrunk, how far, and which pixels are rejected."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.methods.supervised.gaussianfit import fit_gaussian
from neon_aop.core.methods.supervised.training import TrainingSamples
from neon_aop.core.progress import Progress


def normal_samples(means, covariances, count, seed=0):
    """Return samples of normal distributions, `count` of each class."""
    random = np.random.default_rng(seed)
    drawn = [random.multivariate_normal(mean, one, count) for mean, one in zip(means, covariances)]
    classes = np.repeat(np.arange(len(means)), count)
    return TrainingSamples(
        np.concatenate(drawn), classes, np.full(len(classes), -1), [f"class {index}" for index in range(len(means))]
    )


def spectra_like(features, classes, alike, seed=5):
    """Return means and covariances with variances over five decades; `alike`: all classes have the same covariance."""
    random = np.random.default_rng(seed)
    means = random.normal(size=(classes, features)) * np.geomspace(1, 0.01, features)
    covariances = []
    for index in range(classes):
        axes = np.linalg.qr(np.random.default_rng(seed if alike else seed + index).normal(size=(features, features)))[0]
        covariances.append(axes * np.geomspace(1, 1e-5, features) @ axes.T)
    return means, np.stack(covariances)


def test_without_shrinkage_covariances_are_those_of_the_samples():
    samples = normal_samples(*spectra_like(5, 3, alike=False), 40)
    found = fit_gaussian(samples, pooled_share=0.0)
    for index in range(3):
        own = samples.features[samples.classes == index]
        np.testing.assert_allclose(found.means[index], own.mean(axis=0), rtol=1e-12)
        np.testing.assert_allclose(found.covariances[index], np.cov(own.T), rtol=1e-9, atol=1e-15)


def test_share_1_gives_all_classes_the_pooled_covariance():
    found = fit_gaussian(normal_samples(*spectra_like(5, 3, alike=False), 40), pooled_share=1.0)
    np.testing.assert_array_equal(found.covariances[0], found.covariances[2])


def test_few_samples_of_alike_classes_are_pooled_and_many_of_unlike_ones_are_not():
    pooled = fit_gaussian(normal_samples(*spectra_like(20, 4, alike=True), 30))
    own = fit_gaussian(normal_samples(*spectra_like(20, 4, alike=False), 3000))
    assert (pooled.pooled_shares >= 0.5).all()
    assert (own.pooled_shares <= 0.05).all()


def test_more_bands_than_samples_give_covariances_that_can_be_inverted():
    means, covariances = spectra_like(100, 3, alike=True)
    axes = np.linalg.eigh(covariances[0])[1]
    samples = normal_samples(means, covariances, 12)
    found = fit_gaussian(samples, axes)
    assert found.diagonal_share > 0
    test = normal_samples(means, covariances, 200, seed=9)
    scores = []
    for mean, covariance in zip(found.means, found.covariances):
        centred = test.features - mean
        distances = np.einsum("ij,ij->i", centred, np.linalg.solve(covariance, centred.T).T)
        scores.append(-distances - np.linalg.slogdet(covariance)[1])
    assert (np.argmax(scores, axis=0) == test.classes).mean() > 0.9


def test_shrinkage_chosen_in_other_axes_gives_covariances_of_the_bands():
    samples = normal_samples(*spectra_like(6, 2, alike=True), 500)
    axes = np.linalg.qr(np.random.default_rng(3).normal(size=(6, 6)))[0]
    found, plain = fit_gaussian(samples, axes, pooled_share=0.0), fit_gaussian(samples, pooled_share=0.0)
    np.testing.assert_allclose(found.covariances, plain.covariances, rtol=1e-9, atol=1e-14)
    np.testing.assert_allclose(found.means, plain.means, rtol=1e-9, atol=1e-14)


@pytest.mark.parametrize("count", [60, 1000])
@pytest.mark.parametrize("share", [0.0, None])
def test_limits_reject_about_the_share_of_a_class_that_was_asked_for(count, share):
    means, covariances = spectra_like(9, 2, alike=True)
    rejected = []
    for seed in range(6):
        found = fit_gaussian(normal_samples(means, covariances, count, seed), pooled_share=share, reject=0.05)
        test = normal_samples(means, covariances, 2000, seed + 100)
        for index in range(2):
            centred = test.features[test.classes == index] - found.means[index]
            distances = np.einsum("ij,ij->i", centred, np.linalg.solve(found.covariances[index], centred.T).T)
            rejected.append((distances > found.limits[index]).mean())
    assert np.mean(rejected) == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize(("count", "reject"), [(12, 0.01), (60, 0.01), (40, 0.1), (200, 0.01)])
def test_held_out_samples_tell_the_limit_also_where_they_are_few(count, reject):
    """The largest of 12 held-out distances would reject 8 % of a class."""
    rng, rejected = np.random.default_rng(7), []
    for _ in range(12):
        features = np.concatenate([rng.normal(6 * index, 1, (count, 3)) for index in range(4)])
        samples = TrainingSamples(features, np.repeat(np.arange(4), count), np.arange(4 * count), list("abcd"))
        found = fit_gaussian(samples, pooled_share=1.0, reject=reject)
        for mean, covariance, limit in zip(found.means, found.covariances, found.limits):
            offs = np.random.default_rng(1).normal(size=(4000, 3)) + np.round(mean / 6) * 6 - mean
            rejected.append((np.einsum("ij,ij->i", offs, np.linalg.solve(covariance, offs.T).T) > limit).mean())
    assert 0.5 * reject < np.mean(rejected) < 1.8 * reject


def test_without_shrinkage_classes_with_too_few_samples_are_named():
    samples = normal_samples(*spectra_like(20, 2, alike=True), 30)
    few = samples.take(np.isin(np.arange(60), np.r_[:10, 30:60]))
    with pytest.raises(ParameterError, match=r"at least 21 training samples.*class 0: 10"):
        fit_gaussian(few, pooled_share=0.0)


def test_a_class_of_one_sample_has_the_pooled_covariance():
    samples = normal_samples(*spectra_like(4, 3, alike=True), 50)
    found = fit_gaussian(samples.take(np.isin(np.arange(150), np.r_[0, 50:150])))
    assert found.pooled_shares[0] == 1.0
    assert np.isfinite(found.covariances).all()


def test_samples_without_any_spread_are_refused():
    samples = TrainingSamples(np.ones((6, 2)), np.repeat([0, 1], 3), np.full(6, -1), ["a", "b"])
    with pytest.raises(ParameterError, match="are the same in some band"):
        fit_gaussian(samples)


def test_the_seed_alone_decides_what_is_held_out():
    samples = normal_samples(*spectra_like(10, 3, alike=False), 25)
    one, other = fit_gaussian(samples, reject=0.1, seed=4), fit_gaussian(samples, reject=0.1, seed=4)
    np.testing.assert_array_equal(one.covariances, other.covariances)
    np.testing.assert_array_equal(one.limits, other.limits)


def test_fitting_can_be_cancelled():
    class Cancelling(Progress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        fit_gaussian(normal_samples(*spectra_like(10, 3, alike=False), 25), progress=Cancelling())
