import logging

import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.compute.threads import default_threads, using_threads
from neon_aop.core.errors import Cancelled, ParameterError
from neon_aop.core.methods.kmeans import shard as shard_module
from neon_aop.core.methods.kmeans import starts
from neon_aop.core.methods.kmeans.lloyd import End, cluster
from neon_aop.core.progress import Progress
from neon_aop.tests.images import image_of, labels_in

SCALE = 10_000
INTEGERS = [np.uint8, np.int16, np.uint16, np.int32]
DTYPES = [*INTEGERS, np.float32, np.float64]


def mixtures(rng, pixels=1500, bands=60, noise=30.0):
    """Mixtures of smooth spectra with noise, in stored units of reflectance x 10000."""
    position = np.linspace(0, 1, bands)
    spectra = np.stack([300 + 4000 * np.exp(-(((position - middle) / 0.25) ** 2)) for middle in (0.0, 0.3, 0.6, 1.0)])
    mixed = rng.dirichlet(np.full(4, 0.5), pixels) @ spectra
    return np.rint(mixed + rng.normal(0, noise, (pixels, bands))).clip(0, 32767).astype(np.int16)


def clustered(rng, classes=5, pixels=1500, bands=20, spread=60.0):
    middles = rng.uniform(500, 6000, (classes, bands))
    return np.rint(middles[rng.integers(0, classes, pixels)] + rng.normal(0, spread, (pixels, bands))).astype(np.int16)


def noise(rng, pixels=1500, bands=20):
    return rng.integers(0, 15_000, (pixels, bands)).astype(np.int16)


def with_empty_class(rng):
    """Two groups at the ends of the diagonal: the classes between them find no pixel."""
    return np.concatenate([rng.integers(0, 50, (700, 10)), rng.integers(9950, 10_000, (800, 10))]).astype(np.int16)


def few_values(rng):
    """Spectra that repeat many times."""
    return mixtures(rng, 40)[rng.integers(0, 40, 1500)]


def mostly_dark(rng):
    return np.concatenate([rng.integers(0, 100, (1400, 10)), rng.integers(0, 10_000, (100, 10))]).astype(np.int16)


DATA_SETS = {
    "mixtures": mixtures,
    "clustered": clustered,
    "noise": noise,
    "empty class": with_empty_class,
    "few values": few_values,
    "mostly dark": mostly_dark,
    "three bands": lambda rng: mixtures(rng, bands=3),
    "one band": lambda rng: mixtures(rng, bands=1),
    "constant": lambda rng: np.full((50, 4), 1234, np.int16),
    "one pixel": lambda rng: np.array([[1, 2, 3]], np.int16),
}


def as_type(values, dtype):
    if dtype in (np.float32, np.float64):
        return (values / SCALE).astype(dtype)
    return (values.astype(np.float64) * np.iinfo(dtype).max / values.max()).astype(dtype)


def spy_kmeans(values, classes, iterations, scale=SCALE, **options):
    """Run SPy's k-means on float64 reflectance; return labels, centres and how many iterations it took."""
    spectral = pytest.importorskip("spectral")
    frames = []
    reflectance = values.astype(np.float64) / scale
    labels, centres = spectral.kmeans(reflectance[:, np.newaxis], classes, iterations, frames=frames, **options)
    return labels.ravel(), centres, len(frames)


def run(values, start, iterations=50, reseed_empty=False, images=1, threads=None, **options):
    parts = [image_of(part) for part in np.array_split(values, images)]
    with using_threads(threads or default_threads()), LocalImages(parts) as opened:
        result = cluster(opened, start, iterations, reseed_empty=reseed_empty, **options)
        return np.concatenate(opened.map(labels_in)), result


def float64_squares(values, centres):
    differences = values.astype(np.float64) - centres[:, np.newaxis]
    return np.stack([np.einsum("ij,ij->i", difference, difference) for difference in differences])


@pytest.fixture(autouse=True)
def quiet_spy():
    logging.getLogger("spectral").setLevel(logging.ERROR)


