# SPDX-License-Identifier: GPL-2.0-or-later
"""A summary of a file: position, dates, bands, no data, weather, ancillary layers, storage."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...errors import ParameterError, TileError
from ...image.bands import TUTORIAL_FIRST_BANDS, TUTORIAL_LAST_BANDS, format_windows, kept_bands, nearest
from ...image.grid import crs_in_words
from ...image.pixels import Pixels
from ...image.seams import Seam, find_seams
from ...progress import Progress
from ...wording import number, tr
from .ancillary import find_layer, weather_labels, weather_quality
from .days import acquisition_days
from .layers import WEATHER_QUALITY
from .lines import LineIndex, SunAngles, line_index, sun_angles
from .metadata import TileInfo
from .tile import NeonTile, TileLayer

# A wavelength (nm) that the atmosphere hardly absorbs and that all surfaces reflect.
GOOD_WAVELENGTH = 860.0

KEPT = "kept"
# Seams that are told; the layer of a damaged file may have thousands.
MOST_SEAMS = 30


@dataclass(frozen=True)
class Inspection:
    """The summary of a file."""

    info: TileInfo
    file_bytes: int  # size of the file
    compression: str
    flight_lines: tuple[str, ...]  # those that have logs in the file
    dates: tuple[str, ...]  # days of acquisition, such as "2025-06-12"; empty when they are not known
    nodata_share: float  # share of the pixels, 0 to 1, that have no data in `nodata_band`
    nodata_band: int  # index of the only band that was read
    sun: tuple[SunAngles, ...]  # of each flight line that has logs
    lines: LineIndex | None  # which pixels come from which line; None when the file has no such layer
    seams: tuple[Seam, ...]  # where pixels of two lines lie side by side, in reflectance in `nodata_band`
    # Number of pixels of the weather qualities 1, 2 and 3; None when the file has no such layer.
    weather: tuple[int, int, int] | None
    layers: tuple[TileLayer, ...]
    verdicts: tuple[str, ...]  # for each band `KEPT`, or why the rule of NEON's tutorial leaves it out

    @property
    def crs(self) -> str:
        """EPSG code such as "EPSG:32618", else WKT, else empty."""
        return f"EPSG:{self.info.epsg}" if self.info.epsg else self.info.grid.crs

    @property
    def extent(self) -> str:
        """The extent as QGIS writes it: "xmin,xmax,ymin,ymax [EPSG:n]"."""
        grid = self.info.grid
        numbers = ",".join(f"{edge:.12g}" for edge in (grid.left, grid.right, grid.bottom, grid.top))
        return f"{numbers} [EPSG:{self.info.epsg}]" if self.info.epsg else numbers

    @property
    def layout(self) -> str:
        """Layout and shape of the chunks, such as "bands (1000 x 1000 x 1)"; not translated, as models may read it."""
        chunks = self.info.chunks
        if chunks is None:
            return "contiguous"
        return f"{'bands' if chunks[2] == 1 else 'blocks'} ({_product(chunks)})"

    @property
    def raw_bytes(self) -> int:
        """Bytes of the reflectance without compression."""
        grid = self.info.grid
        return grid.width * grid.height * len(self.info.bands) * np.dtype(self.info.dtype).itemsize


def inspect(tile: NeonTile, progress: Progress | None = None) -> Inspection:
    """Summarise a file; of its reflectance, only one band is read.

    Raises
    ------
    TileError
        When the file is damaged.
    """
    progress = progress or Progress()
    info = tile.info
    verdicts = _verdicts(info)
    kept = [index for index, verdict in enumerate(verdicts) if verdict == KEPT] or range(len(verdicts))
    band = kept[nearest(info.bands.wavelengths[kept], GOOD_WAVELENGTH)]
    pixels = tile.read_pixels([band], progress=progress)
    lines = _lines(tile, progress)
    return Inspection(
        info=info,
        file_bytes=os.path.getsize(info.path),
        compression=tile.compression,
        flight_lines=tuple(tile.flight_lines),
        dates=acquisition_days(tile),
        nodata_share=float((~pixels.valid).mean()),
        nodata_band=band,
        sun=tuple(sun_angles(tile)),
        lines=lines,
        seams=() if lines is None else _seams(lines, pixels),
        weather=_weather(tile, progress),
        layers=tuple(tile.layers()),
        verdicts=verdicts,
    )


def facts(found: Inspection) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the summary as translated names and values, in groups with a title."""
    return [
        (tr("File"), _file_facts(found)),
        (tr("Grid"), _grid_facts(found)),
        (tr("Bands"), _band_facts(found)),
        (tr("Storage"), _storage_facts(found)),
    ]


