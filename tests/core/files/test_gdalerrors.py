"""Calling GDAL so that it neither prints nor raises."""

import pytest
from osgeo import gdal

from neon_aop.core.files.gdalerrors import attempt


def fail():
    gdal.Error(gdal.CE_Failure, gdal.CPLE_AppDefined, "Too deep\nMay be caused by: itself")


def test_a_result_comes_without_a_failure():
    assert attempt(max, 1, 2) == (2, "")


@pytest.mark.usefixtures("gdal_exceptions")
def test_a_failure_is_told_in_one_line(capfd):
    assert attempt(fail) == (None, "Too deep May be caused by: itself")
    assert capfd.readouterr().err == ""


def test_the_first_of_several_failures_is_told():
    assert attempt(lambda: [gdal.Error(gdal.CE_Failure, gdal.CPLE_AppDefined, text) for text in "ab"])[1] == "a"


def test_a_warning_is_no_failure():
    assert attempt(gdal.Error, gdal.CE_Warning, gdal.CPLE_AppDefined, "careful")[1] == ""
