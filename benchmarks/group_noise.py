"""Minimum noise fraction, and anomalies."""

from __future__ import annotations

from processes import job
from setting import FEW, OURS, SPY, Setting, planned, ratio
from tables import AT_LEAST, Group, Target

# Of the tile, as SPy cannot leave out its corner without data.
SHARE_OF_ROWS = 0.4
COMPONENTS = 20


def noise_fraction_and_anomalies(setting: Setting) -> Group:
    pixels = setting.pixels()
    size = job("shape_of", values=setting.valid()).printed["shape"]
    rows = int(SHARE_OF_ROWS * size[0])
    arguments = {**pixels, "valid": setting.valid(), "rows": rows}
    group = Group(
        "Minimum noise fraction and anomalies",
        f"The first {rows} rows of the tile without missing pixels, every second good band. Minimum noise fraction: "
        f"the time to find it and {COMPONENTS} components of all pixels. Anomalies: mean, covariance and the RX scores "
        "of all pixels. The "
        "plugin starts from stored integers; SPy's `mnf` and `rx` get float64 reflectance, made before.",
    )
    for name, work, more in (
        ("minimum noise fraction", "mnf", {"components": COMPONENTS}),
        ("anomalies", "rx", {}),
    ):
        ending = "npz" if more else "npy"
        saved = {program: setting.file(f"{work}-{number}.{ending}") for number, program in enumerate((OURS, SPY))}
        series = setting.in_turn(
            FEW,
            {
                OURS: planned(f"{work}_ours", **arguments, **more, result=saved[OURS]),
                SPY: planned(f"{work}_spy", **arguments, **more, result=saved[SPY]),
            },
        )
        group.add_times(series, name)
        group.targets.append(Target(f"{name}: speed against SPy", AT_LEAST, 4, ratio(series, SPY), "x"))
        compare = "compare_components" if more else "compare_scores"
        printed = job(compare, first=saved[OURS], second=saved[SPY]).printed
        group.notes.append(
            f"{name}: the largest difference is {printed['scores']:.1e} "
            + (f"of a score and {printed['eigenvalues']:.1e} of an eigenvalue." if more else "of a score.")
        )
    return group
