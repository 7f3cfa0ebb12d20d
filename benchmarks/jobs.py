"""The measured jobs, each for a process of its own: `python benchmarks/jobs.py JOB '{"argument": value}'`.

Prints one line of JSON: the seconds of the measured part, the peak memory of the process until the end of that part
(with its input), and values to check the results with.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from zlib import decompress

import numpy as np
import plugin_package  # noqa: F401  (makes neon_aop importable)
from setting import hold_in_memory

from neon_aop.core.compute.threads import default_threads, pool
from neon_aop.core.files.hdf5 import inflate
from neon_aop.core.files.neon.cleaning import BandChoice
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels

SCALE = 10_000
FRACTION = 0.999
# Step between the pixels whose scores are compared.
COMPARED_PIXELS = 97


class Measured:
    """Context manager that measures the time of its block, and the peak memory of the process until its end."""

    def __enter__(self) -> Measured:
        self._start = time.perf_counter()
        return self

    def __exit__(self, *exception) -> None:
        self.seconds = time.perf_counter() - self._start
        self.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    def result(self, **checks) -> dict:
        return {"seconds": self.seconds, "peak": self.peak, **checks}


# Input ----------------------------------------------------------------------------------------------------------------


def make_tile(path: str, size: int, layout: str) -> dict:
    """Write a demo tile."""
    from neon_aop.core.files.neon.demotile import write_demo_tile

    write_demo_tile(path, size, layout)
    return {}


def prepare(tile: str, factor: int, values: str, valid: str) -> dict:
    """Save the valid pixels of a tile and the mask of them."""
    image = _read_ours(tile, factor)
    np.save(values, image.values)
    np.save(valid, image.valid)
    return {}


def shape_of(values: str) -> dict:
    """Return how many pixels and bands were saved."""
    return {"shape": np.load(values, mmap_mode="r").shape}


def make_noise(pixels: int, values: str) -> dict:
    """Save pixels of three bands of uniform noise."""
    np.save(values, np.random.default_rng(0).integers(0, 15_000, (pixels, 3)).astype(np.int16))
    return {}


def load(values: str, share: float = 1, every_band: int = 1) -> np.ndarray:
    """Load a share of the saved pixels (above 1, pixels are repeated) and every n-th band."""
    stored = np.load(values, mmap_mode="r")
    count = round(len(stored) * share)
    pixels = np.empty((count, len(range(0, stored.shape[1], every_band))), stored.dtype)
    for start in range(0, count, len(stored)):
        part = pixels[start : start + len(stored)]
        part[:] = stored[: len(part), ::every_band]
    return pixels


def load_reflectance(dtype, **source) -> np.ndarray:
    """Load saved pixels as reflectance, for SPy and scikit-learn."""
    stored = load(**source)
    return np.divide(stored, SCALE, dtype=dtype)


def start_centres(pixels: np.ndarray, kind: str, classes: int) -> np.ndarray:
    """Return centres to start from, in the units of the pixels."""
    if kind == "first":
        return pixels[:classes].astype(np.float64)
    from neon_aop.core.methods.kmeans.starts import diagonal, plus_plus

    return (diagonal(classes) if kind == "tutorial" else plus_plus(classes, 0))(summary_of(pixels))


def summary_of(pixels: np.ndarray):
    """Return what k-means chooses its start from."""
    from neon_aop.core.methods.kmeans.shard import Summary

    sample = pixels[:: max(1, len(pixels) // 20_000)]
    return Summary(len(pixels), pixels.min(axis=0), pixels.max(axis=0), np.array(sample))


# K-means --------------------------------------------------------------------------------------------------------------


def kmeans_ours(classes: int, iterations: int, start: str, result: str = "", **source) -> dict:
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.methods.kmeans.lloyd import cluster
    from neon_aop.core.methods.kmeans.starts import diagonal, given

    pixels = load(**source)
    chosen = diagonal(classes) if start == "tutorial" else given(start_centres(pixels, start, classes))
    with LocalImages([_image_of(pixels)]) as images:
        with Measured() as measured:
            clustering = cluster(images, chosen, iterations, reseed_empty=start != "tutorial")
        (labels,) = images.map(_labels)
    _save_classes(result, labels, clustering.centres / SCALE)
    return measured.result(iterations=len(clustering.iterations))


def _labels(image, *, pool, progress) -> np.ndarray:
    from neon_aop.core.methods.kmeans.shard import labels_of

    return labels_of(image)


def _image_of(pixels: np.ndarray) -> Pixels:
    count, bands = pixels.shape
    return Pixels(pixels, np.ones((1, count), bool), Grid(count, 1), Bands.of(np.arange(bands)), 1 / SCALE)


def kmeans_spy(classes: int, iterations: int, result: str = "", **source) -> dict:
    from spectral import kmeans

    pixels = load_reflectance(np.float64, **source)
    with Measured() as measured:
        labels, centres = kmeans(pixels[np.newaxis], classes, iterations)
    _save_classes(result, labels.ravel(), centres)
    return measured.result()


def kmeans_sklearn(algorithm: str, classes: int, iterations: int, start: str, result: str = "", **source) -> dict:
    from sklearn.cluster import KMeans

    centres = start_centres(load(**source), start, classes) / SCALE
    pixels = load_reflectance(np.float32, **source)
    model = KMeans(classes, init=centres.astype(np.float32), n_init=1, max_iter=iterations, tol=0, algorithm=algorithm)
    with Measured() as measured:
        model.fit(pixels)
    _save_classes(result, model.labels_, model.cluster_centers_)
    return measured.result(iterations=model.n_iter_)


def kmeans_plain(classes: int, iterations: int, start: str, result: str = "", **source) -> dict:
    from plain_lloyd import lloyd

    pixels = load(**source)
    centres = start_centres(pixels, start, classes)
    with Measured() as measured:
        labels, centres = lloyd(pixels, centres, iterations, default_threads())
    _save_classes(result, labels, centres / SCALE)
    return measured.result()


def starts_ours(classes: int, seeds: int, iterations: int, **source) -> dict:
    """Measure the choice of k-means++ centres, and the mean squared error of several seeds after some iterations."""
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.methods.kmeans.lloyd import cluster
    from neon_aop.core.methods.kmeans.starts import given, plus_plus

    pixels = load(**source)
    summary = summary_of(pixels)
    with Measured() as measured:
        centres = [plus_plus(classes, seed)(summary) for seed in range(seeds)]
    errors = []
    for start in centres:
        with LocalImages([_image_of(pixels)]) as images:
            # The error of an iteration is that to the centres before it.
            errors.append(
                cluster(images, given(start), iterations + 1, reseed_empty=True).iterations[-1].sse / SCALE**2
            )
    return {**measured.result(sse=np.mean(errors)), "seconds": measured.seconds / seeds}


def starts_sklearn(classes: int, seeds: int, iterations: int, **source) -> dict:
    """Measure scikit-learn's choice of k-means++ centres among all pixels, and its errors as `starts_ours` does."""
    from sklearn.cluster import KMeans, kmeans_plusplus

    pixels = load_reflectance(np.float32, **source)
    with Measured() as measured:
        centres = [kmeans_plusplus(pixels, classes, random_state=seed)[0] for seed in range(seeds)]
    errors = [
        KMeans(classes, init=start, n_init=1, max_iter=iterations, tol=0).fit(pixels).inertia_ for start in centres
    ]
    return {**measured.result(sse=float(np.mean(errors))), "seconds": measured.seconds / seeds}


