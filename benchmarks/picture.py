"""The scaling picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

STYLES = (("#0b6e4f", "o"), ("#b5651d", "s"))


def draw(path: str, panels: Mapping[str, Mapping[str, Sequence[tuple[float, float]]]]) -> None:
    """Draw time against size: a panel for each kind of size, a line for each program, (size, seconds) along it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 4), dpi=110, constrained_layout=True)
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, len(panels), sharey=True)
    for axis, (kind, lines) in zip(axes, panels.items()):
        for (colour, marker), (name, points) in zip(STYLES, lines.items()):
            axis.loglog(*zip(*points), color=colour, marker=marker, label=name)
        sizes = sorted({size for points in lines.values() for size, _ in points})
        axis.set_xticks(sizes, [_size(size) for size in sizes])
        axis.set_xlabel(kind)
        axis.grid(True, color="#dddddd")
    seconds = [time for lines in panels.values() for points in lines.values() for _, time in points]
    ticks = _ticks(min(seconds), max(seconds))
    for axis in axes:
        axis.minorticks_off()
        axis.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    axes[0].set_ylabel("time (s)")
    axes[0].legend(frameon=False)
    figure.savefig(path)


def _ticks(low: float, high: float) -> list[float]:
    """Return 1, 2, 5, 10, 20 ... from below `low` to above `high`."""
    steps = [float(f"{first}e{power}") for power in range(-4, 5) for first in (1, 2, 5)]
    start = max((step for step in steps if step <= low), default=steps[0])
    stop = min((step for step in steps if step >= high), default=steps[-1])
    return [step for step in steps if start <= step <= stop]


def _size(size: float) -> str:
    if size >= 950_000:
        return f"{size / 1e6:.2g} M"
    return f"{size / 1e3:.0f} k" if size >= 1000 else f"{size:g}"
