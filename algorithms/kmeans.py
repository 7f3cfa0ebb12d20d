# SPDX-License-Identifier: GPL-2.0-or-later
"""K-means clustering of any raster."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from .base import NeonAlgorithm
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
from .parameters.inputs import INPUT, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.rasters import add_mask_parameter, add_raster_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .translation import tr


class KMeans(NeonAlgorithm):
    OUTPUT = "OUTPUT"

    NAME = "kmeans"
    ICON = "clusters.svg"
    TAGS = NeonAlgorithm.TAGS + ",k-means,clustering,cluster,unsupervised,classification,classes"

    def displayName(self):
        return tr("K-means clustering")

    def shortDescription(self):
        return tr("Classify the pixels of a raster into classes of similar spectra.")

    def shortHelpString(self):
        return tr(
            "Groups the pixels of a raster with several bands into classes: each pixel belongs to the class whose mean "
            "spectrum (centre) is nearest, and each centre is the mean of its pixels.\n"
            "Pixels without data in any band stay without class. Classes are numbered from 1, dark to bright.\n"
            "The centres are a table that another run can start from, on this or on another image. A cancelled run "
            "leaves the centres of its last iteration there.\n"
            "K-means suits classes of similar spread; the result depends on the start."
        )

    def initAlgorithm(self, configuration=None):
        add_raster_parameter(
            self, INPUT, tr("A raster with one or more bands, such as cleaned reflectance or principal components.")
        )
        add_kmeans_parameters(self)
        add_mask_parameter(self)
        add_distance_parameters(self)
        add_palette_parameter(self)
        add_memory_parameter(self)
        add_class_outputs(self, self.OUTPUT)
        add_report_output(self)
        add_certainty_outputs(self)

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.products import ClassFiles, make_classes
        from ..core.report.making import write_run_report

        chosen = image_input(self, parameters, context, progress)
        settings = class_settings(self, parameters, context)
        self.keep_partial = settings.keep_partial
        targets = self.targets(parameters, context, chosen.sources)
        run = self.described_run(chosen.paths)
        store = pixel_store(self, parameters, context)
        check = partial(settings.start.check, progress=progress)
        reading = progress.phase(tr("Reading the raster"), 0, 0.2)
        with chosen.open(progress=reading) as opened, image_set(opened, store, reading, check) as images:
            classification = make_classes(
                images,
                opened.mosaic,
                settings,
                ClassFiles(targets[self.OUTPUT], targets[CENTRES], certainty=certainty_files(targets)),
                progress.phase(tr("Clustering"), 0.2, 0.97),
            )
            if self.keep_partial and progress.cancelled():
                lacking = [] if classification.certainty_is_written else CERTAINTY
                targets = self.leave_out(targets, lacking, context, progress)
                run = replace(run, results=self.described_results())
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_run_report(targets[REPORT], run, images, opened.mosaic, classification)
        image_name = images.template.name
        names = {self.OUTPUT: class_layer_name(classification, image_name), **certainty_layer_names(image_name)}
        self.name_layers(parameters, context, targets, names)
        return {**targets, **class_numbers(classification)}
