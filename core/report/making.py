# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a run that made classes, components or both."""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata

import numpy as np

from ..compute.imageset import Call, ImageSet
from ..files.raster.palette import unclassified_colour
from ..files.raster.preview import as_png
from ..image.bands import Bands
from ..image.grid import Grid, crs_in_words
from ..image.mosaic import Mosaic
from ..methods.componentclasses import BandComparison
from ..methods.composite import true_colour
from ..methods.kmeans.classification import Classification, small_class_map
from ..methods.kmeans.ranges import class_counts, class_ranges, class_samples, regular_samples
from ..methods.transforms.components import Moments
from ..methods.transforms.linear import LinearTransform
from ..spectra.classes import SpectralClasses
from ..spectra.hints import PLAUSIBLE, ndvi
from ..wording import counted, number, tr
from .certainty import certainty_section
from .componentclasses import band_comparison_section
from .page import write_page
from .parts import Picture, facts, pictures, section
from .results import (
    ClassSpectra,
    ClassSummary,
    Convergence,
    classes_section,
    components_section,
    convergence_section,
    in_words,
)

THUMBNAIL_SIDE = 600
# Images whose names are shown below the title; others are only counted.
MOST_NAMES = 3


@dataclass(frozen=True)
class Run:
    """Title, input files, parameters, files written and versions of a run, and its start by `time.monotonic`."""

    title: str
    inputs: Sequence[str]
    parameters: Sequence[tuple[str, str]] = ()
    results: Sequence[tuple[str, str]] = ()
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
    noise: Moments | None = None,
) -> None:
    """Write the report of a run that made classes, components or both; `noise` is that of the minimum noise fraction.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    classes = None if classification is None else _class_spectra(classification, images)
    convergence = None if classification is None else _convergence(classification)
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
    if components:
        covariances = (None if found is None else found.covariance for found in (moments, noise))
        sections.append(components_section(components, *covariances))
    sections.append(run_section(run, image_facts(images, mosaic)))
    write_page(path, run.title, in_words(classes, convergence, components), sections, subject(images, mosaic))


def subject(images: ImageSet, mosaic: Mosaic) -> str:
    """Return a line with the names of the images, their coordinate system, and the bands that were read."""
    names = [mosaic.names[image] for image in images.filled]
    shown = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        shown = tr("{names} and {count} more").format(names=shown, count=number(len(names) - MOST_NAMES, ","))
    return image_line(shown, mosaic.grid, images.template.bands)


def image_line(name: str, grid: Grid, bands: Bands | None = None) -> str:
    """Return a line with the name of an image, its coordinate system, and its bands where these matter."""
    crs = crs_in_words(grid.crs) or tr("coordinate system not known")
    return " \N{MIDDLE DOT} ".join([name, crs, *([] if bands is None else [bands_in_words(bands)])])


def bands_in_words(bands: Bands) -> str:
    """Return number and wavelengths of bands, such as "87 bands, 438.9 to 2437.0 nm"."""
    words = counted(len(bands), "{count} band", "{count} bands")
    if not bands.have_wavelengths:
        return words
    first, last = (number(edge, ".1f") for edge in (bands.wavelengths.min(), bands.wavelengths.max()))
    return f"{words}, {first if first == last else tr('{first} to {last}').format(first=first, last=last)} nm"


def _class_spectra(classification: Classification, images: ImageSet) -> ClassSpectra:
    found = classification.classes
    bands = found.bands
    low, high = (images.template.to_reflectance(spectra) for spectra in _ranges(classification.numbers, images))
    hints = found.hints
    total = found.counts.sum()
    area = found.pixel_area_ha
    summaries = tuple(
        ClassSummary(
            number=index + 1,
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
        clustering.pixels,
        clustering.end,
        clustering.min_moved,
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
            colours = [*colours, unclassified_colour(colours)]
            legend.append((colours[-1], tr("unclassified")))
        shown.append(Picture(tr("Classes"), as_png(thumbnail, colours), legend))
    natural = true_colour_thumbnail(images)
    if natural is not None:
        shown.append(Picture(tr("True colour"), as_png(natural)))
    return shown


def true_colour_thumbnail(images: ImageSet) -> np.ndarray | None:
    """Return a small picture, shape (rows, columns, 4); None of several images, or without bands of visible light."""
    return images.call(0, true_colour, THUMBNAIL_SIDE) if len(images.lengths) == 1 else None


def image_facts(images: ImageSet, mosaic: Mosaic) -> list[tuple[str, object]]:
    """Return size, pixels and bands of images."""
    return [
        size_fact(mosaic.grid),
        (tr("Valid pixels"), number(images.pixels, ",")),
        (tr("Bands used"), len(images.template.bands)),
    ]


def size_fact(grid: Grid) -> tuple[str, str]:
    """Return the size of an image."""
    return tr("Size"), tr("{width} x {height} pixels").format(width=grid.width, height=grid.height)


def run_section(run: Run, details: Sequence[tuple[str, object]]) -> str:
    """Return the last section of a page: input with some details of it, parameters, time and versions."""
    versions = [*run.versions, ("Python", platform.python_version()), ("NumPy", np.__version__)]
    with suppress(metadata.PackageNotFoundError):
        versions.append(("SPy", metadata.version("spectral")))
    groups = [
        (tr("Input"), [*[(tr("File"), path) for path in run.inputs], *details]),
        (tr("Parameters"), [(name, tr("not given") if value == "" else value) for name, value in run.parameters]),
        (tr("Results"), run.results),
        (
            tr("Run"),
            [
                (tr("Written"), datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")),
                (tr("Time"), f"{number(time.monotonic() - run.started, '.1f')} s"),
                *versions,
            ],
        ),
    ]
    return section("facts", tr("How it was made"), facts(groups))
