# SPDX-License-Identifier: GPL-2.0-or-later
"""Graphical models that come with the plugin, from files in `resources/models`."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputHtml,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import OutputError
from ..core.files.download.sites import find_site
from .base import help_url
from .layerorder import put_in_order
from .parameters.access import problem_of_auth
from .parameters.outputs import name_report
from .parameters.values import called, path_of_sink
from .translation import search_words, tr

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model with a short id and a separate title; in QGIS's own models, both are the same."""

    NAME = ""
    # The providers of its steps.
    PROVIDERS: tuple[str, ...] = ("neonaop",)
    TAGS = "neon,aop,hyperspectral,reflectance,tutorial,model,workflow"
    # Outputs that become layers, the uppermost first.
    LAYERS: tuple[str, ...] = ()

    def __init__(self):
        super().__init__()
        self.fromFile(str(MODELS / f"{self.NAME}.model3"))
        # The texts in the file are English.
        for parameter in self.parameterDefinitions():
            parameter.setDescription(tr(parameter.description()))
            parameter.setHelp(tr(parameter.help()))
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))
            if isinstance(output, QgsProcessingOutputHtml):
                name_report(output, self)

    def processAlgorithm(self, parameters, context, feedback):
        self._check_targets(parameters, context)
        results = super().processAlgorithm(parameters, context, feedback)
        loaded = [name for name in self.LAYERS if context.willLoadLayerOnCompletion(results.get(name) or "")]
        if loaded:
            image = self._image_name(parameters, context)
            for name in loaded:
                details = context.layerToLoadOnCompletionDetails(results[name])
                # By default, QGIS names it after the id of the output.
                if details.name == name.partition(":")[2]:
                    details.name = f"{self.parameterDefinition(name).description()} - {image}"
            put_in_order(context, [results[name] for name in loaded])
        return results

    def _check_targets(self, parameters, context) -> None:
        """Check where results go before the first step: each step would look at its own results only."""
        from ..core.files.targets import check_targets

        rasters, files = {}, {}
        for definition in self.destinationParameterDefinitions():
            path = path_of_sink(parameters.get(definition.name()), context)
            if isinstance(definition, QgsProcessingParameterRasterDestination):
                rasters[called(definition)] = path
            elif isinstance(definition, QgsProcessingParameterFileDestination):
                files[called(definition)] = path
        try:
            check_targets(rasters, files)
        except OutputError as error:
            problem = str(error)
        else:
            return
        raise QgsProcessingException(problem)

    def _image_name(self, parameters, context) -> str:
        """Return the name of the image, for the names of the layers."""
        from ..core.files.neon.tile import NeonTile

        with NeonTile(self.parameterAsFile(parameters, "TILE", context)) as tile:
            return tile.info.name

    def flags(self):
        # Some versions of QGIS, such as 3.22, run models in the window's thread, so that the window answers only after
        # the last step. All steps of these models run in other threads.
        return super().flags() & ~QgsProcessingAlgorithm.Flag.FlagNoThreading

    def createInstance(self):
        return type(self)()

    def group(self):
        return tr("Models")

    def groupId(self):
        return "models"

    def tags(self):
        return search_words(self.TAGS)

    def helpUrl(self):
        return help_url(self.NAME)


class TutorialModel(ShippedModel):
    NAME = "tutorial"
    LAYERS = ("kmeans:CLASSES", "pca:SCORES")

    def displayName(self):
        return tr("Tutorial: clean, k-means, PCA")

    def shortDescription(self):
        return tr("Do all steps of NEON's tutorial on unsupervised classification with its settings.")

    def shortHelpString(self):
        return tr(
            "Cleans the reflectance of a tile, classifies it by k-means from the start that NEON's tutorial takes, and "
            "computes principal components: the steps of the tutorial, one after the other, with its settings.\n"
            "A copy of this model is a good start for own models. Classify tiles does the same faster, without the "
            "cleaned raster between the steps."
        )


class ComponentClassesModel(ShippedModel):
    NAME = "componentclasses"
    LAYERS = ("kmeans:CLASSES", "pca:SCORES")

    def displayName(self):
        return tr("K-means on principal components")

    def shortDescription(self):
        return tr("Classify the pixels of a tile by their principal components instead of their bands.")

    def shortHelpString(self):
        return tr(
            "Cleans the reflectance of a tile, computes principal components and classifies their scores by k-means.\n"
            "The first components hold nearly all differences between pixels, and what is left out is mostly noise. "
            "With nearly all of the variance kept, the classes are nearly those of the bands."
        )


class VegetationClassesModel(ShippedModel):
    NAME = "vegetationclasses"
    PROVIDERS = ("neonaop", "gdal")
    LAYERS = ("kmeans:CLASSES", "ndvi:NDVI")

    def displayName(self):
        return tr("Clean and mask vegetation by NDVI, then k-means")

    def shortDescription(self):
        return tr("Classify only the vegetation of a tile, found by its vegetation index (NDVI).")

    def shortHelpString(self):
        return tr(
            "Cleans the reflectance of a tile, computes the normalised difference vegetation index (NDVI) from the "
            "bands near 669 and 830 nm, and classifies only pixels whose index exceeds a threshold. All others have no "
            "data in the class map.\n"
            "Without water, roofs and soil, the classes tell kinds and states of vegetation apart. The index does not "
            "know shadow: dark vegetation may fall on either side of the threshold."
        )


class DownloadAndClassifyModel(ShippedModel):
    NAME = "downloadandclassify"
    PROVIDERS = ("neonaop", "native")
    TAGS = ShippedModel.TAGS + ",download,site,point,k-means,classification,pca"
    LAYERS = ("classify:CLASSES", "classify:SCORES")

    def checkParameterValues(self, parameters, context):
        problem = problem_of_auth(self, parameters)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def _image_name(self, parameters, context):
        site = find_site(self.parameterAsString(parameters, "SITE", context))
        return f"{site.code} {self.parameterAsInt(parameters, 'YEAR', context)}"

    def displayName(self):
        return tr("Download and classify")

    def shortDescription(self):
        return tr("Download the tile at a point from NEON, and make a class map and principal components of it.")

    def shortHelpString(self):
        return tr(
            "Downloads the tile of reflectance at a point of the map from NEON, classifies it by k-means and computes "
            "principal components: Download tiles and Classify tiles in one step. With a buffer, neighbouring tiles "
            "are downloaded and classified together.\n"
            "NEON gives data only with a token, which is free: sign in at https://data.neonscience.org/myaccount, copy "
            "it, and store it in QGIS (Settings > Options > Authentication, method Basic, as the password).\n"
            "Choose a folder for the tiles, so that another run finds them there. A tile has about 650 MB."
        )


SHIPPED_MODELS = (TutorialModel, ComponentClassesModel, VegetationClassesModel, DownloadAndClassifyModel)
