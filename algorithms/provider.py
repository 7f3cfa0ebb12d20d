"""The provider: what QGIS lists in the toolbox."""

from __future__ import annotations

import configparser
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .ancillarylayer import AncillaryLayer
from .applycentres import ApplyCentres
from .applypca import ApplyPrincipalComponents
from .base import ICONS
from .classifytiles import ClassifyTiles
from .cleanreflectance import CleanReflectance
from .colourcomposite import ColourComposite
from .createdemotile import CreateDemoTile
from .inspecttile import InspectTile
from .kmeans import KMeans
from .models import PROVIDERS_IN_MODELS, SHIPPED_MODELS
from .pca import PrincipalComponents
from .translation import tr

ALGORITHMS = (
    ClassifyTiles,
    CleanReflectance,
    KMeans,
    PrincipalComponents,
    ApplyCentres,
    ApplyPrincipalComponents,
    InspectTile,
    ColourComposite,
    AncillaryLayer,
    CreateDemoTile,
)


class NeonAopProvider(QgsProcessingProvider):
    """Algorithms for reflectance tiles of the NEON Airborne Observation Platform."""

    def __init__(self):
        super().__init__()
        QgsApplication.processingRegistry().providerAdded.connect(self._complete_models)

    def _complete_models(self, provider_id: str) -> None:
        """Load again when steps of models are registered."""
        if provider_id in PROVIDERS_IN_MODELS:
            self.refreshAlgorithms()

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        # Models know the outputs of their steps only when these are registered, and take the longest to load.
        if QgsApplication.processingRegistry().providerById(self.id()) is not None:
            for model in SHIPPED_MODELS:
                self.addAlgorithm(model())

    def id(self):
        return "neonaop"

    def name(self):
        return tr("NEON AOP hyperspectral")

    def longName(self):
        return f"{self.name()} {self.versionInfo()}"

    def versionInfo(self):
        metadata = configparser.ConfigParser(interpolation=None)
        metadata.read(Path(__file__).resolve().parent.parent / "metadata.txt", encoding="utf-8")
        return metadata["general"]["version"]

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(ICONS / "neonaop.svg")

    def supportedOutputRasterLayerExtensions(self):
        return ["tif", "tiff"]
