# SPDX-License-Identifier: GPL-2.0-or-later
"""What an image is: grid, bands, pixels, several images on one grid."""
