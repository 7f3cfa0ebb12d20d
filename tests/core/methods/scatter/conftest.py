"""A raster, and where what is read of it is kept."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.methods.scatter import sample
from neon_aop.tests.core.methods.scatter.images import GRID, written


@pytest.fixture
def store(tmp_path):
    return PixelStore(str(tmp_path))


@pytest.fixture
def few(monkeypatch):
    """Make samples of about 100 pixels."""
    monkeypatch.setattr(sample, "SAMPLE_PIXELS", 100)


@pytest.fixture
def values():
    """Values of a raster, shape (bands, rows, columns), the second of which depends on the first."""
    rng = np.random.default_rng(7)
    values = rng.normal(size=(3, GRID.height, GRID.width)).astype(np.float32)
    values[1] += 3 * values[0]
    return values


@pytest.fixture
def raster(tmp_path, values):
    return written(tmp_path / "raster.tif", values)