class TestSameAsSpy:
    @pytest.mark.parametrize("iterations", [1, 2, 7, 50])
    @pytest.mark.parametrize("classes", [2, 3, 5, 12])
    @pytest.mark.parametrize("data", DATA_SETS)
    def test_labels_and_centres(self, data, classes, iterations):
        values = DATA_SETS[data](np.random.default_rng(0))
        labels, result = run(values, starts.diagonal(classes), iterations)
        expected, centres, spy_iterations = spy_kmeans(values, classes, iterations)
        assert (labels == expected).all()
        assert result.centres / SCALE == pytest.approx(centres, abs=1e-6)
        assert len(result.iterations) == spy_iterations

    @pytest.mark.parametrize("dtype", DTYPES)
    @pytest.mark.parametrize("data", ["mixtures", "clustered", "noise", "mostly dark"])
    def test_types_of_stored_values(self, data, dtype):
        values = as_type(DATA_SETS[data](np.random.default_rng(1)), dtype)
        scale = np.iinfo(dtype).max if dtype in INTEGERS else 1
        labels, result = run(values, starts.diagonal(5))
        expected, centres, _ = spy_kmeans(values, 5, 50, scale)
        assert (labels == expected).all()
        assert result.centres / scale == pytest.approx(centres, abs=1e-6)

    def test_exact_ties(self):
        # Small integers, so that distances are exact in float64 and ties are ties for SPy as well.
        values = np.random.default_rng(2).integers(0, 5, (2000, 4)).astype(np.int16)
        start = np.array([[0, 0, 0, 0], [4, 4, 4, 4], [4, 0, 4, 0], [0, 4, 0, 4]], np.float64)
        labels, _ = run(values, starts.given(start), 1)
        squares = float64_squares(values, start)
        assert ((squares == squares.min(axis=0)).sum(axis=0) > 1).mean() > 0.1
        assert (labels == spy_kmeans(values, 4, 1, 1, start_clusters=start)[0]).all()

    def test_given_start(self):
        rng = np.random.default_rng(3)
        values = mixtures(rng)
        start = values[rng.integers(0, len(values), 6)].astype(np.float64)
        labels, result = run(values, starts.given(start))
        expected, centres, _ = spy_kmeans(values, 6, 50, start_clusters=start / SCALE)
        assert (labels == expected).all()
        assert result.centres / SCALE == pytest.approx(centres, abs=1e-6)

    def test_all_pixels_in_the_first_class_end_the_first_iteration(self):
        values = np.random.default_rng(4).integers(0, 100, (300, 5)).astype(np.int16)
        start = np.stack([values.mean(axis=0), np.full(5, 9000.0), np.full(5, 9500.0)])
        labels, result = run(values, starts.given(start))
        expected, centres, spy_iterations = spy_kmeans(values, 3, 50, start_clusters=start / SCALE)
        assert len(result.iterations) == spy_iterations == 1
        assert not labels.any()
        assert not expected.any()
        assert result.centres / SCALE == pytest.approx(centres, abs=1e-6)

    @pytest.mark.parametrize("name", ["harv", "osbs"])
    def test_neon_reflectance(self, name, shared_crop):
        values = shared_crop(name)
        labels, result = run(values, starts.diagonal(5))
        expected, centres, _ = spy_kmeans(values, 5, 50)
        assert (labels == expected).all()
        assert result.centres / SCALE == pytest.approx(centres, abs=1e-6)


@pytest.fixture
def shared_crop(request):
    """Read a crop of a NEON tile, if there is one beside the repository."""
    folder = request.config.rootpath.parent / "shared" / "data"

    def read(name):
        path = folder / f"neon_{name}_crop.tif"
        if not path.exists():
            pytest.skip(f"{path} is not there")
        gdal = pytest.importorskip("osgeo.gdal")
        cube = gdal.Open(str(path)).ReadAsArray()
        return np.ascontiguousarray(cube.reshape(len(cube), -1).T)

    return read


class TestOneClass:
    def test_centre_is_the_mean(self):
        values = mixtures(np.random.default_rng(0))
        labels, result = run(values, starts.diagonal(1))
        assert not labels.any()
        assert result.centres == pytest.approx(values.mean(axis=0)[np.newaxis], rel=1e-12)

    def test_one_class_with_reseeding_ends(self):
        _, result = run(mixtures(np.random.default_rng(0)), starts.diagonal(1), reseed_empty=True)
        assert result.converged
        assert len(result.iterations) == 2


