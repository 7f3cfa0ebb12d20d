# SPDX-License-Identifier: GPL-2.0-or-later
"""Classification with training samples: Gaussian maximum likelihood, random forest, linear SVM; hold-out, accuracy."""