def _save_classes(path: str, labels: np.ndarray, centres: np.ndarray) -> None:
    if path:
        np.savez(path, labels=labels, centres=centres)


def compare_classes(values: str, first: str, second: str) -> dict:
    """Compare two clusterings of the same pixels; squared errors are distances to the means of the classes."""
    pixels = load(values)
    one, other = np.load(first), np.load(second)
    errors = [squared_error(pixels, part["labels"]) for part in (one, other)]
    return {
        "different": int(np.count_nonzero(one["labels"] != other["labels"])),
        "centres": float(np.abs(one["centres"] - other["centres"]).max()),
        "sse": errors,
    }


def compare_class_maps(values: str, valid: str, first: str, second: str) -> dict:
    """Compare two clusterings whose classes may be numbered differently; each a class raster or saved labels."""
    pixels, where = load(values), np.load(valid)
    one, other = (np.asarray(_labels_of(path, where)).astype(int) for path in (first, second))
    pairs = np.zeros((one.max() + 1, other.max() + 1), int)
    np.add.at(pairs, (one, other), 1)
    return {
        "different": int(len(one) - pairs.max(axis=1).sum()),
        "sse": [squared_error(pixels, labels) for labels in (one, other)],
    }


def _labels_of(path: str, valid: np.ndarray) -> np.ndarray:
    if path.endswith(".npz"):
        return np.load(path)["labels"]
    from osgeo import gdal

    dataset = gdal.Open(path)
    return dataset.ReadAsArray()[valid]


def squared_error(pixels: np.ndarray, labels: np.ndarray) -> float:
    """Return the sum of squared distances of pixels to the means of their classes, in squared reflectance."""
    total = 0.0
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        mean = pixels[members].mean(axis=0, dtype=np.float64)
        for start in range(0, len(members), 50_000):
            difference = pixels[members[start : start + 50_000]] - mean
            total += float((difference**2).sum())
    return total / SCALE**2


# Number of classes ----------------------------------------------------------------------------------------------------


