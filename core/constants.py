# SPDX-License-Identifier: GPL-2.0-or-later
"""Constants that parameters and computations share. This module imports nothing heavy, so that QGIS starts fast."""

from __future__ import annotations

from dataclasses import dataclass

# Rules for bad bands, see `image.bands.kept_bands`.
RULE_TUTORIAL = 0
RULE_WINDOWS = 1

# How k-means starts.
START_PLUS_PLUS = 0
START_TUTORIAL = 1
START_FILE = 2

# From which share of pixels that change class (%) k-means++ goes on, unless another one is given.
MIN_MOVED_PLUS_PLUS = 0.01

# What k-means clusters.
ON_BANDS = 0
ON_COMPONENTS = 1

# How the classes of two maps are matched.
MATCH_OVERLAP = 0
MATCH_NUMBER = 1
MATCH_NAME = 2

# How a classifier is trained.
METHOD_GAUSSIAN = 0
METHOD_FOREST = 1
METHOD_SVM = 2

# What abundances of endmembers must be.
FULLY_CONSTRAINED = 0
NON_NEGATIVE = 1
SUM_TO_ONE = 2
UNCONSTRAINED = 3
# Supports are bit masks, and their number grows with 2 to the power of the number of endmembers.
MOST_ENDMEMBERS = 20

# How endmembers are found.
N_FINDR = 0
VCA = 1
SMACC = 2
PPI = 3

# The most classes that are tried where a number of them is suggested: more take longer, and curves of measures are hard
# to read.
MOST_TRIED = 30

# How classes get their colours.
PALETTE_MEANING = 0
PALETTE_FIXED = 1
PALETTE_SPECTRUM = 2

# File name extensions of NEON's HDF5 files.
TILE_ENDINGS = (".h5", ".hdf5")

# The most classes in a class raster: UInt16 without 0.
MOST_CLASSES = 65_535

# Wavelengths of true colour (nm): NEON's bands 58, 34 and 19.
RED_GREEN_BLUE = (669.3, 549.1, 474.0)

# No data of reflectance and of component scores, as in NEON's files; class 0 is no data in class rasters.
NODATA = -9999.0
NO_CLASS = 0

# Percentiles of the values that a display stretch maps to the darkest and the brightest shade.
LOW_PERCENTILE, HIGH_PERCENTILE = 2.0, 98.0


@dataclass(frozen=True)
class Composite:
    """A choice of wavelengths (nm) for red, green and blue."""

    title: str
    wavelengths: tuple[float, float, float]


# Wavelengths of bands in NEON's lessons, except for the shortwave infrared, for which these show band 152 at 1140 nm,
# inside a feature of water vapour. Parameters store the position in this list, so new ones go to the end.
TRUE_COLOUR = Composite("True colour", RED_GREEN_BLUE)
COMPOSITES = (
    TRUE_COLOUR,
    Composite("Colour infrared", (829.6, 669.3, 549.1)),
    Composite("Shortwave infrared, near infrared, red", (1650.0, 829.6, 669.3)),
    Composite("False colour", (2196.7, 1610.8, 654.3)),
    Composite("Colour infrared of NEON's lessons", (829.6, 549.1, 474.0)),
)


@dataclass(frozen=True)
class SpectralIndex:
    """A spectral index."""

    title: str  # what it measures
    name: str
    formula: str  # as `expression.Expression` reads it: r858 is the reflectance at 858 nm
    source: str
    limits: tuple[float, float]  # values that are shown in the first and the last of the colours
    colours: tuple[str, ...]


_BARE_TO_GREEN = ("#8c510a", "#d8b365", "#f6e8c3", "#a6d96a", "#1a9641", "#00441b")
_DRY_TO_WET = ("#8c510a", "#d8b365", "#f6e8c3", "#c7eae5", "#5ab4ac", "#01665e")
# Matplotlib's viridis, which colour-blind readers can tell apart.
LITTLE_TO_MUCH = ("#440154", "#3b528b", "#21918c", "#5ec962", "#fde725")

INDICES = (
    SpectralIndex(
        "Green vegetation", "NDVI", "(r858-r668)/(r858+r668)", "Rouse et al. 1974", (-0.1, 0.9), _BARE_TO_GREEN
    ),
    SpectralIndex(
        "Green vegetation, also where it is dense",
        "EVI",
        "2.5*(r858-r668)/(r858+6*r668-7.5*r470+1)",
        "Huete et al. 2002, doi:10.1016/S0034-4257(02)00096-2",
        (-0.1, 0.9),
        _BARE_TO_GREEN,
    ),
    SpectralIndex(
        "Water in leaves",
        "NDWI",
        "(r857-r1241)/(r857+r1241)",
        "Gao 1996, doi:10.1016/S0034-4257(96)00067-3",
        (-0.2, 0.3),
        _DRY_TO_WET,
    ),
    SpectralIndex(
        "Nitrogen in leaves",
        "NDNI",
        "(log10(1/r1510)-log10(1/r1680))/(log10(1/r1510)+log10(1/r1680))",
        "Serrano et al. 2002, doi:10.1016/S0034-4257(02)00011-1",
        (0.0, 0.15),
        LITTLE_TO_MUCH,
    ),
    SpectralIndex(
        "Lignin in leaves",
        "NDLI",
        "(log10(1/r1754)-log10(1/r1680))/(log10(1/r1754)+log10(1/r1680))",
        "Serrano et al. 2002, doi:10.1016/S0034-4257(02)00011-1",
        (0.0, 0.06),
        LITTLE_TO_MUCH,
    ),
    SpectralIndex(
        "Use of light in photosynthesis",
        "PRI",
        "(r531-r570)/(r531+r570)",
        "Gamon et al. 1992, doi:10.1016/0034-4257(92)90059-S; Gamon et al. 1997, doi:10.1007/s004420050337",
        (-0.1, 0.1),
        LITTLE_TO_MUCH,
    ),
    SpectralIndex(
        "Green vegetation over bright soil",
        "SAVI",
        "1.5*(r858-r668)/(r858+r668+0.5)",
        "Huete 1988, doi:10.1016/0034-4257(88)90106-X",
        (-0.1, 0.9),
        _BARE_TO_GREEN,
    ),
    SpectralIndex(
        "Green vegetation through haze",
        "ARVI",
        "(r858-(2*r668-r470))/(r858+(2*r668-r470))",
        "Kaufman and Tanré 1992, doi:10.1109/36.134076",
        (-0.1, 0.9),
        _BARE_TO_GREEN,
    ),
    SpectralIndex(
        "Dry plant litter",
        "CAI",
        "0.5*(r2031+r2211)-r2101",
        "Daughtry 2001, doi:10.2134/agronj2001.931125x; Nagler et al. 2003, doi:10.1016/j.rse.2003.06.001",
        (-0.02, 0.04),
        LITTLE_TO_MUCH,
    ),
)
