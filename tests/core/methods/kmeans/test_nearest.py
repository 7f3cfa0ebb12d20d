import numpy as np
import pytest

from neon_aop.core.methods.kmeans.nearest import Basis, Centres, leading_directions


def smooth_pixels(rng, pixels=2000, bands=40, noise=20.0):
    """Mixtures of smooth spectra with noise, as stored in int16."""
    position = np.linspace(0, 1, bands)
    spectra = np.stack([500 + 4000 * np.exp(-(((position - middle) / 0.2) ** 2)) for middle in (0.1, 0.4, 0.8)])
    mixed = rng.dirichlet(np.ones(3), pixels) @ spectra
    return np.rint(mixed + rng.normal(0, noise, (pixels, bands))).astype(np.int16)


def squares(values, centres):
    """Return squared distances in float64, added up as SPy does, shape (classes, pixels)."""
    differences = values.astype(np.float64) - centres[:, np.newaxis]
    return np.stack([np.einsum("ij,ij->i", difference, difference) for difference in differences])


def basis_of(values, centres):
    return Basis.of_sample(values[:500], centres, np.abs(values.astype(float)).max())


def hard_pixels(kind, rng):
    if kind == "smooth":
        return smooth_pixels(rng)
    if kind == "noise":
        return rng.integers(-32768, 32768, (2000, 30)).astype(np.int16)
    if kind == "one band":
        return rng.integers(0, 65536, (2000, 1)).astype(np.uint16)
    if kind == "offset":
        return 1e9 + rng.normal(0, 1, (2000, 15))
    if kind == "float32 offset":
        return (1e4 + rng.normal(0, 1, (2000, 15))).astype(np.float32)
    if kind == "mixed magnitudes":
        return rng.normal(0, 1, (2000, 15)) * 10.0 ** rng.uniform(-30, 30, (2000, 1))
    return (rng.normal(0, 1, (2000, 15)) * float(kind)).astype(np.float32)


