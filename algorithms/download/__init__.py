"""Algorithms that find and download NEON's files."""
