# SPDX-License-Identifier: GPL-2.0-or-later
"""Mixed pixels: their purest spectra (endmembers), and how much of each is in a pixel (abundances)."""
