# SPDX-License-Identifier: GPL-2.0-or-later
"""Continuum removal, and the absorption features that it shows: depth, position and area."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import numpy as np

from ..compute.blockmap import Output, map_blocks
from ..compute.imageset import ImageState
from ..compute.memory import PixelStore
from ..constants import NODATA
from ..errors import ParameterError, RasterError
from ..files.neon.cleaning import BandChoice
from ..files.neon.metadata import TileInfo
from ..files.raster.ramp import RAMP, shown_range
from ..files.raster.style import colour_style, ramp_style
from ..files.raster.writer import ONE_THREAD, RasterWriter, value_writer
from ..image.bands import Bands, format_windows, match
from ..image.grid import Grid
from ..image.pixels import no_valid_pixel
from ..image.slices import aligned_slices
from ..image.smallmap import SmallMap
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet
from ..inputs.wanted import BandsToRead
from ..progress import Progress
from ..wording import counted, tr

# Depth, position and area.
FEATURES = 3
# The ends of a range are its continuum, so that fewer bands show nothing.
_LEAST_BANDS = 3
# Values of a block, so few that all that is computed of them stays in the processor's cache.
_BLOCK_VALUES = 40_000
# Of the maps of a report, in pixels.
_LONGEST_SIDE = 600


@dataclass
class FeatureBands(BandsToRead):
    """The bands of images in some ranges of wavelengths, ascending by wavelength.

    Attributes
    ----------
    ranges : tuple of (float, float)
        In nm; empty for all good bands.
    choice : BandChoice
        Which bands of a tile are good.
    bands : Bands or None
        Those of the first image; None before. In further ones, the bands that correspond to these are read, also where
        their wavelengths are a little different and lie on the other side of an end of a range.
    owner : str
        What the first image is called.
    """

    ranges: tuple[tuple[float, float], ...] = ()
    choice: BandChoice = field(default_factory=BandChoice)
    bands: Bands | None = None
    owner: str = ""

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of those of `bands`, which belong to the image `name`, that are to be read.

        Raises
        ------
        RasterError
            If a wavelength is not known.
        ParameterError
            Naming a range with fewer than three bands.
        TableError
            If a further image lacks a band of the first one.
        """
        return self._chosen(bands, np.arange(len(bands)), name)

    def kept(self, info: TileInfo) -> np.ndarray:
        """Return the indices of the bands of a tile to read: good ones in the ranges."""
        return self._chosen(info.bands, self.choice.kept(info), info.name)

    def describe(self, info: TileInfo) -> str:
        """Say in words what is read of a tile."""
        return tr("{read} of {bands} bands are read.").format(read=len(self.bands), bands=len(info.bands))

    def _chosen(self, bands: Bands, good: np.ndarray, name: str) -> np.ndarray:
        if self.bands is not None:
            return match(self.bands, bands, self.owner, name)
        wavelengths = bands.wavelengths[good]
        if not np.isfinite(wavelengths).all():
            raise RasterError(
                tr(
                    "{name} does not say at which wavelengths its bands lie, so that they have no continuum. Use "
                    "reflectance that Clean reflectance wrote, or give its bands the metadata item wavelength."
                ).format(name=name)
            )
        is_read = np.zeros(len(good), bool)
        for low, high in self.ranges or ((-np.inf, np.inf),):
            is_inside = (wavelengths >= low) & (wavelengths <= high)
            count = int(is_inside.sum())
            if count < _LEAST_BANDS:
                range_nm = format_windows([(low, high)]) if self.ranges else ""
                raise ParameterError(_too_few_bands(name, count, range_nm))
            is_read |= is_inside
        chosen = good[is_read]
        chosen = chosen[np.argsort(bands.wavelengths[chosen], kind="stable")]
        again = np.flatnonzero(np.diff(bands.wavelengths[chosen]) == 0)
        if len(again):
            raise RasterError(
                tr(
                    "{name} has several bands at {wavelength:g} nm, as images of several dates have, so that its "
                    "spectra have no continuum; choose an image of one date."
                ).format(name=name, wavelength=bands.wavelengths[chosen[again[0]]])
            )
        self.bands, self.owner = bands.take(chosen), name
        return chosen

    def places(self) -> list[np.ndarray]:
        """Return for each range the indices of its bands among those that are read."""
        wavelengths = self.bands.wavelengths
        if not self.ranges:
            return [np.arange(len(wavelengths))]
        return [np.flatnonzero((wavelengths >= low) & (wavelengths <= high)) for low, high in self.ranges]

    def titles(self) -> list[str]:
        """Return each range in words, such as "2100-2300 nm"."""
        if self.ranges:
            return [f"{low:g}-{high:g} nm" for low, high in self.ranges]
        return [f"{self.bands.wavelengths[0]:.0f}-{self.bands.wavelengths[-1]:.0f} nm"]


