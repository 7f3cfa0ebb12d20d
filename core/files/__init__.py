# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading and writing files: HDF5, NEON's files, rasters, tables, downloads."""
