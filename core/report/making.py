# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a run that made classes, components or both."""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata

import numpy as np

from ..compute.imageset import Call, ImageSet
from ..files.raster.classes import UNCLASSIFIED_COLOUR
from ..files.raster.preview import as_png
from ..image.bands import Bands
from ..image.grid import crs_in_words
from ..image.mosaic import Mosaic
from ..methods.componentclasses import BandComparison
from ..methods.composite import true_colour
from ..methods.kmeans.classification import Classification, small_class_map
from ..methods.kmeans.ranges import class_counts, class_ranges, class_samples, regular_samples
from ..methods.transforms.components import Moments
from ..methods.transforms.linear import LinearTransform
from ..spectra.classes import SpectralClasses
from ..spectra.hints import PLAUSIBLE, hint, ndvi
from ..wording import counted, number, tr
from .certainty import certainty_section
from .componentclasses import band_comparison_section
from .page import write_page
from .parts import Picture, facts, pictures, section
from .results import (
    ClassSpectra,
    ClassSummary,
    ComponentSummary,
    Convergence,
    classes_section,
    components_section,
    convergence_section,
    in_words,
)

THUMBNAIL_SIDE = 600
# Images that are named under the title; others are only counted.
MOST_NAMES = 3


@dataclass(frozen=True)
class Run:
    """What was run, on what, and when, for the last section of its report.

    Attributes
    ----------
    title : str
    inputs : sequence of str
        Files that were read.
    parameters : sequence of (name, value)
    versions : sequence of (name, version)
    started : float
        Start of the run, by `time.monotonic`.
    """

    title: str
    inputs: Sequence[str]
    parameters: Sequence[tuple[str, str]] = ()
    versions: Sequence[tuple[str, str]] = ()
    started: float = field(default_factory=time.monotonic)


