"""QGIS without a window and with the provider of this checkout, for other scripts."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


@contextmanager
def qgis_with_plugin():
    """Start QGIS and yield the plugin's provider."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    sys.path.insert(0, str(CHECKOUT))
    # It makes the checkout importable as `neon_aop`.
    import conftest  # noqa: F401
    from neon_aop.algorithms.provider import NeonAopProvider

    provider = NeonAopProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)
    Processing.deinitialize()
