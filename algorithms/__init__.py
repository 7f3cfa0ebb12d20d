# SPDX-License-Identifier: GPL-2.0-or-later
"""The QGIS side: algorithms evaluate parameters, call `core` and return outputs."""
