# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms that find and download NEON's files."""
