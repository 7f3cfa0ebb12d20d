# SPDX-License-Identifier: GPL-2.0-or-later
"""Colour composites: three bands as red, green and blue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..compute.blockmap import ArrayTarget, map_blocks
from ..compute.imageset import ImageState
from ..compute.memory import PixelStore
from ..compute.threads import Pool
from ..constants import HIGH_PERCENTILE, LOW_PERCENTILE
from ..errors import ParameterError, in_one_line
from ..files.raster.writer import COLOUR_OPTIONS, OPACITY, RasterWriter
from ..image.bands import WATER_VAPOUR_WINDOWS, Bands, bands_at, true_colour_bands
from ..image.grid import Grid
from ..image.pixels import Pixels
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet
from ..inputs.wanted import BandsToRead
from ..progress import Progress
from ..wording import tr

# Pixels from which percentiles are computed.
SAMPLE_PIXELS = 200_000

BRIGHTEST = 255
MIDDLE = 0.5

PICTURE_OPTIONS = {**COLOUR_OPTIONS, "ALPHA": "YES"}


def parse_wavelengths(text: str) -> tuple[float, float, float]:
    """Read three wavelengths (nm) such as "670, 550, 470", for red, green and blue.

    Raises
    ------
    ParameterError
        When the text is anything else.
    """
    try:
        wavelengths = tuple(float(item) for item in text.replace(";", ",").split(","))
    except ValueError:
        wavelengths = ()
    if len(wavelengths) != 3 or not all(np.isfinite(wavelength) and wavelength > 0 for wavelength in wavelengths):
        text = in_one_line(text)
        raise ParameterError(
            tr(
                '"{text}" does not give three wavelengths in nm; write those for red, green and blue, such '
                'as "670, 550, 470".'
            ).format(text=text)
        )
    return wavelengths


def warn_of_water_vapour(
    wavelengths: Sequence[float], progress: Progress, windows: Sequence[tuple[float, float]] = WATER_VAPOUR_WINDOWS
) -> None:
    """Warn of each of `wavelengths` (nm) that lies in an absorption window of water vapour."""
    for wavelength in wavelengths:
        for low, high in windows:
            if low <= wavelength <= high:
                progress.warn(
                    tr(
                        "{wavelength:g} nm lies between {low:g} and {high:g} nm, where water vapour absorbs "
                        "the light; what is shown of it is noise."
                    ).format(wavelength=wavelength, low=low, high=high)
                )


def stretch_limits(
    values: np.ndarray, low: float = LOW_PERCENTILE, high: float = HIGH_PERCENTILE, alike: bool = False
) -> np.ndarray:
    """Return the values of each band that become darkest and brightest.

    Parameters
    ----------
    values : ndarray, shape (pixels, 3)
        A sample of about 200,000 pixels is taken of these.
    low, high : float
        Percentiles, 0 to 100.
    alike : bool
        Use the percentiles of all three bands together, so that grey stays grey, instead of those of each band.

    Returns
    -------
    ndarray of float64, shape (2, 3)
        The values at both percentiles; zeros when there are no pixels.

    Raises
    ------
    ParameterError
        When the percentiles are not in order.
    """
    if not 0 <= low < high <= 100:
        raise ParameterError(
            tr(
                "The percentiles of the stretch are {low:g} and {high:g}; they must lie between 0 and 100, "
                "the lower one first."
            ).format(low=low, high=high)
        )
    if not len(values):
        return np.zeros((2, values.shape[1]))
    sample = _sample_of(values).astype(np.float64)
    if alike:
        return np.repeat(np.percentile(sample, [low, high])[:, np.newaxis], sample.shape[1], axis=1)
    return np.percentile(sample, [low, high], axis=0)


def composite_image(pixels: Pixels, low: float = LOW_PERCENTILE, high: float = HIGH_PERCENTILE) -> np.ndarray:
    """Make a picture of an image with three bands: red, green and blue.

    In true colour, all three bands get the same stretch, as in NEON's lessons: with a stretch for each band, a forest
    would become grey and grey surfaces purple. In other composites, whose bands differ more in brightness than surfaces
    do, each band gets its own. Brightness cannot be compared between pictures.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 4)
        Red, green, blue and opacity, which is 0 where there is no data.
    """
    limits = stretch_limits(pixels.values, low, high, alike=_is_true_colour(pixels.bands))
    image = np.zeros((*pixels.valid.shape, 4), dtype=np.uint8)
    image[pixels.valid] = _shades(pixels.values, limits)
    return image


@dataclass(frozen=True)
class ColourBands(BandsToRead):
    """The bands nearest to the wavelengths (nm) of red, green and blue."""

    wavelengths: tuple[float, float, float]

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return the indices of the bands to read, each once, of the image `name`; raises as `bands_at`."""
        return np.unique(bands_at(bands, self.wavelengths, name))


