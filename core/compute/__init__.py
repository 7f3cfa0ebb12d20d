"""How work is done: threads, matrix products, memory, exact sums, on this machine or on a Dask cluster."""
