# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters that several algorithms share, by subject: how they are added and how their values are read."""
