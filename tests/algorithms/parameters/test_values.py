"""Values of parameters as reports show them."""

import pytest
from qgis.core import QgsProcessingParameterNumber

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
