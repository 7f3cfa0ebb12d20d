# SPDX-License-Identifier: GPL-2.0-or-later
"""Images in memory: grid, bands, valid pixels, mosaics."""
