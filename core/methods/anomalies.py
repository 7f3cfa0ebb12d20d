# SPDX-License-Identifier: GPL-2.0-or-later
"""Anomalies: pixels whose spectra are unlike those of the whole image (RX detector)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np

from ..compute.blockmap import map_images
from ..compute.imageset import ImageSet, ImageState
from ..compute.memory import PixelStore, release
from ..constants import NODATA
from ..errors import ParameterError
from ..files.raster.ramp import RAMP, shown_range
from ..files.raster.sampling import SampledRaster
from ..files.raster.style import ramp_style
from ..files.raster.writer import value_writer
from ..image.mosaic import Mosaic
from ..image.slices import aligned_slices
from ..inputs.memorycells import CellsInMemory
from ..progress import Progress
from ..wording import tr
from .chisquare import chi_square_quantile
from .indices import AT_LEAST, mask_of, mask_writer
from .invertible import check_invertible
from .mahalanobis import inverse_cholesky, panels_of, squared_lengths
from .transforms.components import Moments

# So few that a block with all bands in float64 stays in the processor's cache.
BLOCK_PIXELS = 1024
# Rows of the scores that are looked at together.
ROWS_AT_ONCE = 256
# The strongest anomalies, which are listed.
MOST_LISTED = 10


class RxScores:
    """The function of a `blockmap` that returns squared Mahalanobis distances to the mean, the RX score.

    The detector is that of Reed and Yu (1990, doi:10.1109/29.60107) with one background for all of the image; scores
    are those of SPy's `rx`.

    Parameters
    ----------
    moments : Moments
        Of the background; the covariance must be positive definite.
    """

    def __init__(self, moments: Moments):
        self._mean = moments.mean
        self._panels = panels_of(inverse_cholesky(moments.covariance)[0], np.float64)

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        values, mean = pixels.values[chosen], pixels.from_reflectance(self._mean)
        scores = np.empty(len(values))
        for part in aligned_slices(0, len(values), BLOCK_PIXELS):
            centred = values[part].astype(np.float64)
            centred -= mean
            scores[part] = squared_lengths(centred, self._panels)
        return scores * pixels.scale**2


@dataclass(frozen=True)
class AnomalyRule:
    """From which score on a pixel is an anomaly.

    Attributes
    ----------
    probability : float
        That of a pixel of a normal distribution to have a smaller score (chi-square), between 0 and 1.
    share : float or None
        In place of it, the share of the pixels that are anomalies, above 0 and up to 1.
    """

    probability: float = 0.999
    share: float | None = None

    def __post_init__(self):
        if not 0 < self.probability < 1:
            raise ParameterError(
                tr("The probability is {probability:g}; it must be above 0 and below 1.").format(
                    probability=self.probability
                )
            )
        if self.share is not None and not 0 < self.share <= 1:
            raise ParameterError(
                tr("The share of anomalies is {share:g} %; it must be above 0 and at most 100.").format(
                    share=100 * self.share
                )
            )

    def limit(self, scores: np.ndarray, pixels: int, bands: int) -> float:
        """Return the least score of an anomaly among scores, see `kth_largest`."""
        if self.share is None:
            return chi_square_quantile(self.probability, bands)
        return kth_largest(scores, max(round(self.share * pixels), 1))


@dataclass(frozen=True)
class Anomalies:
    """What was found.

    Attributes
    ----------
    moments : Moments
        Of all pixels.
    scores : ndarray of float32, shape (rows, columns)
        `NODATA` where there is no data.
    limit : float
        The least score of an anomaly.
    count : int
        How many anomalies there are.
    rows, columns : ndarray of int
        The strongest anomalies, strongest first, as many as there are but at most `MOST_LISTED`.
    spectra : ndarray, shape (strongest, bands)
        Their reflectance.
    """

    moments: Moments
    scores: np.ndarray
    limit: float
    count: int
    rows: np.ndarray
    columns: np.ndarray
    spectra: np.ndarray

    def above(self, limit: float) -> int:
        """Return how many pixels have a score of at least `limit`."""
        return sum(int((block >= np.float32(limit)).sum()) for block in _blocks(self.scores))


def find_anomalies(
    images: ImageSet,
    mosaic: Mosaic,
    rule: AnomalyRule,
    path,
    mask_path,
    store: PixelStore,
    progress: Progress | None = None,
) -> Anomalies:
    """Write the RX scores of all pixels (Float32, no data -9999), and a mask that is 1 where they are anomalies.

    A score tells how unlikely a spectrum is among all of the image if these are a normal distribution. Real images are
    a mixture of surfaces, of which many more pixels exceed a limit by probability than that says; the rarest of them
    come first nevertheless. It does not suit objects that cover much of the image, as these are part of the background.

    Parameters
    ----------
    images : ImageSet
    mosaic : Mosaic
    rule : AnomalyRule
    path, mask_path : str or path
        An empty `mask_path` writes no mask.
    store : PixelStore
        Where the scores are kept.
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If there are not more pixels than bands, or a band is constant or follows from others.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    moments = Moments.of(images, progress.part(0, 0.35))
    bands, name = images.template.bands, images.template.name
    if images.pixels <= len(bands):
        raise ParameterError(
            tr(
                "{name} has {pixels} valid pixels, and RX scores of {bands} bands need more than {bands}; keep fewer "
                "bands or more pixels."
            ).format(name=name, pixels=images.pixels, bands=len(bands))
        )
    check_invertible(moments.covariance, bands, name)
    grid = mosaic.grid
    scores = store.allocate((grid.height, grid.width), np.float32)
    title = tr("RX score")
    with ExitStack() as opened:
        writer = opened.enter_context(
            value_writer(path, grid, name if len(images.lengths) == 1 else "", progress, names=[title])
        )
        target = SampledRaster(writer)
        scoring = progress.part(0.35, 0.95)
        for window in map_images(images, mosaic, RxScores(moments), writer.output, writer.block, progress=scoring):
            target.write(window.values, window.rows.start, window.columns.start)
            scores[window.rows, window.columns] = window.values[0]
            release(scores)
        writer.style = ramp_style(*shown_range(target.sample), RAMP)
        limit = rule.limit(scores, images.pixels, len(bands))
        count = 0
        if mask_path:
            mask = opened.enter_context(mask_writer(mask_path, grid, title, limit, progress))
        for rows in aligned_slices(0, grid.height, ROWS_AT_ONCE):
            part = mask_of(scores[rows], limit)
            count += int((part == AT_LEAST).sum())
            if mask_path:
                mask.write(part, rows.start)
    cells = strongest(scores, min(count, MOST_LISTED))
    found = CellsInMemory(images, mosaic, name).read_cells(*cells, store, progress.part(0.95, 1))
    return Anomalies(moments, scores, limit, count, *cells, images.template.to_reflectance(found.values))


