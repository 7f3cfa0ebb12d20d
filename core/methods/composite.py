# SPDX-License-Identifier: GPL-2.0-or-later
"""Colour composites: three bands as red, green and blue, ready to look at."""

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
from ..files.raster.writer import COLOUR_OPTIONS, RasterWriter
from ..image.bands import WATER_VAPOUR_WINDOWS, Bands, bands_at, true_colour_bands
from ..image.pixels import Pixels
from ..inputs.openedraster import OpenedRaster
from ..inputs.tileset import TileSet
from ..inputs.wanted import BandsToRead
from ..progress import Progress
from ..wording import tr

# So many pixels tell where the percentiles lie.
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
    """Tell the user of each of `wavelengths` (nm) at which the ground cannot be seen."""
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
    """Find between which values of each band to spread the shades.

    Parameters
    ----------
    values : ndarray, shape (pixels, 3)
        Of these, some 200 000 at regular steps are looked at.
    low, high : float
        Percentiles, 0 to 100.
    alike : bool
        Give all bands the percentiles of their values together, so that grey stays grey, instead of their own.

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
    """Make a picture of an image of three bands as red, green and blue.

    True colour is stretched as in NEON's lessons, all three bands alike: stretched each by itself, a forest would
    become grey and what is grey purple. In other composites, whose bands differ more in brightness than surfaces do,
    each band is stretched by itself.

    A picture is for looking at: brightness no longer compares between images.

    Parameters
    ----------
    pixels : Pixels
        With three bands.
    low, high : float
        Percentiles of the values that become darkest and brightest.

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
    """The bands nearest to the wavelengths of red, green and blue.

    Attributes
    ----------
    wavelengths : tuple of float
        In nm.
    """

    wavelengths: tuple[float, float, float]

    def among(self, bands: Bands, name: str) -> np.ndarray:
        """Return which of `bands`, those of the image `name`, are to be read; one that serves twice is read once.

        Raises
        ------
        RasterError, ParameterError
            As `bands_at`.
        """
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
    path : str or path
    source : TileSet or OpenedRaster
        Opened with `ColourBands` of the wavelengths.
    wavelengths : tuple of float
        In nm, for red, green and blue.
    low, high : float
        Percentiles of the values that become darkest and brightest.
    store : PixelStore
    progress : Progress, optional
        Warned of wavelengths at which the ground cannot be seen.

    Returns
    -------
    Bands
        Those of red, green and blue.

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
    # The only block of most images is not read again.
    blocks = [block] if len(samples) == 1 else source.blocks(store, progress.part(0.6, 0.8))
    values = values if len(samples) == 1 else np.concatenate([values[:0], *samples])
    limits = stretch_limits(_sample_of(values)[:, places], low, high, alike=_is_true_colour(used))
    map_blocks(blocks, _Shades(places, limits), ArrayTarget(picture, 0))
    names = [*used.names, "Opacity"]
    with RasterWriter(
        path, source.grid, np.uint8, bands=4, names=names, options=PICTURE_OPTIONS, progress=progress
    ) as writer:
        for band in range(4):
            writer.write(picture[band], band=band)
            progress.report(0.8 + 0.05 * (band + 1))
    return used


@dataclass(frozen=True)
class _Shades:
    """Returns red, green, blue and opacity of pixels, as a function of a `blockmap`.

    Attributes
    ----------
    places : ndarray of int, shape (3,)
        Which of the bands are red, green and blue.
    limits : ndarray, shape (2, 3)
        See `stretch_limits`.
    """

    places: np.ndarray
    limits: np.ndarray

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        return _shades(image.pixels.values[chosen][:, self.places], self.limits).T


def _is_true_colour(bands: Bands) -> bool:
    return true_colour_bands(bands) == [0, 1, 2]


def true_colour(image: ImageState, longest_side: int, *, pool: Pool, progress: Progress) -> np.ndarray | None:
    """Make a small true-colour picture of an image, of every n-th pixel.

    Parameters
    ----------
    longest_side : int
        Pixels of the picture's longer side, at most.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 4), or None
        Red, green, blue and opacity; None when there are no bands near red, green and blue, or none that are known.
    """
    pixels = image.pixels
    chosen = true_colour_bands(pixels.bands)
    if chosen is None:
        return None
    return composite_image(_every_nth(pixels, -(-max(pixels.valid.shape) // longest_side), chosen))


def _sample_of(values: np.ndarray) -> np.ndarray:
    """Return every n-th pixel, some 200 000."""
    return values[:: -(-len(values) // SAMPLE_PIXELS) or 1]


def _shades(values: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Spread values, shape (pixels, 3), over 0 to 255, and add opacity; a band of one value becomes grey."""
    darkest, brightest = limits
    span = brightest - darkest
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        position = np.where(span > 0, (values - darkest) / span, MIDDLE)
    shades = np.full((len(values), 4), BRIGHTEST, dtype=np.uint8)
    shades[:, :3] = np.rint(np.clip(position, 0, 1) * BRIGHTEST)
    return shades


def _every_nth(pixels: Pixels, step: int, chosen: Sequence[int]) -> Pixels:
    """Return every n-th row and column of the `chosen` bands."""
    taken = np.zeros(pixels.valid.shape, dtype=bool)
    taken[::step, ::step] = True
    return replace(
        pixels,
        values=pixels.values[np.ix_(taken[pixels.valid], chosen)],
        valid=pixels.valid[::step, ::step],
        grid=pixels.grid.every(step),
        bands=pixels.bands.take(chosen),
    )
