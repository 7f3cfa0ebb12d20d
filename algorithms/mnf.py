# SPDX-License-Identifier: GPL-2.0-or-later
"""Minimum noise fraction of tiles or a raster."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from .base import NeonAlgorithm
from .parameters.bands import band_choice
from .parameters.components import (
    EIGENVALUES,
    LOADINGS,
    MODEL,
    NOISE_FROM,
    add_component_outputs,
    add_noise_fraction_parameters,
    component_layer_name,
    component_numbers,
    noise_fraction_choice,
)
from .parameters.inputs import INPUT, add_learnt_image_parameters, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.run import pixel_store, scheduler
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .translation import tr


class MinimumNoiseFraction(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    DENOISED = "DENOISED"
    SIGNAL_COMPONENTS = "SIGNAL_COMPONENTS"
    EITHER = ((TILES, INPUT),)

    NAME = "mnf"
    ICON = "noisefraction.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",mnf,minimum noise fraction,maximum noise fraction,noise-adjusted principal components,denoise,denoising,"
        "signal-to-noise,snr,dimension reduction,eigenvalues,pca"
    )

    def displayName(self):
        return tr("Minimum noise fraction")

    def shortDescription(self):
        return tr("Order what the bands show by its signal-to-noise ratio (MNF), and remove noise.")

    def shortHelpString(self):
        return tr(
            "Computes the minimum noise fraction: combinations of bands as principal components are, but in the order "
            "of their signal-to-noise ratio instead of their variance. The first ones show the image, the last ones "
            "its noise. An eigenvalue is the signal-to-noise ratio plus 1.\n"
            "The noise is estimated from differences of neighbouring pixels, which must both have data and lie in "
            "one tile. Where neighbours show different surfaces, as in towns, some signal passes for noise.\n"
            "Denoised reflectance is what the components that are kept hold of each spectrum. The model computes the "
            "same components of another image (Principal components of a saved model), and leads back to reflectance "
            "(Inverse transform).\n"
            "Tiles, or one raster: give one of the two. It does not suit rasters that were resampled or smoothed, "
            "whose neighbours are not independent, nor mosaics whose noise differs from part to part."
        )

    def initAlgorithm(self, configuration=None):
        add_learnt_image_parameters(
            self,
            tr("In place of tiles, a raster with several bands, such as cleaned reflectance; all bands are read."),
            lambda: add_noise_fraction_parameters(self),
        )
        add_component_outputs(self, self.OUTPUT, tr("Minimum noise fraction"))
        self.add(
            QgsProcessingParameterRasterDestination(
                name=self.DENOISED, description=tr("Denoised reflectance"), optional=True, createByDefault=False
            ),
            tr("Reflectance without what the components left out hold (GeoTIFF, Float32), with wavelengths."),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.SIGNAL_COMPONENTS, tr("Components with more signal than noise")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.products import ComponentFiles, make_noise_fraction
        from ..core.methods.transforms.noisefraction import DIRECTIONS
        from ..core.report.making import write_run_report

        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        choice = noise_fraction_choice(self, parameters, context)
        direction = DIRECTIONS[self.parameterAsEnum(parameters, NOISE_FROM, context)]
        run = self.described_run(chosen.paths)
        bands = band_choice(self, parameters, context) if chosen.raster is None else None
        store = pixel_store(self, parameters, context)
        address = scheduler(self, parameters, context)
        paths = (targets[name] for name in (self.OUTPUT, EIGENVALUES, LOADINGS, MODEL, self.DENOISED))

        def check(bands, name):
            choice.check(len(bands))

        reading = progress.phase(tr("Reading the image"), 0, 0.4)
        with (
            chosen.open(bands, reading, keep_open=not address) as opened,
            image_set(opened, store, reading, check, address) as images,
        ):
            components, moments, noise = make_noise_fraction(
                images,
                opened.mosaic,
                choice,
                direction,
                ComponentFiles(*paths),
                progress.phase(tr("Minimum noise fraction"), 0.4, 0.97),
            )
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_run_report(
                    targets[REPORT],
                    run,
                    images,
                    opened.mosaic,
                    components=components,
                    moments=moments,
                    noise=noise,
                )
        names = {
            self.OUTPUT: component_layer_name(opened.name, components),
            self.DENOISED: tr("Denoised reflectance - {}").format(opened.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {
            **targets,
            **component_numbers(components),
            self.SIGNAL_COMPONENTS: components.signal_components,
            SKIPPED: skipped_tiles(opened, progress),
        }
