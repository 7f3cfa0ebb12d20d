"""The groups of measurements that the project promises figures for."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from picture import draw
from processes import HERE, JobError, Outcome, Series, command, in_turn, job
from tables import AT_LEAST, AT_MOST, Group, Target, markdown

SCRIPTS = HERE.parent / "scripts"
FACTOR = 2
CLASSES, ITERATIONS = 5, 50
OURS, SPY, TUTORIAL = "this plugin", "SPy", "tutorial's recipe"
ELKAN, LLOYD = "scikit-learn, Elkan", "scikit-learn, Lloyd"
NUMPY_LLOYD = "plain Lloyd in NumPy"
LONGEST_SCALING_SECONDS = 60.0
FEW, MANY = 3, 5


@dataclass(frozen=True)
class Setting:
    """What all groups measure with.

    Attributes
    ----------
    bands, blocks : Path
        The tile in both storage layouts.
    folder : Path
        Where they work.
    runs : int
        Of each job; 0: `FEW` of the slow ones, `MANY` of the quick ones.
    picture : Path
        Where the scaling picture goes.
    noise_pixels : int
    moments : int
        At which a run is cancelled.
    """

    bands: Path
    blocks: Path
    folder: Path
    runs: int
    picture: Path
    noise_pixels: int = 1_000_000
    moments: int = 20

    def file(self, name: str) -> str:
        return str(self.folder / name)

    def pixels(self, factor: int = FACTOR) -> dict:
        """Return the arguments of jobs on the valid pixels, which are saved when first asked for."""
        values, valid = self.file(f"pixels-{factor}.npy"), self.file("valid.npy")
        if not Path(values).exists():
            job("prepare", tile=str(self.bands), factor=factor, values=values, valid=valid)
        return {"values": values}

    def in_turn(self, runs: int, jobs: dict[str, Callable[[], Outcome]]) -> dict[str, Series]:
        return in_turn(self.runs or runs, jobs)


def planned(name: str, **arguments) -> Callable[[], Outcome]:
    """Return a job to be run later."""
    return lambda: job(name, **arguments)


def ratio(series: dict[str, Series], slower: str, quicker: str = OURS) -> float:
    return series[slower].seconds / series[quicker].seconds


def differences(setting: Setting, names: dict[str, str]) -> list[str]:
    """Say how saved clusterings, by the names of programs, differ from that of the first."""
    (first, saved), *others = names.items()
    sentences = []
    for name, other in others:
        told = job("compare_classes", **setting.pixels(), first=saved, second=other).told
        sentences.append(
            f"{first} and {name}: {told['different']:,} pixels in another class, centres differ by at most "
            f"{told['centres']:.1e} reflectance, sum of squared errors {_share(told['sse'])}."
        )
    return sentences


def _share(errors: list[float]) -> str:
    ours, peer = errors
    return f"{ours:.8g} against {peer:.8g} ({(ours / peer - 1):+.1e})"


# 1 --------------------------------------------------------------------------------------------------------------------


def kmeans(setting: Setting) -> Group:
    group = Group(
        "K-means",
        f"Time to fit {ITERATIONS} iterations to the valid pixels of a tile, every second band, already in memory: 16-bit "
        "integers for this plugin, reflectance in float64 for SPy (which computes in it) and in float32 for "
        "scikit-learn (where it is faster). The same start: the tutorial's for 5 classes, k-means++ for 20.",
    )
    source = setting.pixels()
    saved = {name: setting.file(f"{file}.npz") for name, file in ((OURS, "ours"), (SPY, "spy"), (ELKAN, "elkan"))}
    saved[LLOYD] = setting.file("lloyd.npz")
    fit = {"classes": CLASSES, "iterations": ITERATIONS, **source}
    peer = {**fit, "start": "tutorial"}
    series = setting.in_turn(
        FEW,
        {
            OURS: planned("kmeans_ours", **peer, result=saved[OURS]),
            SPY: planned("kmeans_spy", **fit, result=saved[SPY]),
            ELKAN: planned("kmeans_sklearn", algorithm="elkan", **peer, result=saved[ELKAN]),
            LLOYD: planned("kmeans_sklearn", algorithm="lloyd", **peer, result=saved[LLOYD]),
        },
    )
    group.add_times(series, caption="5 classes")
    group.targets += [
        Target("speed, 5 classes, against SPy", AT_LEAST, 80, ratio(series, SPY), "x"),
        Target("speed, 5 classes, against scikit-learn's Elkan", AT_LEAST, 3.5, ratio(series, ELKAN), "x"),
    ]
    group.notes += differences(setting, saved)
    many = {"classes": 20, "iterations": ITERATIONS, "start": "plus_plus", **source}
    saved = {OURS: setting.file("ours-20.npz"), ELKAN: setting.file("elkan-20.npz")}
    series = setting.in_turn(
        MANY,
        {
            OURS: planned("kmeans_ours", **many, result=saved[OURS]),
            ELKAN: planned("kmeans_sklearn", algorithm="elkan", **many, result=saved[ELKAN]),
        },
    )
    group.add_times(series, caption="20 classes")
    group.targets.append(
        Target("speed, 20 classes, against scikit-learn's Elkan", AT_LEAST, 2, ratio(series, ELKAN), "x")
    )
    group.notes += [f"20 classes. {sentence}" for sentence in differences(setting, saved)]
    group.notes.append(
        "scikit-learn, unless it has converged, assigns the pixels once more after the last iteration; SPy and this "
        "plugin do not. Its pixels in another class are those of that extra step."
    )
    return group


# 2 --------------------------------------------------------------------------------------------------------------------


def reading(setting: Setting) -> Group:
    group = Group(
        "Reading and cleaning",
        "Time from the file, which the operating system holds in memory, to the valid pixels without bad bands, every "
        "second band. The tutorial's recipe reads the whole cube, turns it into float64 reflectance with NaN, and drops "
        "bands. zlib: only decompressing the chunks that hold the kept bands, in as many threads as the plugin uses.",
    )
    for name, path, fastest, floor in (("bands", setting.bands, 15, 1.3), ("blocks", setting.blocks, 6, 1.4)):
        _hold_in_memory(path)
        arguments = {"tile": str(path), "factor": FACTOR}
        series = setting.in_turn(
            MANY,
            {
                OURS: planned("read_ours", **arguments),
                TUTORIAL: planned("read_tutorial", **arguments),
                "zlib alone": planned("read_zlib", **arguments),
            },
        )
        layout = "whole bands per chunk (2022 and later)" if name == "bands" else "small blocks per chunk (until 2021)"
        group.add_times(series, caption=layout)
        group.targets += [
            Target(
                f"{name} layout: speed against the tutorial's recipe", AT_LEAST, fastest, ratio(series, TUTORIAL), "x"
            ),
            Target(f"{name} layout: time against zlib alone", AT_MOST, floor, ratio(series, OURS, "zlib alone"), "x"),
        ]
        same = series[OURS].told == series[TUTORIAL].told
        group.notes.append(f"{name} layout: valid pixels and values are {'the same' if same else '**not the same**'}.")
    return group


def _hold_in_memory(path: Path) -> None:
    with open(path, "rb") as file:
        while file.read(2**24):
            pass


# 3 --------------------------------------------------------------------------------------------------------------------


def components(setting: Setting) -> Group:
    group = Group(
        "Principal components",
        "Time to find the components that hold 99.9 % of the variance and the scores of all pixels, on the same pixels "
        'as k-means. scikit-learn (svd_solver="covariance_eigh") and SPy get float64 reflectance.',
    )
    source = setting.pixels()
    names = {OURS: "ours", "scikit-learn": "sklearn", SPY: "spy"}
    saved = {name: setting.file(f"pca-{file}.npz") for name, file in names.items()}
    series = setting.in_turn(
        MANY, {name: planned(f"pca_{file}", **source, result=saved[name]) for name, file in names.items()}
    )
    group.add_times(series)
    group.targets += [
        Target("time against scikit-learn", AT_MOST, 1.0, ratio(series, OURS, "scikit-learn"), "x"),
        Target("time against SPy", AT_MOST, 0.5, ratio(series, OURS, SPY), "x"),
    ]
    for name in ("scikit-learn", SPY):
        told = job("compare_components", first=saved[OURS], second=saved[name]).told
        group.notes.append(
            f"{OURS} and {name} keep {series[OURS].told['components']} and {series[name].told['components']} components; "
            f"eigenvalues differ by at most {told['eigenvalues']:.1e} of themselves, scores by {told['scores']:.1e} "
            "reflectance."
        )
    return group


# 4 --------------------------------------------------------------------------------------------------------------------


def whole_job(setting: Setting) -> Group:
    group = Group(
        "The whole job",
        "From the file to classes and components: `qgis_process run neonaop:classifytiles` with the tutorial's start, "
        "with QGIS's own start and writing of both rasters, tables and report, against the tutorial's recipe in plain "
        "Python (read, clean, SPy's k-means with 5 classes and 50 iterations, SPy's components), without its start and "
        "without writing. The recipe leaves pixels without data out before SPy, which refuses them.",
    )
    _hold_in_memory(setting.bands)
    result = setting.file("tutorial.npz")
    recipe = {"tile": str(setting.bands), "factor": FACTOR, "classes": CLASSES, "iterations": ITERATIONS}
    _qgis_process(setting, "list")
    series = setting.in_turn(
        FEW,
        {
            OURS: lambda: _classify(setting, FACTOR),
            TUTORIAL: planned("tutorial_whole", **recipe, result=result),
        },
    )
    group.add_times(series)
    told = job(
        "compare_class_maps",
        **setting.pixels(),
        valid=setting.file("valid.npy"),
        first=setting.file("classes.tif"),
        second=result,
    ).told
    group.notes.append(
        f"The class map against the recipe's labels: {told['different']:,} pixels in another class, sum of squared "
        f"errors {_share(told['sse'])}."
    )
    memory = setting.in_turn(
        1, {"every band": lambda: _classify(setting, 1), "cleanreflectance": lambda: _clean(setting)}
    )
    group.targets += [
        Target("speed against the tutorial's recipe", AT_LEAST, 20, ratio(series, TUTORIAL), "x"),
        Target("peak memory of classifytiles, every second band", AT_MOST, 1.0, series[OURS].peak / 1e9, "GB"),
        Target("peak memory of classifytiles, every band", AT_MOST, 1.4, memory["every band"].peak / 1e9, "GB"),
        Target("peak memory of cleanreflectance", AT_MOST, 0.6, memory["cleanreflectance"].peak / 1e9, "GB"),
    ]
    group.notes.append(
        "QGIS on Debian and Ubuntu loads a slow reference BLAS (libgslcblas) in front of NumPy's; the plugin goes round "
        "it (core/blas.py), and the recipe runs in a plain Python with the fast one."
    )
    return group


def _qgis_process(setting: Setting, *arguments: str, home: str = "home") -> Outcome:
    return command([SCRIPTS / "qgis_process.sh", setting.file(home), *arguments])[0]


def _classify(setting: Setting, factor: int) -> Outcome:
    return _qgis_process(
        setting,
        "run",
        "neonaop:classifytiles",
        "--",
        f"TILES={setting.bands}",
        "START=1",
        f"SUBSET_FACTOR={factor}",
        *(
            f"{name}={setting.file(file if factor == FACTOR else f'all-{file}')}"
            for name, file in (
                ("CLASS_RASTER", "classes.tif"),
                ("PC_RASTER", "components.tif"),
                ("CENTRES", "centres.csv"),
                ("EIGENVALUES", "eigenvalues.csv"),
                ("MODEL", "model.json"),
                ("REPORT", "report.html"),
            )
        ),
    )


def _clean(setting: Setting) -> Outcome:
    return _qgis_process(
        setting,
        "run",
        "neonaop:cleanreflectance",
        "--",
        f"INPUT={setting.bands}",
        f"OUTPUT={setting.file('clean.tif')}",
    )


# 5 --------------------------------------------------------------------------------------------------------------------


def noise(setting: Setting) -> Group:
    group = Group(
        "K-means on data that does not suit it",
        f"{setting.noise_pixels:,} pixels of three bands of pure noise, 50 classes, {ITERATIONS} iterations from the same "
        "start: no band repeats another and no class lies apart, so bounds save little. Against Lloyd's iteration as "
        "one would write it in NumPy (float32 blocks, a matrix product, argmin), in as many threads.",
    )
    source = {"values": setting.file("noise.npy")}
    job("make_noise", pixels=setting.noise_pixels, **source)
    arguments = {"classes": 50, "iterations": ITERATIONS, "start": "first", **source}
    saved = {OURS: setting.file("noise-ours.npz"), NUMPY_LLOYD: setting.file("noise-plain.npz")}
    series = setting.in_turn(
        MANY,
        {
            OURS: planned("kmeans_ours", **arguments, result=saved[OURS]),
            NUMPY_LLOYD: planned("kmeans_plain", **arguments, result=saved[NUMPY_LLOYD]),
        },
    )
    group.add_times(series)
    group.targets.append(Target("time against plain Lloyd", AT_MOST, 1.3, ratio(series, OURS, NUMPY_LLOYD), "x"))
    told = job("compare_classes", **source, first=saved[OURS], second=saved[NUMPY_LLOYD]).told
    group.notes.append(
        f"{told['different']:,} pixels in another class (plain Lloyd rounds to float32), sum of squared errors "
        f"{_share(told['sse'])}."
    )
    return group


# 6 --------------------------------------------------------------------------------------------------------------------


def scaling(setting: Setting) -> Group:
    group = Group(
        "Scaling",
        "Time of 20 iterations of k-means against the number of pixels (a sixteenth of a tile to four), of bands and of "
        f"classes; elsewhere one tile, every second band, 5 classes, k-means++ start. One run each; Elkan up to "
        f"{LONGEST_SCALING_SECONDS:g} s.\n\n![Time of k-means against pixels, bands and classes]({setting.picture.name})",
    )
    usual = setting.pixels()
    all_bands = setting.pixels(1)
    told = job(
        "prepare", tile=str(setting.bands), factor=1, values=all_bands["values"], valid=setting.file("valid.npy")
    )
    pixels, bands = told.told["pixels"], told.told["bands"]
    panels = {
        "pixels": [(round(pixels * share), {**usual, "share": share}) for share in (1 / 16, 1 / 4, 1, 2, 4)],
        "bands": [(len(range(0, bands, step)), {**all_bands, "every_band": step}) for step in (8, 4, 2, 1)],
        "classes": [(classes, {**usual, "classes": classes}) for classes in (2, 5, 10, 20, 50)],
    }
    lines = {panel: _lines(points) for panel, points in panels.items()}
    draw(str(setting.picture), lines)
    rows = [
        [f"{size:,} {panel}", *(_time_at(lines[panel][name], size) for name in (OURS, ELKAN))]
        for panel in panels
        for size in sorted({size for size, _ in lines[panel][OURS]})
    ]
    group.tables.append(markdown(["size", f"{OURS} (s)", f"{ELKAN} (s)"], rows))
    return group


def _lines(points: list[tuple[int, dict]]) -> dict[str, list[tuple[float, float]]]:
    lines: dict[str, list[tuple[float, float]]] = {OURS: [], ELKAN: []}
    for name, job_name, more in ((OURS, "kmeans_ours", {}), (ELKAN, "kmeans_sklearn", {"algorithm": "elkan"})):
        for size, special in points:
            arguments = {"classes": CLASSES, "iterations": 20, "start": "plus_plus", **more, **special}
            seconds = job(job_name, **arguments).seconds
            print(f"  {name}, {size}: {seconds:.2f} s", flush=True)
            if name == ELKAN and seconds > LONGEST_SCALING_SECONDS:
                break
            lines[name].append((size, seconds))
    return {name: line for name, line in lines.items() if line}


def _time_at(line: list[tuple[float, float]], size: float) -> str:
    return next((f"{seconds:.2f}" for at, seconds in line if at == size), "")


# 7 --------------------------------------------------------------------------------------------------------------------


def start_and_cancel(setting: Setting) -> Group:
    group = Group(
        "Start-up and cancelling",
        "What the enabled plugin adds to the time of `qgis_process list`, and how long *Classify tiles*, run inside QGIS, "
        f"goes on after it is cancelled, at {setting.moments} random moments from reading to writing.",
    )
    with_plugin, without = "plugin enabled", "plugin disabled"
    _qgis_process(setting, "list")
    _qgis_process(setting, "plugins", "disable", "neon_aop", home="home-without")
    _qgis_process(setting, "list", home="home-without")
    series = setting.in_turn(
        15,
        {
            without: lambda: _qgis_process(setting, "list", home="home-without"),
            with_plugin: lambda: _qgis_process(setting, "list"),
        },
    )
    group.add_times(series, without, "qgis_process list")
    told = _cancelled_runs(setting)
    stopped = [run for run in told["cancelled"] if run["progress"] is not None]
    rows = [
        [f"{run['progress']:.0f} %", f"{run['moment']:.2f}", f"{run['seconds']:.2f}"]
        for run in sorted(stopped, key=lambda run: run["moment"])
    ]
    group.tables.append(markdown(["progress shown when cancelled", "after (s)", "until it ended (s)"], rows))
    added = 1000 * (series[with_plugin].seconds - series[without].seconds)
    group.targets += [
        Target("time that the plugin adds to the start", AT_MOST, 50, added, "ms"),
        Target("longest time to cancel", AT_MOST, 0.5, max(run["seconds"] for run in stopped), "s"),
    ]
    group.notes.append(
        f"A whole run takes {told['whole']:.1f} s; {len(told['cancelled']) - len(stopped)} of the {setting.moments} runs "
        "were over before their moment came."
    )
    return group


def _cancelled_runs(setting: Setting) -> dict:
    script = [SCRIPTS / "isolated.sh", setting.file("home"), sys.executable, HERE / "cancel.py"]
    _, text = command([*script, setting.bands, setting.folder, setting.moments])
    return json.loads(next(line for line in reversed(text.splitlines()) if line.startswith("{")))


# 8 --------------------------------------------------------------------------------------------------------------------


def other_programs(setting: Setting) -> Group:
    group = Group(
        "Other programs on this machine",
        "K-means of a cleaned raster (every second band, Float32) at the command line: 5 classes, at most 50 iterations, "
        "with the start of the program, reading and writing. Each has its own start, so results differ.",
    )
    _clean(setting)
    clean, valid = setting.file("clean.tif"), {"valid": setting.file("valid.npy"), **setting.pixels()}
    rasters = {OURS: setting.file("classes-ours.tif")}
    jobs: dict[str, Callable[[], Outcome]] = {
        OURS: lambda: _qgis_process(
            setting, "run", "neonaop:kmeans", "--", f"INPUT={clean}", "START=1", f"OUTPUT={rasters[OURS]}"
        )
    }
    for name, program, arguments in PEERS:
        if shutil.which(program) is None:
            group.notes.append(f"{name}: skipped, {program} is not installed.")
            continue
        rasters[name] = setting.file(f"classes-{program}.tif")
        filled = [argument.format(clean=clean, classes=rasters[name]) for argument in (program, *arguments)]
        jobs[name] = lambda filled=filled: command(filled)[0]
    series = {}
    for name, run in jobs.items():
        try:
            series.update(setting.in_turn(FEW if name == OURS else 1, {name: run}))
        except JobError as error:
            group.notes.append(f"{name}: failed ({str(error).splitlines()[-1]}).")
    group.add_times(series)
    for name in list(series)[1:]:
        told = job("compare_class_maps", **valid, first=rasters[OURS], second=rasters[name]).told
        group.notes.append(f"{OURS} and {name}: sum of squared errors {_share(told['sse'])}.")
    if shutil.which("grass"):
        group.notes.append(
            "GRASS: skipped, it has no plain k-means (i.cluster merges and drops classes of a sample of the pixels)."
        )
    else:
        group.notes.append("GRASS: skipped, grass is not installed.")
    return group


PEERS = (
    (
        "SAGA (minimum distance)",
        "saga_cmd",
        ["imagery_classification", "1", "-GRIDS={clean}", "-CLUSTER={classes}", "-METHOD=0", "-NCLUSTER=5"]
        + ["-MAXITER=50", "-INITIALIZE=1"],
    ),
    (
        "Orfeo ToolBox (sample of 100,000 pixels)",
        "otbcli_KMeansClassification",
        ["-in", "{clean}", "-nc", "5", "-maxit", "50", "-ts", "100000", "-rand", "0", "-out", "{classes}", "uint8"],
    ),
)

GROUPS: dict[str, Callable[[Setting], Group]] = {
    "kmeans": kmeans,
    "reading": reading,
    "pca": components,
    "whole": whole_job,
    "noise": noise,
    "scaling": scaling,
    "qgis": start_and_cancel,
    "peers": other_programs,
}


def installed_version(program: str, *arguments: str) -> str:
    """Return the first line that a program prints of itself, or nothing when it is not there."""
    if shutil.which(program) is None:
        return ""
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return next((line.strip() for line in done.stdout.splitlines() if "ersion" in line), "")
