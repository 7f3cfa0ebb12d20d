import html
import re

import h5py
import numpy as np
import pytest

from neon_aop.core.errors import OutputError
from neon_aop.core.files.neon.inspection import (
    KEPT,
    facts,
    inspect,
    log_lines,
    removed_runs,
    seams_in_words,
    sun_in_words,
    weather_shares,
)
from neon_aop.core.files.neon.tile import NeonTile
from neon_aop.core.image.bands import kept_bands
from neon_aop.core.progress import Progress
from neon_aop.core.report.inspection import write_inspection
from neon_aop.core.report.making import Run
from neon_aop.tests.tiles import NODATA, REMOVED, random_cube, write_tile

ROWS, COLUMNS = 20, 24
NEON_WAVELENGTHS = np.linspace(383.884003, 2512.18042, 426)


@pytest.fixture(params=["h5py", "gdal"])
def backend(request):
    return request.param


@pytest.fixture
def inspected(tmp_path, backend):
    """Write a tile and inspect it: `inspected(images={...}, logs=[...], name="x.h5", progress=..., **write_tile's)`."""

    def make(images=None, logs=(), name="tile.h5", progress=None, attributes_of_images=None, sun=None, **settings):
        path = tmp_path / name
        write_tile(path, **settings)
        with h5py.File(path, "r+") as file:
            metadata = file["SERC/Reflectance/Metadata"]
            for image, values in (images or {}).items():
                metadata.create_dataset(f"Ancillary_Imagery/{image}", data=values).attrs.update(
                    attributes_of_images or {}
                )
            for line in logs:
                metadata.create_group(f"Logs/{line}")
            for place, value in (sun or {}).items():
                metadata[f"Logs/{place}"] = value
        with NeonTile(str(path), backend) as tile:
            return inspect(tile, progress)

    return make


def page_of(found, tmp_path):
    path = tmp_path / "report.html"
    write_inspection(path, Run("", []), found, None, None)
    return path.read_text(encoding="utf-8")


def test_place_is_told_as_qgis_reads_it(inspected):
    found = inspected()
    assert found.extent == "368000,368024,4306980,4307000 [EPSG:32618]"
    assert found.crs == "EPSG:32618"


def test_share_without_data_is_that_of_a_good_band(inspected):
    cube = random_cube()
    found = inspected(cube=cube)
    assert found.verdicts[found.nodata_band] == KEPT
    assert found.nodata_share == pytest.approx((cube[:, :, found.nodata_band] == NODATA).mean())


def test_only_one_band_is_read(inspected, monkeypatch):
    read = []
    original = NeonTile.read_pixels

    def spy(tile, kept, *arguments, **options):
        read.append(list(kept))
        return original(tile, kept, *arguments, **options)

    monkeypatch.setattr(NeonTile, "read_pixels", spy)
    found = inspected()
    assert read == [[found.nodata_band]]


def test_good_band_is_near_infrared(inspected):
    cube = np.ones((4, 4, 426), np.int16)
    found = inspected(cube=cube, wavelength=NEON_WAVELENGTHS)
    assert found.info.bands.wavelengths[found.nodata_band] == pytest.approx(860, abs=3)


def test_verdicts_agree_with_the_band_rule(inspected):
    found = inspected(cube=np.ones((4, 4, 426), np.int16), wavelength=NEON_WAVELENGTHS)
    kept = [index for index, verdict in enumerate(found.verdicts) if verdict == KEPT]
    assert kept == kept_bands(NEON_WAVELENGTHS).tolist()
    assert len(kept) == 345


def test_left_out_bands_are_told_with_the_reason(inspected):
    found = inspected(cube=np.ones((4, 4, 426), np.int16), wavelength=NEON_WAVELENGTHS)
    assert removed_runs(found) == [
        "1 to 10 (383.9 to 429.0 nm): among the first 10",
        "191 (1335.4 nm): last before water vapour",
        "192 to 212 (1340.4 to 1440.5 nm): water vapour, 1340-1445 nm",
        "281 (1786.1 nm): last before water vapour",
        "282 to 314 (1791.1 to 1951.3 nm): water vapour, 1790-1955 nm",
        "412 to 426 (2442.1 to 2512.2 nm): among the last 15",
    ]


def test_file_with_too_few_bands_for_the_rule_is_inspected(inspected):
    found = inspected(cube=random_cube(bands=12))
    assert KEPT not in found.verdicts
    assert 0 <= found.nodata_share < 1


def test_weather_shares_are_of_the_pixels_whose_weather_is_known(inspected):
    weather = np.zeros((ROWS, COLUMNS), np.int32)
    weather[:, :6], weather[:, 6:8] = 1, 3
    found = inspected(images={"Weather_Quality_Indicator": weather})
    assert [(pixels, share) for _, pixels, share in weather_shares(found)] == [
        (ROWS * 6, 0.75),
        (0, 0.0),
        (ROWS * 2, 0.25),
    ]


