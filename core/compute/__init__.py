# SPDX-License-Identifier: GPL-2.0-or-later
"""How work is done: threads, matrix products, memory, exact sums, on this machine or on a Dask cluster."""
