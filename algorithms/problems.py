"""What is wrong with the value of a parameter, where QGIS would only say that something is."""

from __future__ import annotations

from qgis.core import (
    QgsFileUtils,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..core.constants import TILE_ENDINGS
from .translation import tr

# QGIS's own bound of numbers that have none.
UNBOUNDED = 2_147_483_647


def problem_of(definition: QgsProcessingParameterDefinition, parameters, context) -> str:
    """Return a sentence for the user, empty when nothing is seen to be wrong."""
    name, value = definition.name(), parameters.get(definition.name())
    if isinstance(value, bool) or not isinstance(value, (int, float, str)) or value == "":
        return ""
    if isinstance(definition, QgsProcessingParameterRasterLayer) and str(value).lower().endswith(TILE_ENDINGS):
        return tr("{}: {} is an HDF5 file, not a raster; run Clean reflectance on it first.").format(name, value)
    if isinstance(definition, QgsProcessingParameterNumber) and _lacks_whole(definition, value):
        return tr("{} is {}; it must be a whole number.").format(name, value)
    if definition.checkValueIsAcceptable(value, context):
        return ""
    if isinstance(definition, QgsProcessingParameterRasterLayer):
        return tr("{}: {} cannot be opened as a raster; choose another one.").format(name, value)
    if isinstance(definition, QgsProcessingParameterEnum):
        choices = ", ".join(f"{number} ({text})" for number, text in enumerate(definition.options()))
        return tr("{} is {}; it must be one of {}.").format(name, value, choices)
    if isinstance(definition, QgsProcessingParameterFile):
        endings = ", ".join(f".{ending}" for ending in QgsFileUtils.extensionsFromFilter(definition.fileFilter()))
        return tr("{}: the name of {} must end in {}; choose another file.").format(name, value, endings)
    if isinstance(definition, QgsProcessingParameterNumber):
        low, high = f"{definition.minimum():g}", f"{definition.maximum():g}"
        if definition.maximum() >= UNBOUNDED:
            return tr("{} is {}; it must be a number of at least {}.").format(name, value, low)
        return tr("{} is {}; it must be a number from {} to {}.").format(name, value, low, high)
    return ""


def _lacks_whole(definition: QgsProcessingParameterNumber, value) -> bool:
    """Tell whether `value` is a number with a fraction where a whole one is wanted; QGIS would round it."""
    if definition.dataType() != QgsProcessingParameterNumber.Type.Integer:
        return False
    try:
        return not float(value).is_integer()
    except ValueError:
        return False