def _too_few_bands(name: str, count: int, range_nm: str) -> str:
    if range_nm:
        return counted(
            count,
            "{name} has {count} good band in {range} nm, and an absorption feature needs at least 3; widen the range.",
            "{name} has {count} good bands in {range} nm, and an absorption feature needs at least 3; widen the range.",
            name=name,
            range=range_nm,
        )
    return counted(
        count,
        "{name} has {count} good band, and an absorption feature needs at least 3; choose an image with more bands.",
        "{name} has {count} good bands, and an absorption feature needs at least 3; choose an image with more bands.",
        name=name,
    )


def continua(spectra: np.ndarray, wavelengths: np.ndarray) -> np.ndarray:
    """Return the continua of spectra: the least concave lines of straight pieces above them (upper convex hull).

    They are those of SPy's `spectral_continuum`. Points below the line between their neighbours are no corners of the
    hull and are left out, for all spectra at once, until there are none.

    Parameters
    ----------
    spectra : ndarray of float64, shape (pixels, bands), C-contiguous
    wavelengths : ndarray, shape (bands,)
        Ascending.

    Returns
    -------
    ndarray of float64, shape (pixels, bands)
    """
    count, bands = spectra.shape
    if not count:
        return spectra
    # In a concave line, each piece is less steep than the one before.
    steepness = np.diff(spectra) / np.diff(wavelengths)
    is_corner = np.ones((count, bands), bool)
    is_corner[:, 1:-1] = steepness[:, 1:] < steepness[:, :-1]
    is_end = np.zeros((count, bands), bool)
    is_end[:, [0, -1]] = True
    corners = np.flatnonzero(is_corner)
    is_end, across = is_end.ravel()[corners], np.tile(wavelengths, count)
    x, y = across[corners], spectra.ravel()[corners]
    while True:
        steepness = np.diff(y)
        steepness /= np.diff(x)
        is_kept = is_end.copy()
        is_kept[1:-1] |= steepness[1:] < steepness[:-1]
        kept = np.flatnonzero(is_kept)
        if len(kept) == len(corners):
            break
        corners, is_end, x, y = corners[kept], is_end[kept], x[kept], y[kept]
    lengths = np.diff(corners, append=spectra.size)
    # From the last corner of a spectrum to the first one of the next there are no bands.
    slopes = np.append(steepness, 0.0)
    lines = across - np.repeat(x, lengths)
    lines *= np.repeat(slopes, lengths)
    lines += np.repeat(y, lengths)
    return lines.reshape(count, bands)


def features_of(removed: np.ndarray, wavelengths: np.ndarray) -> np.ndarray:
    """Return depth, position and area of the deepest absorption in spectra without continuum.

    The depth is 1 less the least value; the position is the wavelength of that band, and the area that between the
    spectrum and 1 (trapezoids), both in nm. Source: Clark and Roush 1984, doi:10.1029/JB089iB07p06329.

    Parameters
    ----------
    removed : ndarray, shape (pixels, bands)
    wavelengths : ndarray, shape (bands,)
        In nm, ascending.

    Returns
    -------
    ndarray of float64, shape (3, pixels)
        NaN for pixels with a value that is not finite. Where there is no absorption, the position is the first band.
    """
    depths = 1 - removed
    is_defined = np.isfinite(depths).all(axis=1)
    depths[~is_defined] = 0
    deepest = depths.argmax(axis=1)
    depth = depths[np.arange(len(depths)), deepest]
    area = ((depths[:, 1:] + depths[:, :-1]) / 2) @ np.diff(wavelengths)
    found = np.stack([depth, wavelengths[deepest], area])
    found[:, ~is_defined] = np.nan
    return found


