# SPDX-License-Identifier: GPL-2.0-or-later
"""Classification with training samples: Gaussian maximum likelihood, its hold-out and its accuracy."""
