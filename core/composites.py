"""Composites that NEON shows; importing them costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from .choices import RED_GREEN_BLUE

# Percentiles between which values are spread over all shades.
LOW_PERCENTILE, HIGH_PERCENTILE = 2.0, 98.0


@dataclass(frozen=True)
class Composite:
    """A choice of wavelengths for red, green and blue.

    Attributes
    ----------
    title : str
    wavelengths : tuple of float
        In nm.
    """

    title: str
    wavelengths: tuple[float, float, float]


# The wavelengths of the bands that NEON shows: 58, 34, 19; 90, 34, 19; 152, 90, 58; and 363, 246, 55.
TRUE_COLOUR = Composite("True colour", RED_GREEN_BLUE)
COMPOSITES = (
    TRUE_COLOUR,
    Composite("Colour infrared", (829.6, 549.1, 474.0)),
    Composite("Shortwave infrared, near infrared, red", (1140.0, 829.6, 669.3)),
    Composite("False colour", (2196.7, 1610.8, 654.3)),
)
