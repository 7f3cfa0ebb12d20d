# SPDX-License-Identifier: GPL-2.0-or-later
"""What the rasters of distance, margin and second class cost, in whole runs of the algorithms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from processes import Outcome
from setting import MANY, Setting, hold_in_memory, ratio
from tables import AT_MOST, Group, Target

ALONE, WITH = "classes", "with distance, margin and second class"


def certainty(setting: Setting) -> Group:
    group = Group(
        "How sure",
        "Whole runs of `qgis_process` on a tile, every second band, with the start of QGIS and the writing of rasters "
        "and reports: classes alone, and with the rasters of distance, margin and second class, which the report then "
        "shows.",
    )
    centres = setting.file("certainty-centres.csv")
    if not Path(setting.file("clean.tif")).exists():
        setting.clean()
    runs = {
        "classifytiles": {
            "TILES": str(setting.bands),
            "CLASS_RASTER": "classes.tif",
            "PC_RASTER": "components.tif",
            "CENTRES": centres,
            "REPORT": "report.html",
        },
        "kmeans": {"INPUT": setting.file("clean.tif"), "OUTPUT": "classes.tif", "REPORT": "report.html"},
        "applycentres": {"TILES": str(setting.bands), "CENTRES": centres, "OUTPUT": "classes.tif"},
    }
    rasters = {name: f"{name.lower()}.tif" for name in ("DISTANCE", "MARGIN", "SECOND")}
    for algorithm, parameters in runs.items():
        series = setting.in_turn(
            MANY,
            {
                ALONE: _planned(setting, algorithm, parameters),
                WITH: _planned(setting, algorithm, {**parameters, **rasters}),
            },
        )
        group.add_times(series, algorithm)
        group.targets.append(
            Target(f"{algorithm}: time with certainty", AT_MOST, 1.3, ratio(series, WITH, ALONE), "x that without")
        )
    return group


def _planned(setting: Setting, algorithm: str, parameters: dict[str, str]) -> Callable[[], Outcome]:
    """Return a run of an algorithm for later; names of files are in the folder of the measurements."""
    given = [
        f"{name}={value if Path(value).is_absolute() else setting.file(value)}" for name, value in parameters.items()
    ]

    def run() -> Outcome:
        hold_in_memory(setting.bands)
        return setting.qgis_process("run", f"neonaop:{algorithm}", "--", *given)

    return run
