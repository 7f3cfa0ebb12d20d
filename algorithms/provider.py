# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core.wording import show_ids
from .ancillarylayer import AncillaryLayer
from .anomalies import Anomalies
from .applycentres import ApplyCentres
from .applyclassifier import ApplyClassifier
from .applypca import ApplyPrincipalComponents
from .base import ICONS
from .classificationstudy import ClassificationStudy
from .classifytiles import ClassifyTiles
from .cleanreflectance import CleanReflectance
from .colourcomposite import ColourComposite
from .compareclassifications import CompareClassifications
from .continuumremoval import ContinuumRemoval
from .createdemotile import CreateDemoTile
from .download.downloadtiles import DownloadTiles
from .download.listtiles import ListTiles
from .endmembers import FindEndmembers
from .gaussianclassifier import GaussianClassifier
from .inspecttile import InspectTile
from .inversetransform import InverseTransform
from .kmeans import KMeans
from .mergeclasses import MergeClasses
from .mnf import MinimumNoiseFraction
from .models import SHIPPED_MODELS
from .pca import PrincipalComponents
from .samplespectra import SampleSpectra
from .spectralangle import SpectralAngle
from .spectralindices import SpectralIndices
from .suggestclusters import SuggestClusters
from .translation import tr
from .unmix import Unmix
from .version import version

ALGORITHMS = (
    ClassifyTiles,
    CleanReflectance,
    KMeans,
    SuggestClusters,
    PrincipalComponents,
    ApplyCentres,
    ApplyPrincipalComponents,
    MinimumNoiseFraction,
    InverseTransform,
    CompareClassifications,
    MergeClasses,
    ClassificationStudy,
    SampleSpectra,
    SpectralAngle,
    FindEndmembers,
    Unmix,
    GaussianClassifier,
    ApplyClassifier,
    SpectralIndices,
    Anomalies,
    ContinuumRemoval,
    InspectTile,
    ColourComposite,
    AncillaryLayer,
    CreateDemoTile,
    ListTiles,
    DownloadTiles,
)


class NeonAopProvider(QgsProcessingProvider):
    """Algorithms for reflectance tiles of the NEON Airborne Observation Platform."""

    def __init__(self):
        super().__init__()
        show_ids(QgsApplication.platform() != "desktop")
        QgsApplication.processingRegistry().providerAdded.connect(self._add_models)

    def _add_models(self) -> None:
        """Add the models whose steps are registered; before, they do not know the outputs of their steps."""
        registry = QgsApplication.processingRegistry()
        missing = [model for model in SHIPPED_MODELS if self.algorithm(model.NAME) is None]
        complete = [model for model in missing if all(map(registry.providerById, model.PROVIDERS))]
        for model in complete:
            self.addAlgorithm(model())
        if complete:
            self.algorithmsLoaded.emit()

    def loadAlgorithms(self):
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        self._add_models()

    def id(self):
        return "neonaop"

    def name(self):
        return tr("NEON AOP hyperspectral")

    def longName(self):
        return f"{self.name()} {self.versionInfo()}"

    def versionInfo(self):
        return version()

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return str(ICONS / "neonaop.svg")

    def supportedOutputRasterLayerExtensions(self):
        return ["tif", "tiff"]
