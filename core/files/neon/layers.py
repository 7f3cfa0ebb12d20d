# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of ancillary layers in NEON's files. This module imports nothing heavy, so that QGIS starts fast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...wording import translatable

_WATER, _SHADOW, _LIGHT = (0, 114, 178), (70, 70, 80), (221, 221, 221)

# The no data value of byte layers, which cannot hold -9999.
BYTE_NODATA = 241.0


class Meaning(NamedTuple):
    """What a value of a layer means."""

    value: int
    text: str  # in English
    colour: tuple[int, int, int]  # red, green, blue


@dataclass(frozen=True)
class LayerKind:
    """A kind of ancillary layer, such as slope or weather quality."""

    title: str  # in English; translated where it is shown
    names: tuple[str, ...]  # its names in files, the current one first
    unit: str = ""  # empty when it has none, or when files disagree about it
    fills: tuple[float, ...] = ()  # no data values of this kind, beside -9999 and the one that the file gives
    note: str = ""  # a caution for users; may be empty
    meanings: tuple[Meaning, ...] = ()


WEATHER_QUALITY = LayerKind(
    translatable("Weather quality"),
    ("Weather_Quality_Indicator",),
    note=translatable(
        "How much of the sky was covered by cloud while the pixel was recorded; 0 where that is not known."
    ),
)
ACQUISITION_DATE = LayerKind(
    translatable("Acquisition date"),
    ("Acquisition_Date", "Acqusition_Date"),
    "YYYYMMDD",
    (0.0, -1.0),
    translatable("Only in DP3.30006.002."),
)
DATA_SELECTION = LayerKind(
    translatable("Data selection index"),
    ("Data_Selection_Index",),
    fills=(-1.0,),
    note=translatable("Tells which flight line each pixel comes from."),
)
# Parameters store the index of a kind in this list, so new ones go to the end.
LAYERS = (
    WEATHER_QUALITY,
    ACQUISITION_DATE,
    LayerKind(
        translatable("Aerosol optical thickness"),
        ("Aerosol_Optical_Thickness", "Aerosol_Optical_Depth"),
        note=translatable("It has no unit, also where a file says degrees."),
    ),
    LayerKind(translatable("Aspect"), ("Aspect",), "degrees"),
    LayerKind(
        translatable("Cast shadow"),
        ("Cast_Shadow",),
        note=translatable("1 is shadow. On some flight lines it holds nothing but 1."),
        meanings=(Meaning(0, translatable("no shadow"), _LIGHT), Meaning(1, translatable("shadow"), _SHADOW)),
    ),
    LayerKind(
        translatable("Dark dense vegetation"),
        ("Dark_Dense_Vegetation_Classification",),
        meanings=(
            Meaning(0, translatable("background"), _LIGHT),
            Meaning(1, translatable("water"), _WATER),
            Meaning(2, translatable("dark dense vegetation"), (0, 90, 50)),
            Meaning(3, translatable("other land"), (216, 179, 101)),
            Meaning(4, translatable("topographic shadow"), _SHADOW),
        ),
    ),
    DATA_SELECTION,
    LayerKind(
        translatable("Haze, cloud and water map"),
        ("Haze_Cloud_Water_Map", "Haze_Water_Cloud_Map"),
        note=translatable("Classes of ATCOR, 0 to 22."),
        meanings=(
            Meaning(5, translatable("clear land"), (216, 179, 101)),
            Meaning(15, translatable("cloud over land"), (255, 255, 255)),
            Meaning(16, translatable("cloud over water"), (166, 206, 227)),
            Meaning(17, translatable("water"), _WATER),
        ),
    ),
    LayerKind(
        translatable("Illumination factor"),
        ("Illumination_Factor",),
        note=translatable(
            "The cosine of the angle of the sun's light to the ground, often times 100; files say degrees."
        ),
    ),
    LayerKind(translatable("Path length"), ("Path_Length",), "m"),
    LayerKind(translatable("Sky view factor"), ("Sky_View_Factor",), "%"),
    LayerKind(translatable("Slope"), ("Slope",), "degrees"),
    LayerKind(
        translatable("Smooth surface elevation"),
        ("Smooth_Surface_Elevation",),
        "m",
        note=translatable("Some files describe it as the average solar zenith angle."),
    ),
    LayerKind(translatable("To-sensor azimuth angle"), ("to-sensor_Azimuth_Angle",), "degrees"),
    LayerKind(translatable("To-sensor zenith angle"), ("to-sensor_Zenith_Angle",), "degrees"),
    LayerKind(translatable("Visibility index"), ("Visibility_Index_Map",)),
    LayerKind(
        translatable("Water vapour column"),
        ("Water_Vapor_Column",),
        note=translatable("Values of 1000 or so are centimetres times 1000, also where a file says centimetres."),
    ),
)
