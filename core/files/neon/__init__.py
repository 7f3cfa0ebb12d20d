"""NEON's files: what they say of themselves, their reflectance and other layers, several of them as one image."""
