# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS styles (QML), which QGIS finds beside a raster when it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import numpy as np

from ...wording import number

# Percentiles of the values that are shown darkest and brightest.
STRETCH = (2.0, 98.0)

_DOCUMENT = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis><pipe>{}</pipe></qgis>\n"


def class_style(
    counts: Sequence[int], colours: Sequence[tuple[int, int, int]], labels: Sequence[str], first: int = 1
) -> str:
    """Return the style of a class raster: an entry for each class, numbered from `first` on, that has pixels."""
    classes = enumerate(zip(counts, colours, labels), start=first)
    return palette_style([(value, colour, label) for value, (count, colour, label) in classes if count])


def palette_style(values: Iterable[tuple[int, tuple[int, int, int], str]]) -> str:
    """Return the style of a raster with a colour and a label for each value."""
    entries = "".join(
        f'<paletteEntry value="{value}" color="#{red:02x}{green:02x}{blue:02x}" alpha="255" label="{escape(label)}"/>'
        for value, (red, green, blue), label in values
    )
    return _DOCUMENT.format(
        f'<rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1"><colorPalette>{entries}</colorPalette>'
        "</rasterrenderer>"
    )


def colour_style(bands: Sequence[int], ranges: Sequence[tuple[float, float]]) -> str:
    """Return the style of an image: three bands (counted from 1) as red, green and blue, or one as grey.

    `ranges` has (low, high) for each band: the values that are shown darkest and brightest.
    """
    if len(bands) == 1:
        return _DOCUMENT.format(
            f'<rasterrenderer type="singlebandgray" grayBand="{bands[0]}" gradient="BlackToWhite" opacity="1" '
            f'alphaBand="-1">{_stretch("contrastEnhancement", *ranges[0])}</rasterrenderer>'
        )
    red, green, blue = bands
    stretches = "".join(
        _stretch(f"{colour}ContrastEnhancement", *limits) for colour, limits in zip(("red", "green", "blue"), ranges)
    )
    return _DOCUMENT.format(
        f'<rasterrenderer type="multibandcolor" redBand="{red}" greenBand="{green}" blueBand="{blue}" opacity="1" '
        f'alphaBand="-1">{stretches}</rasterrenderer>'
    )


def ramp_style(low: float, high: float, colours: Sequence[str]) -> str:
    """Return the style of a raster whose first band is shown in colours such as "#1a9641", evenly from low to high.

    Where both are the same, all is shown in the middle colour. Legends show both, which are rounded for it.
    """
    rounded = [float(f"{limit:.3g}") for limit in (low, high)]
    if rounded[0] < rounded[1]:
        low, high = rounded
    stops, kind = zip(np.linspace(low, high, len(colours)).tolist(), colours), "INTERPOLATED"
    if low == high:
        stops, kind = [(low, colours[len(colours) // 2])], "DISCRETE"
    items = "".join(
        f'<item value="{value if kind == "INTERPOLATED" else "inf"}" color="{colour}" '
        f'label="{escape(number(value, ".3g"))}" alpha="255"/>'
        for value, colour in stops
    )
    return _DOCUMENT.format(
        f'<rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" classificationMin="{low!r}" '
        f'classificationMax="{high!r}"><rastershader><colorrampshader colorRampType="{kind}" '
        f'classificationMode="1" clip="0" minimumValue="{low!r}" maximumValue="{high!r}">{items}</colorrampshader>'
        "</rastershader></rasterrenderer>"
    )


def stretch_of(sample: np.ndarray) -> tuple[float, float]:
    """Return the values at the percentiles `STRETCH` of a sample; (0, 1) for an empty one.

    Where these are the same, as of a layer that is 0 nearly everywhere, they are the smallest and the largest value.
    """
    if not len(sample):
        return 0.0, 1.0
    low, high = np.percentile(sample, STRETCH)
    if low == high:
        low, high = sample.min(), sample.max()
    return float(low), float(high)


def _stretch(element: str, low: float, high: float) -> str:
    return (
        f"<{element}><minValue>{low!r}</minValue><maxValue>{high!r}</maxValue>"
        f"<algorithm>StretchToMinimumMaximum</algorithm></{element}>"
    )
