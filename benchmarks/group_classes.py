"""Comparing class maps."""

from __future__ import annotations

from processes import job
from setting import FEW, MANY, OURS, Setting, planned, ratio
from tables import AT_LEAST, AT_MOST, Group, Target

SKLEARN = "scikit-learn"
# Rows and columns of tiles whose pixels the large maps have.
TILES = 10


def comparison(setting: Setting) -> Group:
    group = Group(
        "Comparing class maps",
        "Time from two class rasters of a tile, with 5 and 8 classes, to corresponding classes, cross table, adjusted "
        "Rand index, kappa, precision, recall and F1. scikit-learn gets both as arrays that GDAL reads whole, and the "
        "corresponding classes from SciPy's `linear_sum_assignment`. Then `qgis_process run "
        "neonaop:compareclassifications`, with the raster of agreement, the table and the report, from the start of "
        f"QGIS to its end, for the tile and for maps of {TILES * TILES} times as many pixels.",
    )
    setting.qgis_process("list")
    maps = {name: _classify(setting, clusters) for name, clusters in (("first", 5), ("second", 8))}
    series = setting.in_turn(MANY, {OURS: planned("compare_ours", **maps), SKLEARN: planned("compare_sklearn", **maps)})
    group.add_times(series, "measures of a tile")
    measures = [one.printed["measures"] for one in series.values()]
    largest = max(abs(ours - peers) for ours, peers in zip(*measures))
    large = {name: setting.file(f"large_{name}.tif") for name in maps}
    for name, path in maps.items():
        job("enlarge", path=path, times=TILES, result=large[name])
    runs = {"a tile": maps, f"{TILES * TILES} tiles": large}
    wholes = setting.in_turn(FEW, {what: lambda of=of: _compare(setting, of) for what, of in runs.items()})
    group.add_times(wholes, "qgis_process")
    of_tile, of_many = wholes.values()
    group.targets += [
        Target("speed against scikit-learn", AT_LEAST, 5, ratio(series, SKLEARN), "x"),
        Target("a tile at the command line", AT_MOST, 3, of_tile.seconds, "s"),
        Target(f"peak memory, {TILES * TILES} tiles", AT_MOST, 1.0, of_many.peak / 1e9, "GB"),
    ]
    group.notes.append(f"The measures of {OURS} and {SKLEARN} differ by {largest:.1e} at most.")
    return group


def _classify(setting: Setting, clusters: int) -> str:
    """Write a class raster of the tile and return its path."""
    path = setting.file(f"{clusters}_classes.tif")
    others = (f"PC_RASTER={setting.file('components.tif')}", f"CLUSTERS={clusters}")
    setting.qgis_process(
        "run", "neonaop:classifytiles", "--", f"TILES={setting.bands}", f"CLASS_RASTER={path}", *others
    )
    return path


def _compare(setting: Setting, maps: dict[str, str]):
    given = {"FIRST": maps["first"], "SECOND": maps["second"]}
    results = {"AGREEMENT": "agreement.tif", "TABLE": "table.csv", "REPORT": "comparison.html"}
    given.update({name: setting.file(file) for name, file in results.items()})
    return setting.qgis_process(
        "run", "neonaop:compareclassifications", "--", *(f"{name}={value}" for name, value in given.items())
    )
