"""Parameters that several algorithms share, and how their values are read."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingUtils,
)

from ..core.constants import MOST_CLASSES, RULE_TUTORIAL, START_PLUS_PLUS
from ..core.errors import RasterError
from .translation import tr

BAND_RULE = "BAND_RULE"
SUBSET_FACTOR = "SUBSET_FACTOR"
EXTENT = "EXTENT"
FIRST_BANDS = "FIRST_BANDS"
LAST_BANDS = "LAST_BANDS"
WINDOWS = "WINDOWS"
CLUSTERS = "CLUSTERS"
MAX_ITERATIONS = "MAX_ITERATIONS"
START = "START"
START_CENTRES = "START_CENTRES"
SEED = "SEED"
MASK = "MASK"
CLEAR_SKY_ONLY = "CLEAR_SKY_ONLY"
REPORT = "REPORT"
MEMORY = "MEMORY"
SCHEDULER = "SCHEDULER"
FRACTION = "FRACTION"
COMPONENTS = "COMPONENTS"
CENTRES = "CENTRES"
EIGENVALUES = "EIGENVALUES"
LOADINGS = "LOADINGS"
MODEL = "MODEL"
ITERATIONS = "ITERATIONS"
MOVED = "MOVED"
SSE = "SSE"
CLASSES_FOUND = "CLASSES_FOUND"
COMPONENTS_KEPT = "COMPONENTS_KEPT"
VARIANCE_KEPT = "VARIANCE_KEPT"

CSV_FILTER = "CSV (*.csv)"
JSON_FILTER = "JSON (*.json)"
HTML_FILTER = "HTML (*.html)"
PNG_FILTER = "PNG (*.png)"


def tile_filter() -> str:
    """Return the kinds of files that a dialog offers for a tile."""
    return tr("NEON AOP HDF5 (*.h5 *.hdf5);;All files (*)")


class TilesParameter(QgsProcessingParameterMultipleLayers):
    """Several tiles, or folders of tiles, of which dialogs offer no other files."""

    def __init__(self, name: str, optional: bool = False):
        super().__init__(
            name=name,
            description=tr("Reflectance tiles"),
            layerType=QgsProcessing.SourceType.TypeFile,
            optional=optional,
        )

    def createFileFilter(self):
        return tile_filter()


def add_tile_input(algorithm, name: str) -> None:
    """Add the tile that is read."""
    algorithm.add(
        QgsProcessingParameterFile(
            name=name,
            description=tr("Reflectance tile"),
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=tile_filter(),
        ),
        tr("A NEON reflectance file: a tile (DP3.30006.001 or .002) or a flight line (DP1.30006.001)."),
    )


def add_band_parameters(algorithm) -> None:
    """Add the parameters that choose what is read of a tile."""
    algorithm.add(
        QgsProcessingParameterEnum(
            name=BAND_RULE,
            description=tr("Bands to remove"),
            options=[
                tr("As NEON's tutorial: water vapour, the first 10 and the last 15"),
                tr("Only inside the water-vapour windows"),
            ],
            defaultValue=RULE_TUTORIAL,
        ),
        tr(
            "0 removes the same bands as NEON's tutorial: those in the water-vapour windows and the one before each, "
            "the first 10 and the last 15. 1 removes only bands whose centre lies inside the windows."
        ),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=SUBSET_FACTOR,
            description=tr("Keep every n-th band"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=2,
            minValue=1,
        ),
        tr(
            "Of the remaining bands, keep every n-th. Neighbouring bands are much alike: 2 halves time and memory and "
            "hardly changes classes. NEON's tutorial uses 2."
        ),
    )
    algorithm.add(
        QgsProcessingParameterExtent(name=EXTENT, description=tr("Extent"), optional=True),
        tr("Read only the pixels whose centre lies in this extent. Empty: the whole tile."),
    )
    for name, description, help in (
        (FIRST_BANDS, tr("Bands to remove at the short end"), tr("In place of what the band rule removes there.")),
        (LAST_BANDS, tr("Bands to remove at the long end"), tr("In place of what the band rule removes there.")),
    ):
        algorithm.add(
            QgsProcessingParameterNumber(
                name=name,
                description=description,
                type=QgsProcessingParameterNumber.Type.Integer,
                optional=True,
                minValue=0,
            ),
            help,
            advanced=True,
        )
    algorithm.add(
        QgsProcessingParameterString(name=WINDOWS, description=tr("Windows to remove (nm)"), optional=True),
        tr('Ranges of wavelengths without usable bands, such as "1340-1445, 1790-1955". Empty: those of the file.'),
        advanced=True,
    )


def band_choice(algorithm, parameters, context):
    """Return the `BandChoice` of the parameters."""
    from ..core.files.neon.cleaning import BandChoice
    from ..core.image.bands import parse_windows

    def optional_number(name):
        # An empty text, as scripts write "not set", would be read as 0.
        return None if parameters.get(name) in (None, "") else algorithm.parameterAsInt(parameters, name, context)

    windows = algorithm.parameterAsString(parameters, WINDOWS, context)
    return BandChoice(
        rule=algorithm.parameterAsEnum(parameters, BAND_RULE, context),
        subset_factor=algorithm.parameterAsInt(parameters, SUBSET_FACTOR, context),
        first=optional_number(FIRST_BANDS),
        last=optional_number(LAST_BANDS),
        windows=parse_windows(windows) if windows.strip() else None,
    )


def extent_in(algorithm, parameters, context):
    """Return a function that gives the extent, (xmin, ymin, xmax, ymax), in a CRS; None when there is no extent."""
    if not parameters.get(EXTENT):
        return None

    def extent(wkt: str) -> tuple[float, float, float, float]:
        crs = QgsCoordinateReferenceSystem.fromWkt(wkt)
        rectangle = algorithm.parameterAsExtent(parameters, EXTENT, context, crs)
        return rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum()

    return extent


def raster_source(algorithm, parameters, name, context) -> str:
    """Return what GDAL opens for a raster parameter.

    Raises
    ------
    RasterError
        If the raster cannot be opened or is not one that GDAL reads.
    """
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None or not layer.isValid():
        raise RasterError(
            tr("{}: {} cannot be opened as a raster; choose another one.").format(name, parameters.get(name))
        )
    if layer.providerType() != "gdal":
        raise RasterError(
            tr("{}: {} comes from {}, not from a file; save it as a GeoTIFF first.").format(
                name, layer.name(), layer.providerType()
            )
        )
    return layer.source()


def add_kmeans_parameters(algorithm) -> None:
    """Add the parameters of the clustering."""
    algorithm.add(
        QgsProcessingParameterNumber(
            name=CLUSTERS,
            description=tr("Clusters"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=5,
            minValue=1,
            maxValue=MOST_CLASSES,
        ),
        tr("How many classes to look for. Not used when starting from a centres file, which has its own number."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=MAX_ITERATIONS,
            description=tr("Maximum iterations"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=50,
            minValue=1,
        ),
        tr("Stop after so many iterations, or earlier when no pixel changes class."),
    )
    algorithm.add(
        QgsProcessingParameterEnum(
            name=START,
            description=tr("Start from"),
            options=[
                tr("K-means++ (seeded)"),
                tr("NEON's tutorial (diagonal of the data range)"),
                tr("Centres file"),
            ],
            defaultValue=START_PLUS_PLUS,
        ),
        tr(
            "0 chooses well-separated pixels at random, repeatably. 1 starts and ends as NEON's tutorial with SPy "
            "does. 2 goes on from the centres of an earlier run, of this or another image."
        ),
    )
    algorithm.add(
        QgsProcessingParameterFile(
            name=START_CENTRES,
            description=tr("Centres file to start from"),
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=CSV_FILTER,
            optional=True,
        ),
        tr("A table of cluster centres that an earlier run wrote, for starting from a centres file."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=SEED,
            description=tr("Random seed"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=0,
            minValue=0,
        ),
        tr("The same seed gives the same result; another may give another one. Only for k-means++."),
        advanced=True,
    )


def kmeans_start(algorithm, parameters, context):
    """Return the `Start` of the parameters."""
    from ..core.methods.kmeans.classification import Start

    return Start(
        kind=algorithm.parameterAsEnum(parameters, START, context),
        classes=algorithm.parameterAsInt(parameters, CLUSTERS, context),
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        file=algorithm.parameterAsFile(parameters, START_CENTRES, context),
    )


def add_pca_parameters(algorithm) -> None:
    """Add the parameters of the principal components."""
    algorithm.add(
        QgsProcessingParameterNumber(
            name=FRACTION,
            description=tr("Share of variance to keep"),
            type=QgsProcessingParameterNumber.Type.Double,
            defaultValue=0.999,
            minValue=0.0,
            maxValue=1.0,
        ),
        tr("Keep the fewest components that hold this share of the variance of all bands."),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            name=COMPONENTS,
            description=tr("Components to keep (0: as the share of variance says)"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=0,
            minValue=0,
        ),
        tr("Keep so many components, whatever their share. 0: as the share of variance says."),
        advanced=True,
    )


def add_mask_parameter(algorithm) -> None:
    """Add the raster that leaves pixels out."""
    algorithm.add(
        QgsProcessingParameterRasterLayer(name=MASK, description=tr("Mask"), optional=True),
        tr(
            "Leave out the pixels where the first band of this raster is 0, has no data, or does not reach. It may "
            "have another grid."
        ),
        advanced=True,
    )


def mask_source(algorithm, parameters, context) -> str:
    """Return what GDAL opens for the mask, empty when there is none."""
    return raster_source(algorithm, parameters, MASK, context) if parameters.get(MASK) else ""


def add_clear_sky_parameter(algorithm) -> None:
    """Add the choice to leave out what was recorded under clouds."""
    algorithm.add(
        QgsProcessingParameterBoolean(
            name=CLEAR_SKY_ONLY,
            description=tr("Only pixels under a clear sky (weather quality 1)"),
            defaultValue=False,
        ),
        tr("Leave out pixels recorded when clouds covered more than 10 % of the sky, or when that is not known."),
        advanced=True,
    )


def add_memory_parameter(algorithm) -> None:
    """Add the parameter that bounds memory."""
    algorithm.add(
        QgsProcessingParameterNumber(
            name=MEMORY,
            description=tr("Memory (MB; 0: what is free)"),
            type=QgsProcessingParameterNumber.Type.Integer,
            defaultValue=0,
            minValue=0,
        ),
        tr(
            "Memory for the pixels; what exceeds it goes to a scratch file in the temporary folder of Processing, "
            "which is slower on a slow disk. 0: what is free, within reason."
        ),
        advanced=True,
    )


def pixel_store(algorithm, parameters, context):
    """Return the `PixelStore` that the memory parameter asks for."""
    from ..core.compute.memory import PixelStore

    return PixelStore(temporary_folder(context), algorithm.parameterAsInt(parameters, MEMORY, context))


def temporary_folder(context) -> str:
    """Return where temporary files go: since QGIS 3.32, a run may have a folder of its own for them."""
    return QgsProcessingUtils.tempFolder(*([context] if hasattr(context, "temporaryFolder") else []))


def add_scheduler_parameter(algorithm) -> None:
    """Add the parameter that has other machines work."""
    algorithm.add(
        QgsProcessingParameterString(name=SCHEDULER, description=tr("Dask scheduler"), optional=True),
        tr(
            "Address of the scheduler of a Dask cluster, such as tcp://127.0.0.1:8786, whose workers read the tiles "
            "and keep them in memory; they must find the tiles under the same paths. The result is the same. Only "
            "name a cluster that you trust: it can run any code on this machine. Empty: this machine works."
        ),
        advanced=True,
    )


def scheduler(algorithm, parameters, context) -> str:
    """Return the address of the scheduler, empty when this machine is to work."""
    return algorithm.parameterAsString(parameters, SCHEDULER, context).strip()


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
    iterations = classification.clustering.iterations
    return {
        ITERATIONS: len(iterations),
        MOVED: iterations[-1].moved,
        SSE: classification.sse,
        CLASSES_FOUND: classification.classes.found,
    }


def class_layer_name(classification, image_name: str) -> str:
    """Return what the layer of classes is called."""
    return tr("K-means, {} classes - {}").format(len(classification.classes), image_name)


def component_layer_name(image_name: str) -> str:
    """Return what the layer of component scores is called."""
    return tr("Principal components - {}").format(image_name)


def component_choice(algorithm, parameters, context):
    """Return the `ComponentChoice` of the parameters."""
    from ..core.methods.transforms.components import ComponentChoice

    return ComponentChoice(
        fraction=algorithm.parameterAsDouble(parameters, FRACTION, context),
        count=algorithm.parameterAsInt(parameters, COMPONENTS, context),
    )


def add_component_outputs(algorithm, raster: str) -> None:
    """Add the outputs of the principal components; `raster` is the name of the raster of scores."""
    algorithm.add(
        QgsProcessingParameterRasterDestination(name=raster, description=tr("Principal components")),
        tr("The raster of scores to write (GeoTIFF, Float32): a band for each component."),
    )
    add_file_output(
        algorithm,
        EIGENVALUES,
        tr("Eigenvalues"),
        CSV_FILTER,
        tr("A table of all components: eigenvalue, share of the variance, cumulative share."),
    )
    add_file_output(
        algorithm,
        LOADINGS,
        tr("Loadings"),
        CSV_FILTER,
        tr("A table of the weight of each wavelength in each component that is kept."),
        by_default=False,
    )
    add_file_output(
        algorithm,
        MODEL,
        tr("Component model"),
        JSON_FILTER,
        tr("Means, loadings and wavelengths, to compute the same components of another image."),
    )
    algorithm.addOutput(QgsProcessingOutputNumber(COMPONENTS_KEPT, tr("Components kept")))
    algorithm.addOutput(QgsProcessingOutputNumber(VARIANCE_KEPT, tr("Share of variance kept")))


def component_numbers(components) -> dict:
    """Return the number outputs of principal components."""
    return {COMPONENTS_KEPT: components.count, VARIANCE_KEPT: components.variance_kept}


def add_report_output(algorithm) -> None:
    """Add the report."""
    add_file_output(
        algorithm,
        REPORT,
        tr("Report"),
        HTML_FILTER,
        tr("A page with charts, tables, pictures and all parameters (HTML); it needs no network."),
    )


def add_file_output(algorithm, name: str, description: str, filter: str, help: str, by_default: bool = True) -> None:
    """Add an optional output file, which the dialog makes unless `by_default` is off."""
    algorithm.add(
        QgsProcessingParameterFileDestination(
            name=name, description=description, fileFilter=filter, optional=True, createByDefault=by_default
        ),
        help,
    )


def file_outputs(algorithm, parameters, context, *names: str) -> dict[str, str]:
    """Return the path of each of the output files `names`, empty where it is not wanted."""
    return {name: algorithm.parameterAsFileOutput(parameters, name, context) for name in names}


def wanted(outputs: dict) -> dict:
    """Return the outputs without those that were not wanted, for which an empty path would look like a result."""
    return {name: value for name, value in outputs.items() if value != ""}
