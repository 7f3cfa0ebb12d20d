"""What parameters and computations agree on: choices, endings, limits; importing it costs nothing."""

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
