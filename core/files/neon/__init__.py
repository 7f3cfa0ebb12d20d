# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON's files: what they say of themselves, their reflectance and other layers, several of them as one image."""
