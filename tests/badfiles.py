"""The whole corpus of bad files, each made just before it is used and removed afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal

from neon_aop.tests.badbytes import flips, truncations
from neon_aop.tests.badrasters import plain_values, raster_cases, write
from neon_aop.tests.badtiles import ANY_NUMBER, EITHER, REFUSED, RIGHT, STORAGES, variations

# Of the quick corpus: every n-th case of each kind, of one storage for each way to read.
QUICK_STEPS = {"tile": 80, "raster": 12}
QUICK_STORAGES = {"h5py": "bands", "gdal": "blocks"}


@dataclass(frozen=True)
class Job:
    """A file to run the algorithms over.

    Attributes
    ----------
    name : str
    path, like : Path
        The file, and the one whose results are the right ones.
    tables : Path or None
        For rasters, a folder with tables of the right results.
    expected : str
        `RIGHT`, `REFUSED` or `EITHER`.
    most_changed : int
        How many values of a raster may differ from the right ones.
    """

    name: str
    path: Path
    like: Path
    tables: Path | None
    expected: str
    most_changed: int

    def expected_of(self, algorithm: str) -> tuple[str, int]:
        """Return what to expect of an algorithm, and how many values may differ: as a mask, one band counts."""
        return (EITHER, ANY_NUMBER) if algorithm == "mask" else (self.expected, self.most_changed)

    def remove(self) -> None:
        """Remove the file."""
        shutil.rmtree(self.path.parent)


def corpus(folder: Path, backend: str, seeds: Sequence[int], only: str = "", quick: bool = False) -> Iterator[Job]:
    """Make one file after another, in `folder`; those for rasters only for one of the ways to read tiles."""
    for storage in [QUICK_STORAGES[backend]] if quick else STORAGES:
        yield from _tiles(folder, storage, seeds, only, QUICK_STEPS["tile"] if quick else 1)
    if backend == "h5py":
        yield from _rasters(folder, only, QUICK_STEPS["raster"] if quick else 1)


def _tiles(folder: Path, storage: str, seeds: Sequence[int], only: str, step: int) -> Iterator[Job]:
    base = folder / f"{storage}.h5"
    if not base.exists():
        STORAGES[storage](base)
    kinds = [truncations(storage, base), *(flips(storage, base, seed) for seed in seeds)]
    if storage == "bands":
        kinds.append(variations(base))
    for kind in kinds:
        for number, case in enumerate(kind):
            if only in case.name and number % step == 0:
                path = _new_folder(folder) / "damaged.h5"
                shutil.copy(base, path)
                case.make(path)
                yield Job(case.name, path, base, None, case.expected, case.most_changed)


def _rasters(folder: Path, only: str, step: int) -> Iterator[Job]:
    common = folder / "tables"
    common.mkdir()
    plain = write(common / "plain.tif", plain_values())
    for number, case in enumerate(raster_cases()):
        name = f"raster: {case.name}"
        if only not in name or number % step:
            continue
        inner = _new_folder(folder)
        like, tables = plain, common
        if case.means is not None:
            tables = inner / f"tables {number}"
            tables.mkdir()
            shutil.copy(plain, tables)
            like = write(tables / "like.tif", case.means, gdal.GDT_Float64)
        expected = RIGHT if case.means is not None else EITHER if case.may_pass else REFUSED
        yield Job(name, case.make(inner), like, tables, expected, ANY_NUMBER if case.may_pass else 0)


def _new_folder(folder: Path) -> Path:
    inner = folder / "damaged"
    inner.mkdir()
    return inner
