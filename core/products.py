"""What a run makes of the pixels of images: class map, component map, and their tables."""

from __future__ import annotations

from dataclasses import dataclass

from .centres import CentresTable
from .classification import Classification, Start, classify, small_class_map, write_class_map
from .componentmap import write_component_map
from .crew import Crew
from .errors import Cancelled
from .mosaic import Mosaic
from .palette import class_colours
from .pca import Components, Moments
from .progress import Progress
from .raster import LONGEST_SIDE, write_preview
from .wording import tr


@dataclass(frozen=True)
class ClassFiles:
    """Where the results of a clustering go; an empty path is not wanted."""

    raster: str
    centres: str = ""
    preview: str = ""


@dataclass(frozen=True)
class ComponentFiles:
    """Where the results of principal components go; an empty path is not wanted."""

    raster: str = ""
    eigenvalues: str = ""
    loadings: str = ""
    model: str = ""


def make_classes(
    crew: Crew,
    mosaic: Mosaic,
    start: Start,
    max_iterations: int,
    files: ClassFiles,
    progress: Progress,
) -> Classification:
    """Cluster the pixels of all images, write the class map and the table of centres.

    The centres are written after each iteration, so that a run that is stopped can be continued from them.
    """
    keeper = _CentresKeeper(files.centres)
    try:
        classification = classify(crew, start, max_iterations, progress.part(0, 0.9), keeper.keep)
    except Cancelled:
        keeper.say_how_to_go_on(progress)
        raise
    write_class_map(files.raster, mosaic, crew, classification, progress.part(0.9, 1))
    if files.preview:
        preview = small_class_map(mosaic, crew, classification.numbers, LONGEST_SIDE)
        write_preview(files.preview, preview, class_colours(len(classification.numbers)))
    return classification


def make_components(
    crew: Crew,
    mosaic: Mosaic,
    fraction: float,
    count: int,
    files: ComponentFiles,
    progress: Progress,
) -> tuple[Components, Moments]:
    """Find the principal components of all images, write the component map, tables and model."""
    moments = Moments.of_crew(crew, progress.part(0, 0.5))
    components = Components.of(moments, crew.template.bands, fraction, count)
    progress.info(
        tr("{count} of {all} components kept, with {share:.3%} of the variance.").format(
            count=components.count, all=len(components.bands), share=components.variance_kept
        )
    )
    if files.raster:
        write_component_map(files.raster, mosaic, crew, components, progress.part(0.5, 1))
    if files.eigenvalues:
        components.write_eigenvalues(files.eigenvalues)
    if files.loadings:
        components.write_loadings(files.loadings)
    if files.model:
        components.write(files.model)
    return components, moments


class _CentresKeeper:
    """Keeps the centres of the last whole iteration in a file."""

    def __init__(self, path: str):
        self._path = path
        self._iterations = 0

    def keep(self, table: CentresTable) -> None:
        self._iterations += 1
        if self._path:
            table.write(self._path)

    def say_how_to_go_on(self, progress: Progress) -> None:
        if self._path and self._iterations:
            progress.info(
                tr(
                    "The centres of iteration {iteration} are in {path}. To go on from there, start from "
                    "this centres file."
                ).format(iteration=self._iterations, path=self._path)
            )
