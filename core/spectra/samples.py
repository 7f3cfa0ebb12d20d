# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra of pixels whose class is known, and their statistics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ..compute.memory import PixelStore
from ..constants import PALETTE_FIXED
from ..errors import ParameterError
from ..image.bands import Bands, bands_at
from ..image.cells import CellValues
from ..image.grid import Grid
from ..image.pixels import check_largest, compact
from ..image.slices import aligned_slices
from ..inputs.memorycells import CellsInMemory
from ..inputs.openedraster import OpenedRaster
from ..inputs.places import Places
from ..inputs.tileset import TileSet
from ..progress import Progress
from ..wording import tr
from .classes import SpectralClasses
from .hints import NEAR_INFRARED, RED, ndvi

# The range that most pixels of a class lie in.
LOW_PERCENT, HIGH_PERCENT = 5.0, 95.0
# Pixels that are converted to reflectance at a time.
_PIXELS_AT_ONCE = 4096
# By how much an index or a brightness may be below its limit: the rounding of stored values.
_ROUNDING = 1e-9
# Values of which percentiles are found at a time.
_VALUES_AT_ONCE = 500_000


@dataclass(frozen=True)
class Limits:
    """Which pixels are bright and green enough; None: all.

    Attributes
    ----------
    ndvi : float or None
        The least NDVI, (NIR - red) / (NIR + red); pixels without are left out.
    brightness : float or None
        The least mean reflectance of all bands that are read.
    """

    ndvi: float | None = None
    brightness: float | None = None


ALL = Limits()


@dataclass(frozen=True)
class Spread:
    """Spectra of several pixels in short, in reflectance.

    Attributes
    ----------
    count : int
        How many pixels.
    mean : ndarray of float64, shape (bands,)
    deviation : ndarray of float64, shape (bands,)
        Standard deviation of the sample, with n - 1; NaN for one pixel.
    low, high : ndarray of float64, shape (bands,)
        5 and 95 % of the pixels have less.
    """

    count: int
    mean: np.ndarray
    deviation: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class FeatureSummary:
    """What was found of a feature.

    Attributes
    ----------
    pixels : int
    ndvi : float or None
        Of its mean spectrum; None where it is not defined.
    brightness : float
        Mean of its mean spectrum.
    deviation : float or None
        Mean of the standard deviations of all bands; None for one pixel.
    """

    pixels: int
    ndvi: float | None
    brightness: float
    deviation: float | None


@dataclass(frozen=True)
class Tally:
    """What became of the places of a class.

    Attributes
    ----------
    features : int
        0 where a raster tells the classes.
    outside : int
        Features that lie outside of the image.
    pixels : int
        Those that are used.
    no_data : int
        Pixels that have no data, or that a mask leaves out.
    below_limits : int
        Pixels that are not green or bright enough.
    shared : int
        Pixels that another class claims too.
    narrow : int
        Features of which a buffer below 0 leaves nothing.
    """

    features: int = 0
    outside: int = 0
    pixels: int = 0
    no_data: int = 0
    below_limits: int = 0
    shared: int = 0
    narrow: int = 0


