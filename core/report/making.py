# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a run that made classes, components or both."""

from __future__ import annotations

import math
import os
import platform
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata

import numpy as np

from ..compute.imageset import Call, ImageSet
from ..errors import RasterError
from ..files.raster.palette import unclassified_colour
from ..files.raster.preview import as_png
from ..image.bands import Bands
from ..image.grid import Grid, crs_in_words
from ..image.mosaic import Mosaic
from ..inputs.flightdays import days_in_words, flight_days
from ..methods.componentclasses import BandComparison
from ..methods.composite import true_colour
from ..methods.kmeans.classification import Classification, small_class_map
from ..methods.kmeans.percentiles import class_counts, class_ranges, class_samples, regular_samples
from ..methods.transforms.components import Moments
from ..methods.transforms.linear import LinearTransform
from ..methods.transforms.scores import DISPLAYED, component_picture
from ..spectra.classes import SpectralClasses
from ..spectra.hints import PLAUSIBLE, ndvi
from ..wording import counted, listed, number, tr
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
# NEON's domain and site in the name of a file, such as D17 and SOAP.
_DOMAIN = re.compile(r"NEON_(D\d{2})_[A-Z0-9]{4}_")
# The name of a tile or flight line, which begins with its site.
_NAME_OF_TILE = re.compile(r"([A-Z0-9]{4}) \S+")


@dataclass(frozen=True)
class Run:
    """Title, input files, parameters, files written and versions of a run, and its start by `time.monotonic`."""

    title: str
    inputs: Sequence[str]
    parameters: Sequence[tuple[str, str]] = ()
    results: Sequence[tuple[str, str]] = ()
    versions: Sequence[tuple[str, str]] = ()
    started: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class Subject:
    """What a report is about: names of images, the grid that holds them, and the bands read where these matter."""

    names: Sequence[str]
    grid: Grid
    bands: Bands | None = None

    @classmethod
    def of(cls, images: ImageSet, mosaic: Mosaic) -> Subject:
        """Return the subject of a report on images, without those that have no pixel."""
        return cls([mosaic.names[image] for image in images.filled], mosaic.grid, images.template.bands)


