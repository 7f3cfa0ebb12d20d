"""The images that a tile holds beside its reflectance: weather quality, dates, angles, terrain, shadow, air."""

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
from ..raster.style import palette_style
from ..raster.writer import FEW_VALUES_OPTIONS, RasterWriter
from .layers import ACQUISITION_DATE, WEATHER_QUALITY, KnownLayer
from .tile import LayerInfo, NeonTile

# Byte layers cannot hold -9999.
BYTE_NODATA = 241
UNKNOWN_WEATHER = 0
WEATHER_LABELS = (
    translatable("1 - less than 10 % cloud"),
    translatable("2 - 10 to 50 % cloud"),
    translatable("3 - more than 50 % cloud"),
)
WEATHER_COLOURS = ((35, 158, 47), (245, 238, 29), (196, 10, 10))
# A colour is no colour when its brightest part is below this; black is no data.
DARKEST_COLOUR = 64

# YYYYMMDD; and how many of them a legend can show.
DIGITS_OF_DATE, MOST_DATES = 8, 40

# Which raster holds the values of a layer: the first of these types that holds all of the stored type.
OUTPUT_TYPES = ("uint8", "int32", "float32", "float64")


def weather_labels() -> list[str]:
    """Return the names of the weather qualities 1, 2 and 3."""
    return list(map(tr, WEATHER_LABELS))


def find_layer(tile: NeonTile, known: KnownLayer) -> LayerInfo | None:
    """Find a layer under any of the names that it has in NEON's files, in any case; None when the file has none."""
    return _named(tile.layers(), known)


def require_layer(tile: NeonTile, known: KnownLayer) -> LayerInfo:
    """Find a layer as `find_layer` does.

    Raises
    ------
    TileError
        When the file has no such layer; the message lists those that it has.
    """
    layers = tile.layers()
    found = _named(layers, known)
    if found is None:
        listed = ", ".join(layer.name for layer in layers) or tr("none")
        raise TileError(
            tr("{tile} has no layer {layer}. Its layers are: {listed}. Choose one of these, or another file.").format(
                tile=tile.info.name, layer=known.names[0], listed=listed
            )
        )
    return found


def weather_quality(tile: NeonTile, window: tuple[slice, slice] | None = None) -> np.ndarray:
    """Read how cloudy the sky was, from the codes of newer files or the colours of older ones.

    Parameters
    ----------
    tile : NeonTile
    window : (rows, columns), optional
        Slices; by default the whole file.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        1: less than 10 % cloud, 2: 10 to 50 %, 3: more than 50 %, 0: not known.

    Raises
    ------
    TileError
        When the file has no such layer, or holds something else under its name.
    """
    layer = require_layer(tile, WEATHER_QUALITY)
    stored = tile.read_layer(layer, window)
    if stored.ndim == 2:
        return np.select([stored == code for code in (1, 2, 3)], [1, 2, 3], UNKNOWN_WEATHER).astype(np.uint8)
    if stored.shape[2] < 3:
        raise _not_understood(tile, layer)
    return _weather_of_colours(stored[:, :, :3])


