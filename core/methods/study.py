# SPDX-License-Identifier: GPL-2.0-or-later
"""How far classes stay the same with fewer bands or with principal components, for several numbers of clusters.

The images are read once. Each combination of a number of clusters, a subset of the bands (every n-th), and bands or
components is classified, and its classes are matched with those of the reference: the same number of clusters on the
largest subset, on bands unless only components are asked for.

All combinations with the same number of clusters start from the same spectra, those that the reference starts from, so
that a difference comes from the bands and not from another start.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from math import gcd
from typing import NamedTuple

import numpy as np

from ..compute.derivedimages import DerivedImages, derived_of
from ..compute.imageset import ImageSet, ImageState, changes_image
from ..compute.memory import WORKING_BYTES, release
from ..compute.threads import Pool
from ..constants import ON_BANDS, ON_COMPONENTS
from ..errors import ParameterError, in_one_line
from ..files.tables import write_table
from ..image.pixels import Pixels, no_valid_pixel
from ..image.slices import aligned_slices
from ..progress import Progress, Quiet, Watch
from ..wording import counted, number, tr
from .comparison import Comparison, cross_table
from .kmeans.classification import Classification, Start, classify
from .kmeans.lloyd import End
from .kmeans.shard import labels_of
from .kmeans.starts import given
from .transforms.components import ComponentChoice, Moments, principal_components
from .transforms.linear import LinearTransform
from .transforms.scores import score_images

COPIED_PIXELS = 4096
MEGABYTE = 1_000_000

_REFERENCES = "references of a study"


def whole_numbers(text: str, most: int, name: str) -> tuple[int, ...]:
    """Read numbers such as "3, 5, 10", each once, in ascending order.

    Raises
    ------
    ParameterError
        If one is not a whole number from 1 to `most`, or there is none; it calls the parameter `name`.
    """
    found = set()
    for item in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        if not (item.isascii() and item.isdigit() and len(item) < 10 and 1 <= int(item) <= most):
            raise ParameterError(
                tr('{name}: "{item}" is not a whole number from 1 to {most}; write for instance "3, 5, 10".').format(
                    name=name, item=in_one_line(item), most=most
                )
            )
        found.add(int(item))
    if not found:
        raise ParameterError(tr('{name} is empty; write numbers such as "3, 5, 10".').format(name=name))
    return tuple(sorted(found))


@dataclass(frozen=True)
class StudyPlan:
    """What to classify.

    Attributes
    ----------
    clusters : tuple of int
        Numbers of clusters, ascending.
    factors : tuple of int
        Keep every n-th band, ascending. The greatest common divisor of those given is added in front if it is missing:
        with it, bands are read, and the reference has all bands that occur in any subset.
    spaces : tuple of int
        `ON_BANDS`, `ON_COMPONENTS` or both, in this order.
    start : Start
        Its number of classes is not used; no centres file.
    max_iterations : int
    min_moved : float
        At which share of pixels that change class (%) the iterations end.
    choice : ComponentChoice
        How many components to keep; at most as many as a subset has bands.
    similar : float
        From which share of the pixels on, 0 to 1, results are called similar.
    """

    clusters: tuple[int, ...] = (3, 5, 10)
    factors: tuple[int, ...] = (1, 2, 3, 5, 10)
    spaces: tuple[int, ...] = (ON_BANDS, ON_COMPONENTS)
    start: Start = field(default_factory=Start)
    max_iterations: int = 50
    min_moved: float = 0.0
    choice: ComponentChoice = field(default_factory=ComponentChoice)
    similar: float = 0.95

    def __post_init__(self):
        common = reduce(gcd, self.factors)
        if common not in self.factors:
            object.__setattr__(self, "factors", (common, *self.factors))

    @property
    def combinations(self) -> int:
        """How many there are."""
        return len(self.clusters) * len(self.factors) * len(self.spaces)


@dataclass(frozen=True)
class Combination:
    """What one combination gave.

    Attributes
    ----------
    clusters, factor, space : int
        See `StudyPlan`.
    bands : int
        How many bands the subset has.
    components : int
        How many components were clustered; 0 when bands were.
    found : int
        Classes with pixels.
    iterations : int
    converged : bool
        Whether the classes had settled, or as few pixels moved as the plan allows.
    comparison : Comparison
        The first classification is this one, the second the reference.
    memory : int
        Bytes for the values and what k-means keeps beside them, if only this combination was run.
    seconds : float
        For principal components, scores and clustering; not for reading.
    """

    clusters: int
    factor: int
    space: int
    bands: int
    components: int
    found: int
    iterations: int
    converged: bool
    comparison: Comparison
    memory: int
    seconds: float


@dataclass(frozen=True)
class Study:
    """What all combinations gave.

    Attributes
    ----------
    plan : StudyPlan
    combinations : tuple of Combination
        By subset, bands or components, clusters.
    """

    plan: StudyPlan
    combinations: tuple[Combination, ...]

    @property
    def largest_similar_factor(self) -> int:
        """The largest factor up to which all combinations are similar to their reference."""
        largest = self.plan.factors[0]
        for factor in self.plan.factors:
            if self.least_agreement(factor) < self.plan.similar:
                break
            largest = factor
        return largest

    def least_agreement(self, factor: int) -> float:
        """Return the least agreement of the combinations with a subset of the bands, 0 to 1."""
        return min(one.comparison.overall for one in self.combinations if one.factor == factor)

    def bands_of(self, factor: int) -> int:
        """Return how many bands a subset has."""
        return next(one.bands for one in self.combinations if one.factor == factor)

    def write(self, path) -> None:
        """Write a CSV file with a row for each combination; without times, which differ from run to run.

        Raises
        ------
        OutputError
            If the file cannot be written.
        """
        rows = [
            {
                "clusters": one.clusters,
                "clustered": "components" if one.space == ON_COMPONENTS else "bands",
                "every_nth_band": one.factor,
                "bands": one.bands,
                "components": one.components or None,
                "classes_found": one.found,
                "iterations": one.iterations,
                "converged": int(one.converged),
                "agreement": one.comparison.overall,
                "adjusted_rand": one.comparison.adjusted_rand,
                "kappa": None if np.isnan(one.comparison.kappa) else one.comparison.kappa,
                "memory_mb": round(one.memory / MEGABYTE, 1),
            }
            for one in self.combinations
        ]
        write_table(path, list(rows[0]), (list(row.values()) for row in rows))


def run_study(images: ImageSet, plan: StudyPlan, progress: Progress | None = None) -> Study:
    """Classify all combinations and compare each with its reference.

    Agreement tells how far classes are the same, not how good they are. K-means with more clusters than there are
    groups in the data ends in one of several like solutions, so agreement is low there for any change of the bands.

    Parameters
    ----------
    images : ImageSet
        With every n-th band, n being the first factor of the plan. They keep the classes of the references, a byte or
        two a pixel each, and beside them the bands of one further subset are in memory.
    plan : StudyPlan
    progress : Progress, optional
        Its log gets a line for each combination.

    Raises
    ------
    ParameterError
        If there are fewer than two different pixels where components are asked for, or none.
    """
    progress = progress or Progress()
    if not images.pixels:
        raise no_valid_pixel(images.template.name)
    starts: dict[int, _SameStart] = {}
    found: list[Combination] = []
    for subset in _subsets(images, plan, progress):
        for clusters in plan.clusters:
            part = progress.part(len(found) / plan.combinations, (len(found) + 1) / plan.combinations)
            start = starts.setdefault(clusters, _SameStart(replace(plan.start, classes=clusters)))
            classification = classify(
                subset.images,
                start.of(subset.bands),
                plan.max_iterations,
                Quiet(part),
                min_moved=plan.min_moved,
            )
            if len(found) < len(plan.clusters):
                images.map(keep_reference, clusters, subset.depth, classification.numbers)
            table = sum(images.map(compare_with_reference, clusters, subset.depth, classification.numbers))
            found.append(subset.combination(clusters, classification, Comparison.of(table)))
            part.report(1)
            progress.info(describe(found[-1]))
    return Study(plan, tuple(found))


def describe(one: Combination) -> str:
    """Return a sentence on a combination."""
    return tr(
        "{clusters}, {clustered}: {share} % of the pixels have the class of the reference; {iterations}, {seconds} s."
    ).format(
        clusters=counted(one.clusters, "{count} cluster", "{count} clusters"),
        clustered=clustered_in_words(one),
        share=number(100 * one.comparison.overall, ".2f"),
        iterations=counted(one.iterations, "{count} iteration", "{count} iterations"),
        seconds=number(one.seconds, ".1f"),
    )


def clustered_in_words(one: Combination) -> str:
    """Return what was clustered, such as "3 components of 50 bands"."""
    bands = counted(one.bands, "{count} band", "{count} bands")
    if one.space != ON_COMPONENTS:
        return bands
    return counted(one.components, "{count} component of {bands}", "{count} components of {bands}", bands=bands)


@dataclass(frozen=True)
class _Subset:
    """The bands or components that combinations cluster.

    Attributes
    ----------
    images : ImageSet
    depth : int
        How many times these are derived from the images that were read.
    factor, space : int
        See `StudyPlan`.
    bands : slice
        Of the bands that were read.
    count, components : int
        Bands, and components if these are clustered.
    seconds : float
        For components and scores.
    bytes : int
        Of the values of a pixel.
    """

    images: ImageSet
    depth: int
    factor: int
    space: int
    bands: slice
    count: int
    components: int
    seconds: float
    bytes: int

    def combination(self, clusters: int, classification: Classification, comparison: Comparison) -> Combination:
        clustering = classification.clustering
        return Combination(
            clusters,
            self.factor,
            self.space,
            self.count,
            self.components,
            classification.classes.found,
            len(clustering.iterations),
            clustering.converged or clustering.end is End.FEW_MOVED,
            comparison,
            self.images.pixels * (self.bytes + WORKING_BYTES),
            self.seconds + classification.seconds,
        )


def _subsets(images: ImageSet, plan: StudyPlan, progress: Progress) -> Iterator[_Subset]:
    """Yield the subsets of a plan, each of which can be used until the next is asked for."""
    for factor in plan.factors:
        step = factor // plan.factors[0]
        bands = slice(None, None, step)
        template = _every(images.template, step)
        subset, depth = images, 0
        if step > 1:
            subset, depth = DerivedImages(images, EveryNthBand(step), template, Watch(progress)), 1
        size = len(template.bands) * template.values.dtype.itemsize
        for space in plan.spaces:
            if space == ON_BANDS:
                yield _Subset(subset, depth, factor, space, bands, len(template.bands), 0, 0.0, size)
                continue
            started = time.monotonic()
            components = _components(subset, plan.choice, progress)
            scores = score_images(subset, components, Watch(progress))
            seconds, count = time.monotonic() - started, components.count
            size += count * np.dtype(np.float32).itemsize
            yield _Subset(scores, depth + 1, factor, space, bands, len(template.bands), count, seconds, size)


def _components(images: ImageSet, choice: ComponentChoice, progress: Progress) -> LinearTransform:
    bands = images.template.bands
    count = min(choice.count, len(bands))
    return principal_components(Moments.of(images, Watch(progress)), bands, replace(choice, count=count))


def _every(pixels: Pixels, step: int) -> Pixels:
    """Return an image with every n-th band of another one."""
    every = slice(None, None, step)
    return replace(pixels, values=pixels.values[:, every], bands=pixels.bands.take(every))


@dataclass(frozen=True)
class EveryNthBand:
    """Copies every n-th band of all pixels, for `DerivedImages`."""

    step: int

    def __call__(self, pixels: Pixels, pool: Pool, progress: Progress) -> Pixels:
        subset = _every(pixels, self.step)
        values = np.empty(subset.values.shape, subset.values.dtype)

        def copy(part: slice) -> None:
            values[part] = subset.values[part]

        pool.map(copy, list(aligned_slices(0, len(values), COPIED_PIXELS)), progress)
        release(pixels.values)
        return replace(subset, values=values)


class _SameStart:
    """The start of the first clustering, which further ones on other bands or on components take as well."""

    def __init__(self, start: Start):
        self._start = start
        self._spectra: np.ndarray | None = None

    def of(self, bands: slice) -> _StartOfSubset:
        """Return the start, in the form that `classify` takes, for some of the bands of the first clustering."""
        return _StartOfSubset(partial(self._centres, bands), self._start.check_pixels, self._start.kind)

    def _centres(self, bands: slice, image: Pixels, sample: np.ndarray, progress: Progress) -> Callable:
        if self._spectra is not None:
            return given(image.from_reflectance(self._spectra[:, bands]))
        choose = self._start.centres(image, sample, progress)

        def choose_and_keep(summary) -> np.ndarray:
            centres = choose(summary)
            self._spectra = image.to_reflectance(centres)
            return centres

        return choose_and_keep


class _StartOfSubset(NamedTuple):
    centres: Callable  # see `Start.centres`
    check_pixels: Callable  # see `Start.check_pixels`
    kind: int


def _labels(image: ImageState, depth: int, numbers: np.ndarray) -> np.ndarray:
    """Return the class of each pixel, counted from 0 by class number, of an image or one derived from it."""
    for _ in range(depth):
        image = derived_of(image)
    return (numbers - 1)[labels_of(image)]


@changes_image()
def keep_reference(
    image: ImageState, clusters: int, depth: int, numbers: np.ndarray, *, pool: Pool, progress: Progress
) -> None:
    """Keep the classes of the last clustering as the reference for this number of clusters."""
    image.kept.setdefault(_REFERENCES, {})[clusters] = _labels(image, depth, numbers)


def compare_with_reference(
    image: ImageState, clusters: int, depth: int, numbers: np.ndarray, *, pool: Pool, progress: Progress
) -> np.ndarray:
    """Return the cross table of the classes of the last clustering and of the reference."""
    labels = _labels(image, depth, numbers)
    return cross_table(labels, image.kept[_REFERENCES][clusters], (clusters, clusters))


def similar_in_words(study: Study) -> str:
    """Return a sentence on how few bands give similar classes."""
    plan, factor = study.plan, study.largest_similar_factor
    least = study.least_agreement(factor)
    if least < plan.similar:
        return tr(
            "Even with all bands of the reference, there is a combination in which only {share} % of the pixels have "
            "the class of the reference; results are called similar from {similar} % on."
        ).format(share=number(100 * least, ".1f"), similar=number(100 * plan.similar, "g"))
    if factor == plan.factors[0] != plan.factors[-1]:
        return tr(
            "With fewer than the {bands} bands of the reference, less than {similar} % of the pixels have its class in "
            "some combination."
        ).format(bands=study.bands_of(factor), similar=number(100 * plan.similar, "g"))
    return tr(
        "Keeping one band in {factor} ({bands} of {all}), at least {share} % of the pixels have the class of the "
        "reference in every combination; results are called similar from {similar} % on."
    ).format(
        factor=factor,
        bands=study.bands_of(factor),
        all=study.bands_of(plan.factors[0]),
        share=number(100 * least, ".1f"),
        similar=number(100 * plan.similar, "g"),
    )
