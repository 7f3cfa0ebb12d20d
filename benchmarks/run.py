"""Measure the plugin against its peers and write RESULTS.md: `python benchmarks/run.py [--help]`."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
from pathlib import Path

from groups import GROUPS
from processes import HERE, command, job
from setting import Setting

LAYOUTS = ("bands", "blocks")
BUILD = HERE.parent / "build" / "benchmark"
METHOD = """\
Each job runs in a process of its own. It loads its input, times the work alone (`time.perf_counter`), and takes the
peak memory of the whole process with its input (`getrusage`) before the results are checked. The jobs of a table take
turns, so that other load on the machine affects all of them alike. Tables give medians; a ratio is that of a median to
the median of the first job. `qgis_process` and other programs are timed from the start of the process to its end. Every
program uses its default number of threads. Files are in the cache of the operating system when they are read.
`make benchmark` repeats all measurements."""


def main() -> None:
    options = _options()
    # QGIS starts faster with the byte code that it keeps of plugins, unless the environment forbids it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    build, results = (BUILD / "quick", BUILD / "quick") if options.quick else (BUILD, HERE)
    pages, work = build / "pages", build / "work"
    pages.mkdir(parents=True, exist_ok=True)
    size = 300 if options.quick else 1000
    tiles = _given_tiles(options.tiles) if options.tiles else _demo_tiles(build, size)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    described = "a given one" if options.tiles else f"the demo tile, {size} x {size} pixels and 426 bands"
    setting = Setting(
        bands=tiles / "bands.h5",
        blocks=tiles / "blocks.h5",
        folder=work,
        runs=options.runs or (1 if options.quick else 0),
        picture=results / "scaling.png",
        noise_pixels=90_000 if options.quick else 1_000_000,
        moments=5 if options.quick else 20,
    )
    for name in options.only:
        print(name, flush=True)
        measured = f"Measured on {datetime.date.today():%Y-%m-%d}, {_processor()}; tile: {described}."
        page = f"{GROUPS[name](setting).page()}\n\n{measured}"
        (pages / f"{name}.md").write_text(page, encoding="utf-8")
        _write_results(pages, results / "RESULTS.md")
    shutil.rmtree(work)
    print(f"The results are in {results / 'RESULTS.md'}.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the plugin against its peers and write RESULTS.md.")
    parser.add_argument("--tiles", metavar="FOLDER", help="folder with bands.h5 and blocks.h5 (default: demo tiles)")
    parser.add_argument("--runs", type=int, default=0, metavar="N", help="runs of each job (default: by its duration)")
    parser.add_argument("--quick", action="store_true", help="small tiles and one run, to try this; results in build/")
    names = ", ".join(GROUPS)
    parser.add_argument("--only", default=list(GROUPS), type=_group_names, metavar="GROUP[,GROUP]", help=names)
    return parser.parse_args()


def _group_names(text: str) -> list[str]:
    names = text.split(",")
    for name in names:
        if name not in GROUPS:
            raise argparse.ArgumentTypeError(f"{name} is not one of {', '.join(GROUPS)}")
    return names


def _given_tiles(folder: str) -> Path:
    for layout in LAYOUTS:
        tile = Path(folder).resolve() / f"{layout}.h5"
        if not tile.is_file():
            raise SystemExit(f"{tile} is missing: the folder of tiles must hold bands.h5 and blocks.h5.")
    return tile.parent


def _demo_tiles(folder: Path, size: int) -> Path:
    """Write the demo tile in both layouts, unless it is there."""
    for layout in LAYOUTS:
        path = folder / f"{layout}.h5"
        if not path.exists():
            print(f"Writing {path}.", flush=True)
            job("make_tile", path=str(path), size=size, layout=layout)
    return folder


def _write_results(pages: Path, path: Path) -> None:
    """Write one page from the pages of all groups, measured now or earlier."""
    found = [(pages / f"{name}.md").read_text(encoding="utf-8") for name in GROUPS if (pages / f"{name}.md").exists()]
    parts = ["# Benchmarks", _machine(), *found, "## How it was measured", METHOD]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    versions = {**job("versions").printed, "SAGA": _saga_version()}
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    return (
        f"Machine: {os.cpu_count()} processors, {memory:.0f} GB of memory, {system}.\n\n"
        f"Versions: {', '.join(f'{name} {version}' for name, version in versions.items() if version)}."
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _saga_version() -> str:
    if shutil.which("saga_cmd") is None:
        return ""
    return command(["saga_cmd", "--version"])[1].strip().rpartition(" ")[2]


if __name__ == "__main__":
    main()