def write_layer(
    tile: NeonTile,
    known: KnownLayer,
    path,
    window: tuple[slice, slice] | None = None,
    progress: Progress | None = None,
) -> LayerInfo:
    """Write a layer as a GeoTIFF, with one no data value in place of the several that files use.

    Weather quality becomes classes 1 to 3 with colours and names. Other layers keep their values: bytes as Byte, other
    integers as Int32, the rest as floating-point numbers; each acquisition date is shown in a colour of its own.

    Parameters
    ----------
    tile : NeonTile
    known : KnownLayer
    path : str or path
    window : (rows, columns), optional
        Slices; by default the whole file.
    progress : Progress, optional

    Returns
    -------
    LayerInfo
        What the file says of the layer.

    Raises
    ------
    TileError
        When the file has no such layer, or holds something else under its name.
    OutputError
        When the raster cannot be written; nothing is left of it.
    """
    progress = progress or Progress()
    layer = require_layer(tile, known)
    grid = tile.info.grid if window is None else tile.info.grid.window(*window)
    if known is WEATHER_QUALITY:
        classes = weather_quality(tile, window)
        counts = np.bincount(classes.reshape(-1), minlength=4)[1:]
        write_classes(
            path, grid, classes, counts, WEATHER_COLOURS, weather_labels(), grid.pixel_area_ha, progress=progress
        )
        return layer
    values, nodata = _values(tile, known, layer, window)
    name = f"{layer.name} ({known.unit})" if known.unit else layer.name
    with RasterWriter(
        path, grid, values.dtype, nodata=nodata, names=[name], options=FEW_VALUES_OPTIONS, progress=progress
    ) as writer:
        if known.unit:
            attempt(writer.band(0).SetUnitType, known.unit)
        writer.write(values)
        if known is ACQUISITION_DATE:
            writer.style = _style_of_dates(np.unique(values[values != nodata]))
    return layer


def describe(known: KnownLayer, layer: LayerInfo) -> str:
    """Say in words what was found, in the file's words and ours."""
    sentences = [tr("{layer}, stored as {type}.").format(layer=layer.name, type=layer.dtype)]
    if layer.description or layer.unit:
        unit = tr(", unit {unit}").format(unit=layer.unit) if layer.unit else ""
        sentences.append(tr('The file says: "{description}"{unit}.').format(description=layer.description, unit=unit))
    return " ".join([*sentences, known.note and tr(known.note)]).strip()


def _style_of_dates(dates: np.ndarray) -> str:
    """Give each day a colour; nothing where there are more days than a legend can show."""
    if len(dates) > MOST_DATES:
        return ""
    texts = [str(int(date)) for date in dates]
    labels = [f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == DIGITS_OF_DATE else text for text in texts]
    return palette_style(zip(texts, class_colours(len(dates)), labels))


def _named(layers: Sequence[LayerInfo], known: KnownLayer) -> LayerInfo | None:
    wanted = {_plain(name) for name in known.names}
    return next((layer for layer in layers if _plain(layer.name) in wanted), None)


def _plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower())


def _not_understood(tile: NeonTile, layer: LayerInfo) -> TileError:
    return TileError(
        tr(
            "{tile}: {layer} has the shape {shape} and cannot be understood; the file is damaged or of a new kind."
        ).format(tile=tile.info.name, layer=layer.name, shape=layer.shape)
    )


def _weather_of_colours(colours: np.ndarray) -> np.ndarray:
    """Tell green, yellow and red apart, in whatever shade they are."""
    brightest = colours.max(axis=2)
    red, green, blue = (colours[:, :, index] >= brightest / 2 for index in range(3))
    is_colour = (brightest >= DARKEST_COLOUR) & ~blue
    classes = np.select([green & ~red, green & red, red & ~green], [1, 2, 3], UNKNOWN_WEATHER)
    return np.where(is_colour, classes, UNKNOWN_WEATHER).astype(np.uint8)


def _values(tile: NeonTile, known: KnownLayer, layer: LayerInfo, window) -> tuple[np.ndarray, float]:
    """Return the values of a layer with one no data value, and that value."""
    stored = tile.read_layer(layer, window)
    if stored.ndim == 3:
        if stored.shape[2] != 1:
            raise _not_understood(tile, layer)
        stored = stored[:, :, 0]
    dtype = np.dtype(next((name for name in OUTPUT_TYPES if np.can_cast(stored.dtype, name)), "float64"))
    nodata = float(BYTE_NODATA) if dtype == np.uint8 else NODATA
    fills = {nodata, NODATA, *known.fills} | ({layer.nodata} if layer.nodata is not None else set())
    is_missing = ~np.isfinite(stored)
    for fill in fills:
        is_missing |= stored == fill
    return np.where(is_missing, dtype.type(nodata), stored.astype(dtype)), nodata
