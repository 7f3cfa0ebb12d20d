# SPDX-License-Identifier: GPL-2.0-or-later
"""Classifiers as JSON, which docs/algorithms/gaussianclassifier.md describes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...constants import MOST_CLASSES, PALETTE_FIXED
from ...errors import TableError, in_one_line
from ...files.numbers import null_for_nan, part_of_model, parts_differ, read_json, write_model_file
from ...image.bands import Bands
from ...spectra.classes import LONGEST_NAME, SpectralClasses
from ...wording import tr
from ..transforms.linear import LinearTransform
from .forest import ForestClasses, Tree
from .gaussian import GaussianClasses
from .model import ClassModel
from .svm import LinearClasses

# Reads an entry of the file: key, dimensions, whether null is allowed.
Part = Callable[..., np.ndarray]

_TREE = ("features", "thresholds", "left", "right", "shares")


def write_model(path, model: ClassModel) -> None:
    """Write a classifier.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    classes = model.classes
    name, content_of = next((name, content_of) for name, kind, _, content_of in _KINDS if isinstance(model, kind))
    content = {
        "format": name,
        "band_numbers": classes.bands.numbers.tolist(),
        "wavelengths_nm": null_for_nan(classes.bands.wavelengths),
        "fwhm_nm": null_for_nan(classes.bands.fwhm),
        "classes": classes.numbers.tolist(),
        "names": [classes.given_names.get(number, "") for number in classes.numbers.tolist()],
        "training_pixels": classes.counts.tolist(),
        "mean_reflectance": classes.centres.tolist(),
        "components": None if model.transform is None else model.transform.as_json(),
        **content_of(model),
    }
    write_model_file(path, content)


def read_model(path) -> ClassModel:
    """Read a classifier that `write_model` wrote.

    Raises
    ------
    TableError
        If the file is anything else, or damaged.
    """
    content = read_json(path)
    read = None
    if isinstance(content, dict):
        read = next((read for name, _, read, _ in _KINDS if name == content.get("format")), None)
    if read is None:
        raise TableError(tr("{path} is not a classifier of this plugin; choose one that is.").format(path=path))

    def part(key: str, dimensions: int = 1, missing: bool = False) -> np.ndarray:
        return part_of_model(content, key, path, dimensions, missing)

    numbers, names = part("classes"), content.get("names")
    transform = content.get("components")
    if transform is not None:
        transform = LinearTransform.from_json(transform, path)
    bands = Bands.of(part("wavelengths_nm", missing=True), part("fwhm_nm", missing=True), part("band_numbers"))
    centres, pixels = part("mean_reflectance", 2), part("training_pixels")
    count = len(numbers)
    fits = (
        count
        and (np.diff(numbers, prepend=0) >= 1).all()
        and (numbers == np.rint(numbers)).all()
        and numbers[-1] <= MOST_CLASSES
        and isinstance(names, list)
        and all(isinstance(name, str) for name in names)
        and {count} == set(map(len, (names, centres, pixels)))
        and centres.shape[1] == len(bands) == len(bands.wavelengths) == len(bands.fwhm)
        and len(bands.numbers) == len(bands)
        and (transform is None or len(transform.bands) == len(bands))
    )
    if not fits:
        raise parts_differ(path)
    numbers = numbers.astype(int)
    given_names = {number: in_one_line(name, LONGEST_NAME) for number, name in zip(numbers.tolist(), names)}
    # As the samples that it was trained with.
    classes = SpectralClasses(
        numbers, centres, bands, pixels.astype(np.int64), given_names=given_names, palette=PALETTE_FIXED
    )
    model = read(ClassModel(classes, transform), content, part, path)
    if model is None:
        raise parts_differ(path)
    return model


def _gaussian_content(model: GaussianClasses) -> dict:
    return {
        "means": model.means.tolist(),
        "covariances": model.covariances.tolist(),
        "priors": model.priors.tolist(),
        "pooled_shares": model.pooled_shares.tolist(),
        "diagonal_share": model.diagonal_share,
        "limits": None if model.limits is None else null_for_nan(model.limits),
    }


def _read_gaussian(base: ClassModel, content: dict, part: Part, path) -> GaussianClasses | None:
    count, features = len(base), base.features
    means, covariances = part("means", 2), part("covariances", 3)
    priors, pooled_shares, limits = part("priors"), part("pooled_shares"), None
    if content.get("limits") is not None:
        limits = part("limits", missing=True)
        limits[np.isnan(limits)] = np.inf
    fits = (
        means.shape == (count, features)
        and covariances.shape == (count, features, features)
        and {count} == set(map(len, (priors, pooled_shares)))
        and (limits is None or len(limits) == count)
        and (priors > 0).all()
        and _are_positive_definite(covariances)
    )
    if not fits:
        return None
    diagonal_share = float(part("diagonal_share", 0))
    return GaussianClasses(
        base.classes, base.transform, means, covariances, priors, pooled_shares, diagonal_share, limits
    )


def _are_positive_definite(covariances: np.ndarray) -> bool:
    try:
        # `GaussianScores` whitens features by the mean, which very different covariances do not survive.
        whitening = np.linalg.inv(np.linalg.cholesky(covariances.mean(axis=0)))
        with np.errstate(over="ignore", invalid="ignore"):
            np.linalg.cholesky(whitening @ covariances @ whitening.T)
    except np.linalg.LinAlgError:
        return False
    return bool((covariances == covariances.transpose(0, 2, 1)).all())


def _forest_content(model: ForestClasses) -> dict:
    return {
        "feature_importance": model.feature_importance.tolist(),
        "trees": [{key: getattr(tree, key).tolist() for key in _TREE} for tree in model.trees],
    }


def _read_forest(base: ClassModel, content: dict, part: Part, path) -> ForestClasses | None:
    found, importance = content.get("trees"), part("feature_importance")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        return None
    trees = []
    for one in found:
        parts = {key: part_of_model(one, key, path, 2 if key == "shares" else 1) for key in _TREE}
        whole = {key: parts[key].astype(np.int64) for key in ("features", "left", "right")}
        if any((whole[key] != parts[key]).any() for key in whole):
            return None
        trees.append(Tree(**{**parts, **whole}))
    fits = (
        trees
        and all(tree.is_sound(base.features, len(base)) for tree in trees)
        and len(importance) == base.features
        and (importance >= 0).all()
    )
    return ForestClasses(base.classes, base.transform, trees, importance) if fits else None


def _linear_content(model: LinearClasses) -> dict:
    return {
        "weights": model.weights.tolist(),
        "constants": model.constants.tolist(),
        "slope": model.slope,
        "deviations": model.deviations.tolist(),
    }


def _read_linear(base: ClassModel, content: dict, part: Part, path) -> LinearClasses | None:
    weights, constants, deviations = part("weights", 2), part("constants"), part("deviations")
    slope = float(part("slope", 0))
    fits = weights.shape == (len(constants), len(deviations)) == (len(base), base.features) and slope > 0
    if not fits:
        return None
    return LinearClasses(base.classes, base.transform, weights, constants, slope, deviations)


# The entry "format", what the classifier is, how it is read, and what is written of it beside its classes.
_KINDS = (
    ("neon_aop gaussian classifier 1", GaussianClasses, _read_gaussian, _gaussian_content),
    ("neon_aop random forest 1", ForestClasses, _read_forest, _forest_content),
    ("neon_aop linear svm 1", LinearClasses, _read_linear, _linear_content),
)
