"""The plugin in QGIS: the whole job, its memory, start-up and cancelling."""

from __future__ import annotations

import sys
from statistics import median

from processes import HERE, Outcome, command, job, printed_json
from setting import (
    CLASSES,
    FACTOR,
    FEW,
    ITERATIONS,
    OURS,
    SCRIPTS,
    TUTORIAL,
    Setting,
    errors_compared,
    hold_in_memory,
    planned,
    ratio,
)
from tables import AT_LEAST, AT_MOST, Group, Target, markdown

# Many, as the times of two runs differ five times as much as those with and without the plugin.
LISTINGS = 61


def whole_job(setting: Setting) -> Group:
    group = Group(
        "The whole job",
        "From the file to classes and components. This plugin: `qgis_process run neonaop:classifytiles` with the "
        "tutorial's start centres, including the start of QGIS and the writing of rasters, tables and report. The "
        f"tutorial's recipe in plain Python: read, clean, SPy's k-means with {CLASSES} classes and {ITERATIONS} "
        "iterations, SPy's components, without the start of Python and without writing. It leaves out pixels without "
        "data, which SPy refuses.",
    )
    setting.qgis_process("list")
    labels = setting.file("tutorial.npz")
    recipe = {"tile": str(setting.bands), "factor": FACTOR, "classes": CLASSES, "iterations": ITERATIONS}
    series = setting.in_turn(
        FEW,
        {
            OURS: lambda: _classify(setting, FACTOR, "classes.tif"),
            TUTORIAL: planned("tutorial_whole", **recipe, result=labels),
        },
    )
    group.add_times(series)
    rasters = {"first": setting.file("classes.tif"), "second": labels}
    printed = job("compare_class_maps", **setting.pixels(), valid=setting.valid(), **rasters).printed
    group.notes += [
        f"The class map compared with the recipe's labels: {printed['different']:,} pixels in another class, "
        f"{errors_compared(printed['sse'])}.",
        "QGIS on Debian and Ubuntu loads a slow reference BLAS (libgslcblas) in front of NumPy's; the plugin "
        "avoids it (core/compute/blas.py), and the recipe runs in plain Python, which loads the fast one.",
    ]
    all_bands, cleaning = _classify(setting, 1, "all-classes.tif"), setting.clean()
    group.targets += [
        Target("speed against the recipe", AT_LEAST, 20, ratio(series, TUTORIAL), "x"),
        Target("peak memory of classifytiles, every second band", AT_MOST, 1.0, series[OURS].peak / 1e9, "GB"),
        Target("peak memory of classifytiles, every band", AT_MOST, 1.4, all_bands.peak / 1e9, "GB"),
        Target("peak memory of cleanreflectance, every second band", AT_MOST, 0.6, cleaning.peak / 1e9, "GB"),
    ]
    return group


def _classify(setting: Setting, factor: int, class_raster: str) -> Outcome:
    parameters = {
        "TILES": str(setting.bands),
        "START": 1,
        "SUBSET_FACTOR": factor,
        "CLASS_RASTER": setting.file(class_raster),
        "PC_RASTER": setting.file("components.tif"),
        "CENTRES": setting.file("centres.csv"),
        "EIGENVALUES": setting.file("eigenvalues.csv"),
        "MODEL": setting.file("model.json"),
        "REPORT": setting.file("report.html"),
    }
    given = [f"{name}={value}" for name, value in parameters.items()]
    hold_in_memory(setting.bands)
    return setting.qgis_process("run", "neonaop:classifytiles", "--", *given)


def start_and_cancel(setting: Setting) -> Group:
    group = Group(
        "Start-up and cancelling",
        "What the enabled plugin adds to the time of `qgis_process list`, and how long *Classify tiles*, run inside "
        f"QGIS, goes on after it is cancelled, at {setting.moments} random moments from reading to writing.",
    )
    _add_start(setting, group)
    _add_cancelling(setting, group)
    return group


def _add_start(setting: Setting, group: Group) -> None:
    enabled, disabled = "plugin enabled", "plugin disabled"
    setting.qgis_process("list")
    setting.qgis_process("plugins", "disable", "neon_aop", home="home-without")
    setting.qgis_process("list", home="home-without")
    series = setting.in_turn(
        LISTINGS,
        {
            disabled: lambda: setting.qgis_process("list", home="home-without"),
            enabled: lambda: setting.qgis_process("list"),
        },
    )
    group.add_times(series, "qgis_process list")
    # Of pairs of runs, as other load on the machine changes slowly.
    added = 1000 * median(
        with_.seconds - without.seconds for with_, without in zip(series[enabled].outcomes, series[disabled].outcomes)
    )
    group.targets.append(Target("time that the plugin adds to the start", AT_MOST, 50, added, "ms"))


def _add_cancelling(setting: Setting, group: Group) -> None:
    script = [SCRIPTS / "isolated.sh", setting.file("home"), sys.executable, HERE / "cancel.py"]
    printed = printed_json(command([*script, setting.bands, setting.folder, setting.moments])[1])
    stopped = [run for run in printed["cancelled"] if run["progress"] is not None]
    rows = [[f"{run['progress']:.0f} %", f"{run['moment']:.2f}", f"{run['seconds']:.2f}"] for run in stopped]
    group.tables.append(
        markdown(["progress shown when cancelled", "cancelled after (s)", "then went on for (s)"], rows)
    )
    longest = max(run["seconds"] for run in stopped)
    group.targets.append(Target("longest time from cancelling to the end", AT_MOST, 0.5, longest, "s"))
    group.notes.append(
        f"A whole run takes {printed['whole']:.1f} s; {len(printed['cancelled']) - len(stopped)} of the "
        f"{setting.moments} runs ended before they were to be cancelled."
    )
