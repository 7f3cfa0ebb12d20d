#!/usr/bin/env python3
"""Write the graphical models that come with the plugin.

Run this with the oldest QGIS that the plugin supports: newer ones read what it writes, but not vice versa.

    make models
"""

from __future__ import annotations

from headless import CHECKOUT, qgis_with_plugin
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF, QSizeF

MODELS = CHECKOUT / "resources" / "models"
NODATA = -9999
# Types of rasters in the list of GDAL's raster calculator.
BYTE, FLOAT32 = 0, 5
# Wavelengths to leave out (nm), so that only one or two bands near 669 or 830 nm are kept.
ALL_BUT_RED = "0-665, 674-5000"
ALL_BUT_NEAR_INFRARED = "0-826, 835-5000"
WITHOUT_WINDOWS_ONLY = 1
TUTORIAL_START = 1
THRESHOLD = 0.3

COLUMN, ROW, OUTPUT_ROW = 280, 110, 60
BOX = QSizeF(220, 40)


class Model:
    """A model, to which parameters and steps are added."""

    def __init__(self, name: str):
        self._model = QgsProcessingModelAlgorithm(name, "Models", "models")
        self._heights: dict[int, int] = {}
        self._help: dict[str, str] = {}

    def add_parameter(self, definition, help: str):
        """Add a parameter and return the source of its value for steps."""
        self._help[definition.name()] = help
        component = QgsProcessingModelParameter(definition.name())
        self._place(component, column=0)
        self._model.addModelParameter(definition, component)
        return QgsProcessingModelChildParameterSource.fromModelParameter(definition.name())

    def add_step(self, name: str, algorithm: str, title: str, column: int, values: dict, outputs=()) -> None:
        """Add a step with parameter `values`; other parameters get their defaults.

        `outputs` are the outputs of the step that become outputs of the model: (output, name in the model, title).
        """
        step = QgsProcessingModelChildAlgorithm(algorithm)
        step.setChildId(name)
        step.setDescription(title)
        definitions = [item for item in step.algorithm().parameterDefinitions() if not item.isDestination()]
        unknown = set(values) - {definition.name() for definition in definitions}
        if unknown:
            raise KeyError(f"{algorithm} has no {unknown}")
        for definition in definitions:
            value = values.get(definition.name(), definition.defaultValue())
            step.addParameterSources(definition.name(), [as_source(value)])
        self._place(step, column, len(outputs))
        step.setModelOutputs({output[1]: self._output(step, number, *output) for number, output in enumerate(outputs)})
        self._model.addChildAlgorithm(step)

    def write(self) -> None:
        self._model.setParameterOrder(list(self._help))
        self._model.setHelpContent(self._help)
        fits, problems = self._model.validate()
        if not fits:
            raise ValueError(problems)
        path = MODELS / f"{self._model.name()}.model3"
        if not self._model.toFile(str(path)):
            raise OSError(f"{path} cannot be written")

    def _output(self, step, number: int, output: str, name: str, title: str):
        result = QgsProcessingModelOutput(name, title)
        result.setChildId(step.childId())
        result.setChildOutputName(output)
        result.setPosition(step.position() + QPointF(COLUMN / 3, 75 + OUTPUT_ROW * number))
        result.setSize(BOX)
        return result

    def _place(self, component, column: int, outputs: int = 0) -> None:
        """Place a component below the last one of its column, with room for its outputs."""
        top = self._heights.get(column, 0)
        self._heights[column] = top + ROW + OUTPUT_ROW * outputs
        component.setPosition(QPointF(150 + column * COLUMN, 80 + top))
        component.setSize(BOX)


def as_source(value):
    if isinstance(value, QgsProcessingModelChildParameterSource):
        return value
    return QgsProcessingModelChildParameterSource.fromStaticValue(value)


def output_of(step: str, output: str):
    return QgsProcessingModelChildParameterSource.fromChildOutput(step, output)


def expression(text: str):
    return QgsProcessingModelChildParameterSource.fromExpression(text)


