# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads and writes the ancillary layers of a tile: weather quality, dates, angles, terrain, shadow, atmosphere."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ...constants import NODATA
from ...errors import TileError
from ...progress import Progress
from ...wording import tr, translatable
from ..gdalerrors import attempt
from ..raster.classes import write_classes
from ..raster.palette import class_colours
from ..raster.ramp import RAMP
from ..raster.style import palette_style, ramp_style, stretch_of
from ..raster.writer import FEW_VALUES_OPTIONS, RasterWriter
from .layers import ACQUISITION_DATE, BYTE_NODATA, WEATHER_QUALITY, LayerKind
from .tile import NeonTile, TileLayer

UNKNOWN_WEATHER = 0
WEATHER_LABELS = (
    translatable("1 - less than 10 % cloud"),
    translatable("2 - 10 to 50 % cloud"),
    translatable("3 - more than 50 % cloud"),
)
WEATHER_COLOURS = ((35, 158, 47), (245, 238, 29), (196, 10, 10))
# Colours of which red, green and blue are all below this are black, which is no data.
DARKEST_COLOUR = 64

# Digits of a date, YYYYMMDD; and the most values that a legend can show.
DIGITS_OF_DATE, MOST_VALUES = 8, 40

# A raster has the first of these types that holds all values of the stored type.
OUTPUT_TYPES = ("uint8", "int32", "float32", "float64")


def weather_labels() -> list[str]:
    """Return the translated labels of the weather qualities 1, 2 and 3."""
    return list(map(tr, WEATHER_LABELS))


def find_layer(tile: NeonTile, kind: LayerKind) -> TileLayer | None:
    """Return the layer of a kind, by any of its names in upper or lower case; None when the file does not have it."""
    return _named(tile.layers(), kind)


def require_layer(tile: NeonTile, kind: LayerKind) -> TileLayer:
    """Return the layer of a kind like `find_layer`.

    Raises
    ------
    TileError
        When the file does not have the layer; the message lists the layers that it has.
    """
    layers = tile.layers()
    found = _named(layers, kind)
    if found is None:
        listed = ", ".join(layer.name for layer in layers) or tr("none")
        raise TileError(
            tr("{tile} has no layer {layer}. Its layers are: {listed}. Choose one of these, or another file.").format(
                tile=tile.info.name, layer=kind.names[0], listed=listed
            )
        )
    return found


def weather_quality(tile: NeonTile, window: tuple[slice, slice] | None = None) -> np.ndarray:
    """Read the weather quality, from the codes of .002 files or the colours of older ones.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        1: less than 10 % cloud, 2: 10 to 50 %, 3: more than 50 %, 0: not known.

    Raises
    ------
    TileError
        When the file does not have the layer, or it has an unknown shape.
    """
    layer = require_layer(tile, WEATHER_QUALITY)
    stored = tile.read_layer(layer, window)
    if stored.ndim == 2:
        return np.select([stored == code for code in (1, 2, 3)], [1, 2, 3], UNKNOWN_WEATHER).astype(np.uint8)
    if stored.shape[2] < 3:
        raise _not_understood(tile, layer)
    return _weather_of_colours(stored[:, :, :3])


