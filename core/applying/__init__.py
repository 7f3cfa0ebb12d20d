"""Saved centres and components, applied to further images."""
