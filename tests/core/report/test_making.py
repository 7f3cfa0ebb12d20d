from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import h5py
import numpy as np
import pytest

from neon_aop.core.compute.imageset import LocalImages
from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.mosaic import Mosaic
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans.classification import Start
from neon_aop.core.methods.products import ClassFiles, ClassSettings, make_classes
from neon_aop.core.progress import Progress
from neon_aop.core.report.making import Run, Subject, bands_in_words, title_of, write_run_report
from neon_aop.tests.tiles import write_tile

GRID = Grid(6, 5, metres_per_unit=1.0, crs='LOCAL_CS["<Site> 1",UNIT["metre",1]]')
WAVELENGTHS = [560.0, 668.0, 858.0, 1650.0]
VEGETATION, WATER = [0.05, 0.03, 0.5, 0.2], [0.05, 0.03, 0.02, 0.01]


def image(name="image", spectra=(VEGETATION, WATER), wavelengths=WAVELENGTHS, left=0.0):
    values = np.resize(np.array(spectra, dtype=float), (GRID.width * GRID.height, len(spectra[0])))
    valid = np.ones((GRID.height, GRID.width), bool)
    return Pixels(values, valid, replace(GRID, left=left), Bands.of(wavelengths), name=name)


@pytest.fixture
def report_of(tmp_path):
    def classify(*images, classes=2):
        mosaic = Mosaic.of([one.grid for one in images], [one.name for one in images])
        files = ClassFiles(str(tmp_path / "classes.tif"), str(tmp_path / "centres.csv"))
        with LocalImages(images) as opened:
            classification = make_classes(opened, mosaic, ClassSettings(Start(classes=classes), 5), files, Progress())
            write_run_report(tmp_path / "report.html", Run("Title", []), opened, mosaic, classification)
        return (tmp_path / "report.html").read_text(encoding="utf-8")

    return classify


def subject(page):
    return re.search('<p class="subject">(.*)</p>', page)[1]


def test_the_report_says_what_it_is_about(report_of):
    assert subject(report_of(image("A & B"))) == "A &amp; B · &lt;Site&gt; 1 · 4 bands, 560.0 to 1650.0 nm"


def test_the_title_says_what_was_done_to_what(report_of):
    page = report_of(image("A & B"))
    assert page.count("Title: A &amp; B</title>") == page.count("Title: A &amp; B</h1>") == 1


def test_extent_and_pixel_size_are_a_line_below_the_title(report_of):
    lines = re.findall('<p class="subject">(.*)</p>', report_of(image(left=12.0)))
    assert lines[1:] == ["x 12 to 18, y -5 to 0 · 6 x 5 pixels of 1 x 1 m"]


@pytest.mark.parametrize(
    ("names", "title"),
    [
        (["SOAP 298000_4101000", "SOAP 299000_4101000"], "Classes: SOAP, 2 tiles"),
        (["SOAP 298000_4101000", "SJER 299000_4101000"], "Classes: SJER, SOAP, 2 tiles"),
        (["one", "other", "third"], "Classes: 3 images"),
    ],
)
def test_many_images_are_counted_by_site_in_the_title(names, title):
    assert title_of(Run("Classes", []), Subject(names, GRID)) == title


def test_the_title_tells_domain_and_days_of_tiles(tmp_path):
    paths = []
    for column, day in ((368, 20220513), (369, 20220512)):
        path = tmp_path / f"NEON_D02_SERC_DP3_{column}000_4306000_bidirectional_reflectance.h5"
        write_tile(path)
        with h5py.File(path, "r+") as file:
            layers = file.require_group("SERC/Reflectance/Metadata/Ancillary_Imagery")
            layers["Acquisition_Date"] = np.full(file["SERC/Reflectance/Reflectance_Data"].shape[:2], day, np.int32)
        paths.append(str(path))
    both = Subject(["SERC 368000_4306000", "SERC 369000_4306000"], GRID)
    assert title_of(Run("Classes", paths), both) == "Classes: D02 SERC, 2 tiles, 2022-05-12 to 2022-05-13"
    # Of the tiles that lie in the extent, only one has pixels.
    one = Subject(["SERC 369000_4306000"], GRID)
    assert title_of(Run("Classes", paths), one) == "Classes: D02 SERC 369000_4306000, 2022-05-12"


@pytest.mark.parametrize("source", ["missing.h5", "missing.tif", "PG:dbname=none"])
def test_a_title_without_files_has_no_day(source):
    assert title_of(Run("Classes", [source]), Subject(["a"], GRID)) == "Classes: a"


def test_a_few_of_many_images_are_named(report_of):
    images = [image(f"tile {number}", left=6.0 * number) for number in range(5)]
    assert subject(report_of(*images)).startswith("tile 0, tile 1, tile 2 and 2 more · ")


def test_images_without_pixels_are_not_named(report_of):
    empty = image("empty", left=6.0)
    empty = empty.without(np.ones_like(empty.valid))
    assert subject(report_of(image("full"), empty)).startswith("full · ")


def test_classes_without_pixels_are_counted_and_not_in_the_legend(report_of):
    page = report_of(image(spectra=[VEGETATION]), classes=3)
    assert "1 class over 30.0 m²; 2 of the 3 classes have no pixel" in page
    assert re.search('<ul class="colours">(.*)</ul>', page)[1].count("<li>") == 1


def test_the_legend_tells_number_and_name(report_of):
    page = report_of(image())
    legend = re.sub("<[^>]*>", " ", re.search('<ul class="colours">(.*)</ul>', page)[1])
    assert legend.split() == ["1", "water", "2", "vegetation,", "dense"]


@pytest.mark.parametrize(
    ("spectra", "wavelengths", "quantity"),
    [
        ((VEGETATION, WATER), WAVELENGTHS, "Reflectance"),
        ((VEGETATION, WATER), [np.nan] * 4, "Value"),
        # A colour composite knows its wavelengths, too.
        (([200, 100, 50], [20, 250, 70]), [667.0, 546.9, 471.7], "Value"),
    ],
)
def test_the_axis_says_reflectance_only_where_it_is(report_of, spectra, wavelengths, quantity):
    page = report_of(image(spectra=spectra, wavelengths=wavelengths))
    assert f'"quantity":"{quantity}"' in page
    assert ("May be" in page) == (quantity == "Reflectance")


def test_the_report_is_dated(report_of):
    written = re.search("<dt>Written</dt><dd>([^<]*)</dd>", report_of(image()))[1]
    assert datetime.fromisoformat(written).tzinfo is not None


@pytest.mark.parametrize(
    ("wavelengths", "words"),
    [([500.0, 400.0], "2 bands, 400.0 to 500.0 nm"), ([500.0], "1 band, 500.0 nm"), ([np.nan, 500.0], "2 bands")],
)
def test_bands_are_told_by_number_and_range(wavelengths, words):
    assert bands_in_words(Bands.of(wavelengths)) == words
