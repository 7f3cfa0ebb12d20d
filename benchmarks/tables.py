"""The page of results, in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from processes import Series

AT_LEAST, AT_MOST = "at least", "at most"


@dataclass(frozen=True)
class Target:
    """A promised figure and the measured one."""

    what: str
    bound: str
    promised: float
    reached: float
    unit: str

    def row(self) -> list[str]:
        met = self.reached >= self.promised if self.bound == AT_LEAST else self.reached <= self.promised
        return [
            self.what,
            f"{self.bound} {self.promised:g} {self.unit}",
            f"{self.reached:.3g} {self.unit}",
            "reached" if met else "**missed**",
        ]


@dataclass
class Group:
    """One group of measurements."""

    title: str
    introduction: str
    tables: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add_times(self, series: Mapping[str, Series], caption: str = "job") -> None:
        """Add a table of times; ratios are to the first job."""
        base = next(iter(series.values())).seconds
        rows = [
            [name, _seconds(one.seconds), f"{_seconds(one.fastest)} to {_seconds(one.slowest)}", str(len(one.outcomes))]
            + [f"{one.seconds / base:.2f}", f"{one.peak / 1e9:.2f}"]
            for name, one in series.items()
        ]
        header = [caption, "median (s)", "range (s)", "runs", "ratio", "peak memory (GB)"]
        self.tables.append(markdown(header, rows))

    def page(self) -> str:
        parts = [f"## {self.title}", self.introduction, *self.tables]
        if self.targets:
            parts.append(markdown(["target", "promised", "measured", ""], [target.row() for target in self.targets]))
        if self.notes:
            parts.append("\n".join(f"- {note}" for note in self.notes))
        return "\n\n".join(parts)


def markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns after the first are aligned to the right."""
    marks = ["---"] + ["---:"] * (len(header) - 1)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [header, marks, *rows])


def _seconds(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 100 else f"{value:.0f}"
