"""What tests of several modules need."""

import pytest
from osgeo import gdal


@pytest.fixture(params=[False, True], ids=["exceptions-off", "exceptions-on"])
def gdal_exceptions(request):
    """GDAL's exceptions, off as in QGIS before 3.40, and on as later."""
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()
