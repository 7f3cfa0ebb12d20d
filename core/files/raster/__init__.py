# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that GDAL reads and writes, with wavelengths, classes, styles and previews."""