def write_composite(
    path,
    source: TileSet | OpenedRaster,
    wavelengths: tuple[float, float, float],
    low: float,
    high: float,
    store: PixelStore,
    progress: Progress | None = None,
) -> Bands:
    """Write three bands of an image as a picture: a GeoTIFF with red, green, blue and opacity as Byte.

    Parameters
    ----------
    source : TileSet or OpenedRaster
        Opened with `ColourBands` of the wavelengths.
    wavelengths : tuple of float
        In nm, for red, green and blue; wavelengths in the absorption windows of water vapour give a warning.
    low, high : float
        Percentiles of the values that become darkest and brightest.

    Returns
    -------
    Bands
        The bands of red, green and blue.

    Raises
    ------
    ParameterError
        When the percentiles are not in order.
    OutputError
        When the file cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    windows = source.tiles[0].windows if isinstance(source, TileSet) else WATER_VAPOUR_WINDOWS
    warn_of_water_vapour(wavelengths, progress, windows)
    places = bands_at(source.bands, wavelengths, source.name)
    used = source.bands.take(places)
    height, width = source.grid.height, source.grid.width
    blocks = source.blocks(store, progress.part(0, 0.6))
    picture = store.allocate((4, height, width), np.uint8)
    values, samples = np.empty((0, len(source.bands))), []
    for block in blocks:
        values = block.pixels.values
        samples.append(values[:: -(-height * width // SAMPLE_PIXELS)].copy())
    # Most images have a single block, which is not read again.
    blocks = [block] if len(samples) == 1 else source.blocks(store, progress.part(0.6, 0.8))
    values = values if len(samples) == 1 else np.concatenate([values[:0], *samples])
    limits = stretch_limits(_sample_of(values)[:, places], low, high, alike=_is_true_colour(used))
    map_blocks(blocks, _Shades(places, limits), ArrayTarget(picture, 0))
    names = [*used.names, OPACITY]
    with RasterWriter(
        path, source.grid, np.uint8, bands=4, names=names, options=PICTURE_OPTIONS, progress=progress
    ) as writer:
        for band in range(4):
            writer.write(picture[band], band=band)
            progress.report(0.8 + 0.05 * (band + 1))
    return used


@dataclass(frozen=True)
class _Shades:
    """The function of a `blockmap` that returns red, green, blue and opacity of pixels."""

    places: np.ndarray  # indices of the bands for red, green and blue
    limits: np.ndarray  # see `stretch_limits`

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        return _shades(image.pixels.values[chosen][:, self.places], self.limits).T


def _is_true_colour(bands: Bands) -> bool:
    return true_colour_bands(bands) == [0, 1, 2]


def true_colour(image: ImageState, longest_side: int, *, pool: Pool, progress: Progress) -> np.ndarray | None:
    """Make a small true-colour picture of every n-th pixel, whose longer side has at most `longest_side` pixels.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 4), or None
        Red, green, blue and opacity; None when no bands are known to be near red, green and blue.
    """
    pixels = image.pixels
    chosen = true_colour_bands(pixels.bands)
    if chosen is None:
        return None
    step = pixels.grid.step_for(longest_side)
    valid = pixels.valid[::step, ::step]
    taken = np.zeros_like(pixels.valid)
    taken[::step, ::step] = valid
    values = pixels.values[np.ix_(taken[pixels.valid], chosen)]
    grid = Grid(valid.shape[1], valid.shape[0])
    return composite_image(replace(pixels, values=values, valid=valid, grid=grid, bands=pixels.bands.take(chosen)))


def _sample_of(values: np.ndarray) -> np.ndarray:
    """Return about 200,000 pixels at regular steps."""
    return values[:: -(-len(values) // SAMPLE_PIXELS) or 1]


def _shades(values: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Stretch values, shape (pixels, 3), to 0 to 255, and add opacity; a band of equal values becomes grey."""
    darkest, brightest = limits
    span = brightest - darkest
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        position = np.where(span > 0, (values - darkest) / span, MIDDLE)
    shades = np.full((len(values), 4), BRIGHTEST, dtype=np.uint8)
    shades[:, :3] = np.rint(np.clip(position, 0, 1) * BRIGHTEST)
    return shades
