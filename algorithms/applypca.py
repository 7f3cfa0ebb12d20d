# SPDX-License-Identifier: GPL-2.0-or-later
"""Transform further tiles or rasters with the principal components of an earlier run."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from .base import NeonAlgorithm
from .parameters.components import COMPONENTS_KEPT, MODEL, component_layer_name
from .parameters.definitions import add_model_input
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .translation import tr


class ApplyPrincipalComponents(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    EITHER = ((TILES, INPUT),)

    NAME = "applypca"
    ICON = "components.svg"
    TAGS = NeonAlgorithm.TAGS + ",pca,principal components,mnf,dimension reduction,transform,project,apply,scores"

    def displayName(self):
        return tr("Principal components of a saved model")

    def shortDescription(self):
        return tr("Compute the components (PCA or MNF) of an earlier run for further tiles or a raster.")

    def shortHelpString(self):
        return tr(
            "Computes the same components as an earlier run of principal components or minimum noise fraction, so that "
            "a new raster joins an earlier one: the same bands with the same weights, centred by the means of the "
            "earlier image. The bands of the model are found in the image by wavelength.\n"
            "Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs "
            "the memory of one tile. Pixels without data stay without data.\n"
            "Colours depend on the model only, so that neighbouring rasters look alike.\n"
            "The names of the bands tell shares of the variance, or signal-to-noise ratios, of the earlier image. "
            "Where the new one shows other surfaces, the components may hold less of its variance."
        )

    def initAlgorithm(self, configuration=None):
        add_model_input(self, MODEL, tr("Component model"), tr("The model that an earlier run wrote."))
        add_image_parameters(
            self,
            tr(
                "In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned "
                "reflectance."
            ),
        )
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Principal components")),
            tr("The raster of scores to write (GeoTIFF, Float32): a band for each component of the model."),
        )
        self.addOutput(QgsProcessingOutputNumber(COMPONENTS_KEPT, tr("Components kept")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.inputs.wanted import WantedBands
        from ..core.methods.transforms.linear import LinearTransform
        from ..core.methods.transforms.scores import apply_components

        model = self.parameterAsFile(parameters, MODEL, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        components = LinearTransform.read(model)
        store = pixel_store(self, parameters, context)
        with chosen.open(WantedBands(components.bands, model), progress) as source:
            apply_components(
                components, source, targets[self.OUTPUT], store, progress.phase(tr("Computing components"), 0, 1)
            )
        self.name_layers(parameters, context, targets, {self.OUTPUT: component_layer_name(source.name, components)})
        return {
            **targets,
            COMPONENTS_KEPT: components.count,
            SKIPPED: skipped_tiles(source, progress),
        }
