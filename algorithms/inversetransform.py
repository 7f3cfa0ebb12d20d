# SPDX-License-Identifier: GPL-2.0-or-later
"""From components back to reflectance."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from .base import NeonAlgorithm
from .parameters.components import COMPONENTS, MODEL
from .parameters.definitions import add_model_input
from .parameters.inputs import INPUT
from .parameters.problems import problem_of_choice
from .parameters.rasters import add_raster_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import TilesParameter
from .parameters.values import is_given
from .translation import tr


class InverseTransform(NeonAlgorithm):
    ORIGINAL = "ORIGINAL"
    ORIGINAL_TILES = "ORIGINAL_TILES"
    OUTPUT = "OUTPUT"
    RESIDUAL = "RESIDUAL"
    RMSE = "RMSE"
    COMPONENTS_USED = "COMPONENTS_USED"

    NAME = "inversetransform"
    ICON = "inverse.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",inverse,back transformation,reconstruct,reconstruction,denoise,denoising,pca,mnf,principal components,rmse"
    )

    def displayName(self):
        return tr("Inverse transform")

    def shortDescription(self):
        return tr("Turn components (PCA or MNF) back into reflectance, without those that are noise.")

    def shortHelpString(self):
        return tr(
            "Turns a raster of components back into reflectance at the wavelengths of the model with which it was "
            "written. All components that were kept count, or chosen ones: leave out those that show noise or stripes, "
            "or keep a single one to see what it stands for.\n"
            "With the original image, the residual raster tells for each pixel how much was lost, as the root mean "
            "squared difference over all bands. Where it is large, the pixel shows what the components do not hold: a "
            "rare material, or a defect.\n"
            "Components that the model did not keep cannot be brought back."
        )

    def initAlgorithm(self, configuration=None):
        add_raster_parameter(self, INPUT, tr("A raster of components: of principal components, or of MNF."))
        add_model_input(self, MODEL, tr("Component model"), tr("The model that the run wrote with that raster."))
        self.add(
            QgsProcessingParameterString(name=COMPONENTS, description=tr("Components to use"), optional=True),
            tr('Numbers and ranges such as "1-5, 8"; the others are taken for 0. Empty: all.'),
        )
        self.add(
            QgsProcessingParameterRasterLayer(name=self.ORIGINAL, description=tr("Original raster"), optional=True),
            tr("The raster that was transformed, for the residual. Its pixels must lie on those of the components."),
        )
        original_tiles = TilesParameter(self.ORIGINAL_TILES, optional=True)
        original_tiles.setDescription(tr("Original tiles"))
        self.add(original_tiles, tr("In place of an original raster, the tiles that were transformed."))
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Reflectance")),
            tr("The raster to write (GeoTIFF, Float32): a band for each band of the model, with its wavelength."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.RESIDUAL, description=tr("Residual"), optional=True, createByDefault=False
            ),
            tr("The root mean squared difference to the original, in reflectance (GeoTIFF, Float32)."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.RMSE, tr("Root mean squared difference of all pixels")))
        self.addOutput(QgsProcessingOutputNumber(self.COMPONENTS_USED, tr("Components used")))

    def problem(self, parameters, context):
        problem = super().problem(parameters, context)
        if problem or not is_given(parameters.get(self.RESIDUAL)):
            return problem
        return problem_of_choice(*map(self.parameterDefinition, (self.ORIGINAL, self.ORIGINAL_TILES)), parameters)

    def _original(self, parameters, context):
        """Return the `ImageInput` of the original image, None where it is not needed."""
        from ..core.inputs.imageinput import ImageInput

        if not is_given(parameters.get(self.RESIDUAL)):
            return None
        name = self.ORIGINAL_TILES
        tiles = self.parameterAsFileList(parameters, name, context) if is_given(parameters.get(name)) else []
        return ImageInput(tiles=tuple(filter(None, tiles)), raster=self.layers.get(self.ORIGINAL))

    def compute(self, parameters, context, progress):
        from ..core.inputs.imageinput import ImageInput
        from ..core.inputs.wanted import WantedBands
        from ..core.methods.transforms.inverse import (
            ComponentBands,
            chosen_components,
            extent_of,
            write_inverse,
            write_residuals,
        )
        from ..core.methods.transforms.linear import LinearTransform

        model = self.parameterAsFile(parameters, MODEL, context)
        chosen = ImageInput(raster=self.layers[INPUT])
        original = self._original(parameters, context)
        sources = [*chosen.sources, *([] if original is None else original.sources)]
        targets = self.targets(parameters, context, sources)
        transform = LinearTransform.read(model)
        components = chosen_components(self.parameterAsString(parameters, COMPONENTS, context), transform.count)
        store = pixel_store(self, parameters, context)
        until = 0.6 if targets[self.RESIDUAL] else 1
        reading = progress.phase(tr("Reading the components"), 0, 0.2)
        with chosen.open(ComponentBands(transform, model), reading) as opened:
            (scores,) = opened.read(store, reading)
        writing = progress.phase(tr("Writing reflectance"), 0.2, until)
        write_inverse(targets[self.OUTPUT], transform, components, scores, writing)
        results = {self.COMPONENTS_USED: len(components)}
        if targets[self.RESIDUAL]:
            comparing = progress.phase(tr("Comparing with the original"), until, 1)
            original = replace(original, extent_in=extent_of(scores))
            with original.open(WantedBands(transform.bands, model), comparing) as image:
                results[self.RMSE] = write_residuals(
                    targets[self.RESIDUAL], transform, components, scores, image, store, comparing
                )
        names = {
            self.RESIDUAL: tr("Residual - {}").format(scores.name),
            self.OUTPUT: tr("Reflectance of {} components - {}").format(len(components), scores.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {**targets, **results}
