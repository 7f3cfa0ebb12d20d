#!/usr/bin/env python3
"""The worker process of badfiles.py, which runs the algorithms; it may hang or crash.

    badfiles_worker.py FOLDER PIPE [--without-h5py]

It reads a job in JSON for each file, one a line, from its standard input, and writes answers, one a line, to the pipe.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import shutil
import sys
import time
import warnings
from pathlib import Path

import numpy as np
from headless import qgis_with_plugin

# Part of the messages for files that fail the check of the structure, or that HDF5 does not open.
NOT_OPENED = "this HDF5 file of"


def tile_runs(path: str, folder: Path) -> dict[str, tuple[str, dict]]:
    """Return algorithms and their parameters for a tile."""
    return {
        "inspecttile": ("inspecttile", {"INPUT": path, "REPORT": f"{folder}/inspection.html"}),
        "weather": ("ancillarylayer", {"INPUT": path, "LAYER": 0, "OUTPUT": f"{folder}/weather.tif"}),
        "slope": ("ancillarylayer", {"INPUT": path, "LAYER": 11, "OUTPUT": f"{folder}/slope.tif"}),
        "colourcomposite": ("colourcomposite", {"TILE": path, "OUTPUT": f"{folder}/colours.tif"}),
        "cleanreflectance": (
            "cleanreflectance",
            {"INPUT": path, "SUBSET_FACTOR": 9, "OUTPUT": f"{folder}/clean.tif"},
        ),
        "pixels": ("pixels", {"INPUT": path}),
        "classifytiles": (
            "classifytiles",
            {
                "TILES": [path],
                "SUBSET_FACTOR": 4,
                "CLUSTERS": 3,
                "START": 1,
                "MAX_ITERATIONS": 5,
                "CLASS_RASTER": f"{folder}/classes.tif",
                "PC_RASTER": f"{folder}/components.tif",
                "CENTRES": f"{folder}/centres.csv",
                "REPORT": f"{folder}/report.html",
            },
        ),
    }


def raster_runs(path: str, folder: Path, tables: Path) -> dict[str, tuple[str, dict]]:
    """Return algorithms and their parameters for a raster; `tables` has the tables of the correct results."""
    classes = {"CLUSTERS": 3, "START": 1, "MAX_ITERATIONS": 10}
    return {
        "kmeans": (
            "kmeans",
            {"INPUT": path, **classes, "OUTPUT": f"{folder}/classes.tif", "CENTRES": f"{folder}/centres.csv"},
        ),
        "pca": (
            "pca",
            {"INPUT": path, "COMPONENTS": 1, "OUTPUT": f"{folder}/components.tif", "MODEL": f"{folder}/model.json"},
        ),
        "applycentres": (
            "applycentres",
            {"INPUT": path, "CENTRES": f"{tables}/centres.csv", "OUTPUT": f"{folder}/applied.tif"},
        ),
        "applypca": ("applypca", {"INPUT": path, "MODEL": f"{tables}/model.json", "OUTPUT": f"{folder}/scores.tif"}),
        # One class, as a mask may leave a single pixel.
        "mask": (
            "kmeans",
            {"INPUT": f"{tables}/plain.tif", "MASK": path, "CLUSTERS": 1, "OUTPUT": f"{folder}/masked.tif"},
        ),
    }


class Worker:
    """Runs the algorithms on one file after another, for the jobs from its standard input."""

    def __init__(self, folder: Path, answers):
        self._folder = folder
        self._answers = answers
        self._good: dict[str, dict[str, dict]] = {}

    def serve(self) -> None:
        for line in sys.stdin:
            job = json.loads(line)
            good = self._good_results(job)
            runs = self._runs(job["path"], job["tables"])
            while runs:
                name, (algorithm, parameters) = next(iter(runs.items()))
                del runs[name]
                found = self._run(algorithm, parameters)
                values = found.pop("values", None)
                if values is not None:
                    found["changed"] = changed_values(good[name].get("values"), values)
                elif NOT_OPENED in found["message"] and not found["message"].startswith("Traceback"):
                    # The others would open the file in the same way.
                    runs = {name: run for name, run in runs.items() if name == "classifytiles"}
                found["more_bytes"] = found["bytes"] - good[name]["bytes"]
                self._answer({"name": name, **found})
            self._answer({"name": "done"})

    def _runs(self, path: str, tables: str) -> dict[str, tuple[str, dict]]:
        return raster_runs(path, self._folder, Path(tables)) if tables else tile_runs(path, self._folder)

    def _good_results(self, job: dict) -> dict[str, dict]:
        if job["like"] not in self._good:
            runs = self._runs(job["like"], job["tables"])
            if job["tables"]:
                tables = Path(job["tables"])
                for name in ("kmeans", "pca"):
                    self._run(*raster_runs(job["like"], tables, tables)[name])
            if not self._good:
                # The first runs allocate memory that later runs reuse.
                for run in runs.values():
                    self._run(*run)
            self._good[job["like"]] = {name: self._run(*run) for name, run in runs.items()}
            self._answer({"name": "good", "problems": self._problems_of(job["like"])})
        return self._good[job["like"]]

    def _problems_of(self, path: str) -> list[str]:
        return [f"{name}: {found['message']}" for name, found in self._good[path].items() if found.get("message")]

    def _answer(self, content: dict) -> None:
        self._answers.write(json.dumps(content) + "\n")
        self._answers.flush()

    def _run(self, algorithm: str, parameters: dict) -> dict:
        """Run an algorithm; return its results or message, its processor time and its memory."""
        from qgis import processing
        from qgis.core import QgsProcessingException, QgsProcessingFeedback

        from neon_aop.core.errors import NeonAopError

        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        before, start = _resident_bytes(reset_peak=True), time.process_time()
        found = {}
        try:
            if algorithm == "pixels":
                found["values"] = pixel_values(parameters["INPUT"])
            else:
                outputs = processing.run(f"neonaop:{algorithm}", parameters, feedback=QgsProcessingFeedback(False))
                found["values"] = result_values(outputs)
        except (QgsProcessingException, NeonAopError) as error:
            found["message"] = str(error)
        except Exception as error:
            found["message"] = f"Traceback: {type(error).__name__}: {error}"
        # One result may be complete when another one fails.
        found["left"] = [file.name for file in self._folder.iterdir() if file.is_dir() or file.suffix == ".part"]
        found["seconds"] = time.process_time() - start
        found["bytes"] = _resident_bytes(peak=True) - before
        return found


def pixel_values(path: str) -> dict[str, np.ndarray]:
    """Read all bands of a tile."""
    from neon_aop.core.files.neon.tile import NeonTile

    with NeonTile(path) as tile:
        pixels = tile.read_pixels(np.arange(len(tile.info.bands)))
    whole = np.full((*pixels.valid.shape, len(pixels.bands)), np.nan)
    whole[pixels.valid] = pixels.to_reflectance(pixels.values)
    return {"pixels": whole}


def result_values(outputs: dict) -> dict[str, np.ndarray]:
    """Return the numbers, texts and rasters among the outputs of an algorithm as arrays."""
    from osgeo import gdal

    values = {}
    for name, value in outputs.items():
        if name == "LAYOUT":
            continue  # It differs for unusual storage, as it should.
        if isinstance(value, str) and value.endswith(".tif"):
            values[name] = gdal.Open(value).ReadAsArray()
        elif not (isinstance(value, str) and value.endswith((".csv", ".html", ".json"))):
            values[name] = np.asarray(value)
    return values


def changed_values(good: dict[str, np.ndarray] | None, found: dict[str, np.ndarray]) -> dict[str, int]:
    """Return how many values of each output differ from the good ones; -1 for a different shape."""
    if good is None:
        return {}
    changed = {}
    for name in good.keys() | found.keys():
        one, other = good.get(name), found.get(name)
        if one is None or other is None or one.shape != other.shape:
            changed[name] = -1
        elif one.dtype.kind in "fc":
            changed[name] = int((~np.isclose(one, other, rtol=1e-5, atol=1e-6, equal_nan=True)).sum())
        else:
            changed[name] = int((one != other).sum())
    return {name: count for name, count in changed.items() if count}


def _resident_bytes(peak: bool = False, reset_peak: bool = False) -> int:
    if reset_peak:
        Path("/proc/self/clear_refs").write_text("5")
    entry = "VmHWM" if peak else "VmRSS"
    return int(re.search(rf"{entry}:\s+(\d+)", Path("/proc/self/status").read_text())[1]) * 1024


def main() -> None:
    faulthandler.enable()
    warnings.simplefilter("ignore")
    folder, pipe, *options = sys.argv[1:]
    if options:
        sys.modules["h5py"] = None
    with qgis_with_plugin(), os.fdopen(int(pipe), "w") as answers:
        Worker(Path(folder), answers).serve()


if __name__ == "__main__":
    main()
