"""The methods: k-means, principal components, composites."""
