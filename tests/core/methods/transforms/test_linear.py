import json
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.methods.transforms import linear
from neon_aop.core.methods.transforms.linear import NOISE_FRACTION, LinearTransform

BANDS = Bands.of([500.0, 600.0, np.nan, 800.0], [5.0, np.nan, 5.0, 5.0], [3, 4, 7, 9])


def transform(components=2, **parts):
    rng = np.random.default_rng(0)
    vectors = np.linalg.qr(rng.standard_normal((4, 4)))[0][:, :components]
    return LinearTransform(BANDS, rng.uniform(0, 1, 4), vectors, np.array([4.0, 3.0, 2.0, 1.0]), 100, **parts)


def spectra(pixels=50):
    return np.random.default_rng(1).uniform(0, 1, (pixels, 4))


def test_scores_are_the_centred_spectra_times_the_vectors():
    model = transform()
    np.testing.assert_allclose(model.forward(spectra()), (spectra() - model.mean) @ model.vectors, atol=1e-15)


def test_scores_of_many_pixels_are_computed_block_by_block(monkeypatch):
    monkeypatch.setattr(linear, "_BLOCK_PIXELS", 16)
    model = transform()
    np.testing.assert_allclose(model.forward(spectra()), (spectra() - model.mean) @ model.vectors, atol=1e-15)
    assert model.forward(spectra(0)).shape == (0, 2)


def test_scores_of_stored_values_are_those_of_their_reflectance():
    model, stored = transform(), np.rint(spectra() * 10_000).astype(np.int16)
    np.testing.assert_allclose(model.forward(stored, 2e-4, -0.1), model.forward(stored * 2e-4 - 0.1), atol=1e-12)


def test_inverse_of_all_components_gives_the_spectra_back():
    model = transform(components=4)
    np.testing.assert_allclose(model.inverse(model.forward(spectra())), spectra(), atol=1e-14)


def test_inverse_of_some_components_is_the_nearest_spectrum_that_has_the_scores():
    model = transform()
    scores = model.forward(spectra())
    back = model.inverse(scores)
    np.testing.assert_allclose(model.forward(back), scores, atol=1e-14)
    np.testing.assert_allclose((spectra() - back) @ model.vectors, 0, atol=1e-14)


def test_vectors_need_not_be_orthonormal_to_lead_back():
    skewed = np.array([[2.0, 1.0], [0.0, 3.0], [0.0, 0.0], [1.0, 0.0]])
    model = LinearTransform(BANDS, np.zeros(4), skewed, np.ones(4), 100)
    scores = model.forward(spectra())
    np.testing.assert_allclose(model.forward(model.inverse(scores)), scores, atol=1e-13)


def test_inverse_vectors_lead_back_where_they_are_given():
    back = np.arange(8.0).reshape(2, 4)
    model = transform(inverse_vectors=back)
    np.testing.assert_allclose(model.inverse([[1.0, 2.0]]), [back[0] + 2 * back[1] + model.mean])


@pytest.mark.parametrize("inverse", [None, np.arange(8.0).reshape(2, 4)])
def test_transform_is_read_as_it_was_written(tmp_path, inverse):
    written = transform(inverse_vectors=inverse)
    written.write(tmp_path / "m.json")
    found = LinearTransform.read(tmp_path / "m.json")
    for part in ("mean", "vectors", "eigenvalues", "pixels", "kind"):
        np.testing.assert_array_equal(getattr(found, part), getattr(written, part))
    for part in ("numbers", "wavelengths", "fwhm"):
        np.testing.assert_array_equal(getattr(found.bands, part), getattr(BANDS, part))
    assert (found.inverse_vectors is None) == (inverse is None)
    np.testing.assert_array_equal(found.inverse(np.eye(2)), written.inverse(np.eye(2)))


def test_tables_number_the_components_from_1(tmp_path):
    model = transform()
    for write, rows in ((model.write_loadings, 2), (model.write_eigenvalues, 4)):
        write(tmp_path / "t.csv")
        lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").split("\n")[1:]
        assert [line.split(",")[0] for line in lines if line] == [str(number) for number in range(1, rows + 1)]


