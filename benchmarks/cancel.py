"""Measure how long a run in QGIS continues after it is cancelled: `python benchmarks/cancel.py TILE FOLDER MOMENTS`.

Prints one line of JSON: the seconds of a whole run, and for each cancelled run the moment, the progress shown at that
moment (per cent), and the seconds from the moment to the end.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path

import numpy as np
import plugin_package  # noqa: F401  (makes neon_aop importable)
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback


def run(parameters: dict, feedback: QgsProcessingFeedback) -> tuple[dict, bool]:
    """Run the algorithm as the toolbox does."""
    algorithm = QgsApplication.processingRegistry().algorithmById("neonaop:classifytiles")
    return algorithm.run(parameters, QgsProcessingContext(), feedback)


def whole_run(parameters: dict) -> float:
    """Return the seconds of a run that is not cancelled."""
    start = time.perf_counter()
    _, successful = run(parameters, QgsProcessingFeedback(False))
    if not successful:
        raise SystemExit("The run failed.")
    return time.perf_counter() - start


def cancelled_run(parameters: dict, moment: float) -> dict:
    """Cancel a run `moment` seconds after its start."""
    feedback, shown = QgsProcessingFeedback(False), []

    def cancel() -> None:
        shown.append(feedback.progress())
        feedback.cancel()

    timer = threading.Timer(moment, cancel)
    start = time.perf_counter()
    timer.start()
    run(parameters, feedback)
    # Measured from the scheduled time, as a delay of the timer by Python counts, too.
    late = time.perf_counter() - start - moment
    timer.cancel()
    timer.join()
    return {"moment": moment, "progress": shown[0] if shown else None, "seconds": late}


def main() -> None:
    tile, folder, moments = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    from neon_aop.algorithms.provider import NeonAopProvider

    provider = NeonAopProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    parameters = {
        "TILES": [tile],
        "START": 1,
        "CLASS_RASTER": str(folder / "classes.tif"),
        "PC_RASTER": str(folder / "components.tif"),
        "CENTRES": str(folder / "centres.csv"),
        "REPORT": str(folder / "report.html"),
    }
    whole = min(whole_run(parameters) for _ in range(2))
    chances = np.random.default_rng(0).random(moments)
    # One moment, at random, in each of equal parts of the run.
    parts = (np.arange(moments) + chances) / moments
    cancelled = [cancelled_run(parameters, moment) for moment in (whole * parts).tolist()]
    print(json.dumps({"whole": whole, "cancelled": cancelled}))
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main()