def weather_shares(found: Inspection) -> list[tuple[str, int, float]]:
    """Return label, pixels and share (of the pixels whose weather is known, 0 to 1) of each weather quality."""
    if found.weather is None:
        return []
    total = max(sum(found.weather), 1)
    return [(label, pixels, pixels / total) for label, pixels in zip(weather_labels(), found.weather)]


def removed_runs(found: Inspection) -> list[str]:
    """Return a line for each run of neighbouring bands that the rule leaves out for the same reason."""
    verdicts, wavelengths = found.verdicts, found.info.bands.wavelengths
    starts = [index for index in range(len(verdicts)) if index == 0 or verdicts[index] != verdicts[index - 1]]
    runs = [(start, stop - 1) for start, stop in zip(starts, [*starts[1:], len(verdicts)]) if verdicts[start] != KEPT]
    return [
        f"{_range(first + 1, last + 1)} ({_nanometres(wavelengths[first], wavelengths[last])}): {verdicts[first]}"
        for first, last in runs
    ]


def sun_in_words(found: Inspection) -> list[str]:
    """Return a sentence on where the sun stood for each flight line; unknown is said to be unknown."""
    if not found.sun:
        return [tr("The file does not say where the sun stood.")]
    sentences = []
    for one in found.sun:
        line = tr("{line}: ").format(line=one.line) if one.line else ""
        zenith, azimuth = (
            tr("not known") if angle is None else tr("{angle}°").format(angle=number(angle, ".1f"))
            for angle in (one.zenith, one.azimuth)
        )
        sentences.append(line + tr("zenith angle {zenith}, azimuth {azimuth}").format(zenith=zenith, azimuth=azimuth))
    return sentences


def seams_in_words(found: Inspection) -> list[str]:
    """Return a sentence on each seam between flight lines, the longest first; or why there is none."""
    if found.lines is None:
        return [tr("The file does not say which pixel comes from which flight line.")]
    if not found.seams:
        return [tr("There are no neighbouring pixels of different flight lines.")]
    return [_seam_in_words(seam, found.lines) for seam in found.seams]


def _seam_in_words(seam: Seam, lines: LineIndex) -> str:
    first, second = lines.name(seam.first), lines.name(seam.second)
    if np.isnan(seam.ratio):
        compared = tr("how much neighbours of one line differ beside it is not known")
    else:
        compared = tr("{ratio} times as much as neighbours of one line beside it ({beside})").format(
            ratio=number(seam.ratio, ".2f"), beside=number(seam.beside, ".4f")
        )
    words = tr("{first} and {second}: pixels differ by {across} across the seam, {compared}; {second} is {shift}.")
    return words.format(
        first=first, second=second, across=number(seam.across, ".4f"), compared=compared, shift=_shift_in_words(seam)
    )


def _shift_in_words(seam: Seam) -> str:
    size = number(abs(seam.shift), ".4f")
    if seam.shift < 0:
        return tr("darker by {size} on average").format(size=size)
    return tr("brighter by {size} on average").format(size=size)


def log_lines(found: Inspection) -> list[str]:
    """Return the summary as lines of plain text."""
    lines = []
    for group, pairs in facts(found):
        lines += [group, *(f"  {name}: {value}" for name, value in pairs)]
    lines.append(tr("Weather quality"))
    shares = [f"  {label}: {number(100 * share, '.2f')} %" for label, _, share in weather_shares(found)]
    lines += shares or ["  " + tr("not in this file")]
    none = ["  " + tr("none")]
    lines.append(tr("Sun"))
    lines += [f"  {sentence}" for sentence in sun_in_words(found)]
    lines.append(tr("Seams between flight lines (reflectance in {band})").format(band=good_band(found)))
    lines += [f"  {sentence}" for sentence in seams_in_words(found)[:MOST_SEAMS]]
    lines.append(tr("Ancillary layers"))
    lines += [f"  {layer.name}: {_product(layer.shape)} {layer.dtype}" for layer in found.layers] or none
    lines.append(tr("Bands that the rule of NEON's tutorial leaves out"))
    lines += [f"  {run}" for run in removed_runs(found)] or none
    return lines


def _file_facts(found: Inspection) -> list[tuple[str, str]]:
    not_known = tr("not known")
    return [
        (tr("Name"), os.path.basename(found.info.path)),
        (tr("Product"), found.info.product or not_known),
        (tr("Site"), found.info.site or not_known),
        (tr("Acquired"), ", ".join(found.dates) or not_known),
        (tr("Flight lines"), ", ".join(found.flight_lines) or not_known),
    ]