def write_run_page(
    path,
    run: Run,
    subject: Subject,
    summary: str,
    sections: Sequence[str],
    details: Sequence[tuple[str, object]],
) -> None:
    """Write the page of a run: a title that says what it is about, sections of results, and how they were made.

    Parameters
    ----------
    path : str or path
    run : Run
    subject : Subject
    summary : str
        One sentence.
    sections : sequence of str
        HTML; empty ones are left out.
    details : sequence of (name, value)
        Facts about the input.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    content = [*filter(None, sections), _run_section(run, [_size_fact(subject.grid), *details])]
    write_page(path, title_of(run, subject), summary, content, _lines(subject))


def title_of(run: Run, subject: Subject) -> str:
    """Return what was done to what, such as "K-means clustering: D17 SOAP 298000_4101000, 2019-06-13"."""
    domains = {match[1] for path in run.inputs for match in _DOMAIN.finditer(os.path.basename(path))}
    image = " ".join([*(domains if len(domains) == 1 else ()), _together(subject.names)])
    days = days_in_words(flight_days(run.inputs, subject.names))
    if days:
        return tr("{what}: {image}, {days}").format(what=run.title, image=image, days=days)
    return tr("{what}: {image}").format(what=run.title, image=image)


def _together(names: Sequence[str]) -> str:
    """Return the only name, or how many images there are and of which sites."""
    if len(names) == 1:
        return names[0]
    matches = [_NAME_OF_TILE.fullmatch(name) for name in names]
    if not all(matches):
        return counted(len(names), "{count} image", "{count} images")
    sites = ", ".join(sorted({match[1] for match in matches}))
    return counted(len(names), "{sites}, {count} tile", "{sites}, {count} tiles", sites=sites)


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
    shown_pictures = _pictures(images, mosaic, classification, components)
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
    summary = in_words(classes, convergence, components)
    write_run_page(path, run, Subject.of(images, mosaic), summary, sections, image_facts(images))


def _lines(subject: Subject) -> list[str]:
    """Return the lines below the title: names, coordinate system and bands; extent and pixel size."""
    names, grid = subject.names, subject.grid
    shown = listed(names, MOST_NAMES)
    crs = crs_in_words(grid.crs) or tr("coordinate system not known")
    bands = [] if subject.bands is None else [bands_in_words(subject.bands)]
    place = [extent_in_words(grid), pixels_in_words(grid)]
    return [" \N{MIDDLE DOT} ".join(parts) for parts in ([shown, crs, *bands], place)]


def extent_in_words(grid: Grid) -> str:
    """Return the edges of a grid, such as "x 368000 to 369000, y 4306000 to 4307000"."""
    left, right, bottom, top = (number(edge, ".10g") for edge in (grid.left, grid.right, grid.bottom, grid.top))
    words = tr("x {left} to {right}, y {bottom} to {top}")
    return words.format(left=left, right=right, bottom=bottom, top=top)


def coordinates(grid: Grid, values) -> list[str]:
    """Write coordinates of centres of pixels, with the decimals that tell neighbouring ones apart."""
    decimals = max(1, 1 - math.floor(math.log10(min(grid.pixel_width, grid.pixel_height))))
    return [number(value, f".{decimals}f") for value in values]


def pixels_in_words(grid: Grid) -> str:
    """Return how many pixels of which size a grid has, such as "1,000 x 1,000 pixels of 1 x 1 m"."""
    is_in_metres = grid.metres_per_unit == 1
    words = (
        tr("{columns} x {rows} pixels of {width} x {height} m")
        if is_in_metres
        else tr("{columns} x {rows} pixels of {width} x {height}")
    )
    return words.format(
        columns=number(grid.width, ","),
        rows=number(grid.height, ","),
        width=number(grid.pixel_width, ".6g"),
        height=number(grid.pixel_height, ".6g"),
    )


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
    images: ImageSet,
    mosaic: Mosaic,
    classification: Classification | None,
    components: LinearTransform | None,
) -> list[Picture]:
    shown = []
    if classification is not None:
        found, limits = classification.classes, classification.limits
        colours = found.colours
        thumbnail = small_class_map(mosaic, images, classification.numbers, THUMBNAIL_SIDE, limits)
        entries = zip(found.colours, found.titles, found.counts.tolist())
        legend = [(colour, title) for colour, title, count in entries if count]
        if limits is not None:
            colours = [*colours, unclassified_colour(colours)]
            legend.append((colours[-1], tr("unclassified")))
        shown.append(Picture(tr("Classes"), as_png(thumbnail, colours), legend))
    if components is not None:
        # Scores that are too large for the raster have no picture either.
        with suppress(RasterError):
            shown.append(_component_picture(images, mosaic, components))
    natural = true_colour_thumbnail(images)
    if natural is not None:
        shown.append(Picture(tr("True colour"), as_png(natural)))
    return shown


def _component_picture(images: ImageSet, mosaic: Mosaic, components: LinearTransform) -> Picture:
    picture = component_picture(images, mosaic, components, THUMBNAIL_SIDE)
    caption = tr("{title}: the first one") if components.count < DISPLAYED else tr("{title}: 1 red, 2 green, 3 blue")
    return Picture(caption.format(title=components.title), as_png(picture))


def true_colour_thumbnail(images: ImageSet) -> np.ndarray | None:
    """Return a small picture, shape (rows, columns, 4); None of several images, or without bands of visible light."""
    return images.call(0, true_colour, THUMBNAIL_SIDE) if len(images.lengths) == 1 else None


def image_facts(images: ImageSet) -> list[tuple[str, object]]:
    """Return pixels and bands of images."""
    return [
        (tr("Valid pixels"), number(images.pixels, ",")),
        (tr("Bands used"), len(images.template.bands)),
    ]


def _size_fact(grid: Grid) -> tuple[str, str]:
    """Return the size of an image."""
    return tr("Size"), tr("{width} x {height} pixels").format(width=grid.width, height=grid.height)


def _run_section(run: Run, details: Sequence[tuple[str, object]]) -> str:
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
