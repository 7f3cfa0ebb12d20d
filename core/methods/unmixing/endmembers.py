# SPDX-License-Identifier: GPL-2.0-or-later
"""Endmembers: the purest spectra of images, which all others are mixtures of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ...compute.imageset import ImageSet, ImageState
from ...compute.memory import PixelStore, release
from ...compute.threads import Pool, pool
from ...constants import MOST_ENDMEMBERS, N_FINDR, PPI, SMACC, VCA
from ...errors import ParameterError
from ...image.mosaic import Mosaic
from ...image.slices import aligned_slices
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from ...wording import counted
from ..transforms.components import ComponentChoice, Moments, principal_components
from ..transforms.linear import LinearTransform
from ..transforms.scores import Scores
from .hysime import signal_dimensions
from .scorepoints import ScorePoints
from .simplex import grow, largest_simplex, n_findr, ppi, purest, vca, volume_of
from .smacc import smacc, spectrum_at

# Components that are shown.
SHOWN = 3
# Points that are shown.
_SHOWN_POINTS = 200_000
_BLOCK_PIXELS = 8192
# Components with a smaller share of the first one's variance are rounding.
_ROUNDING = 1e-12


@dataclass(frozen=True)
class EndmemberSearch:
    """How endmembers are found.

    Attributes
    ----------
    method : int
        `N_FINDR`, `VCA`, `SMACC` or `PPI`.
    count : int
        How many; 0 for as many as `signal_dimensions` finds, from 2 to 20.
    restarts : int
        Further random starts of N-FINDR and of vertex component analysis, of which the largest simplex is kept.
    directions : int
        Random directions for the purity of pixels.
    seed : int
    """

    method: int = N_FINDR
    count: int = 0
    restarts: int = 3
    directions: int = 1000
    seed: int = 0


@dataclass(frozen=True)
class Endmembers:
    """Endmembers that were found.

    Attributes
    ----------
    classes : SpectralClasses
        Dark to bright. N-FINDR and VCA: rebuilt from the first components, with less noise; SMACC and PPI: the spectra
        of the pixels themselves.
    rows, columns : ndarray of int, shape (endmembers,)
        Where they lie in the mosaic.
    images : tuple of int
        In which image each lies.
    volume : float
        Of the simplex of these pixels in the first components, one fewer than endmembers.
    suggested : int
        How many endmembers `signal_dimensions` finds.
    transform : LinearTransform
        The components.
    pixel_scores : ndarray, shape (pixels, shown components)
        Some pixels in at most `SHOWN` components.
    endmember_scores : ndarray, shape (endmembers, shown components)
        The endmembers in the same components.
    """

    classes: SpectralClasses
    rows: np.ndarray
    columns: np.ndarray
    images: tuple[int, ...]
    volume: float
    suggested: int
    transform: LinearTransform
    pixel_scores: np.ndarray
    endmember_scores: np.ndarray


def find_endmembers(
    images: ImageSet, mosaic: Mosaic, search: EndmemberSearch, store: PixelStore, progress: Progress
) -> Endmembers:
    """Find endmembers among the pixels of images in this process.

    Parameters
    ----------
    images : ImageSet
    mosaic : Mosaic
    search : EndmemberSearch
    store : PixelStore
        Where scores are kept, at most 80 bytes a pixel (SMACC: 16 bytes more for each endmember).
    progress : Progress

    Raises
    ------
    ParameterError
        If the pixels vary in too few directions for so many endmembers.
    """
    moments = Moments.of(images, progress.part(0, 0.2))
    bands = images.template.bands
    suggested = signal_dimensions(moments.mean, moments.covariance)
    count = search.count or min(max(suggested, 2), MOST_ENDMEMBERS, len(bands) + 1)
    if count - 1 > len(bands):
        raise ParameterError(_too_few(images.template.name, len(bands), count))
    kept = min(max(count - 1, SHOWN), len(bands))
    transform = principal_components(moments, bands, ComponentChoice(count=kept))
    varying = int(np.count_nonzero(transform.eigenvalues > _ROUNDING * transform.eigenvalues[0]))
    if varying < count - 1:
        raise ParameterError(_too_few(images.template.name, varying, count))
    starts = np.concatenate([[0], np.cumsum([images.lengths[image] for image in images.filled])])
    points = store.allocate((int(starts[-1]), kept), np.float32)
    for place, image in enumerate(images.filled):
        part = progress.part(0.2 + 0.2 * place / len(images.filled), 0.2 + 0.2 * (place + 1) / len(images.filled))
        images.call(image, _fill_scores, transform, points[starts[place] : starts[place + 1]], progress=part)
    searching = progress.part(0.4, 1)
    if search.method == SMACC:
        found = [starts[images.filled.index(image)] + index for image, index in smacc(images, count, store, searching)]
    else:
        with pool() as threads:
            found = _search(ScorePoints(points[:, : count - 1], threads, searching), search, threads, searching)
    found = np.array(found, int)
    of_image = np.searchsorted(starts, found, side="right") - 1
    spectra = _spectra(images, transform, points[found], of_image, found - starts[of_image], search.method, count)
    order = np.argsort(spectra.mean(axis=1), kind="stable")
    found, of_image = found[order], of_image[order]
    where = [
        images.call(images.filled[one], place_of, int(index)) for one, index in zip(of_image, found - starts[of_image])
    ]
    chosen = tuple(images.filled[one] for one in of_image.tolist())
    corners = np.array([mosaic.places[image] for image in chosen])
    rows, columns = (corners + np.array(where)).T
    classes = SpectralClasses(
        np.arange(1, count + 1), spectra[order], bands, np.ones(count, np.int64), mosaic.grid.pixel_area_ha
    )
    scores = points[found].astype(np.float64)
    return Endmembers(
        classes,
        rows,
        columns,
        chosen,
        volume_of(scores[:, : count - 1]),
        suggested,
        transform,
        points[:: len(points) // _SHOWN_POINTS + 1, :SHOWN].copy(),
        scores[:, :SHOWN],
    )


def _search(points: ScorePoints, search: EndmemberSearch, threads: Pool, progress: Progress) -> list[int]:
    generator = np.random.default_rng(search.seed)
    size = points.dimensions + 1
    if search.method == PPI:
        directions = generator.random((points.dimensions, search.directions)) - 0.5
        directions /= np.linalg.norm(directions, axis=0)
        pure = purest(ppi(points, directions), size)
        among = ScorePoints(points.at(pure), threads, progress)
        return pure[n_findr(among, grow(among))].tolist()

    def found() -> Iterator[list[int]]:
        for run in range(search.restarts + 1):
            progress.report(run / (search.restarts + 1))
            if search.method == VCA:
                yield vca(points, generator)
            else:
                start = generator.choice(len(points), size, replace=False).tolist() if run else grow(points)
                yield n_findr(points, start)

    return largest_simplex(points, found())


def _spectra(
    images: ImageSet,
    transform: LinearTransform,
    scores: np.ndarray,
    of_image: np.ndarray,
    indices: np.ndarray,
    method: int,
    count: int,
) -> np.ndarray:
    """Return the reflectance of endmembers, of which image and index are given."""
    if method in (SMACC, PPI):
        return np.stack(
            [images.call(images.filled[one], spectrum_at, int(index)) for one, index in zip(of_image, indices)]
        )
    components = replace(transform, vectors=transform.vectors[:, : count - 1])
    return components.inverse(scores[:, : count - 1])


def _fill_scores(
    image: ImageState, transform: LinearTransform, points: np.ndarray, *, pool: Pool, progress: Progress
) -> None:
    """Compute the scores of all pixels of an image into `points`, shape (pixels, components)."""
    function = Scores(transform)

    def compute(part: slice) -> None:
        points[part] = function(image, part).T

    pool.map(compute, list(aligned_slices(0, len(points), _BLOCK_PIXELS)), progress)
    release(image.pixels.values)
    release(points)


def place_of(image: ImageState, index: int, *, pool: Pool, progress: Progress) -> tuple[int, int]:
    """Return row and column of a valid pixel in its image."""
    row, column = divmod(int(np.flatnonzero(image.pixels.valid)[index]), image.pixels.grid.width)
    return row, column


def _too_few(name: str, directions: int, count: int) -> str:
    return counted(
        directions,
        "The pixels of {name} vary in {count} direction only, too few for {wanted} endmembers; look for fewer.",
        "The pixels of {name} vary in {count} directions only, too few for {wanted} endmembers; look for fewer.",
        name=name,
        wanted=count,
    )