@dataclass(frozen=True)
class ContinuumRemoval:
    """Divides spectra by their continuum, range by range, as a function of a `blockmap`.

    It returns the features of each range, then the values of each range without continuum; either may be left out. It
    does not suit spectra that are 0 or negative at an end of a range, as of water beyond 900 nm, whose continuum is 0
    or negative too: these have no features.

    Attributes
    ----------
    places : sequence of ndarray of int
        The bands of each range.
    wavelengths : ndarray, shape (bands,)
        In nm, ascending.
    with_features, with_spectra : bool
        What to return.
    """

    places: Sequence[np.ndarray]
    wavelengths: np.ndarray
    with_features: bool = True
    with_spectra: bool = True

    @property
    def features(self) -> int:
        """How many rows of features there are."""
        return FEATURES * len(self.places) * self.with_features

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.features + sum(map(len, self.places)) * self.with_spectra

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        values = pixels.values[chosen]
        results = np.empty((self.rows, len(values)), np.float32)
        for part in aligned_slices(0, len(values), max(_BLOCK_VALUES // values.shape[1], 1)):
            spectra = pixels.to_reflectance(values[part])
            feature, band = 0, self.features
            for places in self.places:
                wavelengths = self.wavelengths[places]
                inside = np.ascontiguousarray(spectra[:, places])
                with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
                    lines = continua(inside, wavelengths)
                    removed = inside / lines
                    if self.with_features:
                        # Between its ends, a continuum is nowhere less than at the lower one.
                        is_defined = np.minimum(lines[:, :1], lines[:, -1:]) > 0
                        features = features_of(np.where(is_defined, removed, np.nan), wavelengths)
                        results[feature : feature + FEATURES, part] = features
                    if self.with_spectra:
                        results[band : band + len(places), part] = removed.T
                feature, band = feature + FEATURES, band + len(places)
        return results


@dataclass(frozen=True)
class AbsorptionFeatures:
    """What was found of absorption in an image.

    Attributes
    ----------
    titles : tuple of str
        Of the ranges.
    maps : ndarray of float32, shape (ranges, 3, rows, columns)
        Depth, position (nm) and area (nm) of every n-th row and column, `NODATA` where there is none.
    pixels : int
        How many pixels have values.
    """

    titles: tuple[str, ...]
    maps: np.ndarray
    pixels: int


def write_continuum_removal(
    spectra_path,
    features_path,
    chosen: FeatureBands,
    source: TileSet | OpenedRaster,
    store: PixelStore,
    progress: Progress | None = None,
) -> AbsorptionFeatures:
    """Write spectra without continuum, and their absorption features (both Float32, no data -9999).

    Parameters
    ----------
    spectra_path, features_path : str or path
        Empty for what is not wanted.
    chosen : FeatureBands
    source : TileSet or OpenedRaster
        Opened with `chosen`. Where images overlap, a pixel is taken from the first one that has it.
    store : PixelStore
    progress : Progress, optional

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    places, titles = chosen.places(), chosen.titles()
    function = ContinuumRemoval(places, chosen.bands.wavelengths, True, bool(spectra_path))
    blocks = source.blocks(store, progress)
    with ExitStack() as opened:

        def writer(path, bands: int, **settings) -> RasterWriter | None:
            if not path:
                return None
            return opened.enter_context(
                value_writer(path, source.grid, source.name, progress, bands=bands, options=ONE_THREAD, **settings)
            )

        bands = chosen.bands.take(np.concatenate(places))
        features = writer(features_path, function.features, names=feature_names(titles))
        spectra = writer(spectra_path, len(bands), spectral=bands)
        target = _FeatureTarget(features, spectra, function, source.grid)
        pixels = map_blocks(blocks, function, target)
        if not pixels:
            raise no_valid_pixel(source.name)
        if features is not None:
            features.style = ramp_style(*shown_range(target.maps[0].ravel(), 0.0), RAMP)
        if spectra is not None and len(bands) >= _LEAST_BANDS:
            shown = [1 + len(bands) * share // 4 for share in (3, 2, 1)]
            spectra.style = colour_style(shown, [(0.0, 1.0)] * len(shown))
    return AbsorptionFeatures(tuple(titles), target.maps.reshape(len(titles), FEATURES, *target.maps.shape[1:]), pixels)


def feature_names(titles: Sequence[str]) -> list[str]:
    """Return the names of the bands of features."""
    kinds = (tr("depth"), tr("position (nm)"), tr("area (nm)"))
    return [f"{title}: {kind}" for title in titles for kind in kinds]


class _FeatureTarget:
    """Writes features and spectra to their rasters, and keeps small maps of the features."""

    def __init__(
        self, features: RasterWriter | None, spectra: RasterWriter | None, function: ContinuumRemoval, grid: Grid
    ):
        self._split = function.features
        self._features, self._spectra = features, spectra
        self.output = Output(function.rows, np.dtype(np.float32), NODATA)
        self.block = next((one.block for one in (spectra, features) if one is not None), (256, 256))
        self._maps = SmallMap(grid, _LONGEST_SIDE, self._split)

    def read(self, rows: slice, columns: slice) -> np.ndarray:
        """See `Target`."""
        parts = self.output.empty(rows, columns)
        if self._features is not None:
            parts[: self._split] = self._features.read(rows, columns)
        if self._spectra is not None:
            parts[self._split :] = self._spectra.read(rows, columns)
        return parts

    def write(self, array: np.ndarray, row: int = 0, column: int = 0) -> None:
        """See `Target`."""
        if self._features is not None:
            self._features.write(array[: self._split], row, column)
        if self._spectra is not None:
            self._spectra.write(array[self._split :], row, column)
        self._maps.add(array[: self._split], row, column)

    @property
    def maps(self) -> np.ndarray:
        """Small maps of the features, see `SmallMap.values`."""
        return self._maps.values
