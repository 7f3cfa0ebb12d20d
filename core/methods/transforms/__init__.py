# SPDX-License-Identifier: GPL-2.0-or-later
"""Principal components: found from sums over pixels, kept as a model, written as a raster of scores."""
