# SPDX-License-Identifier: GPL-2.0-or-later
"""Results as HTML pages that need no network."""
