# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means clustering: its start, its iteration, its classes."""
