# SPDX-License-Identifier: GPL-2.0-or-later
"""Minimum noise fraction: components in the order of their signal-to-noise ratio, of images of any size."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageSet
from ...compute.momentsums import MomentSums, sum_differences
from ...errors import ParameterError
from ...image.bands import Bands
from ...progress import Progress
from ...wording import tr
from ..invertible import check_invertible
from ..mahalanobis import inverse_cholesky
from .components import Moments, check_count, check_fraction, mean_and_covariance, with_fixed_signs
from .linear import NOISE_FRACTION, LinearTransform

# How far down and to the right the neighbour is whose difference is noise, in the order of the choice of users.
LOWER_RIGHT, RIGHT, LOWER = DIRECTIONS = ((1, 1), (0, 1), (1, 0))


@dataclass(frozen=True)
class NoiseFractionChoice:
    """The number of components to keep: `count` if it is not 0, else by `fraction` if it is given, else by `snr`."""

    count: int = 0
    fraction: float | None = None  # keep the fewest components that hold this share of the sum of all eigenvalues
    snr: float = 1.0  # keep the components with at least this signal-to-noise ratio

    def __post_init__(self):
        if self.fraction is not None:
            check_fraction(self.fraction)

    def check(self, bands: int) -> None:
        """See `check_count`."""
        check_count(self.count, bands)

    def kept(self, eigenvalues: np.ndarray, progress: Progress) -> int:
        """Return how many components to keep, at least 1, of which users are warned where SNR says 0."""
        if self.count:
            return self.count
        if self.fraction is not None:
            shares = np.cumsum(eigenvalues) / eigenvalues.sum()
            return min(int(np.searchsorted(shares, self.fraction)) + 1, len(eigenvalues))
        count = int((eigenvalues >= self.snr + 1).sum())
        if not count:
            progress.warn(
                tr(
                    "No component has a signal-to-noise ratio of {snr:g} or more; the first one, with {first:.2g}, is "
                    "kept."
                ).format(snr=self.snr, first=eigenvalues[0] - 1)
            )
        return max(count, 1)


def noise_moments(images: ImageSet, direction: tuple[int, int], progress: Progress | None = None) -> Moments:
    """Estimate the noise from differences of neighbouring pixels: half the covariance of these, without their mean.

    Only pairs of valid pixels of one image count, so none across the seam of two tiles. It is an estimate of noise
    where neighbours show the same surface; where they do not, as in a town or at a resolution near the size of crowns,
    it contains signal, and signal-to-noise ratios come out too small.

    Parameters
    ----------
    images : ImageSet
    direction : (rows down, columns right)
        One of `DIRECTIONS`.
    progress : Progress, optional

    Returns
    -------
    Moments
        Of the noise; `pixels` is the number of pairs, `mean` the mean difference.

    Raises
    ------
    ParameterError
        If there are not more pairs than bands, or the noise of a band is 0 or follows from that of others.
    """
    total = MomentSums.total(images.imap(sum_differences, *direction, progress=progress))
    image = images.template
    bands = len(image.bands)
    if total.pixels <= bands:
        raise ParameterError(
            tr(
                "{name} has {pairs} pairs of neighbouring valid pixels, and the noise of {bands} bands needs more "
                "than {bands}; keep fewer bands or more pixels."
            ).format(name=image.name, pairs=total.pixels, bands=bands)
        )
    mean, covariance = mean_and_covariance(total, image.scale)
    check_invertible(covariance, image.bands, image.name)
    return Moments(total.pixels, mean * image.scale, covariance / 2)


def noise_fraction(
    moments: Moments, noise: Moments, bands: Bands, choice: NoiseFractionChoice, progress: Progress | None = None
) -> LinearTransform:
    """Compute the minimum noise fraction (Green et al. 1988, doi:10.1109/36.3001), also called noise-adjusted PCA.

    The noise of all scores is uncorrelated and has the variance 1 (Lee et al. 1990, doi:10.1109/36.55736), so that an
    eigenvalue is the signal-to-noise ratio plus 1. The result is that of SPy's `mnf` but for the signs of components.
    SPy decomposes a symmetric matrix by `eig`, which can give complex numbers; here it is `eigh`, which cannot.

    It is not suitable where the noise is not alike in all of the image, as in mosaics of several dates.

    Raises
    ------
    ParameterError
        If more components are chosen than there are bands.
    """
    choice.check(len(bands))
    whitening, _ = inverse_cholesky(noise.covariance)
    eigenvalues, vectors = np.linalg.eigh(product(product(whitening, moments.covariance), whitening.T))
    eigenvalues = np.clip(eigenvalues[::-1], 0, None)
    count = choice.kept(eigenvalues, progress or Progress())
    kept = with_fixed_signs(product(whitening.T, vectors[:, ::-1][:, :count]))
    return LinearTransform(
        bands, moments.mean, kept, eigenvalues, moments.pixels, NOISE_FRACTION, product(kept.T, noise.covariance)
    )
