"""Values of parameters as reports show them."""

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsRectangle,
)

from neon_aop.algorithms.parameters.values import described
from neon_aop.core.wording import ENGLISH, Language, set_language


@pytest.fixture
def german():
    set_language(Language("de", str, decimal_point=",", thousands_separator="."))
    yield
    set_language(ENGLISH)


@pytest.mark.parametrize(("value", "shown"), [(0.999, "0,999"), ("2.50", "2,5"), (3.0, "3"), (None, ""), ("", "")])
def test_numbers_have_the_decimal_sign_of_the_language(german, value, shown):
    number = QgsProcessingParameterNumber("N", "Number", QgsProcessingParameterNumber.Type.Double)
    assert described(number, {"N": value}) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (NULL, ""),
        ([NULL, "a.h5", None], "a.h5"),
        (["a.h5", "b.h5"], "a.h5, b.h5"),
        (QgsRectangle(1, 2, 3, 4), "1.00,2.00 : 3.00,4.00"),
        (QgsCoordinateReferenceSystem("EPSG:32618"), "EPSG:32618"),
        (QgsProcessingFeatureSourceDefinition("plots.gpkg"), "plots.gpkg"),
    ],
)
def test_values_never_show_what_they_are_for_python(value, shown):
    assert described(QgsProcessingParameterString("S", "Text"), {"S": value}) == shown