def add_tile(model: Model):
    return model.add_parameter(
        QgsProcessingParameterFile("TILE", "Reflectance tile", fileFilter="NEON AOP HDF5 (*.h5 *.hdf5);;All files (*)"),
        "A NEON reflectance file: a tile (DP3.30006.001 or .002) or a flight line (DP1.30006.001).",
    )


def add_clusters(model: Model):
    return model.add_parameter(
        QgsProcessingParameterNumber(
            "CLUSTERS", "Clusters", QgsProcessingParameterNumber.Type.Integer, 5, minValue=1, maxValue=65535
        ),
        "How many classes to look for.",
    )


def tutorial() -> Model:
    model = Model("tutorial")
    tile, clusters = add_tile(model), add_clusters(model)
    model.add_step("clean", "neonaop:cleanreflectance", "Clean reflectance", 1, {"INPUT": tile})
    cleaned = output_of("clean", "OUTPUT")
    model.add_step(
        "kmeans",
        "neonaop:kmeans",
        "K-means clustering",
        2,
        {"INPUT": cleaned, "CLUSTERS": clusters, "START": TUTORIAL_START},
        [("OUTPUT", "CLASSES", "K-means classes"), ("CENTRES", "CENTRES", "Cluster centres")],
    )
    model.add_step(
        "pca",
        "neonaop:pca",
        "Principal components",
        2,
        {"INPUT": cleaned},
        [("OUTPUT", "SCORES", "Component scores"), ("EIGENVALUES", "EIGENVALUES", "Eigenvalues")],
    )
    return model


def component_classes() -> Model:
    model = Model("componentclasses")
    tile, clusters = add_tile(model), add_clusters(model)
    share = model.add_parameter(
        QgsProcessingParameterNumber(
            "FRACTION",
            "Share of variance to keep",
            QgsProcessingParameterNumber.Type.Double,
            0.999,
            minValue=0,
            maxValue=1,
        ),
        "Use the fewest components that hold this share of the variance of all bands.",
    )
    model.add_step("clean", "neonaop:cleanreflectance", "Clean reflectance", 1, {"INPUT": tile})
    model.add_step(
        "pca",
        "neonaop:pca",
        "Principal components",
        2,
        {"INPUT": output_of("clean", "OUTPUT"), "FRACTION": share},
        [("OUTPUT", "SCORES", "Component scores")],
    )
    model.add_step(
        "kmeans",
        "neonaop:kmeans",
        "K-means clustering",
        3,
        {"INPUT": output_of("pca", "OUTPUT"), "CLUSTERS": clusters},
        [("OUTPUT", "CLASSES", "Classes of components")],
    )
    return model


def vegetation_classes() -> Model:
    model = Model("vegetationclasses")
    tile, clusters = add_tile(model), add_clusters(model)
    model.add_parameter(
        QgsProcessingParameterNumber(
            "THRESHOLD",
            "NDVI above which a pixel is vegetation",
            QgsProcessingParameterNumber.Type.Double,
            THRESHOLD,
            minValue=-1,
            maxValue=1,
        ),
        "Dense, green vegetation has an index of 0.6 to 0.9, soil one of 0.1 to 0.2, water one below 0.",
    )
    model.add_step("clean", "neonaop:cleanreflectance", "Clean reflectance", 1, {"INPUT": tile})
    for name, title, windows in (
        ("red", "Red band", ALL_BUT_RED),
        ("infrared", "Near-infrared band", ALL_BUT_NEAR_INFRARED),
    ):
        values = {"INPUT": tile, "BAND_RULE": WITHOUT_WINDOWS_ONLY, "SUBSET_FACTOR": 1, "WINDOWS": windows}
        model.add_step(name, "neonaop:cleanreflectance", title, 1, values)
    model.add_step(
        "ndvi",
        "gdal:rastercalculator",
        "Vegetation index",
        2,
        {
            "INPUT_A": output_of("infrared", "OUTPUT"),
            "BAND_A": 1,
            "INPUT_B": output_of("red", "OUTPUT"),
            "BAND_B": 1,
            # In dark pixels, noise could give any index.
            "FORMULA": "(A-B)/numpy.maximum(A+B,0.01)",
            "NO_DATA": NODATA,
            "RTYPE": FLOAT32,
        },
        [("OUTPUT", "NDVI", "Vegetation index (NDVI)")],
    )
    model.add_step(
        "vegetation",
        "gdal:rastercalculator",
        "Mask of vegetation",
        3,
        {
            "INPUT_A": output_of("ndvi", "OUTPUT"),
            "BAND_A": 1,
            # Expressions do not see the default of a parameter that is left out.
            "FORMULA": expression(f"'A>' || coalesce(@THRESHOLD, {THRESHOLD})"),
            "NO_DATA": 0,
            "RTYPE": BYTE,
        },
    )
    model.add_step(
        "kmeans",
        "neonaop:kmeans",
        "K-means clustering",
        4,
        {"INPUT": output_of("clean", "OUTPUT"), "MASK": output_of("vegetation", "OUTPUT"), "CLUSTERS": clusters},
        [("OUTPUT", "CLASSES", "Classes of vegetation"), ("CENTRES", "CENTRES", "Cluster centres")],
    )
    return model


