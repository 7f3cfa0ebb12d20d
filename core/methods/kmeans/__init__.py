"""K-means clustering: its start, its iteration, its classes."""