class TestSameBits:
    """Threads, images and block sizes change nothing."""

    DATA = (np.int16, np.uint16, np.float32, np.float64)

    def expected(self, dtype, reseed_empty=False):
        values = as_type(mixtures(np.random.default_rng(5), 4000, 30), dtype)
        labels, result = run(values, starts.diagonal(9), 20, reseed_empty, threads=1)
        return values, labels, result

    @pytest.mark.parametrize("dtype", DATA)
    @pytest.mark.parametrize("threads", [2, 5])
    def test_threads(self, dtype, threads):
        values, labels, expected = self.expected(dtype)
        other, result = run(values, starts.diagonal(9), 20, threads=threads)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()
        assert [step.sse for step in result.iterations] == [step.sse for step in expected.iterations]

    @pytest.mark.parametrize("dtype", DATA)
    @pytest.mark.parametrize("images", [2, 7])
    def test_images(self, dtype, images):
        values, labels, expected = self.expected(dtype)
        other, result = run(values, starts.diagonal(9), 20, images=images)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    @pytest.mark.parametrize("dtype", DATA)
    @pytest.mark.parametrize(("block", "scan", "part"), [(1000, 64, 300), (333, 17, 4000), (5000, 5000, 5000)])
    def test_block_sizes(self, dtype, block, scan, part, monkeypatch):
        values, labels, expected = self.expected(dtype)
        monkeypatch.setattr(shard_module, "BLOCK_PIXELS", block)
        monkeypatch.setattr(shard_module, "SCAN_PIXELS", scan)
        monkeypatch.setattr(shard_module, "MOST_PART_PIXELS", part)
        other, result = run(values, starts.diagonal(9), 20)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    def test_pixels_compared_with_all_bands_only(self, monkeypatch):
        values, labels, expected = self.expected(np.int16)
        monkeypatch.setattr(shard_module, "WORTHWHILE", 1.1)
        other, result = run(values, starts.diagonal(9), 20)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    @pytest.mark.parametrize("images", [2, 5])
    def test_reseeding_in_several_images(self, images):
        values = with_empty_class(np.random.default_rng(6))
        labels, expected = run(values, starts.diagonal(6), reseed_empty=True, threads=1)
        other, result = run(values, starts.diagonal(6), reseed_empty=True, images=images)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    def test_sampling_a_large_image_in_parts(self, monkeypatch):
        monkeypatch.setattr("neon_aop.core.methods.kmeans.lloyd.SAMPLE_PIXELS", 500)
        values = mixtures(np.random.default_rng(7), 4001, 10)
        labels, expected = run(values, starts.plus_plus(5, seed=1), reseed_empty=True)
        other, result = run(values, starts.plus_plus(5, seed=1), reseed_empty=True, images=3)
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    def test_images_can_be_clustered_again(self):
        values = mixtures(np.random.default_rng(8))
        with LocalImages([image_of(values)]) as images:
            cluster(images, starts.diagonal(300), 3, reseed_empty=False)
            cluster(images, starts.diagonal(4), 10, reseed_empty=False)
            (found,) = images.map(labels_in)
        assert (found == run(values, starts.diagonal(4), 10)[0]).all()


def hard_pixels(kind, rng):
    bands = int(rng.choice([1, 2, 3, 9, 10, 11, 40]))
    normal = rng.normal(0, 1, (1200, bands))
    if kind == "full range":
        return rng.integers(-32768, 32768, (1200, bands)).astype(np.int16)
    if kind == "bright":
        return rng.integers(32_700, 32_768, (1200, bands)).astype(np.int16)
    if kind == "bright bytes in pairs":
        return rng.integers(65_000, 65_536, (1200, bands)).astype(np.uint16)
    if kind == "int32":
        return rng.integers(-(2**31), 2**31, (1200, bands)).astype(np.int32)
    if kind == "ties":
        return rng.integers(0, 3, (1200, bands)).astype(np.int16)
    if kind == "offset":
        return 1e9 + normal
    if kind == "float32 offset":
        return (1e4 + normal).astype(np.float32)
    if kind == "near ties":
        return rng.choice([-1.0, 1.0], (1200, bands)) + 1e-9 * normal
    if kind == "mixed pixels":
        return normal * 10.0 ** rng.uniform(-30, 30, (1200, 1))
    if kind == "mixed bands":
        return normal * 10.0 ** rng.uniform(-30, 30, (1, bands))
    if kind == "one line":
        return normal[:, :1] * rng.normal(0, 1, (1, bands))
    return (normal * float(kind)).astype(np.float32)


