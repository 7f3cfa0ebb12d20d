# SPDX-License-Identifier: GPL-2.0-or-later
"""The science: NumPy, h5py, SciPy, SPy and GDAL, and no QGIS, so that a cluster worker can run it."""
