"""What is left of a run that fails."""

import os
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingContext

from neon_aop.tests.algorithms.calls import inputs_in, results_in
from neon_aop.tests.algorithms.checks import Recorder, plain


def scratch_files():
    """Return the open files that have no name."""
    return [path for path in map(os.path.realpath, Path("/proc/self/fd").iterdir()) if path.endswith("(deleted)")]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="The system does not list open files.")
@pytest.mark.parametrize("algorithm", ["classifytiles", "pca"])
def test_failed_run_lets_go_of_its_pixels(inputs, tmp_path, algorithm):
    """Pixels in a scratch file show as an open file for as long as something refers to them."""
    values = {**inputs_in(inputs, algorithm), **results_in(tmp_path, algorithm), "MEMORY": 1, "COMPONENTS": 1000}
    created = QgsApplication.processingRegistry().algorithmById(f"neonaop:{algorithm}")
    before, feedback = scratch_files(), Recorder()
    _, successful = created.run(
        {name: plain(value) for name, value in values.items()}, QgsProcessingContext(), feedback
    )
    assert not successful
    assert "Components is 1000" in feedback.errors[0]
    assert scratch_files() == before
