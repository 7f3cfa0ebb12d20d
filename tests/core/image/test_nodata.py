import numpy as np
import pytest

from neon_aop.core.image.nodata import as_dtype


@pytest.mark.parametrize(
    ("nodata", "dtype"), [(-9999.0, "int16"), (255.0, "uint8"), (-9999.5, "float32"), (2.0**63, "uint64")]
)
def test_value_that_the_type_has(nodata, dtype):
    found = as_dtype(nodata, np.dtype(dtype))
    assert found == nodata
    assert found.dtype == dtype


def test_value_is_rounded_as_the_stored_ones_are():
    assert as_dtype(-3.4028234663852886e38, np.dtype("float32")) == np.finfo("float32").min
    assert as_dtype(0.1, np.dtype("float32")) == np.float32(0.1)


@pytest.mark.parametrize(
    ("nodata", "dtype"),
    [
        (None, "int16"),
        (np.nan, "float32"),
        (np.inf, "float64"),
        (-9999.5, "int16"),
        (40000.0, "int16"),
        (-1.0, "uint16"),
        (2.0**63, "int64"),
        (1e300, "float32"),
    ],
)
def test_value_that_the_type_does_not_have(nodata, dtype):
    assert as_dtype(nodata, np.dtype(dtype)) is None
