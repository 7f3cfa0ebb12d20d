import numpy as np
import pytest

from neon_aop.core.compute.exactsum import ExactSummer
from neon_aop.core.compute.imageset import ImageState
from neon_aop.core.compute.threads import pool, using_threads
from neon_aop.core.methods.kmeans import shard as shard_module
from neon_aop.core.methods.kmeans.nearest import Basis
from neon_aop.core.methods.kmeans.shard import (
    Farthest,
    Step,
    Summary,
    assign,
    count_nearer,
    farthest,
    labels_of,
    prepare,
    summarize,
)
from neon_aop.core.progress import Progress
from neon_aop.tests.images import image_of


@pytest.fixture(scope="module")
def opened():
    """What the functions are called with."""
    with using_threads(2), pool() as threads:
        yield {"pool": threads, "progress": Progress()}


def random_pixels(pixels=3000, bands=6, seed=0):
    return np.random.default_rng(seed).integers(0, 10_000, (pixels, bands)).astype(np.int16)


def prepared(values, centres, opened):
    image = ImageState(image_of(values))
    prepare(image, Basis.of_sample(values, centres, 10_000), ExactSummer(values.dtype, 10_000), **opened)
    return image


def nearest(values, centres):
    return np.stack([((values - centre) ** 2).sum(axis=1) for centre in centres]).argmin(axis=0)


def class_sums(values, labels, classes):
    return np.stack([values[labels == label].sum(axis=0, dtype=np.int64) for label in range(classes)])


def test_summary_holds_extremes_and_the_sampled_pixels(opened):
    values = random_pixels()
    summary = summarize(ImageState(image_of(values)), slice(3, None, 7), **opened)
    assert summary.pixels == 3000
    assert (summary.minimum == values.min(axis=0)).all()
    assert (summary.maximum == values.max(axis=0)).all()
    assert (summary.sample == values[3::7]).all()


def test_summaries_combine_to_that_of_all_pixels(opened):
    values = random_pixels()
    parts = [
        summarize(ImageState(image_of(values[part])), slice(None), **opened) for part in (slice(0, 9), slice(9, None))
    ]
    combined = Summary.of_all(parts)
    whole = summarize(ImageState(image_of(values)), slice(None), **opened)
    assert combined.pixels == whole.pixels
    for name in ("minimum", "maximum", "sample"):
        assert (getattr(combined, name) == getattr(whole, name)).all()


def test_preparing_returns_the_squared_distances_to_the_origin(opened):
    values = random_pixels()
    basis = Basis.of_sample(values, values[:2].astype(float), 10_000)
    spread = prepare(ImageState(image_of(values)), basis, ExactSummer(values.dtype, 10_000), **opened)
    assert spread == pytest.approx(((values - basis.origin) ** 2).sum(), rel=1e-6)


def test_first_assignment_counts_all_pixels(opened):
    values = random_pixels()
    centres = values[:4].astype(float)
    image = prepared(values, centres, opened)
    step = assign(image, centres, 0.0, **opened)
    labels = nearest(values, centres)
    assert (labels_of(image) == labels).all()
    assert step.moved == step.examined == 3000
    assert (step.counts == np.bincount(labels)).all()
    assert (step.sums[0] == class_sums(values, labels, 4)).all()


def test_later_assignment_counts_what_changed(opened):
    values = random_pixels()
    first, second = values[:4].astype(float), values[:4].astype(float) + [[0], [300], [0], [-200]]
    image = prepared(values, first, opened)
    assign(image, first, 0.0, **opened)
    drift = np.sort(np.linalg.norm(second - first, axis=1))[-2:].sum()
    step = assign(image, second, drift, **opened)
    before, after = nearest(values, first), nearest(values, second)
    assert (labels_of(image) == after).all()
    assert step.moved == (before != after).sum()
    assert step.counts.tolist() == (np.bincount(after) - np.bincount(before)).tolist()
    assert (step.sums[0] == class_sums(values, after, 4) - class_sums(values, before, 4)).all()


def test_centres_that_did_not_move_let_pixels_rest(opened):
    values = random_pixels()
    centres = values[:4].astype(float)
    image = prepared(values, centres, opened)
    assign(image, centres, 0.0, **opened)
    step = assign(image, centres, 0.0, **opened)
    assert (step.moved, step.examined) == (0, 0)


@pytest.mark.parametrize("drift", [1e-6, 1.0, 1e3, 1e30])
def test_pixels_are_examined_when_their_margins_are_used_up(opened, drift):
    values = random_pixels()
    centres = values[:4].astype(float)
    image = prepared(values, centres, opened)
    assign(image, centres, 0.0, **opened)
    distances = np.sort([np.linalg.norm(values - centre, axis=1) for centre in centres], axis=0)
    examined = assign(image, centres, drift, **opened).examined
    assert examined >= (distances[1] - distances[0] <= drift).sum()


def test_labels_of_more_than_256_classes_fit(opened):
    values = random_pixels(2000)
    centres = np.unique(values, axis=0)[:300].astype(float)
    image = prepared(values, centres, opened)
    assign(image, centres, 0.0, **opened)
    assert (labels_of(image) == nearest(values, centres)).all()
    assert labels_of(image).max() > 255


@pytest.mark.parametrize("block", [1, 7, 4096])
def test_farthest_pixels_are_those_of_all_blocks(opened, monkeypatch, block):
    monkeypatch.setattr(shard_module, "BLOCK_PIXELS", block)
    values = random_pixels(200)
    centres = values[:3].astype(float)
    image = prepared(values, centres, opened)
    assign(image, centres, 0.0, **opened)
    squares = ((values - centres[labels_of(image)]) ** 2).sum(axis=1)
    expected = np.argsort(-squares, kind="stable")[:5]
    found = farthest(image, centres, 5, **opened)
    assert found.squares.tolist() == squares[expected].tolist()
    assert (found.values == values[expected]).all()


def test_of_equally_far_pixels_the_earliest_come_first():
    parts = [Farthest(np.array([4.0, 1.0]), np.array([[1.0], [2.0]])), Farthest(np.array([4.0]), np.array([[3.0]]))]
    assert Farthest.of_all(parts, 2).values.tolist() == [[1.0], [3.0]]


def test_steps_add_up():
    step = Step(np.array([1, -1]), np.ones((1, 2, 3), np.int64), moved=2, examined=5, full=1)
    total = Step.total([step, step])
    assert total.counts.tolist() == [2, -2]
    assert (total.sums == 2).all()
    assert (total.moved, total.examined, total.full) == (4, 10, 2)


def test_counting_finds_the_pixels_that_the_next_assignment_moves(opened):
    values = random_pixels()
    first, second = values[:4].astype(float), values[:4].astype(float) + [[0], [300], [0], [-200]]
    image = prepared(values, first, opened)
    assign(image, first, 0.0, **opened)
    drift = np.sort(np.linalg.norm(second - first, axis=1))[-2:].sum()
    counted = count_nearer(image, second, drift, **opened)
    assert (labels_of(image) == nearest(values, first)).all()
    assert counted == assign(image, second, drift, **opened).moved > 0