def test_file_without_weather_quality(inspected):
    found = inspected()
    assert found.weather is None
    assert "  not in this file" in log_lines(found)


def test_weather_quality_of_unknown_form_is_a_warning(inspected):
    class Listener(Progress):
        warnings = ()

        def warn(self, text):
            self.warnings += (text,)

    listener = Listener()
    images = {"Weather_Quality_Indicator": np.zeros((ROWS, COLUMNS, 2), np.uint8)}
    assert inspected(images=images, progress=listener).weather is None
    assert "cannot be understood" in listener.warnings[0]


def test_dates_come_from_the_pixels_first(inspected):
    dates = np.full((ROWS, COLUMNS), -9999, np.int32)
    dates[:5], dates[5:9] = 20220513, 20220512
    found = inspected(images={"Acqusition_Date": dates}, logs=["L003-1_20250612"])
    assert found.dates == ("2022-05-12", "2022-05-13")


def test_dates_come_from_the_flight_lines_next(inspected):
    found = inspected(logs=["L003-1_20250612", "L004-1_20250613", "150649"])
    assert found.dates == ("2025-06-12", "2025-06-13")
    assert found.flight_lines == ("150649", "L003-1_20250612", "L004-1_20250613")


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("NEON_D02_SERC_DP1_20160807_160559_reflectance.h5", ("2016-08-07",)),
        ("NEON_D04_CUPE_DP1_L001-1_20221020_directional_reflectance.h5", ("2022-10-20",)),
        ("NEON_D02_SERC_DP3_368000_4306000_reflectance.h5", ()),
        ("copy_of_99999999.h5", ()),
    ],
)
def test_dates_come_from_the_name_of_the_file_last(inspected, name, dates):
    assert inspected(name=name).dates == dates


@pytest.mark.parametrize(
    ("chunks", "layout"),
    [
        ((ROWS, COLUMNS, 1), "bands (20 x 24 x 1)"),
        ((8, 8, 10), "blocks (8 x 8 x 10)"),
    ],
)
def test_layout(inspected, chunks, layout):
    found = inspected(chunks=chunks)
    assert (found.layout, found.compression) == (layout, "gzip")


def test_layout_without_chunks(inspected):
    found = inspected(compression=None)
    assert (found.layout, found.compression) == ("contiguous", "none")


def test_log_tells_the_facts_in_plain_text(inspected):
    found = inspected(images={"Slope": np.zeros((ROWS, COLUMNS), np.float32)})
    lines = log_lines(found)
    assert "  Coordinate system: WGS 84 / UTM zone 18N (EPSG:32618)" in lines
    assert "  Slope: 20 x 24 float32" in lines
    assert not any("<" in line for line in lines)


def test_page_tells_all_facts(inspected, tmp_path):
    found = inspected(images={"Slope": np.zeros((ROWS, COLUMNS), np.float32)})
    page = page_of(found, tmp_path)
    for _, pairs in facts(found):
        for name, value in pairs:
            assert f"<dt>{name}</dt><dd>{html.escape(value)}</dd>" in page


def test_page_lists_every_band(inspected, tmp_path):
    found = inspected()
    page = page_of(found, tmp_path)
    rows = re.findall(r'<tr><th scope="row"[^>]*>(\d+)</th>', page)
    assert rows == [str(number) for number in found.info.bands.numbers]


def test_page_tells_what_the_file_does_not_say(inspected, tmp_path):
    page = page_of(inspected(attributes={"Scale_Factor": REMOVED}), tmp_path)
    assert "gives no Scale_Factor" in page


def test_only_names_are_english_where_another_language_is_spoken(disguised, inspected, tmp_path):
    weather = np.ones((ROWS, COLUMNS), np.int32)
    found = inspected(
        images={"Slope": np.zeros((ROWS, COLUMNS), np.float32), "Weather_Quality_Indicator": weather},
        attributes={"Scale_Factor": REMOVED},
    )
    names = {"tile", "band", "nm", "EPSG", "WGS", "UTM", "zone", "SERC", "MB", "gzip", "int", "float"}
    names |= {"Slope", "Weather", "Quality", "Indicator", "Python", "NumPy", "SPy"}
    visible = re.sub(r"(?s)<style>.*</style>|<[^>]*>", " ", page_of(found, tmp_path))
    for text in (html.unescape(visible), "\n".join(log_lines(found))):
        assert set(re.findall("[A-Za-z]{2,}", text)) <= names
    assert "kept" in found.verdicts
    assert found.layout == "blocks (10 x 12 x 30)"


def test_page_escapes_text_of_the_file(inspected, tmp_path):
    nasty = '<script>alert("1")</script>'
    found = inspected(
        images={"Slope<b>": np.zeros((ROWS, COLUMNS), np.float32)},
        attributes_of_images={"Description": nasty, "Units": "<i>"},
        name="<img src=x>.h5",
    )
    page = page_of(found, tmp_path)
    assert html.escape(nasty) in page
    assert not re.search("<script|<img|<i>|<b>", page)