KINDS = [
    "full range",
    "bright",
    "bright bytes in pairs",
    "int32",
    "ties",
    "offset",
    "float32 offset",
    "near ties",
    "mixed pixels",
    "mixed bands",
    "one line",
    *("1e-30", "1e-22", "1e-20", "1e-4", "1e18", "1e19", "1e30"),
]


def hard_start(kind, values, classes, rng):
    if kind == "diagonal":
        return starts.diagonal(classes)
    centres = values[rng.integers(0, len(values), classes)].astype(np.float64)
    if kind == "far":
        centres[::2] *= 1000
        centres[-1] += 1e5 * np.abs(values.astype(np.float64)).max()
    elif kind == "twins":
        centres[1::2] = centres[0]
    elif kind == "near twins":
        centres[1::2] = centres[0] * (1 + 1e-9)
    return starts.given(centres)


class Iterations:
    """The iterations of a clustering, each with the centres and labels of its assignment."""

    def __init__(self, values, start, most=15, reseed_empty=False):
        self.values = values
        self.used, self.labels, self.seen = [], [], []

        def started(summary):
            self.used.append(np.array(start(summary)))
            return self.used[0]

        def keep(iteration):
            self.labels += images.map(labels_in)
            self.seen.append(iteration)
            self.used.append(iteration.centres.copy())

        with using_threads(2), LocalImages([image_of(values)]) as images:
            self.result = cluster(images, started, most, reseed_empty=reseed_empty, on_iteration=keep)

    def __iter__(self):
        return zip(self.seen, self.used, self.labels)


