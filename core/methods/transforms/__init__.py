# SPDX-License-Identifier: GPL-2.0-or-later
"""Linear transforms such as principal components: computed from images, saved as models, applied to images."""
