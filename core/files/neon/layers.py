"""The ancillary layers of NEON's files; importing them costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ...wording import translatable


@dataclass(frozen=True)
class KnownLayer:
    """An ancillary layer of NEON's files.

    Attributes
    ----------
    title : str
    names : tuple of str
        What it is called in files, the present name first.
    unit : str
        Empty where it has none or none is sure.
    fills : tuple of float
        Values that say that nothing is known, beside those that all layers share.
    note : str
        What to know before using it; empty when nothing.
    """

    title: str
    names: tuple[str, ...]
    unit: str = ""
    fills: tuple[float, ...] = ()
    note: str = ""


WEATHER_QUALITY = KnownLayer(
    "Weather quality",
    ("Weather_Quality_Indicator",),
    note=translatable(
        "How much of the sky was covered by cloud while the pixel was recorded; 0 where that is not known."
    ),
)
ACQUISITION_DATE = KnownLayer(
    "Acquisition date",
    ("Acquisition_Date", "Acqusition_Date"),
    "YYYYMMDD",
    (0.0, -1.0),
    translatable("Only in DP3.30006.002."),
)
# Models keep the place of a layer in this list: new ones go to the end.
LAYERS = (
    WEATHER_QUALITY,
    ACQUISITION_DATE,
    KnownLayer(
        "Aerosol optical thickness",
        ("Aerosol_Optical_Thickness", "Aerosol_Optical_Depth"),
        note=translatable("It has no unit, also where a file says degrees."),
    ),
    KnownLayer("Aspect", ("Aspect",), "degrees"),
    KnownLayer(
        "Cast shadow", ("Cast_Shadow",), note=translatable("1 is shadow. On some flight lines it holds nothing but 1.")
    ),
    KnownLayer(
        "Dark dense vegetation",
        ("Dark_Dense_Vegetation_Classification",),
        note=translatable("0 background, 1 water, 2 dark dense vegetation, 3 other land, 4 topographic shadow."),
    ),
    KnownLayer(
        "Data selection index",
        ("Data_Selection_Index",),
        fills=(-1.0,),
        note=translatable("Tells which flight line each pixel comes from."),
    ),
    KnownLayer(
        "Haze, cloud and water map",
        ("Haze_Cloud_Water_Map", "Haze_Water_Cloud_Map"),
        note=translatable(
            "Classes of ATCOR, 0 to 22: 5 is clear land, 15 cloud over land, 16 cloud over water, 17 water."
        ),
    ),
    KnownLayer(
        "Illumination factor",
        ("Illumination_Factor",),
        note=translatable(
            "The cosine of the angle of the sun's light to the ground, often times 100; files say degrees."
        ),
    ),
    KnownLayer("Path length", ("Path_Length",), "m"),
    KnownLayer("Sky view factor", ("Sky_View_Factor",), "%"),
    KnownLayer("Slope", ("Slope",), "degrees"),
    KnownLayer(
        "Smooth surface elevation",
        ("Smooth_Surface_Elevation",),
        "m",
        note=translatable("Some files describe it as the average solar zenith angle."),
    ),
    KnownLayer("To-sensor azimuth angle", ("to-sensor_Azimuth_Angle",), "degrees"),
    KnownLayer("To-sensor zenith angle", ("to-sensor_Zenith_Angle",), "degrees"),
    KnownLayer("Visibility index", ("Visibility_Index_Map",)),
    KnownLayer(
        "Water vapour column",
        ("Water_Vapor_Column",),
        note=translatable("Values of 1000 or so are centimetres times 1000, also where a file says centimetres."),
    ),
)
