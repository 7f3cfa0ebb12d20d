"""Classify a tile in a QGIS of its own: `python classify.py TILE FOLDER CLASSES FACTOR [THREADS]`.

Prints a line when QGIS is ready and the run begins.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from headless import qgis_with_plugin

RESULTS = {
    "CLASS_RASTER": "classes.tif",
    "CENTRES": "centres.csv",
    "PC_RASTER": "components.tif",
    "EIGENVALUES": "eigenvalues.csv",
    "LOADINGS": "loadings.csv",
    "MODEL": "model.json",
    "REPORT": "report.html",
    "PREVIEW": "preview.png",
}


def parameters(tile, folder, classes: int = 5, factor: int = 2) -> dict:
    """Return the parameters of a run with all results in a folder, and with its pixels in a scratch file."""
    results = {name: str(Path(folder, file)) for name, file in RESULTS.items()}
    return {"TILES": [str(tile)], "CLUSTERS": classes, "SUBSET_FACTOR": factor, "MEMORY": 1, **results}


def main() -> None:
    tile, folder, classes, factor = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with qgis_with_plugin():
        from qgis import processing

        from neon_aop.core.compute.threads import default_threads, using_threads

        print("ready", flush=True)
        with using_threads(int(sys.argv[5]) if len(sys.argv) > 5 else default_threads()):
            processing.run("neonaop:classifytiles", parameters(tile, folder, classes, factor))
        print("done", flush=True)
        # Interpreters with QGIS in them often crash when they end.
        os._exit(0)


if __name__ == "__main__":
    main()
