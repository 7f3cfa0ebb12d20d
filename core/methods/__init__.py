# SPDX-License-Identifier: GPL-2.0-or-later
"""The methods: k-means, principal components, spectral indices, colour composites."""
