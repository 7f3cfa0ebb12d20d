# SPDX-License-Identifier: GPL-2.0-or-later
"""Training a classifier with samples, testing it, and classifying images with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from ...compute.blockmap import map_blocks, map_images
from ...compute.imageset import ImageSet, ImageState
from ...compute.memory import PixelStore
from ...constants import METHOD_FOREST, METHOD_GAUSSIAN, METHOD_SVM
from ...errors import ParameterError
from ...image.grid import Grid
from ...image.mosaic import Mosaic
from ...image.pixels import Pixels
from ...inputs.openedraster import OpenedRaster
from ...inputs.tileset import TileSet
from ...progress import Progress
from ...spectra.classes import SpectralClasses
from ...spectra.samples import Samples
from ...wording import counted, listed, number, tr
from ..labelling import Labelled, LabelledOutput, LabelTarget, ValueRaster, write_labelled
from ..transforms.components import Moments
from ..transforms.linear import LinearTransform
from .accuracy import Accuracy
from .forest import fit_forest
from .gaussian import GaussianClasses
from .gaussianfit import fit_gaussian
from .holdout import HoldOut, hold_out
from .model import ClassModel, PixelFunction
from .svm import fit_svm
from .training import TrainingSamples

LEAST_SAMPLES = 2
# A class with fewer training pixels for each band or component is named in the log.
_FEW_PER_FEATURE = 10


@dataclass(frozen=True)
class Settings:
    """How a classifier is trained.

    Attributes
    ----------
    pooled_share : float or None
        Share of the pooled covariance, see `gaussianfit.fit_gaussian`.
    priors : callable
        Returns the priors of classes, shape (classes,), given `SpectralClasses` with their training pixels.
    reject : float
        See `gaussianfit.fit_gaussian`.
    hold_out : float
        Share of the samples to test with.
    seed : int
    method : int
        `METHOD_GAUSSIAN`, `METHOD_FOREST` or `METHOD_SVM`; pooled_share and reject are of the first one only.
    trees : int
        Of a random forest.
    """

    pooled_share: float | None
    priors: Callable[[SpectralClasses], np.ndarray]
    reject: float
    hold_out: float
    seed: int
    method: int = METHOD_GAUSSIAN
    trees: int = 100


@dataclass(frozen=True)
class Trained:
    """A classifier and how well it did.

    Attributes
    ----------
    model : ClassModel
    samples : Samples
        All samples of its classes.
    accuracy : Accuracy or None
        None where nothing could be held out.
    untested : tuple of str
        Classes of which nothing could be held out.
    """

    model: ClassModel
    samples: Samples
    accuracy: Accuracy | None
    untested: tuple[str, ...]


def equal_priors(classes: SpectralClasses) -> np.ndarray:
    """Return the same prior for each class."""
    return np.full(len(classes), 1 / len(classes))


def shares_as_priors(classes: SpectralClasses) -> np.ndarray:
    """Return the shares of the training pixels as priors."""
    return classes.counts / classes.counts.sum()


def check_classes(samples: Samples, progress: Progress) -> Samples:
    """Leave out classes with too few samples, which is said.

    Raises
    ------
    ParameterError
        If fewer than two classes are left.
    """
    counts = np.bincount(samples.places.classes)
    few = [number for number in samples.numbers.tolist() if counts[number] < LEAST_SAMPLES]
    if few:
        progress.warn(
            counted(
                len(few),
                "{count} class has only one training pixel, so that its spread is not known, and is left out: {names}.",
                "{count} classes have only one training pixel, so that their spread is not known, and are left out: "
                "{names}.",
                names=listed([samples.places.name(number) for number in few]),
            )
        )
        chosen = ~np.isin(samples.places.classes, few)
        samples = replace(samples, values=samples.values[chosen], places=samples.places.take(chosen))
    left = samples.numbers
    if len(left) < 2:
        raise ParameterError(
            tr(
                "The training samples have {classes}; a classifier needs at least 2, with {least} pixels each; choose "
                "other samples or another field."
            ).format(
                classes=counted(len(left), "{count} class with enough pixels", "{count} classes with enough pixels"),
                least=LEAST_SAMPLES,
            )
        )
    return samples


def train(
    samples: Samples,
    moments: Moments,
    transform: LinearTransform | None,
    settings: Settings,
    progress: Progress,
) -> Trained:
    """Train a classifier with samples, and test it with some of them.

    Parameters
    ----------
    samples : Samples
        Of at least two classes, see `check_classes`.
    moments : Moments
        Of the image, whose principal axes are those of shrinkage.
    transform : LinearTransform or None
        The components to classify by; None for the bands.
    settings : Settings
    progress : Progress

    Raises
    ------
    ParameterError
        See `gaussianfit.fit_gaussian`.
    TableError
        If there is no prior for a class.
    MissingPackageError
        If the method needs scikit-learn, which does not import.
    """
    numbers = samples.numbers
    classes = np.searchsorted(numbers, samples.places.classes)
    names = [samples.places.name(number) for number in numbers.tolist()]
    training = TrainingSamples(_features(samples, transform, progress), classes, samples.places.groups, names)
    axes = None if transform is not None else np.linalg.eigh(moments.covariance)[1]
    held_out = hold_out(classes, samples.places.groups, settings.hold_out, settings.seed)
    steps = 1 if held_out is None else len(held_out.parts)
    done = 0

    def fitted(chosen: np.ndarray) -> ClassModel:
        nonlocal done
        part = progress.part(done / (steps + 1), (done + 1) / (steps + 1))
        of_part = replace(samples, values=samples.values[chosen], places=samples.places.take(chosen))
        model = _fitted(training.take(chosen), of_part.spectral_classes(progress=part), transform, axes, settings, part)
        done += 1
        part.report(1)
        return model

    every = np.ones(len(samples), bool)
    if held_out is None:
        model, accuracy = fitted(every), None
        untested = tuple(names) if settings.hold_out else ()
    else:
        models = [fitted(~part) for part in held_out.parts]
        model = fitted(every) if held_out.is_in_turn else models[0]
        accuracy = _test(models, samples, classes, held_out)
        untested = tuple(names[index] for index in held_out.untested.tolist())
    _tell(model, accuracy, untested, settings, progress)
    return Trained(model, samples, accuracy, untested)


def _features(samples: Samples, transform: LinearTransform | None, progress: Progress) -> np.ndarray:
    progress.check()
    if transform is None:
        return samples.reflectance(slice(None))
    return transform.forward(samples.values, samples.scale, samples.offset)


def _fitted(
    training: TrainingSamples,
    classes: SpectralClasses,
    transform: LinearTransform | None,
    axes: np.ndarray | None,
    settings: Settings,
    progress: Progress,
) -> ClassModel:
    priors, seed = settings.priors(classes), settings.seed
    if settings.method == METHOD_FOREST:
        return fit_forest(training, classes, transform, priors, settings.trees, seed, progress)
    if settings.method == METHOD_SVM:
        return fit_svm(training, classes, transform, priors, seed, progress)
    found = fit_gaussian(training, axes, settings.pooled_share, settings.reject, seed, progress)
    return GaussianClasses(
        classes=classes,
        transform=transform,
        means=found.means,
        covariances=found.covariances,
        priors=priors,
        pooled_shares=found.pooled_shares,
        diagonal_share=found.diagonal_share,
        limits=found.limits,
    )


def _test(models: list[ClassModel], samples: Samples, classes: np.ndarray, held_out: HoldOut) -> Accuracy:
    """Classify the held-out samples as pixels of an image, each by the model that does not know it."""
    found = np.full(len(samples), -1)
    numbers = samples.numbers
    for model, part in zip(models, held_out.parts):
        values = samples.values[part]
        if not len(values):
            continue
        is_valid = np.ones((1, len(values)), bool)
        grid = Grid(len(values), 1)
        image = ImageState(Pixels(values, is_valid, grid, samples.bands, samples.scale, samples.offset))
        labels = model.function(with_confidence=False)(image, slice(0, len(values)))[0].astype(int)
        found[part] = np.where(labels > 0, np.searchsorted(numbers, labels), len(numbers))
    tested = found >= 0
    units = samples.places.groups if held_out.by_units else np.arange(len(samples))
    return Accuracy.of(
        found[tested], classes[tested], units[tested], len(numbers), held_out.by_units, held_out.is_in_turn
    )


def _tell(
    model: ClassModel, accuracy: Accuracy | None, untested: tuple[str, ...], settings: Settings, progress: Progress
) -> None:
    """Say in the log what was shrunk, which classes have few samples, and what is not tested."""
    if isinstance(model, GaussianClasses):
        _tell_covariances(model, progress)
    if accuracy is None and settings.hold_out:
        progress.warn(tr("No class has enough training samples to hold some out, so that the accuracy is not known."))
    elif untested:
        progress.warn(
            tr(
                "Of classes with one polygon or group, nothing can be held out, so they are not tested: {names}."
            ).format(names=listed(list(untested)))
        )


def _tell_covariances(model: GaussianClasses, progress: Progress) -> None:
    counts = model.classes.counts
    names = [model.classes.given_names.get(number) or str(number) for number in model.classes.numbers.tolist()]
    few = [
        tr("{name}: {count}").format(name=name, count=count)
        for name, count in zip(names, counts.tolist())
        if count < _FEW_PER_FEATURE * model.features
    ]
    if few:
        progress.warn(
            tr(
                "Classes with fewer than {least:,} training pixels, {factor} for each of the {features} bands or "
                "components: {names}. Their covariances are uncertain."
            ).format(
                least=_FEW_PER_FEATURE * model.features,
                factor=_FEW_PER_FEATURE,
                features=model.features,
                names=listed(few),
            )
        )
    progress.info(
        tr(
            "Covariance of each class: share of the pooled covariance {shares}; share of the diagonal in the pooled "
            "one {diagonal:g}."
        ).format(
            # Not by commas, which names such as "vegetation, dense" have.
            shares=listed(
                [f"{name} {number(share, 'g')}" for name, share in zip(names, model.pooled_shares)], separator="; "
            ),
            diagonal=model.diagonal_share,
        )
    )


def classify_images(
    model: ClassModel,
    images: ImageSet,
    mosaic: Mosaic,
    path,
    store: PixelStore,
    progress: Progress,
    confidence_path="",
) -> Labelled:
    """Classify images in memory: write the class raster and, if wanted, the raster of confidence.

    Raises
    ------
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    function = model.function()

    def label(target: LabelTarget) -> int:
        parts = map_images(images, mosaic, function, target.output, target.block, progress=progress.part(0, 0.9))
        for window in parts:
            target.write(window.values, window.rows.start, window.columns.start)
        return images.pixels

    name = images.template.name if len(images.lengths) == 1 else mosaic.names[images.filled[0]]
    output = _output(model, function, path, confidence_path)
    return write_labelled(output, mosaic.grid, name, label, store, progress.part(0.9, 1))


