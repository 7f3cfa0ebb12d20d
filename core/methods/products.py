# SPDX-License-Identifier: GPL-2.0-or-later
"""Class maps and component maps of images, with their tables."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field, replace

from ..compute.imageset import ImageSet
from ..constants import PALETTE_MEANING
from ..errors import Cancelled, OutputError
from ..files.raster.classes import class_output
from ..files.raster.palette import unclassified_colour
from ..files.raster.preview import LONGEST_SIDE, write_preview
from ..image.mosaic import Mosaic
from ..progress import Finishing, Progress
from ..spectra.classes import SpectralClasses
from ..wording import tr
from .kmeans.certainty import MostDistance, describe_unclassified, find_certainty
from .kmeans.certaintymaps import CertaintyFiles, write_certainty
from .kmeans.classification import Classification, Start, classify, small_class_map, write_class_map
from .transforms.components import ComponentChoice, Moments, principal_components
from .transforms.inverse import write_denoised
from .transforms.linear import LinearTransform
from .transforms.noisefraction import NoiseFractionChoice, noise_fraction, noise_moments
from .transforms.scores import write_component_map


@dataclass(frozen=True)
class ClassSettings:
    """How pixels are clustered, and how their classes look.

    Attributes
    ----------
    start : Start
    max_iterations : int
    most_distance : MostDistance or None
        From which distance on pixels stay unclassified.
    palette : int
        See `SpectralClasses`.
    min_moved : float
        At which share of pixels that change class (%) the iterations end.
    keep_partial : bool
        Whether the classes of the last iteration are kept when the user cancels.
    """

    start: Start
    max_iterations: int
    most_distance: MostDistance | None = None
    palette: int = PALETTE_MEANING
    min_moved: float = 0.0
    keep_partial: bool = False

    def dispensable(self) -> AbstractContextManager:
        """Return a context for what comes after the class map: cancelling ends its block alone if results are kept."""
        return suppress(Cancelled) if self.keep_partial else nullcontext()


@dataclass(frozen=True)
class ClassFiles:
    """Paths of the results of a clustering; empty for results that are not wanted."""

    raster: str
    centres: str = ""
    preview: str = ""
    certainty: CertaintyFiles = field(default_factory=CertaintyFiles)


@dataclass(frozen=True)
class ComponentFiles:
    """Paths of the results of components; empty for results that are not wanted."""

    raster: str = ""
    eigenvalues: str = ""
    loadings: str = ""
    model: str = ""
    denoised: str = ""  # of the minimum noise fraction


def make_classes(
    images: ImageSet,
    mosaic: Mosaic,
    settings: ClassSettings,
    files: ClassFiles,
    progress: Progress,
    refine: Callable[[Classification], SpectralClasses] | None = None,
) -> Classification:
    """Cluster the pixels of all images, write the class map, the table of centres and the rasters of certainty.

    The centres are written after each iteration, so that a cancelled run can be continued from them. If partial results
    are to be kept, cancelling from the first iteration on leads to a class map as well, but no rasters of certainty.

    Parameters
    ----------
    images : ImageSet
    mosaic : Mosaic
    settings : ClassSettings
    files : ClassFiles
    progress : Progress
    refine : callable, optional
        Returns the classes with other spectra; called once the pixels have their classes.

    Raises
    ------
    OutputError
        If a file cannot be written; files that were complete before are kept.
    Cancelled
        If the user asked to stop; if partial results are to be kept, only before the first iteration.
    """
    keeper = _CentresKeeper(files.centres, progress)
    most_distance = settings.most_distance
    with_certainty = files.certainty.wanted or most_distance is not None
    clustered = 0.7 if with_certainty else 0.9

    def is_cut_short() -> bool:
        return settings.keep_partial and progress.cancelled()

    try:
        classification = classify(
            images,
            settings.start,
            settings.max_iterations,
            progress.part(0, clustered),
            keeper.keep,
            min_moved=settings.min_moved,
            keep_partial=settings.keep_partial,
        )
        until_written = progress
        if settings.keep_partial:
            text = "" if is_cut_short() else tr("Cancelled: the classes are written first.")
            until_written = Finishing(progress, text)
        if refine is not None:
            classification = replace(classification, classes=refine(classification))
        classification = replace(classification, classes=replace(classification.classes, palette=settings.palette))
        classification.classes.check_palette(progress)
        if most_distance is not None or (files.certainty.wanted and not is_cut_short()):
            measuring = until_written.phase(tr("Measuring distances to the centres"), clustered, 0.8)
            classification = _with_certainty(images, classification, most_distance, measuring)
        written = 0.9 if files.certainty.wanted else 1
        writing = until_written.phase(tr("Writing the classes"), 0.8 if with_certainty else clustered, written)
        write_class_map(files.raster, mosaic, images, classification, writing)
        if files.certainty.wanted and not is_cut_short():
            with settings.dispensable():
                write_certainty(
                    files.certainty,
                    mosaic,
                    images,
                    classification.classes,
                    classification.certainty,
                    progress.phase(tr("Writing the distances"), written, 1),
                )
                classification = replace(classification, certainty_is_written=True)
    except Cancelled:
        keeper.say_how_to_go_on()
        raise
    keeper.finish(classification.classes, is_another=refine is not None)
    if files.preview:
        progress.begin(tr("Writing the preview"))
        limits, colours = classification.limits, classification.classes.colours
        preview = small_class_map(mosaic, images, classification.numbers, LONGEST_SIDE, limits)
        write_preview(files.preview, preview, colours if limits is None else [*colours, unclassified_colour(colours)])
    return classification


def _with_certainty(
    images: ImageSet, classification: Classification, most_distance: MostDistance | None, progress: Progress
) -> Classification:
    if most_distance is not None:
        # Before anything is measured: there may be too many classes.
        class_output(len(classification.classes), True)
    certainty = find_certainty(
        images, classification.numbers, classification.centres_by_number, most_distance, progress
    )
    if certainty.unclassified is not None:
        progress.info(describe_unclassified(certainty.unclassified, images.pixels))
    return replace(classification, certainty=certainty)


def make_components(
    images: ImageSet, mosaic: Mosaic, choice: ComponentChoice, files: ComponentFiles, progress: Progress
) -> tuple[LinearTransform, Moments]:
    """Find the principal components of all images, write the component map, tables and model."""
    moments = Moments.of(images, progress.part(0, 0.5))
    components = principal_components(moments, images.template.bands, choice)
    progress.info(
        tr("{count} of {all} components kept, with {share:.3%} of the variance.").format(
            count=components.count, all=len(components.bands), share=components.variance_kept
        )
    )
    _write_components(components, images, mosaic, files, progress.part(0.5, 1))
    return components, moments


def make_noise_fraction(
    images: ImageSet,
    mosaic: Mosaic,
    choice: NoiseFractionChoice,
    direction: tuple[int, int],
    files: ComponentFiles,
    progress: Progress,
) -> tuple[LinearTransform, Moments, Moments]:
    """Find the minimum noise fraction of all images, write the component map, tables, model and denoised images.

    Returns
    -------
    components : LinearTransform
    moments, noise : Moments
        Of the pixels and of their noise.
    """
    moments = Moments.of(images, progress.part(0, 0.2))
    noise = noise_moments(images, direction, progress.phase(tr("Estimating the noise"), 0.2, 0.4))
    progress.info(tr("The noise is estimated from {pairs:,} pairs of neighbouring pixels.").format(pairs=noise.pixels))
    components = noise_fraction(moments, noise, images.template.bands, choice, progress)
    ratios = components.snr[: components.count]
    progress.info(
        tr("{count} of {all} components kept, with signal-to-noise ratios from {first:.4g} to {last:.2g}.").format(
            count=components.count, all=len(components.bands), first=ratios[0], last=ratios[-1]
        )
    )
    written = 0.6 if files.denoised else 1
    _write_components(components, images, mosaic, files, progress.part(0.4, written))
    if files.denoised:
        writing = progress.phase(tr("Writing the denoised images"), written, 1)
        write_denoised(files.denoised, mosaic, images, components, writing)
    return components, moments, noise


def _write_components(
    components: LinearTransform, images: ImageSet, mosaic: Mosaic, files: ComponentFiles, progress: Progress
) -> None:
    if files.raster:
        writing = progress.phase(tr("Writing the components"), 0, 1)
        write_component_map(files.raster, mosaic, images, components, writing)
    if files.eigenvalues:
        components.write_eigenvalues(files.eigenvalues)
    if files.loadings:
        components.write_loadings(files.loadings)
    if files.model:
        components.write(files.model)


class _CentresKeeper:
    """Writes the centres of each iteration to a file.

    The run goes on when this fails because the user has opened the file in a program that locks it.
    """

    def __init__(self, path: str, progress: Progress):
        self._path = path
        self._progress = progress
        self._iterations = 0
        self._kept = 0

    def keep(self, classes: SpectralClasses) -> None:
        self._iterations += 1
        if not self._path:
            return
        try:
            classes.write(self._path)
            self._kept = self._iterations
        except OutputError as error:
            if not self._kept:
                raise
            if self._kept == self._iterations - 1:
                self._progress.warn(
                    tr("The centres of iteration {iteration} are not kept: {error}").format(
                        iteration=self._iterations, error=error
                    )
                )

    def finish(self, classes: SpectralClasses, is_another: bool = False) -> None:
        """Write the final centres, unless they are those of the last iteration and are written already."""
        if self._path and (is_another or self._kept < self._iterations):
            classes.write(self._path)

    def say_how_to_go_on(self) -> None:
        if self._kept:
            self._progress.info(
                tr(
                    "The centres of iteration {iteration} are in {path}. To go on from there, start from "
                    "this centres file."
                ).format(iteration=self._kept, path=self._path)
            )
