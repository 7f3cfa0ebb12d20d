# SPDX-License-Identifier: GPL-2.0-or-later
"""The same work on the workers of a Dask cluster."""
