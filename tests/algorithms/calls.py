"""How to call each algorithm of the provider on small files; a new algorithm needs an entry in `CALLS`.

Those that ask a server have their own tests, in `tests/algorithms/download`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from neon_aop.core.files.download.access import ACCESS_VARIABLE
from neon_aop.core.files.download.address import BASE_VARIABLE
from neon_aop.tests.algorithms.checks import run
from neon_aop.tests.neonserver import NeonServer, ServedFile, tile_name
from neon_aop.tests.tiles import LEFT, TOP

TILE, CLEANED, CENTRES, MODEL = "tile.h5", "cleaned.tif", "centres.csv", "model.json"
CLASSES, OTHER_CLASSES = "classes.tif", "other_classes.tif"
PLACES, CLASSIFIER, ENDMEMBERS = "places.geojson", "classifier.json", "endmembers.csv"
COMPONENTS, NOISE_MODEL = "components.tif", "noise_model.json"


@dataclass(frozen=True)
class Call:
    """How to call an algorithm.

    Attributes
    ----------
    results : dict of str to str
        The ending of the file for each destination, empty for a folder.
    tile, raster : str
        The parameters that take a tile or, instead of it, a raster; empty when there is none. TILES takes a list.
    raster_file : str
        The name of the file that is the raster.
    files : dict of str to str
        Further parameters that take files, by the names of these files.
    settings : dict
        Other parameters, where the defaults would take long.
    """

    results: dict[str, str]
    tile: str = ""
    raster: str = ""
    raster_file: str = CLEANED
    files: dict[str, str] = field(default_factory=dict)
    settings: dict = field(default_factory=dict)

    @property
    def images(self) -> dict[str, str]:
        """The files that can be the image to read, by the parameters that take them."""
        return {name: file for name, file in ((self.tile, TILE), (self.raster, self.raster_file)) if name}


# Asks for the only tile of `serve_tile`.
SITE = {"SITE": "SERC", "YEAR": 2022}

CERTAINTY = {"DISTANCE": ".tif", "MARGIN": ".tif", "SECOND": ".tif"}

CALLS = {
    "ancillarylayer": Call({"OUTPUT": ".tif"}, tile="INPUT"),
    "anomalies": Call(
        {"OUTPUT": ".tif", "ANOMALIES": ".tif", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        settings={"SHARE": 5},
    ),
    "applycentres": Call(
        {"OUTPUT": ".tif", "COUNTS": ".csv", **CERTAINTY}, tile="TILES", raster="INPUT", files={"CENTRES": CENTRES}
    ),
    "applyclassifier": Call(
        {"OUTPUT": ".tif", "CONFIDENCE": ".tif", "COUNTS": ".csv"},
        tile="TILES",
        raster="INPUT",
        files={"MODEL": CLASSIFIER},
    ),
    "applypca": Call({"OUTPUT": ".tif"}, tile="TILES", raster="INPUT", files={"MODEL": MODEL}),
    "classificationstudy": Call(
        {"TABLE": ".csv", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        settings={"CLUSTERS": "2,3", "SUBSET": "1,2"},
    ),
    "classifytiles": Call(
        {
            "CLASS_RASTER": ".tif",
            "CENTRES": ".csv",
            "PC_RASTER": ".tif",
            "EIGENVALUES": ".csv",
            "LOADINGS": ".csv",
            "MODEL": ".json",
            "REPORT": ".html",
            "PREVIEW": ".png",
            **CERTAINTY,
        },
        tile="TILES",
    ),
    "cleanreflectance": Call({"OUTPUT": ".tif"}, tile="INPUT"),
    "colourcomposite": Call({"OUTPUT": ".tif"}, tile="TILE", raster="INPUT"),
    "compareclassifications": Call(
        {"AGREEMENT": ".tif", "TABLE": ".csv", "REPORT": ".html"}, files={"FIRST": CLASSES, "SECOND": OTHER_CLASSES}
    ),
    "componentclasses": Call({"kmeans:CLASSES": ".tif", "pca:SCORES": ".tif"}, tile="TILE"),
    "continuumremoval": Call(
        {"OUTPUT": ".tif", "FEATURES": ".tif", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        settings={"RANGES": "470-840"},
    ),
    "createdemotile": Call({"OUTPUT": ".h5"}, settings={"SIZE": 30}),
    "downloadandclassify": Call(
        {"classify:CLASSES": ".tif", "classify:SCORES": ".tif", "classify:CENTRES": ".csv", "tiles:FOLDER": ""},
        settings={**SITE, "POINT": "368005,4306995 [EPSG:32618]"},
    ),
    "downloadtiles": Call({"FOLDER": ""}, settings={**SITE, "EASTING": 368005, "NORTHING": 4306995}),
    "endmembers": Call(
        {"SPECTRA": ".csv", "LIBRARY": ".sli", "LOCATIONS": ".geojson", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        settings={"COUNT": 3},
    ),
    "gaussianclassifier": Call(
        {"OUTPUT": ".tif", "CONFIDENCE": ".tif", "MODEL": ".json", "TABLE": ".csv", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        files={"TRAINING": PLACES},
        settings={"FIELD": "kind", "REJECT": 0.05},
    ),
    "inspecttile": Call({"REPORT": ".html"}, tile="INPUT"),
    "inversetransform": Call(
        {"OUTPUT": ".tif", "RESIDUAL": ".tif"},
        raster="INPUT",
        raster_file=COMPONENTS,
        files={"MODEL": NOISE_MODEL, "ORIGINAL": CLEANED},
    ),
    "kmeans": Call({"OUTPUT": ".tif", "CENTRES": ".csv", "REPORT": ".html", **CERTAINTY}, raster="INPUT"),
    "listtiles": Call({"OUTPUT": ".geojson", "MONTHS": ".csv"}, settings=SITE),
    "mergeclasses": Call(
        {"OUTPUT": ".tif", "MERGED_CENTRES": ".csv"},
        raster="INPUT",
        raster_file=CLASSES,
        files={"CENTRES": CENTRES},
        settings={"MERGE": "1+2=dark, 5=bright #d55e00", "SIEVE": 2},
    ),
    "mnf": Call(
        {
            "OUTPUT": ".tif",
            "EIGENVALUES": ".csv",
            "LOADINGS": ".csv",
            "MODEL": ".json",
            "DENOISED": ".tif",
            "REPORT": ".html",
        },
        tile="TILES",
        raster="INPUT",
        settings={"COMPONENTS": 3},
    ),
    "pca": Call(
        {"OUTPUT": ".tif", "EIGENVALUES": ".csv", "LOADINGS": ".csv", "MODEL": ".json", "REPORT": ".html"},
        raster="INPUT",
    ),
    "samplespectra": Call(
        {"SPECTRA": ".csv", "TABLE": ".csv", "LIBRARY": ".sli", "LAYER": ".geojson", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        files={"LOCATIONS": PLACES},
        settings={"FIELD": "kind", "PER_PIXEL": True},
    ),
    "spectralangle": Call(
        {"OUTPUT": ".tif", "ANGLES": ".tif", "COUNTS": ".csv"},
        tile="TILES",
        raster="INPUT",
        files={"SPECTRA": CENTRES},
        settings={"ALL_ANGLES": True},
    ),
    "spectralindices": Call(
        {"OUTPUT": ".tif", "MASK": ".tif"},
        tile="TILES",
        raster="INPUT",
        settings={"EXPRESSION": "(r549-r669)/(r549+r669)", "THRESHOLD": 0.1},
    ),
    "suggestclusters": Call({"TABLE": ".csv", "REPORT": ".html"}, tile="TILES", raster="INPUT", settings={"K_MAX": 3}),
    "tutorial": Call(
        {"kmeans:CLASSES": ".tif", "kmeans:CENTRES": ".csv", "pca:SCORES": ".tif", "pca:EIGENVALUES": ".csv"},
        tile="TILE",
    ),
    "unmix": Call(
        {"ABUNDANCES": ".tif", "RESIDUAL": ".tif", "DOMINANT": ".tif", "REPORT": ".html"},
        tile="TILES",
        raster="INPUT",
        files={"SPECTRA": ENDMEMBERS},
    ),
    "vegetationclasses": Call({"kmeans:CLASSES": ".tif", "kmeans:CENTRES": ".csv", "ndvi:NDVI": ".tif"}, tile="TILE"),
}


def results_in(folder: Path, algorithm: str, stem: str = "") -> dict[str, Path]:
    """Return a path for each result of an algorithm; names begin with `stem`."""
    return {
        name: folder / f"{stem}{name.lower().replace(':', '_')}{ending}"
        for name, ending in CALLS[algorithm].results.items()
    }


def inputs_in(folder: Path, algorithm: str, image: str = "") -> dict:
    """Return the inputs of an algorithm, which are files in a folder.

    Parameters
    ----------
    folder : Path
        That has the files that `make_inputs` makes.
    algorithm : str
    image : str
        The parameter that takes the image to read, where there are two; the one for tiles unless given.
    """
    call = CALLS[algorithm]
    image = image or next(iter(call.images), "")
    files = {**call.files, **({image: call.images[image]} if image else {})}
    return {name: [folder / file] if name == "TILES" else folder / file for name, file in files.items()}


def run_in(inputs: Path, algorithm: str, results: dict, feedback=None, image: str = "", **parameters) -> dict:
    """Run an algorithm on files in the folder `inputs`."""
    values = {**CALLS[algorithm].settings, **inputs_in(inputs, algorithm, image), **parameters, **results}
    return run(algorithm, feedback, **values)


@contextmanager
def serve_tile(folder: Path) -> Iterator[None]:
    """Have NEON's data asked from a server here, which has the tile in a folder."""
    with NeonServer() as server, pytest.MonkeyPatch.context() as patch:
        server.add(ServedFile(tile_name(368000, 4306000), (folder / TILE).read_bytes()))
        patch.setenv(BASE_VARIABLE, server.base)
        patch.setenv(ACCESS_VARIABLE, server.token)
        yield


