"""How to run each algorithm on the demo tile: its inputs by the names of the files, and its results."""

from __future__ import annotations

from pathlib import Path

from neon_aop.tests.algorithms.checks import run

TILE, CLEANED, CENTRES, MODEL = "tile.h5", "cleaned.tif", "centres.csv", "model.json"

INPUTS = {
    "ancillarylayer": {"INPUT": TILE},
    "applycentres": {"TILES": [TILE], "CENTRES": CENTRES},
    "applypca": {"INPUT": CLEANED, "MODEL": MODEL},
    "classifytiles": {"TILES": [TILE]},
    "cleanreflectance": {"INPUT": TILE},
    "colourcomposite": {"TILE": TILE},
    "createdemotile": {},
    "inspecttile": {"INPUT": TILE},
    "kmeans": {"INPUT": CLEANED, "MASK": CLEANED},
    "pca": {"INPUT": CLEANED, "MASK": CLEANED},
}
# The smallest tile that can be made, to save time.
SETTINGS = {"createdemotile": {"SIZE": 30}}
RESULTS = {
    "ancillarylayer": {"OUTPUT": ".tif"},
    "applycentres": {"OUTPUT": ".tif", "COUNTS": ".csv"},
    "applypca": {"OUTPUT": ".tif"},
    "classifytiles": {
        "CLASS_RASTER": ".tif",
        "CENTRES": ".csv",
        "PC_RASTER": ".tif",
        "EIGENVALUES": ".csv",
        "LOADINGS": ".csv",
        "MODEL": ".json",
        "REPORT": ".html",
        "PREVIEW": ".png",
    },
    "cleanreflectance": {"OUTPUT": ".tif"},
    "colourcomposite": {"OUTPUT": ".tif"},
    "createdemotile": {"OUTPUT": ".h5"},
    "inspecttile": {"REPORT": ".html"},
    "kmeans": {"OUTPUT": ".tif", "CENTRES": ".csv", "REPORT": ".html"},
    "pca": {"OUTPUT": ".tif", "EIGENVALUES": ".csv", "LOADINGS": ".csv", "MODEL": ".json", "REPORT": ".html"},
}


def results_in(folder: Path, algorithm: str, stem: str = "") -> dict[str, Path]:
    """Return a path for each result of an algorithm; names begin with `stem`."""
    return {name: folder / f"{stem}{name.lower()}{ending}" for name, ending in RESULTS[algorithm].items()}


def inputs_in(folder: Path, algorithm: str) -> dict:
    """Return the inputs of an algorithm, which are files in a folder."""
    return {
        name: [folder / file for file in value] if isinstance(value, list) else folder / value
        for name, value in INPUTS[algorithm].items()
    }


def run_in(inputs: Path, algorithm: str, results: dict, **settings) -> dict:
    """Run an algorithm on files in the folder `inputs`."""
    return run(algorithm, **{**SETTINGS.get(algorithm, {}), **inputs_in(inputs, algorithm), **settings, **results})
