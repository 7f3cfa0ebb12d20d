# SPDX-License-Identifier: GPL-2.0-or-later
"""Gaussian classifiers as JSON, which docs/algorithms/gaussianclassifier.md describes."""

from __future__ import annotations

import json

import numpy as np

from ...constants import MOST_CLASSES
from ...errors import TableError, in_one_line
from ...files.numbers import null_for_nan, part_of_model, parts_differ, read_json
from ...files.replacement import write_whole
from ...image.bands import Bands
from ...spectra.classes import LONGEST_NAME, SpectralClasses
from ...wording import tr
from ..transforms.linear import LinearTransform
from .gaussian import GaussianClasses

FORMAT = "neon_aop gaussian classifier 1"


def write_model(path, model: GaussianClasses) -> None:
    """Write a classifier.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    classes = model.classes
    content = {
        "format": FORMAT,
        "band_numbers": classes.bands.numbers.tolist(),
        "wavelengths_nm": null_for_nan(classes.bands.wavelengths),
        "fwhm_nm": null_for_nan(classes.bands.fwhm),
        "classes": classes.numbers.tolist(),
        "names": [classes.given_names.get(number, "") for number in classes.numbers.tolist()],
        "training_pixels": classes.counts.tolist(),
        "mean_reflectance": classes.centres.tolist(),
        "components": None if model.transform is None else model.transform.as_json(),
        "means": model.means.tolist(),
        "covariances": model.covariances.tolist(),
        "priors": model.priors.tolist(),
        "pooled_shares": model.shares.tolist(),
        "diagonal_share": model.pooled_share,
        "limits": None if model.limits is None else null_for_nan(model.limits),
    }
    write_whole(path, json.dumps(content, allow_nan=False).encode("utf-8"))


def read_model(path) -> GaussianClasses:
    """Read a classifier that `write_model` wrote.

    Raises
    ------
    TableError
        If the file is anything else, or damaged.
    """
    content = read_json(path)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise TableError(tr("{path} is not a classifier of this plugin; choose one that is.").format(path=path))

    def part(key: str, dimensions: int = 1, missing: bool = False) -> np.ndarray:
        return part_of_model(content, key, path, dimensions, missing)

    numbers, names = part("classes"), content.get("names")
    transform = content.get("components")
    if transform is not None:
        transform = LinearTransform.from_json(transform, path)
    bands = Bands.of(part("wavelengths_nm", missing=True), part("fwhm_nm", missing=True), part("band_numbers"))
    centres, means, covariances = part("mean_reflectance", 2), part("means", 2), part("covariances", 3)
    priors, shares, pixels = part("priors"), part("pooled_shares"), part("training_pixels")
    limits = None
    if content.get("limits") is not None:
        limits = part("limits", missing=True)
        limits[np.isnan(limits)] = np.inf
    count, features = len(numbers), means.shape[1]
    fits = (
        count
        and (np.diff(numbers, prepend=0) >= 1).all()
        and (numbers == np.rint(numbers)).all()
        and numbers[-1] <= MOST_CLASSES
        and isinstance(names, list)
        and all(isinstance(name, str) for name in names)
        and {count} == set(map(len, (names, centres, means, covariances, priors, shares, pixels)))
        and (limits is None or len(limits) == count)
        and centres.shape[1] == len(bands) == len(bands.fwhm)
        and len(bands.numbers) == len(bands)
        and covariances.shape[1:] == (features, features)
        and features == (len(bands) if transform is None else transform.count)
        and (transform is None or len(transform.bands) == len(bands))
        and (priors > 0).all()
        and _are_positive_definite(covariances)
    )
    if not fits:
        raise parts_differ(path)
    numbers = numbers.astype(int)
    given_names = {number: in_one_line(name, LONGEST_NAME) for number, name in zip(numbers.tolist(), names)}
    classes = SpectralClasses(numbers, centres, bands, pixels.astype(np.int64), given_names=given_names)
    pooled_share = float(part("diagonal_share", 0))
    return GaussianClasses(classes, transform, means, covariances, priors, shares, pooled_share, limits)


def _are_positive_definite(covariances: np.ndarray) -> bool:
    try:
        # `GaussianScores` whitens features by the mean, which very different covariances do not survive.
        whitening = np.linalg.inv(np.linalg.cholesky(covariances.mean(axis=0)))
        with np.errstate(over="ignore", invalid="ignore"):
            np.linalg.cholesky(whitening @ covariances @ whitening.T)
    except np.linalg.LinAlgError:
        return False
    return bool((covariances == covariances.transpose(0, 2, 1)).all())
