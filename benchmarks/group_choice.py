"""How many classes to look for: the measures of each number compared with scikit-learn's, and the whole run."""

from __future__ import annotations

from setting import FEW, OURS, Setting, hold_in_memory, planned, ratio
from tables import AT_LEAST, AT_MOST, Group, Target

SKLEARN = "scikit-learn"
SMALLEST, LARGEST, SAMPLE = 2, 12, 20_000


def number_of_classes(setting: Setting) -> Group:
    group = Group(
        "Number of classes",
        f"Time to try {SMALLEST} to {LARGEST} classes on {SAMPLE:,} pixels in memory, every second band: k-means with "
        "10 restarts in 10 components, Calinski-Harabasz and Davies-Bouldin index on all bands, silhouette of 4,000 "
        "pixels, adjusted Rand index of 4 half samples with 3 restarts each, and k-means with 2 restarts for 4 draws "
        "of 5,000 points from one normal distribution, with silhouettes of half of them. scikit-learn does the same "
        "with its own functions. The whole run is `qgis_process run neonaop:suggestclusters`, from the start of QGIS "
        "to the report.",
    )
    arguments = {**setting.pixels(), "sample": SAMPLE, "smallest": SMALLEST, "largest": LARGEST}
    series = setting.in_turn(
        FEW, {OURS: planned("choice_ours", **arguments), SKLEARN: planned("choice_sklearn", **arguments)}
    )
    group.add_times(series)
    setting.qgis_process("list")
    whole = {}
    for name, tile in (("whole bands per chunk", setting.bands), ("small blocks per chunk", setting.blocks)):
        hold_in_memory(tile)
        outputs = [f"TABLE={setting.file('measures.csv')}", f"REPORT={setting.file('suggestion.html')}"]
        run = ["run", "neonaop:suggestclusters", "--", f"TILES={tile}", *outputs]
        whole |= setting.in_turn(FEW, {name: lambda run=run: setting.qgis_process(*run)})
    group.add_times(whole, "qgis_process")
    group.targets += [Target("speed against scikit-learn", AT_LEAST, 5, ratio(series, SKLEARN), "x")]
    group.targets += [Target(f"whole run, {name}", AT_MOST, 10, one.seconds, "s") for name, one in whole.items()]
    printed = series[OURS].printed
    excess = max(ours / peer - 1 for ours, peer in zip(printed["sse"], series[SKLEARN].printed["sse"]))
    group.notes.append(
        "Measures of the same labels differ from scikit-learn's by at most "
        f"{printed['difference']:.0e} of their value. "
        "For no number of classes is the squared error of the best restart larger than scikit-learn's by more than "
        f"{excess:.1%}."
    )
    return group