def test_page_needs_no_network_and_runs_nothing(inspected, tmp_path):
    page = page_of(inspected(), tmp_path)
    assert "default-src 'none'; img-src data:; style-src 'sha256-" in page
    assert "script-src 'none'" in page
    assert not re.search(r"<script|https?://|url\(", page)


def test_page_replaces_an_older_one_only_when_complete(inspected, tmp_path):
    found = inspected()
    with pytest.raises(OutputError):
        write_inspection(tmp_path / "none" / "report.html", Run("", []), found, None, None)
    page_of(found, tmp_path)
    assert page_of(found, tmp_path).startswith("<!DOCTYPE html>")


def test_the_sun_is_told_for_each_line(inspected):
    found = inspected(
        sun={
            "L003-1_20250612/Solar_Zenith_Angle": np.float32(31.25),
            "L003-1_20250612/Solar_Azimuth_Angle": np.array([148.5], np.float32),
            "L004-1_20250612/Solar_Zenith_Angle": np.float32(np.nan),
            "L005-1_20250612/Solar_Zenith_Angle": "forty",
            "L005-1_20250612/Solar_Azimuth_Angle": np.float32(-9999),
        }
    )
    assert [(one.line, one.zenith, one.azimuth) for one in found.sun] == [
        ("L003-1_20250612", 31.25, 148.5),
        ("L004-1_20250612", None, None),
        ("L005-1_20250612", None, None),
    ]
    assert sun_in_words(found)[:2] == [
        "L003-1_20250612: zenith angle 31.2°, azimuth 148.5°",
        "L004-1_20250612: zenith angle not known, azimuth not known",
    ]


def test_the_sun_of_a_single_line_stands_in_the_logs_themselves(inspected):
    found = inspected(sun={"Solar_Zenith_Angle": 40.0, "Solar_Azimuth_Angle": 145.0})
    assert sun_in_words(found) == ["zenith angle 40.0°, azimuth 145.0°"]


def test_what_is_not_known_of_sun_and_seams_is_told(inspected, tmp_path):
    found = inspected()
    assert (found.sun, found.lines, found.seams) == ((), None, ())
    page = page_of(found, tmp_path)
    assert "The file does not say where the sun stood." in page
    assert "The file does not say which pixel comes from which flight line." in page
    assert "It is not known: no pixel that was read has data" in page


def strips(step):
    """Return a tile of two flight lines, the second one brighter by `step`, and the layer that tells them."""
    cube = np.full((ROWS, COLUMNS, 30), 2000, np.int16)
    cube += (10 * (np.arange(ROWS)[:, np.newaxis] + np.arange(COLUMNS)) % 20).astype(np.int16)[:, :, np.newaxis]
    lines = np.repeat([np.where(np.arange(COLUMNS) < 10, 0, 1)], ROWS, axis=0).astype(np.int32)
    cube[lines == 1] += step
    lines[0, :3] = -9999
    return cube, lines


def test_a_seam_is_told_in_words_with_numbers(inspected, tmp_path):
    cube, lines = strips(500)
    found = inspected(
        cube=cube,
        images={"Data_Selection_Index": lines},
        attributes_of_images={
            "Data_Files": "NEON_D02_SERC_DP1_20160807_160559_reflectance.h5, "
            "NEON_D02_SERC_DP1_20160807_161602_reflectance.h5"
        },
    )
    (seam,) = found.seams
    assert (seam.first, seam.second, seam.pairs) == (0, 1, ROWS)
    assert (seam.across, seam.beside, seam.shift) == pytest.approx((0.05, 0.001, 0.05))
    assert seams_in_words(found) == [
        "20160807_160559 and 20160807_161602: pixels differ by 0.0500 across the seam, 50.00 times as much as "
        "neighbours of one line beside it (0.0010); 20160807_161602 is brighter by 0.0500 on average."
    ]
    assert seams_in_words(found)[0] in html.unescape(page_of(found, tmp_path))


def test_lines_that_the_file_does_not_name_are_numbered(inspected):
    cube, lines = strips(-300)
    found = inspected(cube=cube, images={"Data_Selection_Index": lines + 4})
    assert seams_in_words(found)[0].startswith("line 4 and line 5: ")
    assert seams_in_words(found)[0].endswith("line 5 is darker by 0.0300 on average.")


def test_one_line_has_no_seam(inspected):
    found = inspected(images={"Data_Selection_Index": np.zeros((ROWS, COLUMNS), np.int32)})
    assert seams_in_words(found) == ["There are no neighbouring pixels of different flight lines."]


@pytest.mark.parametrize(
    "lines", [np.full((ROWS, COLUMNS), np.nan), np.full((ROWS, COLUMNS), 1e30), np.eye(ROWS, COLUMNS) - 2]
)
def test_numbers_that_no_line_has_are_not_known(inspected, lines):
    assert inspected(images={"Data_Selection_Index": lines.astype(np.float32)}).seams == ()
