"""Unmixing, endmembers and continuum removal."""

from __future__ import annotations

from processes import job
from setting import FEW, OURS, SPY, Setting, planned, ratio
from tables import AT_LEAST, AT_MOST, Group, Target

NNLS = "SciPy"
# Endmembers, the most seconds for a tile, and the least ratio to the loop.
UNMIXED = ((4, 1.0, 20), (12, 3.0, 20))
# Loops of the peers take every n-th pixel.
STEP = 97
# Bands of 2100 to 2300 nm of those that are read.
FIRST, LAST = 142, 162
SMACC_ENDMEMBERS, DIRECTIONS = 6, 100


def unmixing(setting: Setting) -> Group:
    group = Group(
        "Unmixing",
        "Time to find the fully constrained abundances of all pixels, from stored integers in memory. SciPy: a loop "
        f"over `nnls` with a heavy row for the sum, of every {STEP}th pixel, and its time times {STEP}.",
    )
    for endmembers, most, times in UNMIXED:
        name = f"{endmembers} endmembers"
        saved = {program: setting.file(f"unmixed-{place}.npy") for place, program in enumerate((OURS, NNLS))}
        arguments = {**setting.pixels(), "endmembers": endmembers, "step": STEP}
        series = setting.in_turn(
            FEW,
            {
                OURS: planned("unmix_ours", **arguments, result=saved[OURS]),
                NNLS: planned("unmix_nnls", **arguments, result=saved[NNLS]),
            },
        )
        group.add_times(series, name)
        group.targets += [
            Target(f"{name}: a tile, beyond reading", AT_MOST, most, series[OURS].seconds, "s"),
            Target(f"{name}: speed against a loop over nnls", AT_LEAST, times, ratio(series, NNLS), "x"),
        ]
        printed = job("compare_values", first=saved[OURS], second=saved[NNLS]).printed
        group.notes.append(f"{name}: abundances differ by {printed['difference']:.1e} at most.")
    return group


def endmembers(setting: Setting) -> Group:
    group = Group(
        "Endmembers",
        f"Time to find {SMACC_ENDMEMBERS} endmembers by SMACC in all bands, and the purity of all pixels in "
        f"{DIRECTIONS} random directions of 9 components, against SPy's `smacc` and `ppi` with the same directions.",
    )
    values = setting.pixels()
    arguments = {**values, "endmembers": SMACC_ENDMEMBERS}
    series = setting.in_turn(FEW, {OURS: planned("smacc_ours", **arguments), SPY: planned("smacc_spy", **arguments)})
    group.add_times(series, "SMACC")
    group.targets.append(Target("SMACC: speed against SPy", AT_LEAST, 1, ratio(series, SPY), "x"))
    ours, peers = (one.printed["spectra"] for one in series.values())
    same = sum(one == other for one, other in zip(ours, peers))
    group.notes.append(f"SMACC: {same} of {SMACC_ENDMEMBERS} endmembers are those of SPy.")
    saved = {program: setting.file(f"purity-{place}.npy") for place, program in enumerate((OURS, SPY))}
    arguments = {**values, "directions": DIRECTIONS}
    series = setting.in_turn(
        FEW,
        {
            OURS: planned("purity_ours", **arguments, result=saved[OURS]),
            SPY: planned("purity_spy", **arguments, result=saved[SPY]),
        },
    )
    group.add_times(series, "pixel purity")
    group.targets.append(Target("pixel purity: speed against SPy", AT_LEAST, 4, ratio(series, SPY), "x"))
    printed = job("compare_values", first=saved[OURS], second=saved[SPY]).printed
    group.notes.append(f"Pixel purity: counts differ by {printed['difference']:.0f} at most.")
    return group


def continuum(setting: Setting) -> Group:
    group = Group(
        "Continuum removal",
        "Time to divide the spectra of all pixels by their convex hull. SPy: `remove_continuum` of every "
        f"{STEP}th pixel as float64 reflectance, and its time times {STEP}.",
    )
    shape = job("shape_of", **setting.pixels()).printed["shape"]
    for name, first, last, times in (("all bands", 0, shape[1], 5), (f"{LAST - FIRST} bands", FIRST, LAST, 15)):
        saved = {program: setting.file(f"continuum-{place}.npy") for place, program in enumerate((OURS, SPY))}
        arguments = {**setting.pixels(), "first": first, "last": last, "step": STEP}
        series = setting.in_turn(
            FEW,
            {
                OURS: planned("continuum_ours", **arguments, result=saved[OURS]),
                SPY: planned("continuum_spy", **arguments, result=saved[SPY]),
            },
        )
        group.add_times(series, name)
        group.targets.append(Target(f"{name}: speed against SPy", AT_LEAST, times, ratio(series, SPY), "x"))
        printed = job("compare_values", first=saved[OURS], second=saved[SPY]).printed
        group.notes.append(f"{name}: values differ by {printed['difference']:.1e} at most.")
    return group
