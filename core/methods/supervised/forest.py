# SPDX-License-Identifier: GPL-2.0-or-later
"""Random forests: trained by scikit-learn, and applied without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.blockmap import CHUNK_PIXELS
from ...compute.imageset import ImageState
from ...compute.threads import default_threads
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from ...wording import tr
from ..transforms.linear import LinearTransform
from .model import ClassModel, PixelFunction, importance_of_bands
from .scikitlearn import in_background, scikit_learn
from .training import TrainingSamples

# Of a tree. Some 1,000 samples a class need fewer; more would make files of models large.
MOST_LEAVES = 1024
# Pixels times trees of a call, which takes a fifth of a second.
_VOTES_AT_ONCE = 400_000
# Levels of a tree until pixels that have come to a leaf are left out.
_LEVELS_AT_ONCE = 4


@dataclass(frozen=True)
class Tree:
    """A decision tree.

    Attributes
    ----------
    features : ndarray of int, shape (nodes,)
        Which feature decides; -1 at leaves.
    thresholds : ndarray of float64, shape (nodes,)
        Pixels whose feature is at most this, as float32, go left.
    left, right : ndarray of int, shape (nodes,)
        The next node, behind this one; at leaves, `left` is the row of `shares`.
    shares : ndarray of float64, shape (leaves, classes)
        Of the classes in the training samples of each leaf.
    """

    features: np.ndarray
    thresholds: np.ndarray
    left: np.ndarray
    right: np.ndarray
    shares: np.ndarray

    @classmethod
    def of_scikit_learn(cls, tree) -> Tree:
        """Take over the `tree_` of a decision tree of scikit-learn."""
        is_leaf = tree.children_left < 0
        rows = np.cumsum(is_leaf) - 1
        shares = tree.value[is_leaf, 0, :]
        # Before version 1.3, these are sums of weights.
        sums = shares.sum(axis=1, keepdims=True)
        return cls(
            features=np.where(is_leaf, -1, tree.feature),
            thresholds=np.where(is_leaf, 0.0, tree.threshold),
            left=np.where(is_leaf, rows, tree.children_left),
            right=np.where(is_leaf, 0, tree.children_right),
            shares=np.where(np.abs(sums - 1) < 1e-6, shares, shares / sums),
        )

    def is_sound(self, features: int, classes: int) -> bool:
        """Tell whether the tree leads from each node to a leaf, and fits so many features and classes."""
        count = len(self.features)
        if not count or {count} != set(map(len, (self.thresholds, self.left, self.right))):
            return False
        is_leaf, nodes = self.features == -1, np.arange(count)
        inner = ~is_leaf
        children = np.stack([self.left[inner], self.right[inner]])
        return bool(
            ((self.features >= -1) & (self.features < features)).all()
            and (children > nodes[inner]).all()
            and (children < count).all()
            and self.shares.shape[1] == classes
            and (self.shares >= 0).all()
            and ((self.left[is_leaf] >= 0) & (self.left[is_leaf] < len(self.shares))).all()
        )


@dataclass(frozen=True)
class ForestClasses(ClassModel):
    """Classes by the votes of decision trees (random forest, Breiman 2001, doi:10.1023/A:1010933404324).

    Attributes
    ----------
    trees : sequence of Tree
    feature_importance : ndarray, shape (features,)
        Mean decrease of the Gini impurity; of bands that are alike, it is shared.
    """

    trees: Sequence[Tree]
    feature_importance: np.ndarray

    @property
    def title(self) -> str:
        return tr("Random forest")

    @property
    def importance(self) -> np.ndarray:
        return importance_of_bands(self.feature_importance, self.transform)

    def function(self, with_confidence: bool = True) -> PixelFunction:
        return ForestVotes(self, with_confidence)


class ForestVotes(PixelFunction):
    """Gives pixels the class with the largest mean share in the leaves that they fall into, as scikit-learn does.

    Trees know only values like those of the training samples: beyond these, nothing changes any more. The confidence
    is that mean share.
    """

    def __init__(self, model: ForestClasses, with_confidence: bool = True):
        super().__init__(model, with_confidence)
        self._model = model
        self.chunk_pixels = min(_VOTES_AT_ONCE // len(model.trees) + 1, CHUNK_PIXELS)
        first = np.cumsum([0, *(len(tree.features) for tree in model.trees)])
        features, thresholds, children, rows = [], [], [], []
        for tree, start in zip(model.trees, first):
            is_leaf, nodes = tree.features < 0, np.arange(len(tree.features))
            # Leaves lead to themselves.
            left, right = (np.where(is_leaf, nodes, side) + start for side in (tree.left, tree.right))
            features.append(tree.features)
            thresholds.append(_at_most(tree.thresholds))
            children.append(np.stack([left, right], axis=1).ravel())
            rows.append(np.where(is_leaf, tree.left, 0))
        self._roots = first[:-1]
        self._is_inner = np.concatenate(features) >= 0
        self._features = np.maximum(np.concatenate(features), 0)
        self._thresholds, self._children, self._rows = map(np.concatenate, (thresholds, children, rows))

    def __call__(self, image: ImageState, chosen: slice | np.ndarray) -> np.ndarray:
        pixels = image.pixels
        stored = pixels.values[chosen]
        votes = np.zeros((len(stored), len(self._numbers)))
        self._vote(self._features_of(stored, pixels.scale, pixels.offset), votes)
        votes /= len(self._roots)
        places = votes.argmax(axis=1)
        return self._results(places, votes.max(axis=1) if self._with_confidence else None)

    def _features_of(self, stored: np.ndarray, scale: float, offset: float) -> np.ndarray:
        if self._model.transform is not None:
            return features_for_trees(self._model.transform.forward(stored, scale, offset))
        return features_for_trees(stored.astype(np.float64) * scale + offset)

    def _vote(self, features: np.ndarray, votes: np.ndarray) -> None:
        count, width = features.shape
        values, all_first = features.ravel(), np.arange(count) * width
        for root, tree in zip(self._roots, self._model.trees):
            leaves = np.full(count, root)
            open_pixels, nodes, first = np.arange(count), leaves, all_first
            while len(nodes):
                for _ in range(_LEVELS_AT_ONCE):
                    places = self._features.take(nodes) + first
                    goes_right = values.take(places) > self._thresholds.take(nodes)
                    nodes = self._children.take(2 * nodes + goes_right)
                leaves[open_pixels] = nodes
                stays = np.flatnonzero(self._is_inner.take(nodes))
                open_pixels, nodes, first = open_pixels.take(stays), nodes.take(stays), first.take(stays)
            # One tree after the other, as scikit-learn does: sums of floating-point numbers depend on the order.
            votes += tree.shares.take(self._rows.take(leaves), axis=0)


def features_for_trees(features: np.ndarray) -> np.ndarray:
    """Return features as scikit-learn's trees compare them."""
    with np.errstate(over="ignore"):
        return np.ascontiguousarray(features, np.float32)