@dataclass(frozen=True)
class Samples:
    """Pixels of known class with their spectra.

    Attributes
    ----------
    values : ndarray, shape (pixels, bands)
        As stored; ``values * scale + offset`` is reflectance.
    places : Places
        Where these pixels lie, with class, feature and group of each.
    grid : Grid
        That of the image, in which rows and columns of the places count.
    bands : Bands
    scale, offset : float
    name : str
        What the image is called in messages.
    tallies : mapping of int to Tally
        By class number, ascending; also of classes without pixels.
    """

    values: np.ndarray
    places: Places
    grid: Grid
    bands: Bands
    scale: float
    offset: float
    name: str
    tallies: Mapping[int, Tally]

    def __len__(self) -> int:
        return len(self.values)

    @property
    def numbers(self) -> np.ndarray:
        """The numbers of the classes that have pixels, ascending."""
        return np.unique(self.places.classes)

    @property
    def coordinates(self) -> tuple[np.ndarray, np.ndarray]:
        """Easting and northing of the centres of the pixels, in the coordinate reference system of the grid."""
        return self.grid.centres(self.places.rows, self.places.columns)

    def of_class(self, number: int) -> np.ndarray:
        """Return the indices of the pixels of a class."""
        return np.flatnonzero(self.places.classes == number)

    def by_feature(self) -> Iterator[tuple[int, np.ndarray]]:
        """Yield each feature that has pixels, and their indices; a pixel belongs to each feature that it lies in."""
        pixels, features = self.places.members
        order = np.argsort(features, kind="stable")
        edges = np.flatnonzero(np.diff(features[order])) + 1
        for part in np.split(order, edges) if len(order) else ():
            yield int(features[part[0]]), pixels[part]

    def reflectance(self, pixels) -> np.ndarray:
        """Return the reflectance of some pixels, given by indices or a slice, float64, shape (pixels, bands)."""
        return self.values[pixels].astype(np.float64) * self.scale + self.offset

    def mean(self, pixels: np.ndarray, progress: Progress | None = None) -> np.ndarray:
        """Return the mean reflectance of at least one pixel, given by indices."""
        return self._sum(pixels, lambda reflectance: reflectance.sum(axis=0), progress) / len(pixels)

    def _deviation(self, pixels: np.ndarray, mean: np.ndarray, progress: Progress | None = None) -> np.ndarray:
        """Return the standard deviation of each band; NaN for one pixel."""
        if len(pixels) < 2:
            return np.full(len(mean), np.nan)
        squares = self._sum(pixels, lambda reflectance: ((reflectance - mean) ** 2).sum(axis=0), progress)
        return np.sqrt(squares / (len(pixels) - 1))

    def spread(self, pixels: np.ndarray, progress: Progress | None = None) -> Spread:
        """Return mean, standard deviation and percentiles of at least one pixel, given by indices."""
        progress = progress or Progress()
        mean = self.mean(pixels, progress)
        limits = np.empty((2, len(mean)))
        for bands in aligned_slices(0, len(mean), max(_VALUES_AT_ONCE // len(pixels), 1)):
            progress.check()
            limits[:, bands] = np.percentile(self.values[pixels, bands], (LOW_PERCENT, HIGH_PERCENT), axis=0)
        low, high = limits * self.scale + self.offset
        return Spread(len(pixels), mean, self._deviation(pixels, mean, progress), low, high)

    def spreads(self, progress: Progress | None = None) -> dict[int, Spread]:
        """Return the spread of each class that has pixels, by its number."""
        return {int(number): self.spread(self.of_class(number), progress) for number in self.numbers}

    def feature_summaries(self, progress: Progress | None = None) -> dict[int, FeatureSummary]:
        """Return what was found of each feature that has pixels, by its place among the features."""
        found = {}
        for feature, pixels in self.by_feature():
            mean = self.mean(pixels, progress)
            deviation = self._deviation(pixels, mean, progress)
            found[feature] = FeatureSummary(
                pixels=len(pixels),
                ndvi=ndvi(mean, self.bands.wavelengths),
                brightness=float(mean.mean()),
                deviation=float(deviation.mean()) if len(pixels) > 1 else None,
            )
        return found

    def spectral_classes(self, progress: Progress | None = None) -> SpectralClasses:
        """Return the classes that have pixels, with the names that they were given."""
        progress = progress or Progress()
        numbers = self.numbers
        members = [self.of_class(number) for number in numbers]
        return SpectralClasses(
            numbers=numbers,
            centres=np.stack([self.mean(pixels, progress) for pixels in members]),
            bands=self.bands,
            counts=np.array(list(map(len, members)), np.int64),
            pixel_area_ha=self.grid.pixel_area_ha,
            given_names={int(number): self.places.names.get(int(number), "") for number in numbers},
            # The user says what the classes are; that their spectra are alike must not make them look alike.
            palette=PALETTE_FIXED,
        )

    def _sum(
        self, pixels: np.ndarray, function: Callable[[np.ndarray], np.ndarray], progress: Progress | None = None
    ) -> np.ndarray:
        """Add up what a function gives for blocks of reflectances."""
        total = np.zeros(len(self.bands))
        for block in aligned_slices(0, len(pixels), _PIXELS_AT_ONCE):
            if progress is not None:
                progress.check()
            total += function(self.reflectance(pixels[block]))
        return total


def read_samples(
    opened: TileSet | OpenedRaster | CellsInMemory,
    places: Places,
    store: PixelStore,
    progress: Progress | None = None,
    limits: Limits = ALL,
) -> Samples:
    """Read the spectra of places; of the files, only the chunks in which they lie, each once for all.

    Parameters
    ----------
    opened : TileSet, OpenedRaster or CellsInMemory
    places : Places
        In the grid of `opened`.
    store : PixelStore
        Where the values are kept.
    progress : Progress, optional
    limits : Limits, optional

    Raises
    ------
    Cancelled
        When the user asked to stop.
    ParameterError
        If no pixel is left, or a band that an NDVI needs is missing.
    RasterError
        If an NDVI is wanted of an image without wavelengths.
    """
    progress = progress or Progress()
    if not len(places):
        raise ParameterError(
            tr(
                "No valid pixel is left, because none of the places lies in {name}; choose others, or an image of "
                "their surroundings."
            ).format(name=opened.name)
        )
    of_ndvi = None if limits.ndvi is None else bands_at(opened.bands, (RED, NEAR_INFRARED), opened.name)
    cells = opened.read_cells(places.rows, places.columns, store, progress.part(0, 0.95))
    is_used = cells.valid.copy()
    if limits != ALL:
        for part in aligned_slices(0, len(is_used), _PIXELS_AT_ONCE):
            progress.check()
            is_used[part] &= _passes(cells, part, limits, of_ndvi)
    used = places.take(is_used)
    tallies = _tallies(places, cells.valid, is_used)
    values = compact(cells.values, is_used, progress)
    if not len(values):
        raise ParameterError(_nothing_left(cells, limits))
    if values.dtype.kind == "f":
        check_largest(float(np.abs(values).max()), cells.name)
    return Samples(values, used, opened.grid, cells.bands, cells.scale, cells.offset, cells.name, tallies)


def _passes(cells: CellValues, part: slice, limits: Limits, of_ndvi: np.ndarray | None) -> np.ndarray:
    """Tell which of some pixels are green and bright enough."""
    reflectance = cells.values[part].astype(np.float64) * cells.scale + cells.offset
    passes = np.ones(len(reflectance), bool)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        if of_ndvi is not None:
            red, near_infrared = reflectance[:, of_ndvi].T
            # As `hints.ndvi`: with negative reflectance, the index leaves -1 to 1.
            is_defined = np.minimum(red, near_infrared) >= 0
            passes &= is_defined & ((near_infrared - red) / (near_infrared + red) >= limits.ndvi - _ROUNDING)
        if limits.brightness is not None:
            passes &= reflectance.mean(axis=1) >= limits.brightness - _ROUNDING
    return passes


def _tallies(places: Places, is_valid: np.ndarray, is_used: np.ndarray) -> dict[int, Tally]:
    """Count what became of the places of each class, ascending by number."""
    of_features = places.feature_classes
    numbers = sorted({*np.unique(places.classes).tolist(), *np.unique(of_features[of_features > 0]).tolist()})
    tallies = {}
    for number in numbers:
        is_class = places.classes == number
        tallies[number] = Tally(
            features=int(np.count_nonzero(of_features == number)),
            outside=places.outside.get(number, 0),
            narrow=places.narrow.get(number, 0),
            pixels=int(np.count_nonzero(is_class & is_used)),
            no_data=int(np.count_nonzero(is_class & ~is_valid)),
            below_limits=int(np.count_nonzero(is_class & is_valid & ~is_used)),
            shared=places.shared.get(number, 0),
        )
    return tallies


def _nothing_left(cells: CellValues, limits: Limits) -> str:
    if cells.valid.any():
        return tr("No place of {name} is as green or bright as asked for; choose lower limits.").format(name=cells.name)
    return tr(
        "{name} has no valid pixel at any of the places: it has no data there, or its mask leaves them out; choose "
        "others."
    ).format(name=cells.name)
