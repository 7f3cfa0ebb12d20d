# SPDX-License-Identifier: GPL-2.0-or-later
"""What all classifiers have in common: classes, and the features of spectra by which they are told apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.imageset import ImageState
from ...spectra.classes import SpectralClasses
from ..transforms.linear import LinearTransform


@dataclass(frozen=True)
class ClassModel:
    """Base of trained classifiers.

    Attributes
    ----------
    classes : SpectralClasses
        Numbers, names, mean spectra and training pixels of the classes.
    transform : LinearTransform or None
        What computes the features of spectra; None where the features are the bands.
    """

    classes: SpectralClasses
    transform: LinearTransform | None

    def __len__(self) -> int:
        return len(self.classes)

    @property
    def title(self) -> str:
        """What this kind of classifier is called."""
        raise NotImplementedError

    @property
    def features(self) -> int:
        """How many features there are."""
        return len(self.classes.bands) if self.transform is None else self.transform.count

    @property
    def can_reject(self) -> bool:
        """Whether pixels can be left unclassified."""
        return False

    @property
    def importance(self) -> np.ndarray | None:
        """How much each band counts, shape (bands,), with the sum 1; None where that is not known."""
        return None

    def function(self, with_confidence: bool = True) -> PixelFunction:
        """Return the function of a `blockmap` that gives pixels their class."""
        raise NotImplementedError


class PixelFunction:
    """Gives pixels their class, as a function of a `blockmap`.

    It returns the class number (0: unclassified) and, if wanted, the probability of that class, shape
    (1 or 2, pixels), float32.
    """

    def __init__(self, model: ClassModel, with_confidence: bool):
        self._numbers = model.classes.numbers
        self._with_confidence = with_confidence
        self.bands = 1 + with_confidence

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        raise NotImplementedError

    def _results(self, places: np.ndarray, confidence: np.ndarray | None) -> np.ndarray:
        results = np.empty((self.bands, len(places)), np.float32)
        results[0] = self._numbers[places]
        if self._with_confidence:
            results[1] = confidence
        return results


def importance_of_bands(importance: np.ndarray, transform: LinearTransform | None) -> np.ndarray:
    """Spread the importance of features over the bands, in proportion to their squared loadings; the sum is 1."""
    if transform is not None:
        importance = product(transform.vectors**2, importance[:, np.newaxis])[:, 0]
    total = importance.sum()
    return importance / total if total > 0 else np.full(len(importance), 1 / len(importance))