def strongest(scores: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return rows and columns of the highest scores, highest first, of equal ones the upper left first."""
    if not count:
        return np.empty(0, int), np.empty(0, int)
    least, found, first = np.float32(kth_largest(scores, count)), [], 0
    for block in _blocks(scores):
        rows, columns = np.nonzero(block >= least)
        found.append((rows + first, columns, block[rows, columns]))
        first += len(block)
    rows, columns, values = map(np.concatenate, zip(*found))
    order = np.argsort(-values, kind="stable")[:count]
    return rows[order], columns[order]


def kth_largest(scores: np.ndarray, k: int) -> float:
    """Return the k-th largest score, without a copy of all.

    Parameters
    ----------
    scores : ndarray of float32, shape (rows, columns)
        At least 0, or `NODATA`, of which there are at least `k` others.
    k : int
    """
    # The bits of positive numbers, as integers, are in the order of the numbers: first the upper, then the lower half.
    upper, left = 0, k
    for is_upper in (True, False):
        counts = np.zeros(1 << 16, np.int64)
        for block in _blocks(scores):
            bits = block[block != NODATA].view(np.uint32)
            halves = bits >> 16 if is_upper else bits[bits >> 16 == upper] & 0xFFFF
            counts += np.bincount(halves, minlength=len(counts))
        above = np.cumsum(counts[::-1])
        place = int(np.searchsorted(above, left))
        left -= int(above[place] - counts[::-1][place])
        half = len(counts) - 1 - place
        if is_upper:
            upper = half
    return float(np.uint32(upper << 16 | half).view(np.float32))


def _blocks(scores: np.ndarray):
    for rows in aligned_slices(0, len(scores), ROWS_AT_ONCE):
        yield scores[rows]
        release(scores)


def in_words(found: Anomalies, pixels: int) -> str:
    """Say how many anomalies there are, such as "969 of 969,032 pixels are anomalies, with an RX score of 312 ..."."""
    return tr("{count:,} of {pixels:,} pixels are anomalies, with an RX score of at least {limit:.4g}.").format(
        count=found.count, pixels=pixels, limit=found.limit
    )