def write_layer(
    tile: NeonTile, kind: LayerKind, path, window: tuple[slice, slice] | None = None, progress: Progress | None = None
) -> TileLayer:
    """Write a layer as a GeoTIFF, whose one no data value replaces the several that files use.

    Weather quality becomes classes 1 to 3 with colours and names. Other layers keep their values: bytes as Byte, other
    integers as Int32, the rest as floating-point numbers. Each of a few whole numbers gets a colour, others are shown
    in a ramp of colours. Returns the description of the layer in the file.

    Raises
    ------
    TileError
        When the file does not have the layer, or it has an unknown shape.
    OutputError
        When the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    layer = require_layer(tile, kind)
    grid = tile.info.grid if window is None else tile.info.grid.window(*window)
    if kind is WEATHER_QUALITY:
        classes = weather_quality(tile, window)
        counts = np.bincount(classes.reshape(-1), minlength=4)[1:]
        write_classes(
            path, grid, classes, counts, WEATHER_COLOURS, weather_labels(), grid.pixel_area_ha, progress=progress
        )
        return layer
    values, nodata = _values(tile, kind, layer, window)
    name = f"{layer.name} ({kind.unit})" if kind.unit else layer.name
    with RasterWriter(
        path, grid, values.dtype, nodata=nodata, names=[name], options=FEW_VALUES_OPTIONS, progress=progress
    ) as writer:
        if kind.unit:
            attempt(writer.band(0).SetUnitType, kind.unit)
        writer.write(values)
        writer.style = _style(kind, values[values != nodata])
    return layer


def describe(kind: LayerKind, layer: TileLayer) -> str:
    """Return sentences with the file's description of a layer, and the note on layers of its kind."""
    sentences = [tr("{layer}, stored as {type}.").format(layer=layer.name, type=layer.dtype)]
    if layer.description or layer.unit:
        unit = tr(", unit {unit}").format(unit=layer.unit) if layer.unit else ""
        sentences.append(tr('The file says: "{description}"{unit}.').format(description=layer.description, unit=unit))
    meanings = ", ".join(f"{one.value} {tr(one.text)}" for one in kind.meanings)
    return " ".join([*sentences, kind.note and tr(kind.note), meanings and f"{meanings}."]).strip()


def _style(kind: LayerKind, values: np.ndarray) -> str:
    """Return a style with a colour for each value where these are whole numbers, few enough for a legend; else a ramp.

    Parameters
    ----------
    kind : LayerKind
    values : ndarray, shape (pixels,)
        Without no data.
    """
    found = np.unique(values)
    if len(found) > MOST_VALUES or (found % 1).any():
        return ramp_style(*stretch_of(values), RAMP)
    numbers = found.astype(np.int64).tolist()
    legend = {one: (colour, str(one)) for one, colour in zip(numbers, class_colours(len(numbers)))}
    legend |= {one.value: (one.colour, f"{one.value} - {tr(one.text)}") for one in kind.meanings if one.value in legend}
    if kind is ACQUISITION_DATE:
        legend = {one: (colour, _as_date(text)) for one, (colour, text) in legend.items()}
    return palette_style((one, *entry) for one, entry in legend.items())


def _as_date(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == DIGITS_OF_DATE else text


def _named(layers: Sequence[TileLayer], kind: LayerKind) -> TileLayer | None:
    wanted = {_plain(name) for name in kind.names}
    return next((layer for layer in layers if _plain(layer.name) in wanted), None)


def _plain(name: str) -> str:
    """Return a name in lower case without punctuation; in these, names differ between years."""
    return re.sub("[^a-z0-9]", "", name.lower())


def _not_understood(tile: NeonTile, layer: TileLayer) -> TileError:
    return TileError(
        tr(
            "{tile}: {layer} has the shape {shape} and cannot be understood; the file is damaged or of a new kind."
        ).format(tile=tile.info.name, layer=layer.name, shape=layer.shape)
    )


def _weather_of_colours(colours: np.ndarray) -> np.ndarray:
    """Return 1 for green, 2 for yellow and 3 for red pixels of any shade, 0 for other colours."""
    brightest = colours.max(axis=2)
    red, green, blue = (colours[:, :, index] >= brightest / 2 for index in range(3))
    is_colour = (brightest >= DARKEST_COLOUR) & ~blue
    classes = np.select([green & ~red, green & red, red & ~green], [1, 2, 3], UNKNOWN_WEATHER)
    return np.where(is_colour, classes, UNKNOWN_WEATHER).astype(np.uint8)


def _values(tile: NeonTile, kind: LayerKind, layer: TileLayer, window) -> tuple[np.ndarray, float]:
    """Read a layer; return its values with one no data value, and that value."""
    stored = tile.read_layer(layer, window)
    if stored.ndim == 3:
        if stored.shape[2] != 1:
            raise _not_understood(tile, layer)
        stored = stored[:, :, 0]
    dtype = np.dtype(next((name for name in OUTPUT_TYPES if np.can_cast(stored.dtype, name)), "float64"))
    nodata = BYTE_NODATA if dtype == np.uint8 else NODATA
    fills = {nodata, NODATA, *kind.fills} | ({layer.nodata} if layer.nodata is not None else set())
    is_missing = ~np.isfinite(stored)
    for fill in fills:
        is_missing |= stored == fill
    return np.where(is_missing, dtype.type(nodata), stored.astype(dtype)), nodata