def _sample(values: str, sample: int) -> np.ndarray:
    pixels = np.load(values, mmap_mode="r")
    chosen = np.sort(np.random.default_rng(0).choice(len(pixels), min(sample, len(pixels)), replace=False))
    return pixels[chosen] / SCALE


def choice_ours(values: str, sample: int, smallest: int, largest: int) -> dict:
    from neon_aop.core.methods.kmeans.measures import SILHOUETTE_PIXELS, measure
    from neon_aop.core.progress import Progress

    pixels = _sample(values, sample)
    with Measured() as measured, pool() as threads:
        found = measure(pixels, smallest, largest, 0, threads, Progress())
    step = -(-len(pixels) // SILHOUETTE_PIXELS)
    differences = []
    for one in found:
        ours = np.array([one.silhouette, one.calinski_harabasz, one.davies_bouldin])
        differences.append(np.abs(ours / _sklearn_scores(pixels, one.labels, step) - 1).max())
    return measured.result(difference=float(max(differences)), sse=[one.sse for one in found])


def choice_sklearn(values: str, sample: int, smallest: int, largest: int) -> dict:
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.metrics import adjusted_rand_score, silhouette_score

    from neon_aop.core.methods.kmeans import measures

    pixels = _sample(values, sample)
    errors = []
    rng = np.random.default_rng(0)
    with Measured() as measured:
        components = PCA(measures.DIRECTIONS, svd_solver="covariance_eigh")
        points = components.fit_transform(pixels).astype(np.float32)
        numbers = range(smallest, largest + 1)
        for classes in [smallest - 1, *numbers]:
            model = KMeans(classes, n_init=measures.RESTARTS, random_state=0).fit(points)
            if classes >= smallest:
                errors.append(squared_error(SCALE * pixels, model.labels_))
                _sklearn_scores(pixels, model.labels_, -(-len(pixels) // measures.SILHOUETTE_PIXELS))
        for classes in numbers:
            labels = []
            for _ in range(measures.HALVES):
                half = points[rng.choice(len(points), len(points) // 2, replace=False)]
                labels.append(KMeans(classes, n_init=measures.HALF_RESTARTS, random_state=0).fit(half).predict(points))
            for place, one in enumerate(labels):
                for other in labels[:place]:
                    adjusted_rand_score(one, other)
        for _ in range(measures.NULL_DRAWS):
            drawn = rng.standard_normal((measures.NULL_POINTS, points.shape[1]))
            drawn = (drawn * np.sqrt(components.explained_variance_)).astype(np.float32)
            for classes in [smallest - 1, *numbers]:
                model = KMeans(classes, n_init=measures.NULL_RESTARTS, random_state=0).fit(drawn)
                if classes >= smallest:
                    step = -(-len(drawn) // measures.NULL_SILHOUETTE_POINTS)
                    silhouette_score(drawn[::step], model.labels_[::step])
    return measured.result(sse=errors)


def _sklearn_scores(pixels: np.ndarray, labels: np.ndarray, step: int) -> np.ndarray:
    """Return silhouette (of every n-th pixel), Calinski-Harabasz and Davies-Bouldin index."""
    from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score

    return np.array(
        [
            silhouette_score(pixels[::step], labels[::step]),
            calinski_harabasz_score(pixels, labels),
            davies_bouldin_score(pixels, labels),
        ]
    )


# Reading --------------------------------------------------------------------------------------------------------------


def _read_ours(tile: str, factor: int) -> Pixels:
    from neon_aop.core.inputs.tileset import TileSet

    return TileSet([tile], BandChoice(subset_factor=factor)).read()[0]


def read_ours(tile: str, factor: int) -> dict:
    hold_in_memory(tile)
    with Measured() as measured:
        image = _read_ours(tile, factor)
    return measured.result(pixels=len(image), digest=_digest(image.values))


def read_tutorial(tile: str, factor: int) -> dict:
    from tutorial import read_and_clean, valid_pixels

    hold_in_memory(tile)
    with Measured() as measured:
        cube = read_and_clean(tile, factor)
    pixels = np.rint(valid_pixels(cube)[0] * SCALE).astype(np.int16)
    return measured.result(pixels=len(pixels), digest=_digest(pixels))


def read_zlib(tile: str, factor: int) -> dict:
    """Only decompress the chunks of the kept bands, which are in memory."""
    import h5py

    with NeonTile(tile) as opened:
        kept = BandChoice(subset_factor=factor).kept(opened.info)
    with h5py.File(tile, "r") as file:
        cube = file[next(iter(file))]["Reflectance/Reflectance_Data"]
        height, width, depth = cube.chunks
        corners = [
            (row, column, int(layer) * depth)
            for row in range(0, cube.shape[0], height)
            for column in range(0, cube.shape[1], width)
            for layer in np.unique(kept // depth)
        ]
        chunks = [cube.id.read_direct_chunk(corner)[1] for corner in corners]

    def inflate(chunk: bytes) -> int:
        return len(decompress(chunk))

    with Measured() as measured, ThreadPoolExecutor(default_threads()) as workers:
        inflated = sum(workers.map(inflate, chunks))
    return measured.result(inflated=inflated)


def _digest(values: np.ndarray) -> str:
    return hashlib.sha256(np.ascontiguousarray(values)).hexdigest()


# Principal components -------------------------------------------------------------------------------------------------


def pca_ours(values: str, result: str = "") -> dict:
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.methods.transforms.components import ComponentChoice, Moments, principal_components

    stored = load(values)
    pixels = len(stored)
    image = _image_of(stored)
    with Measured() as measured, LocalImages([image]) as images:
        components = principal_components(Moments.of(images), image.bands, ComponentChoice(FRACTION))
        scores = np.empty((pixels, components.count))

        def compute(start: int) -> None:
            block = slice(start, min(start + 8192, pixels))
            scores[block] = components.forward(stored[block], image.scale)

        with pool() as workers:
            workers.map(compute, range(0, pixels, 8192))
    return measured.result(**_save_scores(result, components.eigenvalues, scores))


def pca_sklearn(values: str, result: str = "") -> dict:
    from sklearn.decomposition import PCA

    pixels = load_reflectance(np.float64, values=values)
    model = PCA(FRACTION, svd_solver="covariance_eigh")
    with Measured() as measured:
        scores = model.fit(pixels).transform(pixels)
    return measured.result(**_save_scores(result, model.explained_variance_, scores))


def pca_spy(values: str, result: str = "") -> dict:
    from spectral import principal_components

    pixels = load_reflectance(np.float64, values=values)[np.newaxis]
    with Measured() as measured:
        components = principal_components(pixels).reduce(fraction=FRACTION)
        scores = components.transform(pixels)
    return measured.result(**_save_scores(result, components.eigenvalues, scores.reshape(pixels.shape[1], -1)))


def _save_scores(path: str, eigenvalues: np.ndarray, scores: np.ndarray) -> dict:
    if path:
        np.savez(path, eigenvalues=eigenvalues, scores=scores[::COMPARED_PIXELS])
    return {"components": scores.shape[1]}


def compare_components(first: str, second: str) -> dict:
    """Compare eigenvalues and scores of the components that both keep; the sign of a component is free."""
    one, other = np.load(first), np.load(second)
    kept = min(one["scores"].shape[1], other["scores"].shape[1])
    scores, others = one["scores"][:, :kept], other["scores"][:, :kept]
    signs = np.sign((scores * others).sum(axis=0))
    return {
        "eigenvalues": float(np.abs(one["eigenvalues"][:kept] / other["eigenvalues"][:kept] - 1).max()),
        "scores": float(np.abs(scores - others * signs).max()),
    }


# Minimum noise fraction and anomalies --------------------------------------------------------------------------------


def _rows_of(values: str, valid: str, rows: int) -> np.ndarray:
    """Load the first rows of a tile in which every pixel is valid, shape (rows, columns, bands)."""
    is_valid = np.load(valid)
    whole = np.flatnonzero(is_valid.all(axis=1))[:rows]
    if len(whole) < rows or np.ptp(whole) != rows - 1:
        raise SystemExit(f"The tile has no {rows} rows without no data in a row; SPy cannot leave them out.")
    # Only valid pixels are stored.
    start = int(is_valid[: whole[0]].sum())
    stored = np.load(values, mmap_mode="r")[start : start + rows * is_valid.shape[1]]
    return np.array(stored).reshape(rows, is_valid.shape[1], -1)


def _image_of_rows(cube: np.ndarray) -> Pixels:
    rows, columns, bands = cube.shape
    valid = np.ones((rows, columns), bool)
    return Pixels(cube.reshape(-1, bands), valid, Grid(columns, rows), Bands.of(np.arange(bands)), 1 / SCALE)


def _results_of(image: Pixels, function, bands: int) -> np.ndarray:
    """Return what a function of a block returns for all pixels, shape (bands, pixels)."""
    from neon_aop.core.compute.blockmap import Output, evaluate
    from neon_aop.core.compute.imageset import ImageState
    from neon_aop.core.progress import Progress

    output = Output(bands, np.dtype(np.float64), -9999.0)
    with pool() as workers:
        return evaluate(ImageState(image), slice(0, len(image)), function, output, workers, Progress())


def mnf_ours(values: str, valid: str, rows: int, components: int, result: str = "") -> dict:
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.methods.transforms.components import Moments
    from neon_aop.core.methods.transforms.noisefraction import (
        LOWER_RIGHT,
        NoiseFractionChoice,
        noise_fraction,
        noise_moments,
    )

    image = _image_of_rows(_rows_of(values, valid, rows))

    def scores_of(image, chosen) -> np.ndarray:
        return found.forward(image.pixels.values[chosen], image.pixels.scale).T

    with Measured() as measured:
        with LocalImages([image]) as images:
            moments, noise = Moments.of(images), noise_moments(images, LOWER_RIGHT)
            found = noise_fraction(moments, noise, image.bands, NoiseFractionChoice(count=components))
        scores = _results_of(image, scores_of, components)
    return measured.result(**_save_scores(result, found.eigenvalues, scores.T))


def mnf_spy(values: str, valid: str, rows: int, components: int, result: str = "") -> dict:
    from spectral import calc_stats, mnf, noise_from_diffs

    cube = np.divide(_rows_of(values, valid, rows), SCALE, dtype=np.float64)
    with Measured() as measured:
        found = mnf(calc_stats(cube), noise_from_diffs(cube))
        scores = found.reduce(cube, num=components)
    return measured.result(**_save_scores(result, found.napc.eigenvalues, scores.reshape(-1, components)))


def rx_ours(values: str, valid: str, rows: int, result: str = "") -> dict:
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.methods.anomalies import RxScores
    from neon_aop.core.methods.transforms.components import Moments

    image = _image_of_rows(_rows_of(values, valid, rows))
    with Measured() as measured:
        with LocalImages([image]) as images:
            moments = Moments.of(images)
        scores = _results_of(image, RxScores(moments), 1)[0]
    np.save(result, scores)
    return measured.result()


def rx_spy(values: str, valid: str, rows: int, result: str = "") -> dict:
    from spectral import rx

    cube = np.divide(_rows_of(values, valid, rows), SCALE, dtype=np.float64)
    with Measured() as measured:
        scores = rx(cube)
    np.save(result, scores.ravel())
    return measured.result()


def compare_scores(first: str, second: str) -> dict:
    """Return the largest relative difference."""
    one, other = np.load(first), np.load(second)
    return {"scores": float(np.abs(one / other - 1).max())}


# Spectral angles ------------------------------------------------------------------------------------------------------


def _members(pixels: np.ndarray, spectra: int) -> np.ndarray:
    """Return the reflectance of pixels that lie at regular distances."""
    return pixels[:: len(pixels) // spectra][:spectra] / SCALE


def angles_ours(values: str, spectra: int, result: str = "") -> dict:
    """Angles to each spectrum as the plugin writes them, and the class of the smallest, of stored integers."""
    from neon_aop.core.compute.blockmap import Output, evaluate
    from neon_aop.core.compute.imageset import ImageState
    from neon_aop.core.methods.spectralangle import SpectralAngles
    from neon_aop.core.progress import Progress
    from neon_aop.core.spectra.classes import SpectralClasses

    stored = load(values)
    image = _image_of(stored)
    classes = SpectralClasses(np.arange(1, spectra + 1), _members(stored, spectra), image.bands)
    output = Output(1 + spectra, np.dtype(np.float32), -9999.0)
    with Measured() as measured, pool() as workers:
        function = SpectralAngles(classes, every_angle=True)
        found = evaluate(ImageState(image), slice(0, len(stored)), function, output, workers, Progress())
    return measured.result(**_save_angles(result, found[1:].T, found[0]))


def angles_spy(values: str, spectra: int, converted: bool, result: str = "") -> dict:
    """The same by SPy, on float64 reflectance; `converted` counts the time to make this from stored integers."""
    from spectral import spectral_angles

    stored = load(values)
    members = _members(stored, spectra)
    pixels = None if converted else stored.astype(np.float64)[np.newaxis]
    with Measured() as measured:
        if converted:
            pixels = stored.astype(np.float64)[np.newaxis]
        angles = spectral_angles(pixels, members)[0]
        numbers = angles.argmin(axis=1) + 1
    return measured.result(**_save_angles(result, angles, numbers))


def _save_angles(path: str, angles: np.ndarray, numbers: np.ndarray) -> dict:
    if path:
        np.savez(path, angles=angles[::COMPARED_PIXELS], numbers=numbers)
    return {"spectra": angles.shape[1]}


def compare_angles(first: str, second: str) -> dict:
    """Return the largest difference of angles, and how many classes differ."""
    one, other = np.load(first), np.load(second)
    return {
        "angles": float(np.abs(one["angles"] - other["angles"]).max()),
        "classes": int(np.count_nonzero(one["numbers"] != other["numbers"])),
    }


# Gaussian classifier --------------------------------------------------------------------------------------------------


def gaussian_ours(values: str, classes: int, components: int, pixels: int, confidence: bool, result: str) -> dict:
    """Classify by Gaussian maximum likelihood with classes of regular runs of pixels, on components or (0) bands."""
    from neon_aop.core.compute.blockmap import Output, evaluate
    from neon_aop.core.compute.imageset import ImageState
    from neon_aop.core.methods.supervised.gaussian import GaussianClasses, GaussianScores
    from neon_aop.core.methods.supervised.gaussianfit import fit_gaussian
    from neon_aop.core.methods.supervised.training import TrainingSamples
    from neon_aop.core.progress import Progress
    from neon_aop.core.spectra.classes import SpectralClasses

    stored, truth, samples = _gaussian_input(values, classes, components, pixels)
    names = [str(number) for number in range(1, classes + 1)]
    found = fit_gaussian(TrainingSamples(samples, truth, np.full(len(truth), -1), names), pooled_share=0.0)
    bands = Bands.of(np.full(stored.shape[1], np.nan))
    spectral = SpectralClasses(np.arange(1, classes + 1), found.means, bands)
    priors = np.full(classes, 1 / classes)
    model = GaussianClasses(
        spectral, None, found.means, found.covariances, priors, found.pooled_shares, found.diagonal_share
    )
    image = Pixels(stored, np.ones((1, len(stored)), bool), Grid(len(stored), 1), bands)
    output = Output(1 + confidence, np.dtype(np.float32), -9999.0)
    with Measured() as measured, pool() as workers:
        function = GaussianScores(model, confidence)
        labels = evaluate(ImageState(image), slice(0, len(stored)), function, output, workers, Progress())[0]
    np.save(result, labels.astype(np.int16))
    return measured.result(pixels=len(stored))


def gaussian_spy(values: str, classes: int, components: int, pixels: int, result: str) -> dict:
    """The same by SPy's `classify_image` on an array in memory."""
    from spectral.algorithms.algorithms import create_training_classes
    from spectral.algorithms.classifiers import GaussianClassifier

    stored, truth, samples = _gaussian_input(values, classes, components, pixels)
    classifier = GaussianClassifier(create_training_classes(samples[np.newaxis], truth[np.newaxis] + 1))
    image = stored.astype(np.float64)[np.newaxis]
    with Measured() as measured:
        labels = classifier.classify_image(image)[0]
    np.save(result, labels.astype(np.int16))
    return measured.result(pixels=len(stored))


def _gaussian_input(
    values: str, classes: int, components: int, pixels: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pixels, and classes (from 0) and values of training samples: those nearest to regular pixels."""
    stored = load(values)
    if pixels:
        stored = stored[:: max(len(stored) // pixels, 1)]
    if components:
        sample = stored[::50].astype(np.float64)
        vectors = np.linalg.eigh(np.cov(sample.T))[1][:, : -components - 1 : -1]
        stored = (stored - sample.mean(axis=0)) @ vectors
    some = stored[:: len(stored) // 20_000 + 1].astype(np.float64)
    centres = some[:: len(some) // classes][:classes]
    truth = np.stack([((some - centre) ** 2).sum(axis=1) for centre in centres]).argmin(axis=0)
    # Classes of fewer samples than bands get the nearest others.
    for index, centre in enumerate(centres):
        nearest = np.argsort(((some - centre) ** 2).sum(axis=1))[: 2 * some.shape[1]]
        truth[nearest] = index
    return stored, truth, some


def compare_gaussian(first: str, second: str) -> dict:
    """Return how many labels differ."""
    return {"labels": int(np.count_nonzero(np.load(first) != np.load(second)))}


# Mixtures -------------------------------------------------------------------------------------------------------------


def _classes(spectra: np.ndarray):
    from neon_aop.core.spectra.classes import SpectralClasses

    return SpectralClasses(np.arange(1, len(spectra) + 1), spectra, Bands.of(np.arange(spectra.shape[1])))


def _evaluated(function, pixels: np.ndarray, rows: int) -> tuple[Measured, np.ndarray]:
    """Apply a function of the map over pixels, given by what makes it, to all pixels."""
    from neon_aop.core.compute.blockmap import Output, evaluate
    from neon_aop.core.compute.imageset import ImageState
    from neon_aop.core.progress import Progress

    image, output = ImageState(_image_of(pixels)), Output(rows, np.dtype(np.float32), -9999.0)
    with Measured() as measured, pool() as workers:
        found = evaluate(image, slice(0, len(pixels)), function(), output, workers, Progress())
    return measured, found


def unmix_ours(values: str, endmembers: int, step: int, result: str) -> dict:
    """Fully constrained abundances of all pixels."""
    from neon_aop.core.methods.unmixing.mixtures import Unmixing

    pixels = load(values)
    classes = _classes(_members(pixels, endmembers))
    measured, found = _evaluated(lambda: Unmixing(classes), pixels, endmembers + 1)
    np.save(result, found[:-1, ::step].T)
    return measured.result()


def unmix_nnls(values: str, endmembers: int, step: int, result: str) -> dict:
    """The same by a loop over SciPy's `nnls` with a heavy row for the sum, of every n-th pixel; the time is for all."""
    from scipy.optimize import nnls

    pixels = load(values)
    spectra = _members(pixels, endmembers)
    weight = 1e4 * spectra.max()
    matrix = np.vstack([spectra.T, np.full(endmembers, weight)])
    some = pixels[::step]
    with Measured() as measured:
        found = np.array([nnls(matrix, np.append(pixel / SCALE, weight))[0] for pixel in some])
    measured.seconds *= len(pixels) / len(some)
    np.save(result, found)
    return measured.result()


def continuum_ours(values: str, first: int, last: int, step: int, result: str) -> dict:
    """Spectra without continuum of all pixels, of the bands from `first` to `last`."""
    from neon_aop.core.methods.continuum import ContinuumRemoval

    pixels = load(values)
    places, wavelengths = np.arange(first, last), np.linspace(430, 2440, pixels.shape[1])
    measured, found = _evaluated(
        lambda: ContinuumRemoval([places], wavelengths, with_features=False), pixels, len(places)
    )
    np.save(result, found[:, ::step].T)
    return measured.result()


def continuum_spy(values: str, first: int, last: int, step: int, result: str) -> dict:
    """The same by SPy's `remove_continuum`, of every n-th pixel as float64 reflectance; the time is for all."""
    from spectral.algorithms.continuum import remove_continuum

    pixels = load(values)
    wavelengths = np.linspace(430, 2440, pixels.shape[1])[first:last]
    some = np.ascontiguousarray(pixels[::step, first:last] / SCALE)
    with Measured() as measured, np.errstate(divide="ignore", invalid="ignore"):
        found = remove_continuum(some, wavelengths)
    measured.seconds *= len(pixels) / len(some)
    np.save(result, np.where(np.isfinite(found), found, -9999.0))
    return measured.result()


def compare_values(first: str, second: str) -> dict:
    """Return the largest difference of two arrays."""
    return {"difference": float(np.abs(np.load(first) - np.load(second)).max())}


def smacc_ours(values: str, endmembers: int) -> dict:
    from neon_aop.core.compute.imageset import LocalImages
    from neon_aop.core.compute.memory import PixelStore
    from neon_aop.core.methods.unmixing.smacc import smacc
    from neon_aop.core.progress import Progress

    pixels = load(values)
    with LocalImages([_image_of(pixels)]) as images, Measured() as measured:
        found = smacc(images, endmembers, PixelStore("", 10_000), Progress())
    return measured.result(spectra=pixels[[index for _, index in found]].tolist())


def smacc_spy(values: str, endmembers: int) -> dict:
    """The same by SPy on float64 reflectance."""
    from spectral import smacc

    reflectance = load_reflectance(np.float64, values=values)
    with Measured() as measured:
        spectra, _, _ = smacc(reflectance, endmembers)
    # SPy leaves its line open.
    print()
    return measured.result(spectra=np.rint(spectra * SCALE).astype(int).tolist())


def _purity_input(values: str, directions: int) -> tuple[np.ndarray, np.ndarray]:
    """Return scores of pixels in nine components, and random directions as SPy draws them."""
    pixels = load(values)
    sample = pixels[::50].astype(np.float64)
    vectors = np.linalg.eigh(np.cov(sample.T))[1][:, :-10:-1]
    drawn = np.random.RandomState(0).rand(directions, vectors.shape[1]) - 0.5
    return (pixels - sample.mean(axis=0)) @ vectors, (drawn / np.linalg.norm(drawn, axis=1, keepdims=True)).T


def purity_ours(values: str, directions: int, result: str) -> dict:
    from neon_aop.core.methods.unmixing.scorepoints import ScorePoints
    from neon_aop.core.methods.unmixing.simplex import ppi
    from neon_aop.core.progress import Progress

    points, drawn = _purity_input(values, directions)
    with Measured() as measured, pool() as workers:
        counts = ppi(ScorePoints(points, workers, Progress()), drawn)
    np.save(result, counts)
    return measured.result()


def purity_spy(values: str, directions: int, result: str) -> dict:
    """The same by SPy's `ppi`."""
    from spectral import ppi

    points, _ = _purity_input(values, directions)
    np.random.seed(0)
    with Measured() as measured:
        counts = ppi(points[np.newaxis], directions, centered=True)[0]
    print()
    np.save(result, counts.astype(int))
    return measured.result()


# Class maps -----------------------------------------------------------------------------------------------------------


def compare_ours(first: str, second: str) -> dict:
    """Compare two class rasters; the measures come in the same order as those of `compare_sklearn`."""
    from neon_aop.core.constants import MATCH_OVERLAP
    from neon_aop.core.files.raster.choice import RasterChoice
    from neon_aop.core.inputs.classrasters import RasterClasses, open_classes
    from neon_aop.core.methods.mapcomparison import compare_maps
    from neon_aop.core.progress import Progress

    with Measured() as measured:
        grid, ours = open_classes(RasterChoice.of(first), Progress())
        theirs = RasterClasses(RasterChoice.of(second))
        found = compare_maps(ours, theirs, grid, MATCH_OVERLAP, Progress()).comparison
        measures = [found.overall, found.adjusted_rand, found.kappa, *found.precision, *found.recall]
    return measured.result(measures=list(map(float, measures)))


def compare_sklearn(first: str, second: str) -> dict:
    from osgeo import gdal
    from scipy.optimize import linear_sum_assignment
    from sklearn import metrics

    with Measured() as measured:
        one, other = (gdal.Open(path).ReadAsArray().ravel() for path in (first, second))
        valid = (one > 0) & (other > 0)
        one, other = one[valid], other[valid]
        table = metrics.cluster.contingency_matrix(one, other)
        rows, columns = linear_sum_assignment(table, maximize=True)
        numbers, others = np.unique(one), np.unique(other)
        # Classes without partner keep numbers of their own.
        renumbered = np.arange(256) + 1000
        renumbered[numbers[rows]] = others[columns]
        one, other = renumbered[one], other.astype(int)
        both = metrics.precision_recall_fscore_support
        precision = both(other, one, labels=renumbered[numbers], zero_division=0)[0]
        recall = both(other, one, labels=others, zero_division=0)[1]
        measures = [
            metrics.accuracy_score(other, one),
            metrics.adjusted_rand_score(other, one),
            metrics.cohen_kappa_score(other, one),
            *precision,
            *recall,
        ]
    return measured.result(measures=list(map(float, measures)))


def enlarge(path: str, times: int, result: str) -> dict:
    """Write a raster with `times` as many rows and columns."""
    from osgeo import gdal

    options = gdal.TranslateOptions(
        widthPct=100 * times, heightPct=100 * times, creationOptions=["COMPRESS=DEFLATE", "TILED=YES"]
    )
    gdal.Translate(result, path, options=options).FlushCache()
    return {}


# The whole job --------------------------------------------------------------------------------------------------------


def tutorial_whole(tile: str, factor: int, classes: int, iterations: int, result: str = "") -> dict:
    from spectral import kmeans, principal_components
    from tutorial import read_and_clean, valid_pixels

    hold_in_memory(tile)
    with Measured() as measured:
        pixels = valid_pixels(read_and_clean(tile, factor))
        labels, centres = kmeans(pixels, classes, iterations)
        components = principal_components(pixels).reduce(fraction=FRACTION)
        components.transform(pixels)
    _save_classes(result, labels.ravel(), centres)
    return measured.result(components=len(components.eigenvalues))


def versions() -> dict:
    """Return the versions of the libraries."""
    import h5py
    import scipy
    import sklearn
    import spectral
    from osgeo import gdal
    from qgis.core import Qgis
    from threadpoolctl import threadpool_info

    blas = [f"{found['internal_api']} {found['version']}" for found in threadpool_info() if found["user_api"] == "blas"]
    return {
        "Python": sys.version.split()[0],
        "QGIS": Qgis.QGIS_VERSION,
        "GDAL": gdal.__version__,
        "NumPy": np.__version__,
        "BLAS": ", ".join(sorted(set(blas))),
        "SciPy": scipy.__version__,
        "h5py": h5py.__version__,
        "HDF5": h5py.version.hdf5_version,
        "decompression by": inflate.library(),
        "SPy": spectral.__version__,
        "scikit-learn": sklearn.__version__,
    }


JOBS = (
    make_tile,
    prepare,
    shape_of,
    make_noise,
    kmeans_ours,
    kmeans_spy,
    kmeans_sklearn,
    kmeans_plain,
    starts_ours,
    starts_sklearn,
    compare_classes,
    compare_class_maps,
    choice_ours,
    choice_sklearn,
    read_ours,
    read_tutorial,
    read_zlib,
    pca_ours,
    pca_sklearn,
    pca_spy,
    compare_components,
    mnf_ours,
    mnf_spy,
    rx_ours,
    rx_spy,
    compare_scores,
    angles_ours,
    angles_spy,
    compare_angles,
    gaussian_ours,
    gaussian_spy,
    compare_gaussian,
    unmix_ours,
    unmix_nnls,
    continuum_ours,
    continuum_spy,
    compare_values,
    smacc_ours,
    smacc_spy,
    purity_ours,
    purity_spy,
    compare_ours,
    compare_sklearn,
    enlarge,
    tutorial_whole,
    versions,
)


def main() -> None:
    name, arguments = sys.argv[1], json.loads(sys.argv[2])
    job = {job.__name__: job for job in JOBS}[name]
    print(json.dumps(job(**arguments)))


if __name__ == "__main__":
    main()
