"""K-means compared with that of other libraries, on a tile and on noise."""

from __future__ import annotations

from processes import Series, job
from setting import CLASSES, FEW, ITERATIONS, MANY, OURS, SPY, Setting, errors_compared, planned, ratio
from tables import AT_LEAST, AT_MOST, Group, Target

ELKAN, LLOYD = "scikit-learn, Elkan", "scikit-learn, Lloyd"
PLAIN = "plain Lloyd in NumPy"
SKLEARN = "scikit-learn"
# Pixels of the group on starts, its seeds, and the iterations after each start.
START_PIXELS, SEEDS, START_ITERATIONS = 90_000, 5, 20


def kmeans(setting: Setting) -> Group:
    group = Group(
        "K-means",
        f"Time to fit at most {ITERATIONS} iterations to the valid pixels of a tile, every second band, already in "
        "memory: 16-bit integers for this plugin, reflectance in float64 for SPy (which computes in it) and in float32 "
        "for scikit-learn (where it is faster). The same start for all: the tutorial's for 5 classes, k-means++ for "
        "20.",
    )
    _five_classes(setting, group)
    _twenty_classes(setting, group)
    group.notes.append(
        "scikit-learn assigns the pixels once more after the last iteration, unless it has converged; SPy and this "
        "plugin do not. So pixels at the borders of classes may differ."
    )
    return group


def _five_classes(setting: Setting, group: Group) -> None:
    saved = {
        OURS: setting.file("ours.npz"),
        SPY: setting.file("spy.npz"),
        ELKAN: setting.file("elkan.npz"),
        LLOYD: setting.file("lloyd.npz"),
    }
    fit = {"classes": CLASSES, "iterations": ITERATIONS, **setting.pixels()}
    started = {**fit, "start": "tutorial"}
    series = setting.in_turn(
        FEW,
        {
            OURS: planned("kmeans_ours", **started, result=saved[OURS]),
            SPY: planned("kmeans_spy", **fit, result=saved[SPY]),
            ELKAN: planned("kmeans_sklearn", algorithm="elkan", **started, result=saved[ELKAN]),
            LLOYD: planned("kmeans_sklearn", algorithm="lloyd", **started, result=saved[LLOYD]),
        },
    )
    group.add_times(series, f"{CLASSES} classes")
    group.targets += [
        Target("5 classes: speed against SPy", AT_LEAST, 80, ratio(series, SPY), "x"),
        Target("5 classes: speed against scikit-learn's Elkan", AT_LEAST, 3.5, ratio(series, ELKAN), "x"),
    ]
    group.notes += _agreement(setting, CLASSES, series, saved)


def _twenty_classes(setting: Setting, group: Group) -> None:
    saved = {OURS: setting.file("ours-20.npz"), ELKAN: setting.file("elkan-20.npz")}
    fit = {"classes": 20, "iterations": ITERATIONS, "start": "plus_plus", **setting.pixels()}
    series = setting.in_turn(
        MANY,
        {
            OURS: planned("kmeans_ours", **fit, result=saved[OURS]),
            ELKAN: planned("kmeans_sklearn", algorithm="elkan", **fit, result=saved[ELKAN]),
        },
    )
    group.add_times(series, "20 classes")
    group.targets.append(
        Target("20 classes: speed against scikit-learn's Elkan", AT_LEAST, 2, ratio(series, ELKAN), "x")
    )
    group.notes += _agreement(setting, 20, series, saved)


def _agreement(setting: Setting, classes: int, series: dict[str, Series], saved: dict[str, str]) -> list[str]:
    """Return sentences on how the saved clusterings of the peers differ from ours, and on the numbers of iterations."""
    sentences = []
    for name in list(saved)[1:]:
        printed = job("compare_classes", **setting.pixels(), first=saved[OURS], second=saved[name]).printed
        sentences.append(
            f"{classes} classes, {OURS} and {name}: {printed['different']:,} pixels in another class, centres differ "
            f"by at most {printed['centres']:.1e} reflectance, {errors_compared(printed['sse'])}."
        )
    counts = [f"{name} {one.printed['iterations']}" for name, one in series.items() if "iterations" in one.printed]
    return [*sentences, f"{classes} classes, iterations run: {', '.join(counts)}."]


def noise(setting: Setting) -> Group:
    group = Group(
        "K-means on noise",
        f"{setting.noise_pixels:,} pixels of three bands of uniform noise, 50 classes, {ITERATIONS} iterations from "
        "the same start: the bands are not correlated and the classes touch, so bounds of distances save little work. "
        "Compared with a plain Lloyd's iteration in NumPy (float32 blocks, a matrix product, argmin) in as many "
        "threads.",
    )
    source = {"values": setting.file("noise.npy")}
    job("make_noise", pixels=setting.noise_pixels, **source)
    fit = {"classes": 50, "iterations": ITERATIONS, "start": "first", **source}
    saved = {OURS: setting.file("noise-ours.npz"), PLAIN: setting.file("noise-plain.npz")}
    series = setting.in_turn(
        MANY,
        {
            OURS: planned("kmeans_ours", **fit, result=saved[OURS]),
            PLAIN: planned("kmeans_plain", **fit, result=saved[PLAIN]),
        },
    )
    group.add_times(series)
    group.targets.append(Target("time against plain Lloyd", AT_MOST, 1.3, ratio(series, OURS, PLAIN), "x"))
    printed = job("compare_classes", **source, first=saved[OURS], second=saved[PLAIN]).printed
    group.notes.append(
        f"{printed['different']:,} pixels in another class (plain Lloyd rounds to float32), "
        f"{errors_compared(printed['sse'])}."
    )
    return group


def starts(setting: Setting) -> Group:
    group = Group(
        "K-means++",
        f"Time to choose the start centres of {START_PIXELS:,} pixels, every second band, and the squared error after "
        f"{START_ITERATIONS} iterations from there, both the mean of {SEEDS} seeds. This plugin chooses among a sample "
        "in 10 components, with several tries for fewer than 20 classes; scikit-learn among all pixels and bands.",
    )
    source = setting.pixels()
    share = START_PIXELS / job("shape_of", **source).printed["shape"][0]
    for classes, most in ((5, 0.6), (12, 0.6), (50, 0.3), (300, 1.5)):
        fit = {"classes": classes, "seeds": SEEDS, "iterations": START_ITERATIONS, "share": share, **source}
        jobs = {OURS: planned("starts_ours", **fit), SKLEARN: planned("starts_sklearn", **fit)}
        series = setting.in_turn(1, jobs)
        group.add_times(series, f"{classes} classes")
        errors = [series[name].printed["sse"] for name in (OURS, SKLEARN)]
        group.targets += [
            Target(f"{classes} classes: start", AT_MOST, most, series[OURS].seconds, "s"),
            Target(
                f"{classes} classes: error above scikit-learn's", AT_MOST, 0.5, 100 * (errors[0] / errors[1] - 1), "%"
            ),
        ]
        group.notes.append(f"{classes} classes, {errors_compared(errors)}.")
    return group
