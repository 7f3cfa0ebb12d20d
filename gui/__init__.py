# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to the window of QGIS; qgis_process never imports it."""
