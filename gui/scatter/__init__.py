# SPDX-License-Identifier: GPL-2.0-or-later
"""The scatter dock: two bands or components of an image against each other, linked with the map."""
