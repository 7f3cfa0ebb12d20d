# SPDX-License-Identifier: GPL-2.0-or-later
"""What all algorithms share: identity, errors, cancelling."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, MissingPackageError, NeonAopError
from ..core.progress import Progress
from .dialog import tiles_dialog
from .feedback import progress_of
from .layerorder import put_in_order
from .layerstyle import StyleBesideFile
from .parameters.outputs import ENDINGS
from .parameters.problems import problem_of, problem_of_choice
from .parameters.rasters import layers_of
from .parameters.values import called, described, set_values
from .translation import search_words, tr

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


class NeonAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: subclasses give the texts, add parameters and implement `compute`."""

    NAME = ""
    TAGS = "neon,aop,hyperspectral,reflectance,imaging spectroscopy"
    ICON = "neonaop.svg"
    # Two inputs of which exactly one must be given.
    EITHER: tuple[str, ...] = ()
    # What `prepareAlgorithm` found out about layers, see `layers_of`.
    layers: dict[str, object]

    def compute(self, parameters, context, progress: Progress) -> dict:
        """Do the work and return the outputs; errors of `core` become messages to the user."""
        raise NotImplementedError

    def check_packages(self) -> None:
        """Check that the Python packages are there which each run needs.

        Raises
        ------
        MissingPackageError
        """

    def canExecute(self):
        try:
            self.check_packages()
        except MissingPackageError as error:
            return False, str(error)
        return True, ""

    def problem(self, parameters, context) -> str:
        """Return what is wrong with values that are set, as a sentence for the user; empty when nothing is."""
        for definition in self.parameterDefinitions():
            problem = problem_of(definition, parameters, context)
            if problem:
                return problem
        return problem_of_choice(*map(self.parameterDefinition, self.EITHER), parameters) if self.EITHER else ""

    def checkParameterValues(self, parameters, context):
        parameters = set_values(parameters, context)
        problem = self.problem(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        # Here, in the thread of the layers; what runs in another one does not touch them.
        values = set_values(parameters, context)
        self._problem = self.problem(values, context)
        if not self._problem:
            self.layers = layers_of(self, values, context)
            self._described = [
                (definition.description(), described(definition, values))
                for definition in self.parameterDefinitions()
                if not definition.isDestination()
            ]
        return True

    def processAlgorithm(self, parameters, context, feedback):
        for name in sorted(set(parameters) - {definition.name() for definition in self.parameterDefinitions()}):
            feedback.pushWarning(tr("{} is not a parameter of this algorithm and is ignored.").format(name))
        parameters = set_values(parameters, context)
        # Models run their steps without asking before.
        if self._problem:
            raise QgsProcessingException(self._problem)
        try:
            self.check_packages()
            results = self.compute(parameters, context, progress_of(feedback))
            return {name: value for name, value in results.items() if value != "" or not self._is_target(name)}
        except Cancelled:
            return {}
        except NeonAopError as error:
            problem = str(error)
        except MemoryError:
            problem = tr(
                "There is not enough memory. Keep fewer bands (a larger subset factor) or choose a smaller extent."
            )
        # Not from within the handlers: QGIS keeps the exception, which would keep the other one, its pixels and files.
        raise QgsProcessingException(problem)

    def add(self, parameter: QgsProcessingParameterDefinition, help: str, advanced: bool = False) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(help)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def targets(self, parameters, context, inputs: Iterable = ()) -> dict[str, str]:
        """Return the path of each result by its parameter, empty where it is not wanted; all of them can be written.

        Raises
        ------
        OutputError
            If a result cannot be written, or would replace one of the `inputs`, files or `RasterChoice`.
        """
        from ..core.files.targets import check_targets

        rasters, files = {}, {}
        for definition in self.parameterDefinitions():
            name = definition.name()
            if isinstance(definition, QgsProcessingParameterRasterDestination):
                rasters[name] = self.parameterAsOutputLayer(parameters, name, context)
            elif isinstance(definition, QgsProcessingParameterFileDestination):
                files[name] = self.parameterAsFileOutput(parameters, name, context)
        endings = {name: ENDINGS.get(self.parameterDefinition(name).fileFilter(), "") for name in files}
        check_targets(*map(self._by_label, (rasters, files)), inputs, self._by_label(endings))
        return {**rasters, **files}

    def name_layers(self, parameters, context, targets: dict[str, str], names: dict[str, str]) -> None:
        """Name the layers of rasters and have them styled, the first of `names` on top."""
        for output, name in names.items():
            details = self.named_details(parameters, context, output, targets[output], name)
            if details is not None:
                StyleBesideFile.load_for(targets[output], details)
        if len(names) > 1:
            put_in_order(context, [targets[output] for output in names])

    def named_details(self, parameters, context, output: str, path: str, name: str):
        """Name the layer of an output, unless the user or a model has named it, and return its `LayerDetails`.

        None when it will not be loaded.
        """
        if not path or not context.willLoadLayerOnCompletion(path):
            return None
        details = context.layerToLoadOnCompletionDetails(path)
        chosen = getattr(parameters.get(output), "destinationName", "")
        if not chosen and details.name == self.parameterDefinition(output).description():
            details.name = name
        return details

    def _is_target(self, name: str) -> bool:
        definition = self.parameterDefinition(name)
        return definition is not None and definition.isDestination()

    def _by_label(self, targets: dict[str, str]) -> dict[str, str]:
        return {called(self.parameterDefinition(name)): path for name, path in targets.items()}

    def described_run(self, inputs):
        """Return the `Run` that a report describes."""
        from ..core.report.making import Run

        return Run(
            title=self.displayName(),
            inputs=inputs,
            parameters=self._described,
            versions=[(tr("Plugin"), self.provider().versionInfo()), ("QGIS", Qgis.QGIS_VERSION)],
        )

    def createInstance(self):
        return type(self)()

    def createCustomParametersWidget(self, parent):
        return tiles_dialog(self, parent)

    def name(self):
        return self.NAME

    def group(self):
        return tr("Reflectance tiles")

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
    """Return where the help page of an algorithm or model is."""
    return f"https://github.com/neon-aop/neon-aop/blob/main/docs/algorithms/{name}.md"
