"""What all algorithms share: identity, errors, cancelling."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, NeonAopError
from ..core.progress import Progress
from .feedback import FeedbackProgress
from .layerstyle import StyleBesideFile
from .problems import problem_of
from .translation import search_words, tr

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"


class NeonAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: subclasses give the texts, add parameters and implement `compute`."""

    NAME = ""
    TAGS = "neon,aop,hyperspectral,reflectance,imaging spectroscopy"
    ICON = "neonaop.svg"

    def compute(self, parameters, context, progress: Progress) -> dict:
        """Do the work and return the outputs; errors of `core` become messages to the user."""
        raise NotImplementedError

    def checkParameterValues(self, parameters, context):
        problem = next(filter(None, (problem_of(one, parameters, context) for one in self.parameterDefinitions())), "")
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):
        for name in set(parameters) - {definition.name() for definition in self.parameterDefinitions()}:
            feedback.pushWarning(tr("{} is not a parameter of this algorithm and is ignored.").format(name))
        try:
            return self.compute(parameters, context, FeedbackProgress(feedback))
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

    def name_layer(self, parameters, context, output: str, path: str, name: str) -> None:
        """Name the raster of an output, unless the user or a model has named it, and have it styled."""
        details = self.named_details(parameters, context, output, path, name)
        if details is not None:
            StyleBesideFile.load_for(path, details)

    def named_details(self, parameters, context, output: str, path: str, name: str):
        """Name the layer of an output, unless the user or a model has named it, and return its details.

        None when it will not be loaded.
        """
        if not path or not context.willLoadLayerOnCompletion(path):
            return None
        details = context.layerToLoadOnCompletionDetails(path)
        chosen = getattr(parameters.get(output), "destinationName", "")
        if not chosen and details.name == self.parameterDefinition(output).description():
            details.name = name
        return details

    def described_run(self, parameters, inputs):
        """Return the `Run` that a report describes."""
        from ..core.report.making import Run

        return Run(
            title=self.displayName(),
            inputs=inputs,
            parameters=[
                (definition.description(), described_value(definition, parameters))
                for definition in self.parameterDefinitions()
                if not definition.isDestination()
            ],
            versions=[(tr("Plugin"), self.provider().versionInfo()), ("QGIS", Qgis.QGIS_VERSION)],
        )

    def createInstance(self):
        return type(self)()

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


def described_value(definition: QgsProcessingParameterDefinition, parameters) -> str:
    """Return a parameter's value as a user would read it."""
    value = parameters.get(definition.name())
    if value is None:
        value = definition.defaultValue()
    if isinstance(definition, QgsProcessingParameterEnum) and str(value).isdigit():
        return definition.options()[int(value)]
    if isinstance(definition, QgsProcessingParameterBoolean):
        # As text, qgis_process and models write it in small letters.
        return tr("no") if str(value).lower() in ("false", "0", "") else tr("yes")
    if isinstance(value, QgsReferencedRectangle):
        return f"{value.toString(2)} ({value.crs().authid()})"
    if isinstance(value, QgsMapLayer):
        return value.name()
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
