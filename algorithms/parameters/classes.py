# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means: its parameters, outputs, and the name of its layer."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
)

from ...core.constants import MIN_MOVED_PLUS_PLUS, MOST_CLASSES, PALETTE_MEANING, START_PLUS_PLUS
from ..translation import tr
from .certainty import UNCLASSIFIED, most_distance
from .definitions import add_choice, add_real_number, add_table_input, add_whole_number
from .outputs import CSV_FILTER, add_file_output
from .values import is_given

CLUSTERS = "CLUSTERS"
MAX_ITERATIONS = "MAX_ITERATIONS"
MIN_MOVED = "MIN_MOVED"
KEEP_PARTIAL = "KEEP_PARTIAL"
START = "START"
START_CENTRES = "START_CENTRES"
SEED = "SEED"
CENTRES = "CENTRES"
ITERATIONS = "ITERATIONS"
MOVED = "MOVED"
SSE = "SSE"
COUNTS = "COUNTS"
CLASSES_FOUND = "CLASSES_FOUND"
PALETTE = "PALETTE"


def add_kmeans_parameters(algorithm) -> None:
    """Add the parameters of the clustering."""
    add_whole_number(
        algorithm,
        CLUSTERS,
        tr("Clusters"),
        tr("How many classes to look for. Not used when starting from a centres file, which has its own number."),
        default=5,
        least=1,
        most=MOST_CLASSES,
    )
    add_whole_number(
        algorithm,
        MAX_ITERATIONS,
        tr("Maximum iterations"),
        tr("Stop after so many iterations, or earlier when no or hardly any pixel changes class."),
        default=50,
        least=1,
        advanced=True,
    )
    add_min_moved_parameter(algorithm)
    add_choice(
        algorithm,
        START,
        tr("Start from"),
        tr(
            "0 chooses well-separated pixels at random, repeatably. 1 starts and ends as NEON's tutorial with SPy "
            "does. 2 goes on from the centres of an earlier run, of this or another image."
        ),
        options=[
            tr("Well-separated pixels (k-means++)"),
            tr("NEON's tutorial (diagonal of the data range)"),
            tr("Centres of an earlier run (file)"),
        ],
        default=START_PLUS_PLUS,
        advanced=True,
    )
    add_table_input(
        algorithm,
        START_CENTRES,
        tr("Centres file to start from"),
        tr("A table of cluster centres that an earlier run wrote, for starting from its centres."),
        optional=True,
        advanced=True,
    )
    add_seed_parameter(algorithm)
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=KEEP_PARTIAL,
            description=tr("Keep the classes when cancelled"),
            defaultValue=False,
            # Models that were made before this parameter do not give it.
            optional=True,
        ),
        tr(
            "When the run is cancelled during the iterations, the one under way is finished, and its classes are "
            "written and loaded, with centres, report and preview. Layer, log and report say after which iteration it "
            "was. This takes some seconds and cannot be cancelled again. Other results are left out, and files of "
            "earlier runs in their places stay. Cancelled before the iterations, a run leaves nothing."
        ),
        advanced=True,
    )


def add_min_moved_parameter(algorithm) -> None:
    """Add the share of pixels that move at which iterations end."""
    add_real_number(
        algorithm,
        MIN_MOVED,
        tr("End when at most so many pixels move (%)"),
        tr(
            "Iterations end when at most this share of the pixels has changed class, as those that still move lie "
            "between two classes. With 0, they end when no pixel has, as in NEON's tutorial. Empty: 0.01 for "
            "k-means++, 0 for the other starts."
        ),
        default=None,
        least=0.0,
        most=100.0,
        advanced=True,
    )


def min_moved(algorithm, parameters, context) -> float:
    """Return at which share of pixels that move (%) iterations end."""
    if is_given(parameters.get(MIN_MOVED)):
        return algorithm.parameterAsDouble(parameters, MIN_MOVED, context)
    start = algorithm.parameterAsEnum(parameters, START, context)
    return MIN_MOVED_PLUS_PLUS if start == START_PLUS_PLUS else 0.0


