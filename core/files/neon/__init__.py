# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON's reflectance files: metadata, reflectance, ancillary layers."""
