# SPDX-License-Identifier: GPL-2.0-or-later
"""How different colours look, to common and to colour-blind sight."""

from __future__ import annotations

import numpy as np

# From linear red, green and blue to what an eye sees that lacks one kind of cone (severity 1.0).
# Source: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically-based model for simulation of color
# vision deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, doi:10.1109/TVCG.2009.113.
VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}

# sRGB (IEC 61966-2-1) to CIE XYZ, and the white point D65.
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _TO_XYZ.sum(axis=1)
# Below the cube of this, CIE Lab is linear.
_DELTA = 6 / 29


def to_lab(colours, vision: str = "normal") -> np.ndarray:
    """Convert sRGB colours to CIE Lab (D65), as an eye of some vision sees them.

    Parameters
    ----------
    colours : array_like, shape (..., 3)
        Red, green and blue, 0 to 255.
    vision : str
        A key of `VISIONS`.

    Returns
    -------
    ndarray of float64, shape (..., 3)
        L (0 to 100), a and b.
    """
    encoded = np.asarray(colours, dtype=float) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ VISIONS[vision].T, 0, 1)
    ratios = seen @ _TO_XYZ.T / _WHITE
    x, y, z = np.moveaxis(np.where(ratios > _DELTA**3, np.cbrt(ratios), ratios / (3 * _DELTA**2) + 4 / 29), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def from_lch(lightness, chroma, hue) -> tuple[np.ndarray, np.ndarray]:
    """Convert CIE Lab colours given by lightness, chroma and hue (degrees) to sRGB.

    Returns
    -------
    colours : ndarray of int, shape (..., 3)
        Red, green and blue, 0 to 255, clipped to these.
    displayable : ndarray of bool, shape (...)
        Whether nothing had to be clipped.
    """
    lightness, chroma, hue = np.broadcast_arrays(lightness, chroma, np.radians(hue))
    y = (lightness + 16) / 116
    roots = np.stack([y + chroma * np.cos(hue) / 500, y, y - chroma * np.sin(hue) / 200], axis=-1)
    ratios = np.where(roots > _DELTA, roots**3, 3 * _DELTA**2 * (roots - 4 / 29))
    linear = ratios * _WHITE @ np.linalg.inv(_TO_XYZ).T
    displayable = ((linear >= -1e-4) & (linear <= 1 + 1e-4)).all(axis=-1)
    return srgb_encoded(np.clip(linear, 0, 1)), displayable


def difference(first, second) -> np.ndarray:
    """Return the CIE 2000 colour difference of colours in CIE Lab; about 1 is just noticeable side by side.

    Source: G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula: implementation notes,
    supplementary test data, and mathematical observations", Color Research and Application 30(1), 2005,
    doi:10.1002/col.20070.

    Parameters
    ----------
    first, second : array_like, shape (..., 3)
        As of `to_lab`; they are broadcast.
    """
    (l1, a1, b1), (l2, a2, b2) = (np.moveaxis(np.asarray(lab, dtype=float), -1, 0) for lab in (first, second))
    grey = _seventh_share((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    a1, a2 = a1 * (1.5 - grey / 2), a2 * (1.5 - grey / 2)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    has_hues = c1 * c2 > 0
    turn, total = h2 - h1, h1 + h2
    # Hues half a turn apart may be a little farther by rounding.
    far = np.abs(turn) > 180 + 1e-9
    turn = np.where(has_hues, np.where(far, turn - 360 * np.sign(turn), turn), 0)
    mean_hue = np.where(has_hues, np.where(far, np.where(total < 360, total + 360, total - 360), total) / 2, total)
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    cosines = [np.cos(np.radians(factor * mean_hue + shift)) for factor, shift in ((1, -30), (2, 0), (3, 6), (4, -63))]
    weight = 1 - 0.17 * cosines[0] + 0.24 * cosines[1] + 0.32 * cosines[2] - 0.20 * cosines[3]
    lightness = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * mean_c * weight)
    rotation = -2 * _seventh_share(mean_c) * np.sin(np.radians(60 * np.exp(-(((mean_hue - 275) / 25) ** 2))))
    return np.sqrt(np.maximum(lightness**2 + chroma**2 + hue**2 + rotation * chroma * hue, 0))


def least_difference(first, second) -> np.ndarray:
    """Return the difference of sRGB colours, shape (..., 3), in the vision that sees least of it."""
    return np.min([difference(to_lab(first, vision), to_lab(second, vision)) for vision in VISIONS], axis=0)


def srgb_encoded(linear) -> np.ndarray:
    """Convert linear red, green and blue, 0 to 1, to sRGB (IEC 61966-2-1) as whole numbers from 0 to 255."""
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.rint(255 * encoded).astype(int)


def _seventh_share(chroma: np.ndarray) -> np.ndarray:
    return np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