def _grid_facts(found: Inspection) -> list[tuple[str, str]]:
    grid = found.info.grid
    band = good_band(found)
    unit = " m" if grid.metres_per_unit == 1 else ""
    size = tr("{columns} columns x {rows} rows").format(columns=grid.width, rows=grid.height)
    share = number(100 * found.nodata_share, ".2f")
    nodata = tr("{share} % of the pixels, by {band}").format(share=share, band=band)
    return [
        (tr("Size"), size),
        (tr("Pixel"), f"{number(grid.pixel_width, 'g')} x {number(grid.pixel_height, 'g')}{unit}"),
        (tr("Coordinate system"), crs_in_words(grid.crs) or tr("not known")),
        (tr("Extent"), found.extent),
        (tr("No data"), nodata),
    ]


def _band_facts(found: Inspection) -> list[tuple[str, str]]:
    wavelengths = found.info.bands.wavelengths
    kept = tr("{count} by the rule of NEON's tutorial").format(count=found.verdicts.count(KEPT))
    return [
        (tr("Number"), str(len(wavelengths))),
        (tr("Wavelengths"), _nanometres(wavelengths[0], wavelengths[-1])),
        (tr("Water vapour"), f"{format_windows(found.info.windows)} nm"),
        (tr("Kept"), kept),
    ]


def _storage_facts(found: Inspection) -> list[tuple[str, str]]:
    info = found.info
    factor, raw = number(info.scale_factor, "g"), number(found.raw_bytes / 1e6, ",.1f")
    compression = {"none": tr("none"), "other": tr("other")}.get(found.compression, found.compression)
    return [
        (tr("Type"), tr("{type}, reflectance x {factor}").format(type=info.dtype, factor=factor)),
        (tr("No data value"), tr("not known") if info.nodata is None else number(info.nodata, "g")),
        (tr("Layout"), _layout_in_words(found)),
        (tr("Compression"), compression),
        (tr("File"), f"{number(found.file_bytes / 1e6, ',.1f')} MB"),
        (tr("Reflectance"), tr("{size} MB when not compressed").format(size=raw)),
    ]


def _layout_in_words(found: Inspection) -> str:
    chunks = found.info.chunks
    if chunks is None:
        return tr("contiguous")
    sizes = _product(chunks)
    return tr("bands ({sizes})").format(sizes=sizes) if chunks[2] == 1 else tr("blocks ({sizes})").format(sizes=sizes)


def _product(sizes: Sequence[int]) -> str:
    return " x ".join(str(size) for size in sizes)


def _verdicts(info: TileInfo) -> tuple[str, ...]:
    wavelengths = info.bands.wavelengths
    try:
        kept = set(kept_bands(wavelengths, info.windows).tolist())
    except ParameterError:
        kept = set()
    return tuple(KEPT if index in kept else _why_removed(index, info) for index in range(len(wavelengths)))


def _why_removed(index: int, info: TileInfo) -> str:
    count, wavelength = len(info.bands), info.bands.wavelengths[index]
    if index < TUTORIAL_FIRST_BANDS:
        return tr("among the first {count}").format(count=TUTORIAL_FIRST_BANDS)
    if index >= count - TUTORIAL_LAST_BANDS:
        return tr("among the last {count}").format(count=TUTORIAL_LAST_BANDS)
    for low, high in info.windows:
        if low <= wavelength <= high:
            return tr("water vapour, {low}-{high} nm").format(low=number(low, "g"), high=number(high, "g"))
    return tr("last before water vapour")


def _nanometres(first: float, last: float) -> str:
    return f"{_range(number(first, '.1f'), number(last, '.1f'))} nm"


def _range(first, last) -> str:
    return f"{first}" if first == last else tr("{first} to {last}").format(first=first, last=last)


def good_band(found: Inspection) -> str:
    """Return the name of the band that was read."""
    return found.info.bands.names[found.nodata_band]


def _lines(tile: NeonTile, progress: Progress) -> LineIndex | None:
    try:
        return line_index(tile)
    except TileError as error:
        progress.warn(str(error))
        return None


def _seams(lines: LineIndex, pixels: Pixels) -> tuple[Seam, ...]:
    reflectance = np.zeros(pixels.valid.shape)
    reflectance[pixels.valid] = pixels.values[:, 0] * pixels.scale
    return tuple(find_seams(lines.numbers, reflectance, pixels.valid))


def _weather(tile: NeonTile, progress: Progress) -> tuple[int, int, int] | None:
    if find_layer(tile, WEATHER_QUALITY) is None:
        return None
    try:
        classes = weather_quality(tile)
    except TileError as error:
        progress.warn(str(error))
        return None
    counts = np.bincount(classes.reshape(-1), minlength=4)
    return int(counts[1]), int(counts[2]), int(counts[3])
