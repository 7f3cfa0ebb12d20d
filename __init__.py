# SPDX-License-Identifier: GPL-2.0-or-later
"""Hyperspectral tiles of the NEON Airborne Observation Platform in QGIS Processing."""

from __future__ import annotations


def classFactory(iface):
    from .plugin import NeonAopPlugin

    return NeonAopPlugin(iface)
