# SPDX-License-Identifier: GPL-2.0-or-later
"""Merge, rename and recolour the classes of a class raster, and remove small patches."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from .base import NeonAlgorithm
from .parameters.classes import CENTRES, CLASSES_FOUND
from .parameters.definitions import add_table_input, add_whole_number
from .parameters.inputs import INPUT
from .parameters.outputs import CSV_FILTER, add_file_output
from .parameters.rasters import add_raster_parameter
from .parameters.run import add_memory_parameter, pixel_store
from .parameters.values import called, is_given
from .translation import tr


class MergeClasses(NeonAlgorithm):
    MERGE = "MERGE"
    MERGE_TABLE = "MERGE_TABLE"
    SIEVE = "SIEVE"
    DIAGONAL = "DIAGONAL"
    OUTPUT = "OUTPUT"
    MERGED_CENTRES = "MERGED_CENTRES"

    NAME = "mergeclasses"
    ICON = "merge.svg"
    TAGS = NeonAlgorithm.TAGS + (
        ",classes,reclassify,recode,rename,relabel,combine,aggregate,colour,sieve,majority,generalise,salt and pepper"
    )

    def displayName(self):
        return tr("Merge classes")

    def shortDescription(self):
        return tr("Merge, rename and recolour classes, and remove small patches.")

    def shortHelpString(self):
        return tr(
            "Turns a map of many clusters into one of few meaningful classes: classes that show the same are merged, "
            "named and coloured, and patches of a few pixels can be given to the largest patch beside them.\n"
            "What to merge is written as 2+4=forest, 5=road: classes by number or name with + between them, =, and the "
            "name of what they become. The merged class has the lowest of their numbers, or the number that is given "
            "in place of a name (2+4=7). A colour may follow (2+4=forest #1b7837). Classes that are not named stay as "
            "they are. Names with + = , ; in them are put in quotes; a table can say the same.\n"
            "The result keeps names, colours, attribute table and areas, so that it can be merged again, compared or "
            "turned into polygons. The cluster centres of the run can be merged in the same way, each with the weight "
            "of its pixels, for Classify with saved centres.\n"
            "It does not suit rasters of measurements. Merged centres are means: where the merged classes look very "
            "different, such as sunlit and shaded forest, few pixels look like their mean, and classifying with the "
            "centres of all classes and merging then is better."
        )

    def initAlgorithm(self, configuration=None):
        add_raster_parameter(
            self, INPUT, tr("A class raster of this plugin or any other program, with whole numbers in its first band.")
        )
        self.add(
            QgsProcessingParameterString(
                name=self.MERGE, description=tr("Classes to merge or rename"), multiLine=True, optional=True
            ),
            tr(
                "Such as 2+4=forest, 5=road: on the left classes by number or name, on the right what they become (a "
                "name or a class number, and possibly a colour such as #1b7837). Rules are separated by commas or new "
                "lines. Names with + = , ; are put in quotes."
            ),
        )
        add_table_input(
            self,
            self.MERGE_TABLE,
            tr("Table of classes to merge"),
            tr(
                "In place of text, a table with the column class, and one or more of new class, name and colour "
                "(#1b7837). Rows with the same new class, or the same name, become one class."
            ),
            optional=True,
        )
        add_whole_number(
            self,
            self.SIEVE,
            tr("Smallest patch (pixels)"),
            tr(
                "Patches of fewer pixels, after merging, become part of the largest patch beside them. No data is not "
                "filled. 0: all patches stay."
            ),
            default=0,
        )
        self.add(
            QgsProcessingParameterBoolean(
                name=self.DIAGONAL, description=tr("Patches include diagonal neighbours"), defaultValue=False
            ),
            tr("Whether pixels that touch at a corner only belong to the same patch."),
            advanced=True,
        )
        add_table_input(
            self,
            CENTRES,
            tr("Cluster centres"),
            tr("The table of centres of the run that made the classes, to be merged as well."),
            optional=True,
        )
        add_memory_parameter(self)
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("Merged classes")),
            tr("The class raster to write (GeoTIFF): classes from 1, 0 where there is no data."),
        )
        add_file_output(
            self,
            self.MERGED_CENTRES,
            tr("Merged centres"),
            CSV_FILTER,
            tr(
                "The table of merged centres to write, with the pixels and areas of the classes before small patches "
                "were removed. It needs the cluster centres."
            ),
            by_default=False,
        )
        self.addOutput(QgsProcessingOutputNumber(CLASSES_FOUND, tr("Classes with pixels")))

    def problem(self, parameters, context):
        return super().problem(parameters, context) or self._problem_of_combination(parameters, context)

    def _problem_of_combination(self, parameters, context) -> str:
        merge, table, sieve, merged, centres = (
            called(self.parameterDefinition(name))
            for name in (self.MERGE, self.MERGE_TABLE, self.SIEVE, self.MERGED_CENTRES, CENTRES)
        )
        given = [bool(is_given(parameters.get(name))) for name in (self.MERGE, self.MERGE_TABLE)]
        if all(given):
            return tr("{one} and {other} are both given; choose one of them.").format(one=merge, other=table)
        if not any(given) and self.parameterAsInt(parameters, self.SIEVE, context) < 2:
            return tr("There is nothing to do: give {merge}, {table}, or a {sieve} of at least 2.").format(
                merge=merge, table=table, sieve=sieve
            )
        if is_given(parameters.get(self.MERGED_CENTRES)) and not is_given(parameters.get(CENTRES)):
            return tr("{merged} cannot be written without {centres}; choose the table of the run.").format(
                merged=merged, centres=centres
            )
        return ""

    def compute(self, parameters, context, progress):
        from ..core.inputs.classrasters import open_classes
        from ..core.methods.mergerules import merge, parse_rules, read_rules
        from ..core.methods.merging import (
            classes_with_pixels,
            known_classes,
            merge_centres,
            merging_in_words,
            read_classes,
            write_merged,
        )
        from ..core.spectra.classes import SpectralClasses

        chosen = self.layers[INPUT]
        table = self.parameterAsFile(parameters, self.MERGE_TABLE, context)
        centres = self.parameterAsFile(parameters, CENTRES, context)
        targets = self.targets(parameters, context, [chosen, table, centres])
        saved = SpectralClasses.read(centres) if centres else None
        grid, source = open_classes(chosen, progress)
        store = pixel_store(self, parameters, context)
        stored = read_classes(source, grid, store, progress.phase(tr("Reading classes"), 0, 0.3))
        known = known_classes(source, stored.numbers, saved)
        text = self.parameterAsString(parameters, self.MERGE, context)
        merged = merge(read_rules(table, known) if table else parse_rules(text, known), known, source.categories)
        counts = write_merged(
            targets[self.OUTPUT],
            stored,
            merged,
            self.parameterAsInt(parameters, self.SIEVE, context),
            self.parameterAsBool(parameters, self.DIAGONAL, context),
            progress.phase(tr("Merging classes"), 0.3, 1),
        )
        if targets[self.MERGED_CENTRES]:
            merge_centres(saved, merged, grid.pixel_area_ha).write(targets[self.MERGED_CENTRES])
        found = classes_with_pixels(counts)
        progress.info(merging_in_words(stored, merged, found))
        name = tr("Merged, {} classes - {}").format(found, source.name)
        self.name_layers(parameters, context, targets, {self.OUTPUT: name})
        return {**targets, CLASSES_FOUND: found}