def download_and_classify() -> Model:
    model = Model("downloadandclassify")
    steps = QgsApplication.processingRegistry()
    of_tiles = steps.algorithmById("neonaop:downloadtiles").parameterDefinition
    site = model.add_parameter(
        with_hints(QgsProcessingParameterString("SITE", "Site"), of_tiles("SITE")),
        "Code of a NEON site, such as SERC.",
    )
    year = model.add_parameter(
        QgsProcessingParameterNumber(
            "YEAR", "Year", QgsProcessingParameterNumber.Type.Integer, None, False, minValue=2013, maxValue=2100
        ),
        "Year of the flights; List tiles shows in which years a site was flown.",
    )
    point = model.add_parameter(
        QgsProcessingParameterPoint("POINT", "Point"),
        "A point on the map: the tile that holds it is downloaded, and those within the buffer.",
    )
    buffer = model.add_parameter(
        QgsProcessingParameterNumber(
            "BUFFER", "Buffer (m)", QgsProcessingParameterNumber.Type.Double, 0.0, minValue=0.0, maxValue=100000.0
        ),
        "Take all tiles as well that touch the square with sides of twice this length around the point.",
    )
    provisional = model.add_parameter(
        QgsProcessingParameterBoolean("INCLUDE_PROVISIONAL", "Include provisional data", False),
        "Take tiles that NEON has not released yet and may still change, too.",
    )
    clusters = add_clusters(model)
    access = model.add_parameter(
        QgsProcessingParameterAuthConfig("AUTH", "Token for NEON", optional=True),
        "An authentication configuration of QGIS that holds your token for NEON, as the password of a basic one. "
        "Empty: the token in the environment variable NEON_TOKEN.",
    )
    model.add_step("point", "native:pointtolayer", "Point as a layer", 1, {"INPUT": point})
    model.add_step(
        "tiles",
        "neonaop:downloadtiles",
        "Download tiles",
        2,
        {
            "SITE": site,
            "YEAR": year,
            "AREA": output_of("point", "OUTPUT"),
            "BUFFER": buffer,
            "INCLUDE_PROVISIONAL": provisional,
            "AUTH": access,
        },
        [("FOLDER", "FOLDER", "Folder for the tiles")],
    )
    model.add_step(
        "classify",
        "neonaop:classifytiles",
        "Classify tiles",
        3,
        {"TILES": output_of("tiles", "FILES"), "CLUSTERS": clusters},
        [
            ("CLASS_RASTER", "CLASSES", "Classes"),
            ("PC_RASTER", "SCORES", "Principal components"),
            ("CENTRES", "CENTRES", "Cluster centres"),
            ("REPORT", "REPORT", "Report"),
        ],
    )
    return model


def with_hints(parameter, other):
    """Give a parameter the list of suggested values of another one."""
    parameter.setMetadata(other.metadata())
    return parameter


if __name__ == "__main__":
    with qgis_with_plugin():
        for build in (tutorial, component_classes, vegetation_classes, download_and_classify):
            build().write()
