"""Spectra of classes and what they may show."""
