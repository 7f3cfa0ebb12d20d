# SPDX-License-Identifier: GPL-2.0-or-later
"""Classify further tiles or rasters with the classifier of an earlier run."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from .base import NeonAlgorithm
from .parameters.certainty import UNCLASSIFIED
from .parameters.classes import CLASSES_FOUND, COUNTS, add_counts_output
from .parameters.classifiers import add_class_destination, add_confidence_output, name_class_layers
from .parameters.components import MODEL
from .parameters.definitions import add_model_input
from .parameters.inputs import INPUT, add_image_parameters, image_input
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .translation import tr


class ApplyClassifier(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    EITHER = ((TILES, INPUT),)

    NAME = "applyclassifier"
    ICON = "gaussian.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",maximum likelihood,gaussian,supervised,classification,classifier,apply,predict,model,random forest,trees,svm"
    )

    def displayName(self):
        return tr("Classify with a saved classifier")

    def shortDescription(self):
        return tr("Classify further tiles or a raster with the classifier of an earlier run.")

    def shortHelpString(self):
        return tr(
            "Classifies other images with a classifier that Train a classifier wrote: classes keep their numbers, "
            "names and, where it was told to reject, their limits. The bands of the classifier are found in the image "
            "by wavelength. A random forest or linear SVM needs no further package here.\n"
            "Tiles, or one raster: give one of the two. Tiles are read one after the other, so that a whole site needs "
            "the memory of one tile.\n"
            "The accuracy is that of the image with the samples. Under another light, in another season or at another "
            "site, spectra of the same class differ; test it there."
        )

    def initAlgorithm(self, configuration=None):
        add_model_input(self, MODEL, tr("Classifier"), tr("The classifier that an earlier run wrote."))
        add_image_parameters(
            self,
            tr(
                "In place of tiles, a raster of the same kind as the one of the earlier run, such as cleaned "
                "reflectance."
            ),
        )
        add_memory_parameter(self)
        add_class_destination(self)
        add_confidence_output(self)
        add_counts_output(self)
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        self.addOutput(QgsProcessingOutputNumber(UNCLASSIFIED, tr("Unclassified pixels")))
        add_skipped_output(self)

    def compute(self, parameters, context, progress):
        from ..core.inputs.wanted import WantedBands
        from ..core.methods.supervised.classifier import classify_blocks, unclassified_in_words
        from ..core.methods.supervised.modelfile import read_model

        path = self.parameterAsFile(parameters, MODEL, context)
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        model = read_model(path)
        store = pixel_store(self, parameters, context)
        with chosen.open(WantedBands(model.classes.bands, path), progress) as source:
            classifying = progress.phase(tr("Classifying"), 0, 1)
            found = classify_blocks(model, source, targets[self.OUTPUT], store, classifying, targets[self.CONFIDENCE])
            if targets[COUNTS]:
                found.classes.write_counts(targets[COUNTS])
        if found.unclassified is not None:
            progress.info(unclassified_in_words(found))
        name_class_layers(self, parameters, context, targets, model, source.name)
        return {
            **targets,
            CLASSES_FOUND: found.classes.found,
            UNCLASSIFIED: found.unclassified or 0,
            SKIPPED: skipped_tiles(source, progress),
        }
