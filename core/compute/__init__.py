# SPDX-License-Identifier: GPL-2.0-or-later
"""Computing: threads, matrix products, memory, exact sums, functions of images here or on a Dask cluster."""