def classify_blocks(
    model: ClassModel,
    source: TileSet | OpenedRaster,
    path,
    store: PixelStore,
    progress: Progress,
    confidence_path="",
) -> Labelled:
    """Classify images that are read block by block, as `classify_images`.

    Raises
    ------
    ParameterError
        If no pixel is valid.
    OutputError
        If a raster cannot be written; nothing is left of it.
    """
    function = model.function(with_confidence=bool(confidence_path))
    blocks = source.blocks(store, progress.part(0, 0.9))

    def label(target: LabelTarget) -> int:
        return map_blocks(blocks, function, target)

    output = _output(model, function, path, confidence_path)
    return write_labelled(output, source.grid, source.name, label, store, progress.part(0.9, 1))


def _output(model: ClassModel, function: PixelFunction, path, confidence_path) -> LabelledOutput:
    raster = ValueRaster(confidence_path, [tr("Probability of the class")]) if confidence_path else None
    return LabelledOutput(
        path, model.classes, function.bands - 1, with_unclassified=model.can_reject, value_raster=raster
    )


def unclassified_in_words(found: Labelled) -> str:
    """Say how many pixels are unclassified; empty where none can be."""
    if found.unclassified is None:
        return ""
    return counted(
        found.unclassified,
        "{count} of {all:,} pixels is unclassified: it is too far from every class.",
        "{count} of {all:,} pixels are unclassified: they are too far from every class.",
        all=found.unclassified + int(found.classes.counts.sum()),
    )
