"""Colour composites: three bands as red, green and blue, ready to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..compute.imageset import ImageState
from ..compute.threads import Pool
from ..constants import HIGH_PERCENTILE, LOW_PERCENTILE
from ..errors import ParameterError, RasterError, in_one_line
from ..files.neon.tile import NeonTile
from ..files.raster.image import RasterImage
from ..files.raster.writer import COLOUR_OPTIONS, RasterWriter
from ..image.bands import WATER_VAPOUR_WINDOWS, Bands, nearest, true_colour_bands
from ..image.grid import window_in
from ..image.pixels import Pixels
from ..progress import Progress
from ..wording import tr

# So many pixels tell where the percentiles lie.
SAMPLE_PIXELS = 200_000
# A band that is farther off (nm) shows something else than what was asked for.
TOLERANCE = 15.0

BRIGHTEST = 255
MIDDLE = 0.5
ROWS_AT_ONCE = 256

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


def find_bands(bands: Bands, wavelengths: Sequence[float], name: str) -> np.ndarray:
    """Find the bands nearest to `wavelengths`.

    Parameters
    ----------
    bands : Bands
    wavelengths : sequence of float
        In nm.
    name : str
        What the bands belong to, for messages.

    Returns
    -------
    ndarray of int
        An index, counted from 0, for each wavelength.

    Raises
    ------
    RasterError
        When no wavelength of a band is known.
    ParameterError
        Naming the first wavelength that is more than 15 nm, or half the width of the band, from the nearest band.
    """
    if not np.isfinite(bands.wavelengths).any():
        raise RasterError(
            tr(
                "{name} does not say at which wavelengths its bands lie, so that none can be chosen for red, "
                "green and blue. Use reflectance that Clean reflectance wrote, or give its bands the "
                "metadata item wavelength."
            ).format(name=name)
        )
    indices = np.array([nearest(bands.wavelengths, wavelength) for wavelength in wavelengths])
    for wavelength, index in zip(wavelengths, indices):
        found, width = bands.wavelengths[index], bands.fwhm[index]
        if abs(found - wavelength) > np.fmax(TOLERANCE, width / 2):
            raise ParameterError(
                tr(
                    "{name} has no band at {wavelength:g} nm; the nearest lies at {found:.1f} nm. Choose "
                    "another wavelength or composite, or an image with that band."
                ).format(name=name, wavelength=wavelength, found=found)
            )
    return indices


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
                        "the light; the colour shows noise."
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
    step = -(-len(values) // SAMPLE_PIXELS)
    sample = values[::step].astype(np.float64)
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
    is_true_colour = true_colour_bands(pixels.bands) == [0, 1, 2]
    limits = stretch_limits(pixels.values, low, high, alike=is_true_colour)
    image = np.zeros((*pixels.valid.shape, 4), dtype=np.uint8)
    for start in range(0, len(image), ROWS_AT_ONCE):
        stop = min(start + ROWS_AT_ONCE, len(image))
        valid = pixels.valid[start:stop]
        image[start:stop, :, :3][valid] = _shades(pixels.values[pixels.rows(start, stop)], limits)
        image[start:stop, :, 3][valid] = BRIGHTEST
    return image


def read_composite(
    source: NeonTile | RasterImage,
    wavelengths: Sequence[float],
    extent: Callable[[str], tuple[float, float, float, float]] | None = None,
    progress: Progress | None = None,
) -> Pixels:
    """Read the three bands nearest to `wavelengths` (nm), and no others.

    Parameters
    ----------
    source : NeonTile or RasterImage
    wavelengths : sequence of float
        In nm, for red, green and blue.
    extent : callable, optional
        Gives the extent (xmin, ymin, xmax, ymax) to read in a coordinate reference system (WKT).
    progress : Progress, optional
        Warned of wavelengths at which the ground cannot be seen.

    Returns
    -------
    Pixels
        With three bands in the order of `wavelengths`.

    Raises
    ------
    ParameterError
        When a band is missing or no pixel lies in the extent.
    RasterError, TileError
        When the bands have no wavelengths, or the file is damaged.
    """
    progress = progress or Progress()
    is_tile = isinstance(source, NeonTile)
    about = source.info if is_tile else source
    indices = find_bands(about.bands, wavelengths, about.name)
    warn_of_water_vapour(wavelengths, progress, about.windows if is_tile else WATER_VAPOUR_WINDOWS)
    window = None if extent is None else window_in(about.grid, extent(about.grid.crs), about.name)
    # A band that serves for two colours is read once.
    distinct, places = np.unique(indices, return_inverse=True)
    if is_tile:
        pixels = source.read_pixels(distinct, window, progress)
    else:
        pixels = source.read_pixels(progress, indices=distinct, window=window)
    return replace(pixels, values=pixels.values[:, places], bands=pixels.bands.take(places))


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


def write_composite(path, pixels: Pixels, low: float, high: float, progress: Progress | None = None) -> None:
    """Write an image of three bands as a picture: a GeoTIFF with red, green, blue and opacity as Byte.

    Parameters
    ----------
    path : str or path
    pixels : Pixels
        With three bands.
    low, high : float
        Percentiles of the values that become darkest and brightest.
    progress : Progress, optional

    Raises
    ------
    ParameterError
        When the percentiles are not in order.
    OutputError
        When the file cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    image = composite_image(pixels, low, high)
    names = [*pixels.bands.names, "Opacity"]
    with RasterWriter(
        path, pixels.grid, np.uint8, bands=4, names=names, options=PICTURE_OPTIONS, progress=progress
    ) as writer:
        for band in range(4):
            writer.write(image[:, :, band], band=band)
            progress.report((band + 1) / 4)


def _shades(values: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Spread values, shape (pixels, 3), over 0 to 255; a band of one value becomes grey."""
    darkest, brightest = limits
    span = brightest - darkest
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        position = np.where(span > 0, (values - darkest) / span, MIDDLE)
    return np.rint(np.clip(position, 0, 1) * BRIGHTEST).astype(np.uint8)


def _every_nth(pixels: Pixels, step: int, chosen: Sequence[int]) -> Pixels:
    """Return every n-th row and column of the `chosen` bands."""
    taken = np.zeros(pixels.valid.shape, dtype=bool)
    taken[::step, ::step] = True
    valid = pixels.valid[::step, ::step]
    height, width = valid.shape
    grid = pixels.grid
    return replace(
        pixels,
        values=pixels.values[np.ix_(taken[pixels.valid], chosen)],
        valid=valid,
        grid=replace(
            grid,
            width=width,
            height=height,
            pixel_width=grid.pixel_width * step,
            pixel_height=grid.pixel_height * step,
        ),
        bands=pixels.bands.take(chosen),
    )
