# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock of spectra, its tool on the map, and what they read and keep."""
