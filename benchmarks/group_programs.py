"""K-means of other programs that are found on the machine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from processes import JobError, Outcome, Series, command, in_turn, job
from setting import FEW, OURS, Setting, errors_compared
from tables import Group


@dataclass(frozen=True)
class Program:
    """A program and its command line, with {clean} for the raster to classify and {classes} for the result."""

    name: str
    command: str
    arguments: tuple[str, ...]


PROGRAMS = (
    Program(
        "SAGA (minimum distance)",
        "saga_cmd",
        (
            *("imagery_classification", "1", "-GRIDS={clean}", "-CLUSTER={classes}"),
            *("-METHOD=0", "-NCLUSTER=5", "-MAXITER=50", "-INITIALIZE=1"),
        ),
    ),
    Program(
        "Orfeo ToolBox (learnt from 100,000 pixels)",
        "otbcli_KMeansClassification",
        (
            *("-in", "{clean}", "-out", "{classes}", "uint8"),
            *("-nc", "5", "-maxit", "50", "-ts", "100000", "-rand", "0"),
        ),
    ),
)


def other_programs(setting: Setting) -> Group:
    group = Group(
        "Other programs on this machine",
        "K-means of a cleaned raster (every second band, Float32) at the command line: 5 classes, at most 50 "
        "iterations, including the start of the program, reading and writing. The start centres differ, so results do "
        "too.",
    )
    setting.clean()
    ours = setting.file("classes-ours.tif")
    series = setting.in_turn(FEW, {OURS: lambda: _ours(setting, ours)})
    for program in PROGRAMS:
        if shutil.which(program.command) is None:
            group.notes.append(f"{program.name}: skipped, {program.command} is not installed.")
            continue
        classes = setting.file(f"classes-{program.command}.tif")
        try:
            series.update(_run(setting, program, classes))
            rasters = {"first": ours, "second": classes}
            printed = job("compare_class_maps", **setting.pixels(), valid=setting.valid(), **rasters).printed
            group.notes.append(f"{OURS} and {program.name}: {errors_compared(printed['sse'])}.")
        except JobError as error:
            group.notes.append(f"{program.name}: failed ({str(error).splitlines()[-1]}).")
    group.add_times(series)
    group.notes.append(
        "GRASS: skipped, it has no plain k-means (i.cluster merges and drops classes of a sample of the pixels)."
    )
    return group


def _ours(setting: Setting, classes: str) -> Outcome:
    return setting.qgis_process(
        "run", "neonaop:kmeans", "--", f"INPUT={setting.file('clean.tif')}", f"OUTPUT={classes}"
    )


def _run(setting: Setting, program: Program, classes: str) -> dict[str, Series]:
    clean = setting.file("clean.tif")
    filled = [argument.format(clean=clean, classes=classes) for argument in program.arguments]
    return in_turn(1, {program.name: lambda: command([program.command, *filled])[0]})
