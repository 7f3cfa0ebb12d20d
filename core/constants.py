"""Constants that parameters and computations share: choices, endings, limits, no data; importing them costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

# Which bands are bad.
RULE_TUTORIAL = 0
RULE_WINDOWS = 1

# How k-means starts.
START_PLUS_PLUS = 0
START_TUTORIAL = 1
START_FILE = 2

# Names of NEON's files end so.
TILE_ENDINGS = (".h5", ".hdf5")

# A class raster holds no more.
MOST_CLASSES = 65_535

# Wavelengths of true colour (nm): NEON's bands 58, 34 and 19.
RED_GREEN_BLUE = (669.3, 549.1, 474.0)

# No data of reflectance and of component scores, as in NEON's files; class 0 is no data in class rasters.
NODATA = -9999.0
NO_CLASS = 0

# Percentiles between which values are spread over all shades.
LOW_PERCENTILE, HIGH_PERCENTILE = 2.0, 98.0


@dataclass(frozen=True)
class Composite:
    """A choice of wavelengths for red, green and blue.

    Attributes
    ----------
    title : str
    wavelengths : tuple of float
        In nm.
    """

    title: str
    wavelengths: tuple[float, float, float]


# The wavelengths of the bands that NEON shows: 58, 34, 19; 90, 34, 19; 152, 90, 58; and 363, 246, 55.
TRUE_COLOUR = Composite("True colour", RED_GREEN_BLUE)
COMPOSITES = (
    TRUE_COLOUR,
    Composite("Colour infrared", (829.6, 549.1, 474.0)),
    Composite("Shortwave infrared, near infrared, red", (1140.0, 829.6, 669.3)),
    Composite("False colour", (2196.7, 1610.8, 654.3)),
)
