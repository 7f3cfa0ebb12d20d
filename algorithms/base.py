# SPDX-License-Identifier: GPL-2.0-or-later
"""The base class of all algorithms: checks of values, errors, cancelling, results."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, MissingPackageError, NeonAopError
from ..core.progress import Progress
from .dialog import algorithm_dialog
from .feedback import progress_of
from .keptlayers import load_kept
from .layerorder import put_in_order
from .layerstyle import StyleBesideFile
from .parameters.outputs import ENDINGS
from .parameters.problems import problem_of, problem_of_choice
from .parameters.rasters import LayerExtent, layers_of
from .parameters.recorded import recorded_parameters
from .parameters.values import called, described, path_of_sink, set_values
from .temporary import Result, is_temporary, say_where
from .translation import search_words, tr
from .version import software, version

PLUGIN = Path(__file__).resolve().parent.parent
ICONS = PLUGIN / "resources" / "icons"


class NeonAlgorithm(QgsProcessingAlgorithm):
    """Base class: subclasses give the texts, add parameters and implement `compute`."""

    NAME = ""
    TAGS = "neon,aop,hyperspectral,reflectance,imaging spectroscopy"
    ICON = "neonaop.svg"
    # Pairs of inputs, of each of which exactly one must be given.
    EITHER: tuple[tuple[str, str], ...] = ()
    # Whether what there is when the user cancels is kept; `compute` then returns results nevertheless.
    keep_partial = False
    # The settings of layers, which `prepareAlgorithm` reads; see `layers_of`.
    layers: dict[str, object]

    def compute(self, parameters, context, progress: Progress) -> dict:
        """Do the work and return the outputs; errors of `core` become the message of the run."""
        raise NotImplementedError

    def check_packages(self) -> None:
        """Raise a `MissingPackageError` if a Python package is missing that every run needs."""

    def canExecute(self):
        try:
            self.check_packages()
        except MissingPackageError as error:
            return False, str(error)
        return True, ""

    def problem(self, parameters, context) -> str:
        """Return a sentence on what is wrong with the values of parameters; an empty text when nothing is."""
        for definition in self.parameterDefinitions():
            problem = problem_of(definition, parameters, context)
            if problem:
                return problem
        problems = (problem_of_choice(*map(self.parameterDefinition, pair), parameters) for pair in self.EITHER)
        return next(filter(None, problems), "")

    def alternatives(self, name: str) -> list[str]:
        """Return the inputs that may be given in place of one that is needed otherwise; none for other parameters."""
        return [other for pair in self.EITHER if name in pair for other in pair if other != name]

    def checkParameterValues(self, parameters, context):
        parameters = set_values(parameters, context)
        problem = self.problem(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        # Layers may be used here, in the main thread, but not in `processAlgorithm`, which may run in another thread.
        values = set_values(parameters, context)
        self._problem = self.problem(values, context)
        self._results: list[Result] = []
        self._inputs: list = []
        if not self._problem:
            self.layers = layers_of(self, values, context)
            self._recorded = recorded_parameters(self, values, context)
            self._described = [
                (definition.description(), described(definition, values))
                for definition in self.parameterDefinitions()
                if not definition.isDestination()
            ]
        return True

    def processAlgorithm(self, parameters, context, feedback):
        known = {definition.name() for definition in self.parameterDefinitions()}
        for name in sorted(set(parameters) - known):
            feedback.pushWarning(tr("{} is not a parameter of this algorithm and is ignored.").format(name))
        parameters = set_values({name: parameters[name] for name in known & set(parameters)}, context)
        # Models run their steps without calling checkParameterValues.
        if self._problem:
            raise QgsProcessingException(self._problem)
        from ..core.files.provenance import run_recorded

        try:
            self.check_packages()
            progress = progress_of(feedback)
            with run_recorded():
                results = self.compute(parameters, context, progress)
            if self.keep_partial and progress.cancelled():
                load_kept(self, results, context, progress)
            say_where(self._results, self._inputs, context, progress)
            progress.report(1)
            targets = {definition.name() for definition in self.parameterDefinitions() if definition.isDestination()}
            return {name: value for name, value in results.items() if value != "" or name not in targets}
        except Cancelled:
            return {}
        except NeonAopError as error:
            problem = str(error)
        except MemoryError:
            problem = tr(
                "There is not enough memory. Keep fewer bands (every n-th, with a larger n) or choose a smaller extent."
            )
        # Raised outside of the handlers: QGIS keeps this exception, which would keep the other one with its pixels.
        raise QgsProcessingException(problem)

    def add(self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def targets(self, parameters, context, inputs: Iterable = ()) -> dict[str, str]:
        """Return the path of each result by its parameter, empty for results that are not wanted, and check all.

        What is written from then on keeps its provenance.

        Raises
        ------
        OutputError
            If a result cannot be written, or would replace an input: one of `inputs` (paths or `RasterChoice`), a file
            that a parameter names, or a layer that gives the extent.
        """
        from ..core.files.provenance import Provenance, record
        from ..core.files.targets import check_targets

        inputs = [*inputs, *self._files_named(parameters, context)]
        rasters, files, layers = {}, {}, {}
        for definition in self.parameterDefinitions():
            name = definition.name()
            if isinstance(definition, QgsProcessingParameterRasterDestination):
                rasters[name] = self.parameterAsOutputLayer(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterFileDestination):
                files[name] = self.parameterAsFileOutput(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterFeatureSink):
                layers[name] = path_of_sink(parameters.get(name), context)
        endings = {name: ENDINGS.get(self.parameterDefinition(name).fileFilter(), "") for name in files}
        check_targets(self._by_label(rasters), self._by_label({**files, **layers}), inputs, self._by_label(endings))
        # Not the rasters that a model hands from step to step.
        kept = {
            name: path
            for name, path in rasters.items()
            if context.willLoadLayerOnCompletion(path) or not is_temporary(path, context)
        }
        self._results = [
            Result(self.parameterDefinition(name).description(), path, is_temporary(path, context))
            for name, path in {**kept, **files}.items()
            if path
        ]
        self._inputs = inputs
        record(Provenance.of(self.id(), software(), inputs, self._recorded))
        return {**rasters, **files}

    def leave_out(self, targets: dict[str, str], names: Iterable[str], context, progress: Progress) -> dict[str, str]:
        """Return targets without the results that a cancelled run does not write, and say which these are."""
        left_out = {name: targets[name] for name in names if targets[name]}
        if left_out:
            labels = ", ".join(self.parameterDefinition(name).description() for name in left_out)
            progress.info(tr("Left out, as the run was cancelled: {results}.").format(results=labels))
        self._results = [result for result in self._results if result.path not in left_out.values()]
        layers = context.layersToLoadOnCompletion()
        loaded = {path: details for path, details in layers.items() if path not in left_out.values()}
        context.setLayersToLoadOnCompletion(loaded)
        return {**targets, **dict.fromkeys(left_out, "")}

    def _files_named(self, parameters, context) -> list[str]:
        extents = [files for layer in self.layers.values() if isinstance(layer, LayerExtent) for files in layer.files]
        return extents + [
            self.parameterAsFile(parameters, definition.name(), context)
            for definition in self.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterFile)
        ]

    def name_layers(self, parameters, context, targets: dict[str, str], names: dict[str, str]) -> None:
        """Name and style the layers of rasters, by their outputs; the first of `names` is the uppermost layer."""
        for output, name in names.items():
            details = self.named_details(parameters, context, output, targets[output], name)
            if details is not None:
                StyleBesideFile.load_for(targets[output], details, centres=targets.get("CENTRES") or "")
        if len(names) > 1:
            put_in_order(context, [targets[output] for output in names])

    def named_details(self, parameters, context, output: str, path: str, name: str):
        """Name the layer of an output unless it has a name; return its `LayerDetails`, or None if it is not loaded."""
        if not path or not context.willLoadLayerOnCompletion(path):
            return None
        details = context.layerToLoadOnCompletionDetails(path)
        chosen = getattr(parameters.get(output), "destinationName", "")
        if not chosen and details.name == self.parameterDefinition(output).description():
            details.name = name
        # Not the name of a temporary file, "OUTPUT", where QGIS is set to name layers after their files.
        details.forceName = details.forceName or is_temporary(path, context)
        return details

    def _by_label(self, targets: dict[str, str]) -> dict[str, str]:
        return {called(self.parameterDefinition(name)): path for name, path in targets.items()}

    def described_run(self, inputs):
        """Return the `Run` that a report describes."""
        from ..core.report.making import Run

        return Run(
            title=self.displayName(),
            inputs=inputs,
            parameters=self._described,
            results=self.described_results(),
            versions=[(tr("Plugin"), version()), ("QGIS", Qgis.QGIS_VERSION)],
        )

    def described_results(self) -> list[tuple[str, str]]:
        """Return labels and paths of the results that are written, as a report lists them."""
        return [result.described() for result in self._results]

    def createInstance(self):
        return type(self)()

    def createCustomParametersWidget(self, parent):
        return algorithm_dialog(self, parent)

    def name(self):
        return self.NAME

    def group(self):
        return tr("Analysis")

    def groupId(self):
        return "tiles"

    def tags(self):
        return search_words(self.TAGS)

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(ICONS / self.ICON)

    def helpUrl(self):
        return help_url(self.NAME)


def help_url(name: str) -> str:
    """Return the address of the help page of an algorithm or model on this disk.

    `make setup` and `make package` build the pages; a checkout without them has their source.
    """
    built, source = PLUGIN / "help" / "algorithms" / f"{name}.html", PLUGIN / "docs" / "algorithms" / f"{name}.md"
    return QUrl.fromLocalFile(str(built if built.exists() else source)).toString()