def test_small_shares_keep_a_digit():
    small = replace(transform(), eigenvalues=np.array([99.3, 0.6, 0.06, 0.04]))
    assert [name.split("(")[1] for name in small.names] == ["99.3 %)", "0.6 %)"]
    assert replace(small, eigenvalues=np.array([99.96, 0.04, 0.0, 0.0])).names[1] == "PC 2 (0.04 %)"


def test_names_say_the_share_of_the_variance():
    assert transform().names == ["PC 1 (40.0 %)", "PC 2 (30.0 %)"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "neon_aop principal components 2"}, "is not a component model"),
        ({"format": []}, "is not a component model"),
        ({"pixels": "9"}, '"pixels" is missing or does not hold'),
        ({"pixels": True}, '"pixels" is missing or does not hold'),
        ({"eigenvalues": [1e308, 0, 0, 0]}, '"eigenvalues" is missing or does not hold'),
        ({"eigenvalues": [1, 2, 3]}, "do not fit together"),
        ({"eigenvalues": [0, 0, 0, 0]}, "do not fit together"),
        ({"mean_reflectance": [0.1, None, 0.1, 0.1]}, '"mean_reflectance" is missing or does not hold'),
        ({"components": [[1, 0, 0, 0]] * 5}, "do not fit together"),
        ({"components": [[1, 0, 0]]}, "do not fit together"),
        ({"inverse": [[1, 0, 0, 0]]}, "do not fit together"),
        ({"format": "neon_aop minimum noise fraction 1"}, '"inverse" is missing or does not hold'),
        ({"band_numbers": [1, 2, 3]}, "do not fit together"),
    ],
)
def test_parts_that_make_no_sense_are_named(tmp_path, changes, sentence):
    path = tmp_path / "m.json"
    transform().write(path)
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))
    with pytest.raises(TableError, match=sentence):
        LinearTransform.read(path)


def noise_transform(ratios=(57.3, 1.04, 0.02, 0.0)):
    return replace(
        transform(), kind=NOISE_FRACTION, inverse_vectors=np.arange(8.0).reshape(2, 4), eigenvalues=np.array(ratios) + 1
    )


def test_names_of_the_minimum_noise_fraction_say_the_signal_to_noise_ratio():
    assert noise_transform().names == ["MNF 1 (SNR 57.3)", "MNF 2 (SNR 1.0)"]
    assert noise_transform((0.02, -0.1, -0.2, -0.3)).names == ["MNF 1 (SNR 0.02)", "MNF 2 (SNR 0.0)"]


def test_eigenvalues_of_the_minimum_noise_fraction_have_their_ratio_beside_them(tmp_path):
    noise_transform().write_eigenvalues(tmp_path / "e.csv")
    head, first, *_ = (tmp_path / "e.csv").read_text(encoding="utf-8-sig").split("\n")
    assert head.strip() == "component,eigenvalue,share,cumulative,snr"
    assert float(first.split(",")[-1]) == pytest.approx(57.3)


def test_components_with_more_signal_than_noise_are_counted():
    assert transform(kind=NOISE_FRACTION).signal_components == 2
    assert transform().signal_components is None


def test_kind_is_kept_in_the_file(tmp_path):
    noise_transform().write(tmp_path / "m.json")
    assert LinearTransform.read(tmp_path / "m.json").kind == NOISE_FRACTION
    assert json.loads((tmp_path / "m.json").read_text())["format"] == "neon_aop minimum noise fraction 1"


@pytest.mark.parametrize("inverse", [None, np.arange(8.0).reshape(2, 4)])
def test_selected_components_lead_there_and_back_as_all_do_without_the_others(inverse):
    model = transform(inverse_vectors=inverse)
    second = model.selected(np.array([1]))
    np.testing.assert_array_equal(second.forward(spectra()), model.forward(spectra())[:, [1]])
    np.testing.assert_allclose(second.inverse([[2.0]]), model.inverse([[0.0, 2.0]]), atol=1e-14)
