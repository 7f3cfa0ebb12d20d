"""The scaling picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

STYLES = {"this plugin": ("#0b6e4f", "o"), "scikit-learn, Elkan": ("#b5651d", "s")}


def draw(path: str, panels: Mapping[str, Mapping[str, Sequence[tuple[float, float]]]]) -> None:
    """Draw time against size: a panel for each kind of size, a line for each program, (size, seconds) along it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 4), dpi=110, constrained_layout=True)
    FigureCanvasAgg(figure)
    axes = figure.subplots(1, len(panels), sharey=True)
    for axis, (size, lines) in zip(axes, panels.items()):
        for name, points in lines.items():
            colour, marker = STYLES[name]
            axis.loglog(*zip(*points), color=colour, marker=marker, label=name)
        _label_sizes(axis, sorted({point[0] for points in lines.values() for point in points}))
        axis.set_xlabel(size)
        axis.grid(True, which="major", color="#dddddd")
    axes[0].set_ylabel("time (s)")
    axes[0].legend(frameon=False)
    figure.savefig(path)


def _label_sizes(axis, sizes: Sequence[float]) -> None:
    axis.set_xticks(sizes, [f"{size:,.3g}" if size < 1e4 else f"{size / 1e6:.3g} M" for size in sizes])
    axis.minorticks_off()
    axis.tick_params(axis="x", labelrotation=30)