class TestEachIteration:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("start", ["diagonal", "pixels", "far", "twins", "near twins"])
    def test_labels_are_the_nearest_centres_in_float64(self, kind, start):
        rng = np.random.default_rng([KINDS.index(kind), len(start)])
        values = hard_pixels(kind, rng)
        run = Iterations(values, hard_start(start, values, int(rng.choice([2, 3, 7])), rng))
        for iteration, centres, labels in run:
            assert (labels == float64_squares(values, centres).argmin(axis=0)).all(), iteration.number

    @pytest.mark.parametrize("kind", KINDS)
    def test_centres_are_the_means_and_empty_classes_stay(self, kind):
        rng = np.random.default_rng(KINDS.index(kind))
        values = hard_pixels(kind, rng)
        largest = np.abs(values.astype(np.float64)).max()
        for iteration, centres, labels in Iterations(values, hard_start("far", values, 5, rng)):
            for label, centre in enumerate(iteration.centres):
                members = values[labels == label].astype(np.float64)
                assert iteration.counts[label] == len(members)
                expected = members.mean(axis=0) if len(members) else centres[label]
                assert centre == pytest.approx(expected, rel=1e-12, abs=1e-13 * largest)

    @pytest.mark.parametrize("seed", range(6))
    def test_labels_stay_right_over_many_slow_iterations(self, seed):
        rng = np.random.default_rng(seed)
        run = Iterations(noise(rng, 4000, 12), starts.diagonal(8), 60)
        assert len(run.seen) > 20
        assert sum(iteration.examined for iteration in run.seen[5:]) < 0.8 * 4000 * len(run.seen[5:])
        for iteration, centres, labels in run:
            assert (labels == float64_squares(run.values, centres).argmin(axis=0)).all(), iteration.number

    @pytest.mark.parametrize("data", DATA_SETS)
    def test_moved_pixels_are_those_that_changed_class(self, data):
        run = Iterations(DATA_SETS[data](np.random.default_rng(9)), starts.diagonal(5))
        moved = [None, *((a != b).sum() for a, b in zip(run.labels, run.labels[1:]))]
        assert [iteration.moved for iteration in run.seen] == moved

    @pytest.mark.parametrize("data", sorted(set(DATA_SETS) - {"constant", "one pixel"}))
    @pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16])
    def test_squared_error_is_that_of_all_distances(self, data, dtype):
        values = as_type(DATA_SETS[data](np.random.default_rng(10)), dtype)
        for iteration, centres, _ in Iterations(values, starts.diagonal(5)):
            assert iteration.sse == pytest.approx(float64_squares(values, centres).min(axis=0).sum(), rel=1e-6)

    @pytest.mark.parametrize("kind", KINDS)
    def test_squared_error_is_accurate_to_the_spread_of_all_pixels(self, kind):
        values = hard_pixels(kind, np.random.default_rng(11))
        spread = ((values - values.mean(axis=0, dtype=np.float64)) ** 2).sum()
        # The origin is rounded to float32.
        spread += values.size * (np.abs(values.astype(np.float64)).max() * 2.0**-24) ** 2
        for iteration, centres, _ in Iterations(values, starts.diagonal(4)):
            expected = float64_squares(values, centres).min(axis=0).sum()
            assert iteration.sse == pytest.approx(expected, rel=1e-7, abs=1e-7 * spread)

    @pytest.mark.parametrize("data", DATA_SETS)
    def test_squared_error_never_increases(self, data):
        values = DATA_SETS[data](np.random.default_rng(12))
        errors = [iteration.sse for iteration in run(values, starts.diagonal(6))[1].iterations]
        assert (np.diff(errors) <= 1e-9 * errors[0]).all()

    def test_numbers_count_from_one(self):
        _, result = run(mixtures(np.random.default_rng(13)), starts.diagonal(5), 4)
        assert [iteration.number for iteration in result.iterations] == [1, 2, 3, 4]
        assert not result.converged

    def test_work_stays_small(self):
        _, result = run(mixtures(np.random.default_rng(14), 20_000, 100), starts.diagonal(5), 30)
        assert len(result.iterations) == 24
        # Measured: 43 209 pixels looked at in 24 iterations (all of them in the first two), 11 of them with all bands.
        assert sum(iteration.examined for iteration in result.iterations[2:]) < 3600
        assert all(iteration.examined < 700 for iteration in result.iterations[2:])
        assert sum(iteration.compared_in_full for iteration in result.iterations) < 30


class Recorder(Progress):
    def __init__(self):
        self.lines, self.fractions = [], []

    def info(self, text):
        self.lines.append(text)

    def report(self, fraction):
        self.fractions.append(fraction)


class TestReseeding:
    def test_no_class_stays_empty_where_pixels_differ(self):
        recorder = Recorder()
        _, result = run(with_empty_class(np.random.default_rng(0)), starts.diagonal(7), 50, True, progress=recorder)
        assert result.counts.all()
        assert any("start anew" in line for line in recorder.lines)

    def test_an_empty_class_starts_anew_at_the_farthest_pixel(self):
        values = np.array([[0], [1], [2], [100], [101], [110]], np.int16)
        start = np.array([[1.0], [100.0], [5000.0]])
        _, result = run(values, starts.given(start), 1, reseed_empty=True)
        # 110 is 6.33 from its class's mean 103.67.
        assert result.centres.ravel() == pytest.approx([1, 311 / 3, 110])

    def test_labels_are_right_after_starting_anew(self):
        values = with_empty_class(np.random.default_rng(1))
        for iteration, centres, labels in Iterations(values, starts.diagonal(7), 20, reseed_empty=True):
            assert (labels == float64_squares(values, centres).argmin(axis=0)).all(), iteration.number

    @pytest.mark.parametrize("dtype", [np.int16, np.float32, np.float64])
    @pytest.mark.parametrize("start", [starts.diagonal(6), starts.plus_plus(6, seed=3)], ids=["diagonal", "plus plus"])
    @pytest.mark.parametrize("distinct", [1, 3])
    def test_more_classes_than_distinct_pixels_end(self, dtype, start, distinct):
        rng = np.random.default_rng(2)
        values = as_type(rng.integers(1, 9999, (distinct, 7)), dtype)[np.arange(307) % distinct]
        recorder = Recorder()
        _, result = run(values, start, reseed_empty=True, progress=recorder)
        assert result.converged
        assert sorted(result.counts)[: 6 - distinct] == [0] * (6 - distinct)
        assert result.counts.sum() == 307
        assert len(recorder.lines) <= 3


