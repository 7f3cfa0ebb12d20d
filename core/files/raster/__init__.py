"""Rasters that GDAL reads and writes, with what makes them look right: wavelengths, classes, styles, previews."""
