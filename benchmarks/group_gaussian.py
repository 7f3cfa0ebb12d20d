"""Gaussian maximum likelihood."""

from __future__ import annotations

from processes import job
from setting import FEW, OURS, SPY, Setting, planned, ratio
from tables import AT_LEAST, Group, Target

CLASSES, COMPONENTS = 10, 9
# SPy takes minutes for all bands of all pixels.
PIXELS_OF_BANDS = 200_000
WITH_CONFIDENCE = "with confidence"


def gaussian(setting: Setting) -> Group:
    group = Group(
        "Gaussian classifier",
        f"Time to give pixels one of {CLASSES} classes by Gaussian maximum likelihood: all pixels by {COMPONENTS} "
        f"components, and about {PIXELS_OF_BANDS:,} pixels by every second good band. SPy: `classify_image` of a "
        "float64 array in memory.",
    )
    for name, components, pixels, times in (
        (f"{COMPONENTS} components", COMPONENTS, 0, 5),
        ("bands", 0, PIXELS_OF_BANDS, 3),
    ):
        arguments = {**setting.pixels(), "classes": CLASSES, "components": components, "pixels": pixels}
        saved = {program: setting.file(f"gaussian-{number}.npy") for number, program in enumerate((OURS, SPY))}
        both = setting.file("gaussian-confidence.npy")
        series = setting.in_turn(
            FEW,
            {
                OURS: planned("gaussian_ours", **arguments, confidence=False, result=saved[OURS]),
                WITH_CONFIDENCE: planned("gaussian_ours", **arguments, confidence=True, result=both),
                SPY: planned("gaussian_spy", **arguments, result=saved[SPY]),
            },
        )
        group.add_times(series, name)
        group.targets.append(Target(f"{name}: speed against SPy", AT_LEAST, times, ratio(series, SPY), "x"))
        printed = job("compare_gaussian", first=saved[OURS], second=saved[SPY]).printed
        group.notes.append(f"{name}: {printed['labels']} labels differ from those of SPy.")
    return group