class TestPlusPlus:
    def clustering(self, seed, values=None):
        values = mixtures(np.random.default_rng(0)) if values is None else values
        return run(values, starts.plus_plus(6, seed), reseed_empty=True)

    def test_same_seed_gives_the_same_bits(self):
        (labels, first), (others, second) = self.clustering(1), self.clustering(1)
        assert (labels == others).all()
        assert (first.centres == second.centres).all()

    @pytest.mark.parametrize("seed", range(5))
    def test_error_is_no_worse_than_from_the_diagonal(self, seed):
        values = clustered(np.random.default_rng(seed), classes=6)
        diagonal = run(values, starts.diagonal(6), reseed_empty=False)[1]
        assert self.clustering(seed, values)[1].iterations[-1].sse <= diagonal.iterations[-1].sse * (1 + 1e-6)

    @pytest.mark.parametrize("seed", range(5))
    def test_separate_clusters_are_found(self, seed):
        rng = np.random.default_rng(seed)
        middles = rng.uniform(500, 6000, (6, 20))
        truth = rng.integers(0, 6, 1500)
        values = np.rint(middles[truth] + rng.normal(0, 30, (1500, 20))).astype(np.int16)
        labels, _ = self.clustering(seed, values)
        assert len(set(zip(labels, truth))) == len(set(labels)) == 6


class CancelledAfter(Progress):
    """Cancels when so many iterations have ended, after some more checks."""

    def __init__(self, iterations, checks=0):
        self.left = iterations
        self.checks = checks

    def cancelled(self):
        if self.left <= 0:
            self.checks -= 1
        return self.left <= 0 and self.checks < 0


class TestCancelling:
    @pytest.mark.parametrize("checks", [0, 1, 5])
    @pytest.mark.parametrize("iterations", [0, 1, 3])
    def test_only_whole_iterations_are_seen(self, iterations, checks):
        values = noise(np.random.default_rng(0), 5000)
        progress, seen = CancelledAfter(iterations, checks), []

        def on_iteration(iteration):
            seen.append(iteration)
            progress.left -= 1

        with pytest.raises(Cancelled):
            run(values, starts.diagonal(5), progress=progress, on_iteration=on_iteration)
        assert len(seen) >= iterations
        _, whole = run(values, starts.diagonal(5), len(seen) or 1)
        for iteration, expected in zip(seen, whole.iterations):
            assert (iteration.centres == expected.centres).all()

    def test_cancelling_is_looked_for_in_each_iteration(self):
        seen = []
        progress = CancelledAfter(2)

        def on_iteration(iteration):
            seen.append(iteration)
            progress.left -= 1

        with pytest.raises(Cancelled):
            run(noise(np.random.default_rng(0)), starts.diagonal(5), progress=progress, on_iteration=on_iteration)
        assert len(seen) == 2

    def test_a_cancelled_run_can_be_resumed_from_its_centres(self):
        values = noise(np.random.default_rng(1))
        labels, whole = run(values, starts.diagonal(5))
        _, part = run(values, starts.diagonal(5), 4)
        resumed_labels, resumed = run(values, starts.given(part.centres))
        assert (resumed_labels == labels).all()
        assert (resumed.centres == whole.centres).all()


