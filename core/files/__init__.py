# SPDX-License-Identifier: GPL-2.0-or-later
"""How data get in and out: HDF5, NEON's files, rasters, tables, results that replace older ones."""