KINDS = [
    "smooth",
    "noise",
    "one band",
    "offset",
    "float32 offset",
    "mixed magnitudes",
    "1e-30",
    "1e-21",
    "1e19",
    "1e30",
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("classes", [2, 7])
def test_certain_labels_and_margins_are_those_of_float64(kind, classes):
    rng = np.random.default_rng(classes)
    values = hard_pixels(kind, rng)
    centres = values[:classes].astype(np.float64) * rng.uniform(0.9, 1.1, (classes, 1))
    basis = basis_of(values, centres)
    prepared = Centres(centres, basis)
    exact = squares(values, centres)
    labels = exact.argmin(axis=0)
    distances = np.sort(np.sqrt(exact), axis=0)
    margins = (distances[1] - distances[0]) * (1 + 1e-9) / basis.unit
    for found in (
        prepared.nearest_by_directions(basis.reduce(values)[0]),
        prepared.nearest_by_bands(values),
        prepared.nearest_exactly(values),
    ):
        assert (found.labels[found.certain] == labels[found.certain]).all()
        assert (found.margins <= margins)[found.certain].all()


def test_smooth_spectra_are_decided_by_their_directions():
    values = smooth_pixels(np.random.default_rng(0))
    centres = values[:5].astype(np.float64)
    basis = basis_of(values, centres)
    assert Centres(centres, basis).nearest_by_directions(basis.reduce(values)[0]).certain.mean() > 0.97


def test_margins_are_close_to_the_differences_of_distances():
    values = smooth_pixels(np.random.default_rng(0))
    centres = values[:5].astype(np.float64)
    basis = basis_of(values, centres)
    distances = np.sort(np.sqrt(squares(values, centres)), axis=0)
    margins = Centres(centres, basis).nearest_by_bands(values).margins * basis.unit
    # The first pixels are the centres; a distance of nothing is bounded worst.
    assert margins[5:] == pytest.approx((distances[1] - distances[0])[5:], abs=2.0)


@pytest.mark.parametrize("seed", range(20))
def test_a_centre_only_just_off_rounded_directions_is_bounded(seed):
    rng = np.random.default_rng(seed)
    bands, directions = 12, 10
    orthonormal = np.linalg.qr(rng.normal(size=(bands, bands)))[0][:, :directions]
    basis = Basis(np.zeros(bands), orthonormal.astype(np.float32))
    left, _, right = np.linalg.svd(basis.directions.astype(np.float64))
    # The direction that rounding made longest, and one that the basis misses.
    longest, off = left[:, 0], left[:, -1]
    centres = np.stack([longest + 2e-4 * off, longest * (1 + 10.0 ** rng.uniform(-5, -3.5))])
    along = rng.normal(size=(500, directions)) * 0.3 @ (left[:, :directions] @ right).T
    values = (along + rng.normal(size=(500, 1)) * off).astype(np.float32)
    found = Centres(centres, basis).nearest_by_directions(basis.reduce(values)[0])
    assert (found.labels == squares(values, centres).argmin(axis=0))[found.certain].all()


@pytest.mark.parametrize("gap", [0.0, 1e-12, 1e-9, 1e-6])
def test_near_ties_go_where_float64_sends_them(gap):
    rng = np.random.default_rng(1)
    values = rng.normal(0, 1, (500, 12))
    values[:, 0] = 0
    centres = np.zeros((2, 12))
    centres[:, 0] = -1 - gap, 1
    prepared = Centres(centres, basis_of(values, centres))
    labels = squares(values, centres).argmin(axis=0)
    assert (prepared.nearest_exactly(values).labels == labels).all()
    found = prepared.nearest_by_bands(values)
    assert (found.labels == labels)[found.certain].all()


def test_ties_go_to_the_lowest_class():
    values = np.array([[0, 5], [0, -3]], np.int16)
    centres = np.array([[2.0, 1.0], [-2.0, 1.0], [2.0, 1.0]])
    assert Centres(centres, basis_of(values, centres)).nearest_exactly(values).labels.tolist() == [0, 0]


def test_a_pixel_whose_centres_differ_by_less_than_float64_holds_is_not_certain():
    values = np.array([[1.0, 0.0], [-1.0, 0.0]])
    centres = np.array([[1e-20, 0.0], [2e-20, 0.0]])
    basis = basis_of(values, centres)
    prepared = Centres(centres, basis)
    assert not prepared.nearest_by_directions(basis.reduce(values)[0]).certain.any()
    assert not prepared.nearest_by_bands(values).certain.any()


@pytest.mark.parametrize("exponent", [-18, -19, -20, -21, -22, -23])
def test_pixels_next_to_the_origin_are_right_where_float32_underflows(exponent):
    values = np.random.default_rng(8).normal(0, 1, (2000, 12)) * 10.0**exponent
    centres = values[:5] * 1.1
    basis = Basis(np.zeros(12), np.eye(12, 8, dtype=np.float32))
    prepared = Centres(centres, basis)
    labels = squares(values, centres).argmin(axis=0)
    for found in (prepared.nearest_by_directions(basis.reduce(values)[0]), prepared.nearest_by_bands(values)):
        assert (found.labels == labels)[found.certain].all()


def test_repeated_centres_leave_other_pixels_certain_and_their_own_without_margin():
    values = smooth_pixels(np.random.default_rng(2))
    centres = values[[0, 1, 0, 2, 0]].astype(np.float64)
    basis = basis_of(values, centres)
    found = Centres(centres, basis).nearest_by_directions(basis.reduce(values)[0])
    assert set(found.labels) == {0, 1, 3}
    assert found.certain.mean() > 0.97
    assert (found.margins[found.labels == 0] <= 0).all()
    assert found.margins[found.labels == 1].max() > 0


def test_a_centre_beyond_float32_wins_no_pixel():
    values = smooth_pixels(np.random.default_rng(3))
    centres = np.stack([np.full(40, 1e30), *values[:2].astype(np.float64)])
    basis = basis_of(values, centres)
    with np.errstate(over="ignore", invalid="ignore"):
        prepared = Centres(centres, basis)
        found = prepared.nearest_by_directions(basis.reduce(values)[0])
    labels = squares(values, centres).argmin(axis=0)
    assert (found.labels == labels)[found.certain].all()


def test_reduced_lengths_are_upper_bounds():
    values = smooth_pixels(np.random.default_rng(4))
    centres = values[:3].astype(np.float64)
    basis = basis_of(values, centres)
    reduced, total = basis.reduce(values)
    centred = (values - basis.origin) / basis.unit
    orthonormal = np.linalg.qr(basis.directions.astype(np.float64))[0]
    missed = np.linalg.norm(centred - centred @ orthonormal @ orthonormal.T, axis=1)
    lengths = np.linalg.norm(centred, axis=1)
    assert (reduced[:, -2] >= missed).all()
    assert (reduced[:, -1] >= lengths).all()
    assert total == pytest.approx(((values - basis.origin) ** 2).sum(), rel=1e-6)


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.uint16])
def test_differences_of_small_integers_from_the_origin_are_exact(dtype):
    values = np.random.default_rng(5).integers(0, np.iinfo(dtype).max, (300, 12), endpoint=True).astype(dtype)
    basis = basis_of(values, values[:2].astype(np.float64))
    assert (basis.centred(values).astype(np.float64) * basis.unit == values - basis.origin).all()


@pytest.mark.parametrize("bands", [1, 2, 8, 9, 10, 11, 40])
def test_directions_are_orthonormal_and_no_more_than_bands(bands):
    values = smooth_pixels(np.random.default_rng(6), bands=bands)
    basis = basis_of(values, values[:4].astype(np.float64))
    products = basis.directions.T.astype(np.float64) @ basis.directions
    assert products == pytest.approx(np.eye(min(bands, 10)), abs=1e-6)


def test_leading_direction_is_that_of_the_largest_variance():
    rng = np.random.default_rng(7)
    sample = 100 + rng.normal(0, [1, 9, 3], (5000, 3))
    origin, directions = leading_directions(sample, 2)
    assert origin == pytest.approx(sample.mean(axis=0))
    assert np.abs(directions) == pytest.approx(np.array([[0, 0], [1, 0], [0, 1]]), abs=0.05)


def test_origin_of_integers_is_whole():
    sample = np.array([[1, 2], [2, 2], [2, 5]], np.int16)
    assert leading_directions(sample, 1)[0].tolist() == [2, 3]
