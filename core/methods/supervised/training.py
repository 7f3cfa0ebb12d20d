# SPDX-License-Identifier: GPL-2.0-or-later
"""Features of pixels of known class, with which all classifiers are trained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class TrainingSamples:
    """Features of pixels of known class.

    Attributes
    ----------
    features : ndarray of float64, shape (samples, features)
    classes : ndarray of int, shape (samples,)
        Counted from 0, each with at least one sample.
    units : ndarray of int, shape (samples,)
        What is held out as a whole, such as a polygon.
    names : sequence of str
        What messages call the classes.
    """

    features: np.ndarray
    classes: np.ndarray
    units: np.ndarray
    names: Sequence[str]

    def take(self, chosen: np.ndarray) -> TrainingSamples:
        """Return the samples where `chosen` is true."""
        return TrainingSamples(self.features[chosen], self.classes[chosen], self.units[chosen], self.names)

    @property
    def counts(self) -> np.ndarray:
        """Samples of each class."""
        return np.bincount(self.classes, minlength=len(self.names))

    def class_weights(self, priors: np.ndarray) -> dict[int, float]:
        """Return the weight of the samples of each class with which classes have the shares `priors`."""
        return dict(enumerate((priors * len(self.classes) / self.counts).tolist()))
