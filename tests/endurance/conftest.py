"""Fixtures of the long tests; `make endurance` runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.endurance.checks import Classification

BUILD = Path(__file__).resolve().parents[2] / "build" / "endurance"
# Pixels on a side; those of a real tile for the tests of its size.
SMALL, FULL = 200, 1000


def demo_tile(size: int) -> Path:
    """Return a demo tile, which is kept for the next time."""
    path = BUILD / f"tile {size}.h5"
    if not path.exists():
        BUILD.mkdir(parents=True, exist_ok=True)
        write_demo_tile(str(path), size)
    return path


@pytest.fixture(scope="session")
def small_tile():
    return demo_tile(SMALL)


@pytest.fixture(scope="session")
def full_tile():
    """The tile in the variable TILE, or a demo tile of the size of a real one."""
    return Path(os.environ.get("TILE") or demo_tile(FULL))


@pytest.fixture
def classify(tmp_path):
    """Start to classify a tile in a process of its own; the process ends with the test."""
    running = []

    def start(*arguments, **settings) -> Classification:
        running.append(Classification(tmp_path / "temporary", *arguments, **settings))
        return running[-1]

    yield start
    for classification in running:
        classification.kill()
