# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that GDAL reads and writes, with what makes them look right: wavelengths, classes, styles, previews."""
