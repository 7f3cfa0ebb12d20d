# SPDX-License-Identifier: GPL-2.0-or-later
"""From tiles to classes and principal components in one run."""

from __future__ import annotations

from dataclasses import replace

from ..core.constants import ON_BANDS, ON_COMPONENTS
from .base import NeonAlgorithm
from .parameters.bands import add_band_parameters, band_choice
from .parameters.certainty import (
    CERTAINTY,
    add_certainty_outputs,
    add_distance_parameters,
    certainty_files,
    certainty_layer_names,
)
from .parameters.classes import (
    CENTRES,
    add_class_outputs,
    add_kmeans_parameters,
    add_palette_parameter,
    class_layer_name,
    class_numbers,
    class_settings,
)
from .parameters.components import (
    EIGENVALUES,
    LOADINGS,
    MODEL,
    add_component_outputs,
    add_pca_parameters,
    component_choice,
    component_layer_name,
    component_numbers,
)
from .parameters.definitions import add_choice
from .parameters.inputs import add_extent_of_tiles, image_input
from .parameters.outputs import PNG_FILTER, REPORT, add_file_output, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, add_scheduler_parameter, pixel_store, scheduler
from .parameters.tiles import (
    SKIPPED,
    TILES,
    TilesParameter,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
    add_skipped_output,
    skipped_tiles,
)
from .translation import tr


class ClassifyTiles(NeonAlgorithm):
    CLASS_RASTER = "CLASS_RASTER"
    PC_RASTER = "PC_RASTER"
    PREVIEW = "PREVIEW"
    CLUSTER_ON = "CLUSTER_ON"

    NAME = "classifytiles"
    TAGS = NeonAlgorithm.TAGS + ",hdf5,h5,k-means,clustering,unsupervised,classification,pca,principal components"

    def displayName(self):
        return tr("Classify tiles")

    def shortDescription(self):
        return tr("Turn NEON reflectance tiles into a class map and principal components in one run.")

    def shortHelpString(self):
        return tr(
            "Reads NEON reflectance tiles (HDF5), leaves out bad bands, groups the pixels into classes by k-means and "
            "computes principal components, without intermediate rasters. It gives the same classes and components as "
            "cleaning, clustering and principal components in steps.\n"
            "Several tiles are classified together: a class means the same in all of them.\n"
            "Pixels without data stay without class. Classes are numbered from 1, dark to bright. The centres are a "
            "table that another run can start from; a cancelled run leaves those of its last iteration there.\n"
            "No tiles yet? Download tiles gets them from NEON; the model Download and classify does both in one step.\n"
            "The results are added to the map, the classes on top. Processing > Results Viewer lists the report."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            TilesParameter(TILES),
            tr(
                "NEON reflectance files, tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), and folders in "
                "or below which they are. Where tiles overlap, the one listed first counts."
            ),
        )
        add_kmeans_parameters(self)
        add_choice(
            self,
            self.CLUSTER_ON,
            tr("Cluster on"),
            tr(
                "0: the bands. 1: the scores of the principal components that are kept, which hardly changes the "
                "classes as long as the components hold nearly all of the variance; the report says how far the "
                "classes agree with those of all bands, and how much time that saved. Class spectra and centres are "
                "those of the bands either way; distances are then those of the scores."
            ),
            options=[tr("Bands"), tr("Principal components")],
            default=ON_BANDS,
            is_new=True,
            advanced=True,
        )
        add_pca_parameters(self, advanced=True)
        add_clear_sky_parameter(self, advanced=False)
        add_extent_of_tiles(self, advanced=True)
        add_mask_parameter(self)
        add_band_parameters(self)
        add_distance_parameters(self)
        add_palette_parameter(self)
        add_skip_broken_parameter(self)
        add_memory_parameter(self)
        add_scheduler_parameter(self)
        add_class_outputs(self, self.CLASS_RASTER)
        add_component_outputs(self, self.PC_RASTER)
        add_report_output(self)
        add_certainty_outputs(self)
        add_file_output(
            self,
            self.PREVIEW,
            tr("Preview"),
            PNG_FILTER,
            tr("A small picture of the class map."),
            by_default=False,
            advanced=True,
        )
        add_skipped_output(self)

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.componentclasses import make_component_classes
        from ..core.methods.products import ClassFiles, ComponentFiles, make_classes, make_components
        from ..core.report.making import write_run_report

        chosen = image_input(self, parameters, context, progress)
        settings = class_settings(self, parameters, context)
        self.keep_partial = settings.keep_partial
        targets = self.targets(parameters, context, chosen.sources)
        run = self.described_run(chosen.paths)
        choice = component_choice(self, parameters, context)
        store = pixel_store(self, parameters, context)
        address = scheduler(self, parameters, context)
        on_components = self.parameterAsEnum(parameters, self.CLUSTER_ON, context) == ON_COMPONENTS
        class_files = ClassFiles(
            targets[self.CLASS_RASTER], targets[CENTRES], targets[self.PREVIEW], certainty_files(targets)
        )
        component_files = ComponentFiles(
            targets[self.PC_RASTER], targets[EIGENVALUES], targets[LOADINGS], targets[MODEL]
        )

        def check(bands, name):
            settings.start.check(bands, name, progress)
            choice.check(len(bands))

        reading = progress.phase(tr("Reading tiles"), 0, 0.4)
        with (
            chosen.open(band_choice(self, parameters, context), reading, keep_open=not address) as tiles,
            image_set(tiles, store, reading, check, address) as images,
        ):
            mosaic = tiles.mosaic
            components = moments = comparison = None
            if on_components:
                components, moments = make_components(
                    images, mosaic, choice, component_files, progress.phase(tr("Principal components"), 0.4, 0.6)
                )
                classification, comparison = make_component_classes(
                    images,
                    mosaic,
                    components,
                    settings,
                    class_files,
                    progress.phase(tr("Clustering"), 0.6, 0.97),
                    compare=bool(targets[REPORT]),
                )
            else:
                classification = make_classes(
                    images, mosaic, settings, class_files, progress.phase(tr("Clustering"), 0.4, 0.8)
                )
                with settings.dispensable():
                    progress.check()
                    components, moments = make_components(
                        images, mosaic, choice, component_files, progress.phase(tr("Principal components"), 0.8, 0.97)
                    )
            if self.keep_partial and progress.cancelled():
                lacking = [self.PC_RASTER, EIGENVALUES, LOADINGS, MODEL] if components is None else []
                lacking += [] if classification.certainty_is_written else CERTAINTY
                targets = self.leave_out(targets, lacking, context, progress)
                run = replace(run, results=self.described_results())
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_run_report(targets[REPORT], run, images, mosaic, classification, components, moments, comparison)
        names = {
            self.CLASS_RASTER: class_layer_name(classification, tiles.name),
            **certainty_layer_names(tiles.name),
            self.PC_RASTER: component_layer_name(tiles.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {
            **targets,
            **class_numbers(classification),
            **({} if components is None else component_numbers(components)),
            SKIPPED: skipped_tiles(tiles, progress),
        }
