"""What tests of several modules need."""

import pytest
from osgeo import gdal

from neon_aop.core.wording import ENGLISH, Language, set_language


@pytest.fixture
def in_german():
    """Numbers as in German, and texts in English."""
    set_language(Language("de", str, decimal_point=",", thousands_separator="."))
    yield
    set_language(ENGLISH)


@pytest.fixture(params=[False, True], ids=["exceptions-off", "exceptions-on"])
def gdal_exceptions(request):
    """GDAL's exceptions, off as in QGIS before 3.40, and on as later."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()
