# SPDX-License-Identifier: GPL-2.0-or-later
"""Classes by Gaussian maximum likelihood, trained with samples."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from .base import NeonAlgorithm
from .parameters.bands import add_band_parameters, band_choice
from .parameters.certainty import UNCLASSIFIED
from .parameters.classes import CLASSES_FOUND
from .parameters.classifiers import add_class_destination, add_confidence_output, name_class_layers
from .parameters.components import COMPONENTS_KEPT, FRACTION, MODEL
from .parameters.definitions import add_real_number
from .parameters.inputs import INPUT, add_extent_of_tiles, add_tiles_or_raster, image_input
from .parameters.outputs import CSV_FILTER, JSON_FILTER, REPORT, add_file_output, add_report_output
from .parameters.rasters import add_mask_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.samples import CLASSES, find_places, limits, location_sources, read_locations
from .parameters.tiles import (
    SKIPPED,
    TILES,
    add_clear_sky_parameter,
    add_skip_broken_parameter,
    add_skipped_output,
    skipped_tiles,
)
from .parameters.training import (
    TRAINING,
    add_method,
    add_sample_parameters,
    add_training_parameters,
    problem_of_method,
    problem_of_training,
    training_settings,
)
from .translation import tr


class GaussianClassifier(NeonAlgorithm):
    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    TABLE = "TABLE"
    ACCURACY = "ACCURACY"
    KAPPA = "KAPPA"
    EITHER = ((TILES, INPUT), (TRAINING, CLASSES))

    NAME = "gaussianclassifier"
    ICON = "gaussian.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",maximum likelihood,gaussian,supervised,classification,classifier,training,gmlc,maxlik,qda,lda,discriminant,"
        "accuracy,confusion matrix,kappa,species,random forest,trees,svm,support vector machine,scikit-learn,sklearn"
    )

    def displayName(self):
        return tr("Train a classifier")

    def shortDescription(self):
        return tr(
            "Give each pixel the most probable class, learnt from samples (maximum likelihood, or a random forest or "
            "linear SVM), with accuracy."
        )

    def shortHelpString(self):
        return tr(
            "Learns from places whose class is known what its spectra are like, as a normal distribution of principal "
            "components or bands, and gives each pixel the class with the highest probability (Gaussian maximum "
            "likelihood). Some of the samples are held out to test: the report has the confusion matrix, accuracies "
            "with confidence intervals, and how well pairs of classes can be told apart.\n"
            "Where there are few samples, the covariance of a class is mixed with that of all classes together; how "
            "much is chosen so that held-out samples are most likely. So it works with fewer samples than bands.\n"
            "Every pixel gets one of the classes, also where it is none of them, unless a share to reject is set.\n"
            "It does not suit classes whose spectra form several groups, such as roofs of all kinds: make each a "
            "class, or choose a random forest. Samples of a few crowns tell little of trees elsewhere.\n"
            "A random forest and a linear SVM are trained by the Python package scikit-learn, if it is installed; to "
            "apply a saved one it is not needed. Their report tells how much each wavelength counts."
        )

    def initAlgorithm(self, configuration=None):
        add_tiles_or_raster(
            self,
            tr("In place of tiles, a raster such as cleaned reflectance or component scores; all bands are read."),
        )
        add_sample_parameters(self)
        add_real_number(
            self,
            FRACTION,
            tr("Share of variance to keep (0: classify by the bands)"),
            tr(
                "Classify by the fewest principal components of the image that hold this share of the variance of all "
                "bands, which need fewer samples. 0: by the bands themselves, which is slower and can tell apart what "
                "differs in a few bands only."
            ),
            default=0.999,
            least=0.0,
            most=1.0,
        )
        add_method(self)
        add_training_parameters(self)
        add_extent_of_tiles(self)
        add_mask_parameter(self)
        add_band_parameters(self)
        add_clear_sky_parameter(self)
        add_skip_broken_parameter(self)
        add_memory_parameter(self)
        add_class_destination(self)
        add_confidence_output(self)
        add_file_output(
            self,
            MODEL,
            tr("Classifier"),
            JSON_FILTER,
            tr("The classifier, to apply to other images with Classify with a saved classifier."),
        )
        add_file_output(
            self,
            self.TABLE,
            tr("Confusion matrix"),
            CSV_FILTER,
            tr(
                "A table of held-out pixels: a row for each class that they got, a column for each true class, then "
                "user's and producer's accuracy with confidence intervals."
            ),
            by_default=False,
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.ACCURACY, tr("Overall accuracy (0 to 1)")))
        self.addOutput(QgsProcessingOutputNumber(self.KAPPA, tr("Kappa")))
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))
        self.addOutput(QgsProcessingOutputNumber(UNCLASSIFIED, tr("Unclassified pixels")))
        self.addOutput(QgsProcessingOutputNumber(COMPONENTS_KEPT, tr("Components kept")))
        add_skipped_output(self)

    def problem(self, parameters, context):
        return (
            super().problem(parameters, context)
            or problem_of_method(self, parameters, context)
            or problem_of_training(self, parameters, context)
        )

    def canExecute(self):
        from ..core.methods.supervised.scikitlearn import is_installed

        can, reason = super().canExecute()
        if can and not is_installed():
            reason = tr("Random forest and linear SVM need the Python package scikit-learn, which is not installed.")
        return can, reason

    def prepareAlgorithm(self, parameters, context, feedback):
        is_ready = super().prepareAlgorithm(parameters, context, feedback)
        if not self._problem:
            read_locations(self, parameters, context, of=TRAINING)
        return is_ready

    def check_packages(self):
        from ..core.methods.spy import spy_algorithms

        spy_algorithms()

    def compute(self, parameters, context, progress):
        from ..core.files.tables import write_table
        from ..core.inputs.imagesets import image_set
        from ..core.inputs.memorycells import CellsInMemory
        from ..core.methods.supervised.classifier import check_classes, classify_images, train, unclassified_in_words
        from ..core.methods.supervised.modelfile import write_model
        from ..core.methods.transforms.components import ComponentChoice, Moments, principal_components
        from ..core.progress import Watch
        from ..core.report.classifier import confusion_rows, in_words, write_classifier_report
        from ..core.report.samples import lost_in_words
        from ..core.spectra.samples import read_samples

        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, [*chosen.sources, *location_sources(self, TRAINING)])
        settings = training_settings(self, parameters, context)
        fraction = self.parameterAsDouble(parameters, FRACTION, context)
        run = self.described_run(chosen.paths)
        bands = band_choice(self, parameters, context) if chosen.raster is None else None
        store = pixel_store(self, parameters, context)
        with chosen.open(bands, progress) as source:
            finding = progress.phase(tr("Finding the training pixels"), 0, 0.05)
            places = find_places(self, parameters, context, source.grid, finding, TRAINING)
            reading = progress.phase(tr("Reading the image"), 0.05, 0.5)
            with image_set(source, store, reading) as images:
                cells = CellsInMemory(images, source.mosaic, source.name)
                samples = read_samples(cells, places, store, Watch(progress), limits(self, parameters, context))
                for sentence in lost_in_words(samples, with_single=False):
                    progress.warn(sentence)
                samples = check_classes(samples, progress)
                learning = progress.phase(tr("Training"), 0.5, 0.7)
                moments = Moments.of(images, learning.part(0, 0.2))
                transform = None
                if fraction:
                    transform = principal_components(moments, images.template.bands, ComponentChoice(fraction))
                trained = train(samples, moments, transform, settings, learning.part(0.2, 1))
                progress.info(in_words(trained))
                if targets[MODEL]:
                    write_model(targets[MODEL], trained.model)
                if targets[self.TABLE] and trained.accuracy is not None:
                    write_table(targets[self.TABLE], *confusion_rows(trained.model, trained.accuracy))
                classifying = progress.phase(tr("Classifying"), 0.7, 0.95)
                found = classify_images(
                    trained.model,
                    images,
                    source.mosaic,
                    targets[self.OUTPUT],
                    store,
                    classifying,
                    targets[self.CONFIDENCE],
                )
            if found.unclassified is not None:
                progress.info(unclassified_in_words(found))
            if targets[REPORT]:
                writing = progress.phase(tr("Writing the report"), 0.95, 1)
                write_classifier_report(targets[REPORT], run, trained, found, source.grid, writing)
            name, skipped = source.name, skipped_tiles(source, progress)
        if trained.accuracy is None:
            targets[self.TABLE] = ""
            tested = {}
        else:
            tested = {
                self.ACCURACY: trained.accuracy.overall.share,
                self.KAPPA: trained.accuracy.comparison.kappa,
            }
        progress.report(1)
        name_class_layers(self, parameters, context, targets, trained.model, name)
        return {
            **targets,
            **tested,
            CLASSES_FOUND: found.classes.found,
            UNCLASSIFIED: found.unclassified or 0,
            COMPONENTS_KEPT: 0 if transform is None else transform.count,
            SKIPPED: skipped,
        }