class TestResult:
    def test_progress_rises_to_one(self):
        recorder = Recorder()
        run(noise(np.random.default_rng(0)), starts.diagonal(5), images=3, progress=recorder)
        assert recorder.fractions == sorted(recorder.fractions)
        assert recorder.fractions[-1] == pytest.approx(1)

    def test_counts_are_those_of_the_labels(self):
        labels, result = run(mixtures(np.random.default_rng(1)), starts.diagonal(5))
        assert result.counts.tolist() == np.bincount(labels, minlength=5).tolist()
        assert result.pixels == len(labels)

    def test_no_pixels_are_an_error(self):
        with pytest.raises(ParameterError, match="no valid pixel"):
            run(np.zeros((0, 3), np.int16), starts.diagonal(2))

    def test_no_iterations_are_an_error(self):
        with pytest.raises(ParameterError, match="Maximum iterations is 0"):
            run(noise(np.random.default_rng(2)), starts.diagonal(2), 0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("absurd", [1e15, -3.4e38])
def test_one_absurd_value_leaves_the_centres_of_other_classes(dtype, absurd):
    values = as_type(clustered(np.random.default_rng(3)), dtype)
    start = np.stack([values[:500].mean(axis=0), values[500:1000].mean(axis=0) * 1.3, np.full(20, 0.0)])
    _, expected = run(values[1:], starts.given(start.astype(float)), 6)
    values[0] = absurd
    start[2] = absurd
    _, found = run(values, starts.given(start.astype(float)), 6)
    assert found.centres[:2] == pytest.approx(expected.centres[:2], rel=1e-9)
    assert found.centres[2] == pytest.approx(values[0].astype(float), rel=1e-9)


@pytest.mark.parametrize("offset", [1e6, 1e9, 1e12])
def test_squared_error_of_float64_is_right_where_values_are_large_beside_their_differences(offset):
    values = offset + clustered(np.random.default_rng(4)).astype(np.float64) / 1000
    for iteration, centres, _ in Iterations(values, starts.diagonal(4)):
        expected = float64_squares(values, centres).min(axis=0).sum()
        assert iteration.sse == pytest.approx(expected, rel=1e-6)


class TestFewMoved:
    """Iterations that end once few pixels move."""

    @pytest.mark.parametrize("share", [0.05, 0.3, 2, 100])
    def test_the_first_iteration_that_moves_so_few_is_the_last(self, share):
        values = noise(np.random.default_rng(0), 6000)
        labels, result = run(values, starts.diagonal(5), 400, min_moved=share)
        moved = [iteration.moved for iteration in result.iterations[1:]]
        assert [count <= share * 60 for count in moved] == [False] * (len(moved) - 1) + [True]
        assert result.end is End.FEW_MOVED
        assert not result.converged
        expected, whole = run(values, starts.diagonal(5), len(result.iterations))
        assert (labels == expected).all()
        assert (result.centres == whole.centres).all()

    def test_0_ends_when_no_pixel_moves(self):
        values = noise(np.random.default_rng(0), 2000)
        _, result = run(values, starts.diagonal(5), 400)
        assert result.converged
        assert result.end is End.SETTLED

    @pytest.mark.parametrize(("images", "threads"), [(1, 1), (1, 5), (7, 2)])
    def test_images_and_threads_change_nothing(self, images, threads):
        values = mixtures(np.random.default_rng(1), 4000)
        options = {"reseed_empty": True, "min_moved": 0.2}
        labels, expected = run(values, starts.plus_plus(6, 3), **options)
        other, result = run(values, starts.plus_plus(6, 3), images=images, threads=threads, **options)
        assert len(result.iterations) == len(expected.iterations) > 2
        assert (other == labels).all()
        assert (result.centres == expected.centres).all()

    def test_a_class_that_starts_anew_is_given_pixels_first(self):
        # The second class is empty at first, and then starts at a pixel of the first.
        values = np.concatenate([np.full(990, 10), np.arange(900, 910)])[:, np.newaxis].astype(np.int16)
        start = np.array([[10.0], [-5000.0], [905.0]])
        _, result = run(values, starts.given(start), reseed_empty=True, min_moved=100)
        assert result.counts.all()

    def test_shares_are_decimal_numbers(self):
        """In binary, 0.29 / 100 x 10,000 is less than 29."""
        moved = []

        def end_of(share):
            values = noise(np.random.default_rng(5), 10_000, 3)
            _, result = run(values, starts.diagonal(4), 400, min_moved=share)
            moved[:] = [iteration.moved for iteration in result.iterations[1:]]
            return len(result.iterations)

        end_of(0)
        count = next(one for one in moved if 0 < one < 300 and int(one / 100 / 100 * 10_000) != one)
        first = moved.index(next(one for one in moved if one <= count)) + 2
        assert end_of(float(f"{count / 100:.2f}")) == first

    @pytest.mark.parametrize("share", [-0.1, 100.1, float("nan")])
    def test_no_percentage_is_refused(self, share):
        with pytest.raises(ParameterError, match="must be from 0 to 100"):
            run(mixtures(np.random.default_rng(2)), starts.diagonal(3), min_moved=share)


class CancelledWithin(Progress):
    """Cancels while an iteration is under way."""

    def __init__(self, iteration):
        self._iteration, self.number, self.lines = iteration, 1, []

    def info(self, text):
        self.lines.append(text)

    def cancelled(self):
        return self.number >= self._iteration


class TestKeepPartial:
    """A clustering that ends when it is cancelled, with the classes of a whole iteration."""

    def run(self, iteration, most=50, **options):
        progress = CancelledWithin(iteration)

        def on_iteration(seen):
            progress.number = seen.number + 1

        values = noise(np.random.default_rng(0), 5000)
        options = {"progress": progress, "on_iteration": on_iteration, "keep_partial": True, **options}
        labels, result = run(values, starts.diagonal(5), most, **options)
        return values, labels, result, progress

    @pytest.mark.parametrize("most", [2, 5])
    def test_classes_are_those_of_whole_iterations(self, most):
        values, labels, result, _ = self.run(3, most)
        assert len(result.iterations) == 2
        assert result.end is (End.CANCELLED if most > 2 else End.MOST_ITERATIONS)
        expected, whole = run(values, starts.diagonal(5), 2)
        assert (labels == expected).all()
        assert (result.centres == whole.centres).all()

    def test_iteration_under_way_is_finished_which_is_told_once(self, monkeypatch):
        progress = CancelledWithin(10**6)

        def cancelling(image, *arguments, pool, progress):
            if len(seen) == 3:
                listener.number = 10**6
            return assign(image, *arguments, pool=pool, progress=progress)

        listener, seen, assign = progress, [], shard_module.assign
        monkeypatch.setattr("neon_aop.core.methods.kmeans.lloyd.assign", cancelling)
        values = noise(np.random.default_rng(0), 5000)
        labels, result = run(
            values, starts.diagonal(5), progress=progress, on_iteration=seen.append, keep_partial=True, images=3
        )
        monkeypatch.undo()
        assert len(seen) == len(result.iterations) == 4
        assert (labels == run(values, starts.diagonal(5), 4)[0]).all()
        assert progress.lines == ["Cancelled: this iteration is finished, then its classes are written."]

    def test_cancelled_before_the_first_iteration(self):
        with pytest.raises(Cancelled):
            self.run(1)

    def test_centres_file_is_not_counted_for(self):
        _, _, result, _ = self.run(2, count_after_first=True)
        assert len(result.iterations) == 1
        assert result.moved is None


class TestMoved:
    """What is said of pixels that moved in the last iteration."""

    def test_a_single_iteration_only_assigns(self):
        _, result = run(mixtures(np.random.default_rng(0)), starts.diagonal(5), 1)
        assert result.moved is None
        assert not result.converged

    def test_a_single_iteration_from_given_centres_counts_what_another_one_would_move(self):
        values = mixtures(np.random.default_rng(1))
        start = values[:6].astype(np.float64)
        before, result = run(values, starts.given(start), 1, count_after_first=True, images=3)
        after, second = run(values, starts.given(start), 2, count_after_first=True)
        assert result.moved == (before != after).sum() == second.moved > 0
        assert not result.converged

    def test_counting_changes_no_label_and_no_centre(self):
        values = mixtures(np.random.default_rng(2))
        start = values[:6].astype(np.float64)
        counted, result = run(values, starts.given(start), 1, count_after_first=True)
        uncounted, expected = run(values, starts.given(start), 1)
        assert (counted == uncounted).all()
        assert (result.centres == expected.centres).all()

    def test_centres_of_a_finished_run_move_nothing(self):
        values = clustered(np.random.default_rng(3))
        _, finished = run(values, starts.diagonal(5))
        _, resumed = run(values, starts.given(finished.centres), 1, count_after_first=True)
        assert finished.converged
        assert resumed.moved == 0
        assert resumed.converged

    def test_one_class_has_converged_after_its_first_iteration(self):
        _, result = run(mixtures(np.random.default_rng(4)), starts.diagonal(1), 1)
        assert result.moved is None
        assert result.converged
