# SPDX-License-Identifier: GPL-2.0-or-later
"""The scatter of an image in two bands or principal components: a sample of its pixels, and regions drawn in it."""
