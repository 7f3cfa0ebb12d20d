"""The colours of classes are the same in all that a run writes."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from neon_aop.core.constants import PALETTE_FIXED, PALETTE_MEANING, PALETTE_SPECTRUM
from neon_aop.core.files.raster.palette import class_colours
from neon_aop.core.spectra.classcolours import true_colours
from neon_aop.core.spectra.classes import SpectralClasses
from neon_aop.tests.algorithms.checks import Recorder, run, write_raster

PALETTES = [PALETTE_MEANING, PALETTE_FIXED, PALETTE_SPECTRUM]
CLASSES = 4


def hexadecimal(colour):
    return "#{:02x}{:02x}{:02x}".format(*colour)


def colours_in(raster):
    """Return the colours of classes from 1 in the colour table, the attribute table and the style of a raster."""
    dataset = gdal.Open(str(raster))
    band = dataset.GetRasterBand(1)
    table, entries = band.GetDefaultRAT(), band.GetColorTable()
    usages = [gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue]
    columns = [table.GetColOfUsage(usage) for usage in usages]
    in_attributes = [
        tuple(table.GetValueAsInt(row, column) for column in columns) for row in range(table.GetRowCount())
    ]
    style = Path(raster).with_suffix(".qml").read_text(encoding="utf-8")
    in_style = re.findall('paletteEntry value="[0-9]+" color="(#[0-9a-f]{6})"', style)
    in_table = [entries.GetColorEntry(value)[:3] for value in range(1, table.GetRowCount() + 1)]
    return in_table, in_attributes, in_style


def expected(palette, centres):
    classes = SpectralClasses.read(centres)
    if palette == PALETTE_FIXED:
        return class_colours(CLASSES)
    return true_colours(classes.centres, classes.bands) if palette == PALETTE_SPECTRUM else classes.colours


def assert_has_colours(raster, colours):
    in_table, in_attributes, in_style = colours_in(raster)
    assert in_table == in_attributes == colours
    assert in_style == list(map(hexadecimal, colours))


@pytest.fixture(scope="module", params=PALETTES)
def palette(request):
    return request.param


@pytest.fixture(scope="module")
def classified(palette, tile, registered, tmp_path_factory):
    folder = tmp_path_factory.mktemp("classified")
    return run(
        "classifytiles",
        TILES=[tile],
        CLUSTERS=CLASSES,
        PALETTE=palette,
        CLASS_RASTER=folder / "classes.tif",
        PC_RASTER=folder / "components.tif",
        CENTRES=folder / "centres.csv",
        REPORT=folder / "report.html",
        PREVIEW=folder / "preview.png",
    )


def test_classified_tiles(classified, palette):
    colours = expected(palette, classified["CENTRES"])
    assert_has_colours(classified["CLASS_RASTER"], colours)
    report = Path(classified["REPORT"]).read_text(encoding="utf-8")
    for red, green, blue in colours:
        assert f"rgb({red},{green},{blue})" in report
        assert f'"colour":[{red},{green},{blue}]' in report
    picture = gdal.Open(classified["PREVIEW"]).ReadAsArray()
    shown = {tuple(pixel) for pixel in picture[:3, picture[3] > 0].T.tolist()}
    assert shown == set(colours)


def test_saved_centres_have_the_same_colours(classified, palette, tile, tmp_path):
    found = run(
        "applycentres", TILES=[tile], CENTRES=classified["CENTRES"], PALETTE=palette, OUTPUT=tmp_path / "applied.tif"
    )
    assert colours_in(found["OUTPUT"]) == colours_in(classified["CLASS_RASTER"])


def test_classes_of_a_raster(palette, cleaned, tmp_path):
    found = run(
        "kmeans",
        INPUT=cleaned,
        CLUSTERS=CLASSES,
        PALETTE=palette,
        OUTPUT=tmp_path / "classes.tif",
        CENTRES=tmp_path / "centres.csv",
    )
    assert_has_colours(found["OUTPUT"], expected(palette, found["CENTRES"]))


def test_colours_are_by_meaning_unless_asked_otherwise(tile, cleaned, tmp_path):
    default, asked = (
        run("kmeans", INPUT=cleaned, OUTPUT=tmp_path / f"{name}.tif", **settings)
        for name, settings in (("default", {}), ("asked", {"PALETTE": PALETTE_MEANING}))
    )
    assert colours_in(default["OUTPUT"]) == colours_in(asked["OUTPUT"])
    assert colours_in(default["OUTPUT"])[0] != class_colours(5)


def test_bands_without_true_colours_are_told(tmp_path):
    values = np.random.default_rng(0).random((2, 20, 20)).astype(np.float32)
    feedback = Recorder()
    found = run(
        "kmeans",
        feedback,
        INPUT=write_raster(tmp_path / "plain.tif", values),
        CLUSTERS=3,
        PALETTE=PALETTE_SPECTRUM,
        OUTPUT=tmp_path / "classes.tif",
    )
    assert colours_in(found["OUTPUT"])[0] == class_colours(3)
    assert any("no bands near red, green and blue" in warning for warning in feedback.warnings)
