"""Principal components: found from sums over pixels, kept as a model, written as a raster of scores."""