def write_run_report(
    path,
    run: Run,
    images: ImageSet,
    mosaic: Mosaic,
    classification: Classification | None = None,
    components: LinearTransform | None = None,
    moments: Moments | None = None,
    comparison: BandComparison | None = None,
) -> None:
    """Write the report of a run that made classes, components or both.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    classes = None if classification is None else _class_spectra(classification, images)
    convergence = None if classification is None else _convergence(classification)
    shown = None if components is None or moments is None else _shown_components(components, moments)
    sections = []
    shown_pictures = _pictures(images, mosaic, classification, classes)
    if shown_pictures:
        sections.append(section("pictures", tr("Map"), pictures(shown_pictures)))
    if classes:
        sections.append(classes_section(classes))
    if classification is not None and classification.certainty is not None:
        sections.append(certainty_section(images, mosaic, classification, THUMBNAIL_SIDE))
    if classification is not None and comparison is not None:
        sections.append(band_comparison_section(comparison, classification.classes.colours))
    if convergence:
        sections.append(convergence_section(convergence))
    if shown:
        sections.append(components_section(shown))
    sections.append(section("facts", tr("How it was made"), facts(_facts(run, images, mosaic))))
    write_page(path, run.title, in_words(classes, convergence, shown), sections, subject(images, mosaic))


def subject(images: ImageSet, mosaic: Mosaic) -> str:
    """Name the images that the report is about, their coordinate system, and the bands that were read."""
    names = [mosaic.names[image] for image in images.filled]
    shown = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        shown = tr("{names} and {count} more").format(names=shown, count=number(len(names) - MOST_NAMES, ","))
    crs = crs_in_words(mosaic.grid.crs) or tr("coordinate system not known")
    return " \N{MIDDLE DOT} ".join([shown, crs, bands_in_words(images.template.bands)])


def bands_in_words(bands: Bands) -> str:
    """Return how many bands there are, and their wavelengths, such as "87 bands, 438.9 to 2437.0 nm"."""
    words = counted(len(bands), "{count} band", "{count} bands")
    if not bands.have_wavelengths:
        return words
    first, last = (number(edge, ".1f") for edge in (bands.wavelengths.min(), bands.wavelengths.max()))
    return f"{words}, {first if first == last else tr('{first} to {last}').format(first=first, last=last)} nm"


def _class_spectra(classification: Classification, images: ImageSet) -> ClassSpectra:
    found = classification.classes
    bands = found.bands
    low, high = (images.template.to_reflectance(spectra) for spectra in _ranges(classification.numbers, images))
    hints = _hints(found)
    total = found.counts.sum()
    area = found.pixel_area_ha
    summaries = tuple(
        ClassSummary(
            number=index + 1,
            label="",
            colour=colour,
            pixels=int(found.counts[index]),
            share=float(found.counts[index] / total),
            area_ha=None if area is None else float(found.counts[index] * area),
            ndvi=ndvi(found.centres[index], bands.wavelengths),
            hint=hints[index],
            spectrum=found.centres[index],
            low=low[index],
            high=high[index],
        )
        for index, colour in enumerate(found.colours)
    )
    return ClassSpectra(bands.wavelengths, bands.names, summaries, _quantity(found))


def _hints(classes: SpectralClasses) -> list[str]:
    """Return what each class may be; nothing for all of them when nothing is known of any."""
    hints = classes.hints
    unlabelled = hint([], None)
    return [""] * len(hints) if set(hints) == {unlabelled} else hints


def _quantity(classes: SpectralClasses) -> str:
    # A colour composite has wavelengths too, but its values are brightness from 0 to 255.
    if classes.bands.have_wavelengths and np.median(classes.centres) <= PLAUSIBLE[1]:
        return tr("Reflectance")
    return tr("Value")


def _ranges(numbers: np.ndarray, images: ImageSet) -> tuple[np.ndarray, np.ndarray]:
    firsts, steps = regular_samples(np.stack(images.map(class_counts, numbers)))
    calls = [Call(image, class_samples, (numbers, first, steps)) for image, first in zip(images.filled, firsts)]
    return class_ranges(images.run(calls))


def _convergence(classification: Classification) -> Convergence:
    clustering, scale = classification.clustering, classification.scale
    return Convergence(
        [*(iteration.moved for iteration in clustering.iterations[:-1]), clustering.moved],
        [iteration.sse * scale**2 for iteration in clustering.iterations],
    )


def _shown_components(components: LinearTransform, moments: Moments) -> ComponentSummary:
    return ComponentSummary(
        components.bands.wavelengths,
        components.bands.names,
        components.eigenvalues,
        components.shares,
        np.cumsum(components.shares),
        components.vectors.T,
        moments.covariance,
    )


def _pictures(
    images: ImageSet, mosaic: Mosaic, classification: Classification | None, classes: ClassSpectra | None
) -> list[Picture]:
    shown = []
    if classification is not None and classes is not None:
        limits, colours = classification.limits, classification.classes.colours
        thumbnail = small_class_map(mosaic, images, classification.numbers, THUMBNAIL_SIDE, limits)
        legend = [(one.colour, f"{one.number} {one.hint}".strip()) for one in classes.classes if one.pixels]
        if limits is not None:
            colours = [*colours, UNCLASSIFIED_COLOUR]
            legend.append((UNCLASSIFIED_COLOUR, tr("unclassified")))
        shown.append(Picture(tr("Classes"), as_png(thumbnail, colours), legend))
    if len(images.lengths) == 1:
        natural = images.call(0, true_colour, THUMBNAIL_SIDE)
        if natural is not None:
            shown.append(Picture(tr("True colour"), as_png(natural)))
    return shown


def _facts(run: Run, images: ImageSet, mosaic: Mosaic) -> list[tuple[str, list[tuple[str, object]]]]:
    return run_facts(run, image_facts(images, mosaic))


def image_facts(images: ImageSet, mosaic: Mosaic) -> list[tuple[str, object]]:
    """Return size, pixels and bands of images."""
    grid = mosaic.grid
    return [
        (tr("Size"), tr("{width} x {height} pixels").format(width=grid.width, height=grid.height)),
        (tr("Valid pixels"), number(images.pixels, ",")),
        (tr("Bands used"), len(images.template.bands)),
    ]


def run_facts(run: Run, details: Sequence[tuple[str, object]]) -> list[tuple[str, list[tuple[str, object]]]]:
    """Return what was read, with some details of it, the parameters, and when and with what it was run."""
    versions = [*run.versions, ("Python", platform.python_version()), ("NumPy", np.__version__)]
    versions += [(name, version) for name, version in (("SPy", _version_of("spectral")),) if version]
    return [
        (tr("Input"), [*[(tr("File"), path) for path in run.inputs], *details]),
        (tr("Parameters"), [(name, tr("not given") if value == "" else value) for name, value in run.parameters]),
        (
            tr("Run"),
            [(tr("Written"), _now()), (tr("Time"), f"{number(time.monotonic() - run.started, '.1f')} s"), *versions],
        ),
    ]


def _now() -> str:
    """Return date and time in ISO 8601, with the offset from UTC."""
    return datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
