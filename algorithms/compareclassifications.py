# SPDX-License-Identifier: GPL-2.0-or-later
"""How far two class maps agree, or a class map and reference samples."""

from __future__ import annotations

import math

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..core.constants import MATCH_OVERLAP
from .base import NeonAlgorithm
from .parameters.classmaps import REFERENCE, SECOND, add_second_map, problem_of_field, reference_features
from .parameters.definitions import add_choice
from .parameters.outputs import CSV_FILTER, REPORT, add_file_output, add_report_output
from .parameters.values import is_given, set_values
from .translation import tr


class CompareClassifications(NeonAlgorithm):
    FIRST = "FIRST"
    MATCH = "MATCH"
    AGREEMENT = "AGREEMENT"
    TABLE = "TABLE"
    OVERALL = "OVERALL"
    ADJUSTED_RAND = "ADJUSTED_RAND"
    KAPPA = "KAPPA"
    EITHER = ((SECOND, REFERENCE),)

    NAME = "compareclassifications"
    ICON = "compare.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",accuracy assessment,agreement,confusion matrix,error matrix,cross table,kappa,rand,change,validation,"
        "ground truth,reference,classes"
    )

    def displayName(self):
        return tr("Compare classifications")

    def shortDescription(self):
        return tr("Compare two class maps, or a class map and reference points or polygons.")

    def shortHelpString(self):
        return tr(
            "Tells how far two class maps of the same ground agree: runs with different numbers of clusters or bands, "
            "k-means of bands and of principal components, maps of two years, or a map and reference samples.\n"
            "Classes of k-means have no meaning of their own, so that class 3 of one run may be class 5 of another. By "
            "default, classes are therefore matched by overlap: each class with at most one of the other map, so that "
            "as many pixels as possible agree. Where numbers or names mean the same in both maps, match by these.\n"
            "The results are the cross table, the overall agreement, Cohen's kappa, the adjusted Rand index (which "
            "needs no matching), and precision, recall and F1 of each class. Only pixels that have a class in both "
            "maps count.\n"
            "A second map, or reference points or polygons: give one of the two.\n"
            "It does not suit maps with many more classes in one than in the other: each class has one partner at "
            "most, so that the overall agreement is low though one map refines the other. The adjusted Rand index and "
            "the flow diagram of the report show that better; Merge classes brings such maps to the same classes."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            QgsProcessingParameterRasterLayer(name=self.FIRST, description=tr("First map")),
            tr("A class raster of this plugin or any other program, with whole numbers for classes in its first band."),
        )
        add_second_map(self)
        add_choice(
            self,
            self.MATCH,
            tr("Match classes"),
            tr(
                "Which classes correspond. 0: those that share most pixels, for k-means, whose numbers mean nothing. "
                "1: those with the same number. 2: those with the same name, without the number and the share that "
                "this plugin writes around names; case and surrounding spaces do not matter unless a map has both "
                "spellings. A class without a name is called by its number."
            ),
            options=[tr("By overlap"), tr("By number"), tr("By name")],
            default=MATCH_OVERLAP,
        )
        self.add(
            QgsProcessingParameterRasterDestination(name=self.AGREEMENT, description=tr("Agreement")),
            tr(
                "The raster to write (GeoTIFF), on the grid of the first map: a number for each pair of classes that "
                "occurs, named after both. Pairs that correspond are grey, others have the colour of the class in "
                "the second map; 0 is no data. The attribute table has both classes and the area of each pair."
            ),
        )
        add_file_output(
            self,
            self.TABLE,
            tr("Cross table"),
            CSV_FILTER,
            tr(
                "A table with a row for each class of the first map: its pixels and area, the class that corresponds "
                "to it, precision, recall and F1, and its pixels in each class of the second map."
            ),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.OVERALL, tr("Overall agreement (0 to 1)")))
        self.addOutput(QgsProcessingOutputNumber(self.ADJUSTED_RAND, tr("Adjusted Rand index")))
        self.addOutput(QgsProcessingOutputNumber(self.KAPPA, tr("Cohen's kappa")))

    def problem(self, parameters, context):
        return super().problem(parameters, context) or problem_of_field(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        is_ready = super().prepareAlgorithm(parameters, context, feedback)
        values = set_values(parameters, context)
        if not self._problem and is_given(values.get(REFERENCE)):
            self.layers[REFERENCE] = reference_features(self, values, context)
        return is_ready

    def compute(self, parameters, context, progress):
        from ..core.inputs.classrasters import RasterClasses, open_classes
        from ..core.inputs.references import ReferenceClasses
        from ..core.methods.mapcomparison import compare_maps, write_agreement, write_comparison
        from ..core.report.comparison import in_words, write_comparison_report

        grid, first = open_classes(self.layers[self.FIRST], progress)
        if REFERENCE in self.layers:
            second = ReferenceClasses(self.layers[REFERENCE], progress)
        else:
            second = RasterClasses(self.layers[SECOND])
        targets = self.targets(parameters, context, [*first.files, *second.files])
        run = self.described_run([path for path in (first.path, second.path) if path])
        match = self.parameterAsEnum(parameters, self.MATCH, context)
        compared = compare_maps(first, second, grid, match, progress.phase(tr("Comparing"), 0, 0.5))
        progress.info(in_words(compared))
        writing = progress.phase(tr("Writing the agreement"), 0.5, 1)
        write_agreement(targets[self.AGREEMENT], compared, first, second, writing)
        if targets[self.TABLE]:
            write_comparison(targets[self.TABLE], compared)
        if targets[REPORT]:
            write_comparison_report(targets[REPORT], run, compared)
        name = tr("Agreement of {} and {}").format(first.name, second.name)
        self.name_layers(parameters, context, targets, {self.AGREEMENT: name})
        comparison = compared.comparison
        numbers = {
            self.OVERALL: comparison.overall,
            self.ADJUSTED_RAND: comparison.adjusted_rand,
            self.KAPPA: comparison.kappa,
        }
        return {**targets, **{name: value for name, value in numbers.items() if not math.isnan(value)}}
