# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports: HTML pages that need no network."""