def _at_most(thresholds: np.ndarray) -> np.ndarray:
    """Return the largest float32 numbers that are not above float64 ones."""
    with np.errstate(over="ignore"):
        rounded = thresholds.astype(np.float32)
    return np.where(rounded > thresholds, np.nextafter(rounded, np.float32(-np.inf)), rounded)


def fit_forest(
    samples: TrainingSamples,
    classes: SpectralClasses,
    transform: LinearTransform | None,
    priors: np.ndarray,
    trees: int,
    seed: int,
    progress: Progress,
) -> ForestClasses:
    """Train a random forest with scikit-learn; each split looks at as many features as the square root of all.

    Parameters
    ----------
    samples : TrainingSamples
    classes : SpectralClasses
        Those of the samples.
    transform : LinearTransform or None
        What computed the features.
    priors : ndarray, shape (classes,)
        Samples are weighted so that classes have these shares.
    trees : int
    seed : int
    progress : Progress

    Raises
    ------
    Cancelled
        When the user asked to stop.
    MissingPackageError
        If scikit-learn does not import.
    """
    at_once = default_threads()
    forest = scikit_learn("ensemble").RandomForestClassifier(
        max_leaf_nodes=MOST_LEAVES,
        class_weight=samples.class_weights(priors),
        random_state=seed,
        n_jobs=at_once,
        # Trees that are added are those that a forest of so many would have had.
        warm_start=True,
    )
    features = features_for_trees(samples.features)
    for last in [*range(at_once, trees, at_once), trees]:
        forest.set_params(n_estimators=last)
        in_background(lambda: forest.fit(features, samples.classes), progress)
        progress.report(last / trees)
    found = [Tree.of_scikit_learn(one.tree_) for one in forest.estimators_]
    return ForestClasses(classes, transform, found, np.asarray(forest.feature_importances_, np.float64))
