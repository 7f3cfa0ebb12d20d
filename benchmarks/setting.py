"""Shared by all groups of measurements: tiles, names of programs, running of jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from processes import HERE, Outcome, Series, command, in_turn, job

SCRIPTS = HERE.parent / "scripts"
FACTOR = 2
CLASSES, ITERATIONS = 5, 50
OURS, SPY, TUTORIAL = "this plugin", "SPy", "tutorial's recipe"
# Runs of slow and of quick jobs.
FEW, MANY = 3, 5


@dataclass(frozen=True)
class Setting:
    """Files and counts that all groups of measurements use.

    Attributes
    ----------
    bands, blocks : Path
        The tile in both storage layouts.
    folder : Path
        For files of the measurements.
    runs : int
        Of each job; with 0, each group has its own number.
    picture : Path
        For the picture of the group "Scaling".
    noise_pixels : int
        Pixels of noise for k-means.
    moments : int
        How many runs are cancelled, each at another moment.
    """

    bands: Path
    blocks: Path
    folder: Path
    runs: int
    picture: Path
    noise_pixels: int
    moments: int

    def file(self, name: str) -> str:
        """Return the path of a file to work with."""
        return str(self.folder / name)

    def pixels(self, factor: int = FACTOR) -> dict[str, str]:
        """Return the arguments of jobs that load the valid pixels; the first call saves the pixels to a file."""
        values = self.file(f"pixels-{factor}.npy")
        if not Path(values).exists():
            job("prepare", tile=str(self.bands), factor=factor, values=values, valid=self.valid(factor))
        return {"values": values}

    def valid(self, factor: int = FACTOR) -> str:
        """Return the file with the mask of the valid pixels."""
        return self.file(f"valid-{factor}.npy")

    def in_turn(self, runs: int, jobs: Mapping[str, Callable[[], Outcome]]) -> dict[str, Series]:
        """Run jobs in turn, `runs` times unless the user wants another number."""
        return in_turn(self.runs or runs, jobs)

    def qgis_process(self, *arguments: str, home: str = "home") -> Outcome:
        """Run qgis_process with the plugin and a profile of its own."""
        return command([SCRIPTS / "qgis_process.sh", self.file(home), *arguments])[0]

    def clean(self) -> Outcome:
        """Write the cleaned raster, clean.tif."""
        parameters = [f"INPUT={self.bands}", f"OUTPUT={self.file('clean.tif')}"]
        return self.qgis_process("run", "neonaop:cleanreflectance", "--", *parameters)


def planned(name: str, **arguments) -> Callable[[], Outcome]:
    """Return a job to be run later."""
    return lambda: job(name, **arguments)


def ratio(series: Mapping[str, Series], above: str, below: str = OURS) -> float:
    """Return the ratio of the times of two jobs."""
    return series[above].seconds / series[below].seconds


def errors_compared(errors: tuple[float, float]) -> str:
    """Return a text on how two sums of squared errors differ."""
    ours, peer = errors
    return f"sum of squared errors {ours:.8g} against {peer:.8g} ({ours / peer - 1:+.1e})"


def hold_in_memory(path: Path) -> None:
    """Read a file, so that it is in the cache of the operating system."""
    with open(path, "rb") as file:
        while file.read(2**24):
            pass
