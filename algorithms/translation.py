"""Translation of text that users see."""

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    return QCoreApplication.translate("NeonAop", text)
