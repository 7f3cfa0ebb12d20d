# SPDX-License-Identifier: GPL-2.0-or-later
"""Principal components, by SPy, from the mean and covariance of images of any size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.imageset import ImageSet
from ...compute.momentsums import MomentSums, sample_pixels, shift_for, sum_moments
from ...errors import ParameterError
from ...image.bands import Bands
from ...image.pixels import check_largest
from ...progress import Progress
from ...wording import counted, tr
from ..spy import spy_algorithms
from .linear import LinearTransform


@dataclass(frozen=True)
class Moments:
    """Count, mean and covariance of pixels."""

    pixels: int
    mean: np.ndarray  # shape (bands,); in reflectance
    covariance: np.ndarray  # shape (bands, bands); in squared reflectance, with the divisor ``pixels - 1``

    @classmethod
    def of(cls, images: ImageSet, progress: Progress | None = None) -> Moments:
        """Compute the moments of all pixels, which do not depend on the number of threads or machines.

        Raises
        ------
        ParameterError
            If there are fewer than two pixels, or all are equal.
        """
        _check_count(images.pixels, images.template.name)
        shift = shift_for(images.call(images.filled[0], sample_pixels))
        total = MomentSums.total(images.imap(sum_moments, shift, progress=progress))
        image = images.template
        check_largest(float(np.sqrt(np.abs(total.products).max())), image.name)
        mean, covariance = mean_and_covariance(total, image.scale)
        if not np.trace(covariance) > 0:
            raise ParameterError(
                tr("All valid pixels of {name} are equal; choose another image.").format(name=image.name)
            )
        return cls(total.pixels, image.to_reflectance(mean + shift), covariance)


def mean_and_covariance(total: MomentSums, scale: float) -> tuple[np.ndarray, np.ndarray]:
    """Return mean (stored units) and covariance (squared reflectance) of at least two values, from their sums."""
    mean = total.sums / total.pixels
    covariance = (total.products - np.outer(mean, total.sums)) / (total.pixels - 1)
    return mean, (covariance + covariance.T) / 2 * scale**2


@dataclass(frozen=True)
class ComponentChoice:
    """The number of components to keep."""

    fraction: float = 0.999  # keep the fewest components that hold this share of the variance (above 0, at most 1)
    count: int = 0  # keep this many instead, if it is not 0

    def __post_init__(self):
        check_fraction(self.fraction)

    def check(self, bands: int) -> None:
        """See `check_count`."""
        check_count(self.count, bands)


def check_fraction(fraction: float) -> None:
    """Raise a `ParameterError` when a share of the variance is not above 0 and at most 1."""
    if not 0 < fraction <= 1:
        raise ParameterError(
            tr("Fraction of variance is {fraction:g}; it must be above 0 and at most 1.").format(fraction=fraction)
        )


def check_count(count: int, bands: int) -> None:
    """Raise a `ParameterError` when there are fewer bands than components to keep."""
    if not 0 <= count <= bands:
        raise ParameterError(
            tr("Components is {components}; there are {bands} bands, so at most as many.").format(
                components=count, bands=bands
            )
        )


def principal_components(moments: Moments, bands: Bands, choice: ComponentChoice) -> LinearTransform:
    """Compute principal components, the leading eigenvectors of the covariance; scores are not whitened.

    Components with a large variance need not be those that separate surfaces: bands with much noise dominate the first
    components.

    Raises
    ------
    ParameterError
        If more components are chosen than there are bands.
    """
    choice.check(len(bands))
    spy = spy_algorithms()
    eigenvalues, vectors = np.linalg.eigh(moments.covariance)
    eigenvalues, vectors = np.clip(eigenvalues[::-1], 0, None), vectors[:, ::-1]
    statistics = spy.GaussianStats(moments.mean, moments.covariance, moments.pixels)
    all_components = spy.PrincipalComponents(eigenvalues, with_fixed_signs(vectors), statistics)
    share = {"num": choice.count} if choice.count else {"fraction": choice.fraction}
    kept = all_components.reduce(**share)
    return LinearTransform(bands, moments.mean, kept.eigenvectors, eigenvalues, moments.pixels)


def with_fixed_signs(vectors: np.ndarray) -> np.ndarray:
    """Return eigenvectors, in columns, of which the largest absolute value is positive."""
    return vectors * np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])])


def _check_count(pixels: int, name: str) -> None:
    if pixels < 2:
        raise ParameterError(
            counted(
                pixels,
                "{name} has {count} valid pixel, but at least 2 are needed; check its no data value.",
                "{name} has {count} valid pixels, but at least 2 are needed; check its no data value.",
                name=name,
            )
        )
