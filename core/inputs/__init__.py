# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user chose: tiles or a raster, with extent and masks."""