def add_seed_parameter(algorithm) -> None:
    """Add the seed of the random choices of k-means++."""
    add_whole_number(
        algorithm,
        SEED,
        tr("Random seed"),
        tr("The same seed gives the same result; another seed may give another one. Only for k-means++."),
        default=0,
        advanced=True,
    )


def class_settings(algorithm, parameters, context):
    """Return the `ClassSettings` of the parameters."""
    from ...core.methods.kmeans.classification import Start
    from ...core.methods.products import ClassSettings

    start = Start(
        kind=algorithm.parameterAsEnum(parameters, START, context),
        classes=algorithm.parameterAsInt(parameters, CLUSTERS, context),
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        file=algorithm.parameterAsFile(parameters, START_CENTRES, context),
    )
    return ClassSettings(
        start,
        algorithm.parameterAsInt(parameters, MAX_ITERATIONS, context),
        most_distance(algorithm, parameters, context),
        chosen_palette(algorithm, parameters, context),
        min_moved(algorithm, parameters, context),
        algorithm.parameterAsBoolean(parameters, KEEP_PARTIAL, context),
    )


def add_palette_parameter(algorithm) -> None:
    """Add the choice of the colours of classes."""
    add_choice(
        algorithm,
        PALETTE,
        tr("Colours"),
        tr(
            "0 chooses colours by what the spectra may show: greens for vegetation, blues for water and shadow, browns "
            "for bare ground and buildings, white for snow, pinks for what is not known. Colour-blind readers can tell "
            "up to 12 apart. 1 gives each class number always the same colour. 2 gives each class the colour that an "
            "eye would see. Where the bands do not allow 0 or 2, the fixed ones are used."
        ),
        options=[tr("By meaning"), tr("Fixed, by number"), tr("Class spectrum (true colour)")],
        default=PALETTE_MEANING,
        is_new=True,
        advanced=True,
    )


def chosen_palette(algorithm, parameters, context) -> int:
    """Return how classes get their colours."""
    return algorithm.parameterAsEnum(parameters, PALETTE, context)


def add_class_outputs(algorithm, raster: str) -> None:
    """Add the outputs of the clustering; `raster` is the name of the class raster."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(name=raster, description=tr("Classes")),
        tr("The class raster to write (GeoTIFF): classes from 1, 0 where there is no data."),
    )
    add_file_output(
        algorithm,
        CENTRES,
        tr("Cluster centres"),
        CSV_FILTER,
        tr("A table of the mean spectrum of each class with its pixels and area; another run can start from it."),
    )
    algorithm.addOutput(QgsProcessingOutputNumber(ITERATIONS, tr("Iterations")))
    algorithm.addOutput(QgsProcessingOutputNumber(MOVED, tr("Pixels moved in the last iteration")))
    algorithm.addOutput(QgsProcessingOutputNumber(SSE, tr("Sum of squared errors")))
    algorithm.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))


def class_numbers(classification) -> dict:
    """Return the number outputs of a clustering."""
    clustering, certainty = classification.clustering, classification.certainty
    return {
        ITERATIONS: len(clustering.iterations),
        MOVED: clustering.moved or 0,
        SSE: classification.sse,
        CLASSES_FOUND: classification.classes.found,
        UNCLASSIFIED: 0 if certainty is None else certainty.unclassified or 0,
    }


def class_layer_name(classification, image_name: str) -> str:
    """Return what the layer of classes is called."""
    classes = len(classification.classes)
    if classification.is_cut_short:
        return tr("K-means, {classes} classes, cancelled after iteration {iteration} - {image}").format(
            classes=classes, iteration=len(classification.clustering.iterations), image=image_name
        )
    return tr("K-means, {} classes - {}").format(classes, image_name)


def add_counts_output(algorithm) -> None:
    """Add the table of the pixels and areas of the classes in one image."""
    add_file_output(
        algorithm,
        COUNTS,
        tr("Class counts"),
        CSV_FILTER,
        tr("A table of the classes with their pixels and area in this image."),
        by_default=False,
    )