def write_places(path: Path) -> None:
    """Write polygons of two kinds on the tile of the tests."""

    def feature(kind: str, shape: str, coordinates) -> dict:
        geometry = {"type": shape, "coordinates": coordinates}
        return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}

    def square(column: int, row: int, size: int) -> list:
        left, top = LEFT + column, TOP - row
        return [[[left, top], [left + size, top], [left + size, top - size], [left, top - size], [left, top]]]

    features = [feature("oak", "Polygon", square(5, 1, 4)), feature("ash", "Polygon", square(11, 2, 6))]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32618"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


def make_inputs(folder: Path) -> Path:
    """Make the other files that algorithms read from the tile in a folder; return the folder."""
    run("cleanreflectance", INPUT=folder / TILE, OUTPUT=folder / CLEANED)
    with TemporaryDirectory() as scrap:
        run(
            "classifytiles",
            TILES=[folder / TILE],
            CENTRES=folder / CENTRES,
            MODEL=folder / MODEL,
            CLASS_RASTER=folder / CLASSES,
            PC_RASTER=Path(scrap) / "components.tif",
        )
    write_places(folder / PLACES)
    with TemporaryDirectory() as scrap:
        run(
            "gaussianclassifier",
            TILES=[folder / TILE],
            TRAINING=folder / PLACES,
            FIELD="kind",
            MODEL=folder / CLASSIFIER,
            OUTPUT=Path(scrap) / "classes.tif",
        )
    run("mnf", INPUT=folder / CLEANED, COMPONENTS=3, OUTPUT=folder / COMPONENTS, MODEL=folder / NOISE_MODEL)
    run("kmeans", INPUT=folder / CLEANED, CLUSTERS=4, OUTPUT=folder / OTHER_CLASSES, CENTRES=folder / ENDMEMBERS)
    return folder
