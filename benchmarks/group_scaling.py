"""How the time of k-means grows with pixels, bands and classes."""

from __future__ import annotations

from collections.abc import Sequence

from picture import draw
from processes import job
from setting import CLASSES, OURS, Setting
from tables import Group, markdown

ELKAN = "scikit-learn, Elkan"
PROGRAMS = {OURS: ("kmeans_ours", {}), ELKAN: ("kmeans_sklearn", {"algorithm": "elkan"})}
ITERATIONS = 20
LONGEST_SECONDS = 60.0


def scaling(setting: Setting) -> Group:
    group = Group(
        "Scaling",
        f"Time of {ITERATIONS} iterations of k-means for different numbers of pixels (1/16 of a tile to 4 tiles), "
        "bands and classes; the other two are those of one tile, every second band and 5 classes. Start: k-means++. "
        f"One run each; Elkan only up to the first run of more than {LONGEST_SECONDS:g} s.\n\n"
        f"![Time of k-means against pixels, bands and classes]({setting.picture.name})",
    )
    panels = {kind: _lines(points) for kind, points in _sizes(setting).items()}
    draw(str(setting.picture), panels)
    rows = [
        [f"{size:,} {kind}", *(_time_at(lines.get(name, []), size) for name in PROGRAMS)]
        for kind, lines in panels.items()
        for size, _ in lines[OURS]
    ]
    group.tables.append(markdown(["size", f"{OURS} (s)", f"{ELKAN} (s)"], rows))
    return group


def _sizes(setting: Setting) -> dict[str, list[tuple[int, dict]]]:
    """Return for pixels, bands and classes the sizes, ascending, and the arguments of the jobs."""
    usual, all_bands = setting.pixels(), setting.pixels(1)
    pixels, _ = job("shape_of", **usual).printed["shape"]
    _, bands = job("shape_of", **all_bands).printed["shape"]
    return {
        "pixels": [(round(pixels * share), {**usual, "share": share}) for share in (1 / 16, 1 / 4, 1, 2, 4)],
        "bands": [(len(range(0, bands, step)), {**all_bands, "every_band": step}) for step in (8, 4, 2, 1)],
        "classes": [(classes, {**usual, "classes": classes}) for classes in (2, 5, 10, 20, 50)],
    }


def _lines(points: Sequence[tuple[int, dict]]) -> dict[str, list[tuple[int, float]]]:
    """Return for each program sizes and seconds."""
    lines = {}
    for name, (job_name, special) in PROGRAMS.items():
        line = []
        for size, source in points:
            seconds = job(
                job_name, **{"classes": CLASSES, "iterations": ITERATIONS, "start": "plus_plus", **special, **source}
            ).seconds
            print(f"  {name}, {size}: {seconds:.2f} s", flush=True)
            if name != OURS and seconds > LONGEST_SECONDS:
                break
            line.append((size, seconds))
        if line:
            lines[name] = line
    return lines


def _time_at(line: Sequence[tuple[int, float]], size: int) -> str:
    return next((f"{seconds:.2f}" for at, seconds in line if at == size), "")
