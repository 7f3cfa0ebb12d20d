# SPDX-License-Identifier: GPL-2.0-or-later
"""Spectra of classes and what they may show."""
