"""What NEON's API answers, in the right shape and in others."""

import json

import pytest

from neon_aop.core.errors import DownloadError
from neon_aop.core.files.download.records import (
    parse_json,
    read_month,
    read_product,
    read_query,
    read_zone,
    tile_of_name,
)

CODE, SITE, NAME = "DP3.30006.002", "SERC", "NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5"
LINK = "https://storage.googleapis.com/neon-aop-products/x.h5?X-Goog-Signature=0a"


def entry(**changes) -> dict:
    values = {"name": NAME, "size": 5, "md5": None, "crc32": None, "crc32c": "ABC123", "url": LINK, **changes}
    return {key: value for key, value in values.items() if value is not ...}


def month(*files, **changes) -> dict:
    return {"release": "RELEASE-2026", "files": list(files), **changes}


def query(*packages) -> dict:
    """Packages as (release, month, files)."""
    return {
        "releases": [
            {"release": release, "packages": [{"siteCode": SITE, "month": month, "files": files}]}
            for release, month, files in packages
        ]
    }


def files_of(data) -> list:
    return read_month(data, CODE, SITE, "2022-05")


def product(**changes) -> dict:
    values = {
        "productCode": CODE,
        "productName": "Reflectance",
        "productStatus": "ACTIVE",
        "productScienceTeamAbbr": "AOP",
        "siteCodes": [
            {
                "siteCode": SITE,
                "availableReleases": [
                    {"release": "PROVISIONAL", "availableMonths": ["2025-06"]},
                    {"release": "RELEASE-2026", "availableMonths": ["2022-05", "2019-07"]},
                ],
            }
        ],
        "releases": [{"release": "RELEASE-2026", "productDoi": {"url": "https://doi.org/10.48443/abcd-1234"}}],
    }
    return {key: value for key, value in {**values, **changes}.items() if value is not ...}


# JSON


def test_data_are_taken_out_of_an_answer():
    assert parse_json(b'{"data": {"a": 1}}', "it") == {"a": 1}


@pytest.mark.parametrize("body", [b"<html></html>", b"\n  <!DOCTYPE html>"])
def test_web_page_is_told(body):
    with pytest.raises(DownloadError, match="a web page in place of it"):
        parse_json(body, "it")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[1]", b"null", b'{"data": null}', b'{"data": []}', b"[" * 100_000, b"\xff\xfe", b"1" * 5000],
    ids=range(9),
)
def test_other_json_is_told(body):
    with pytest.raises(DownloadError, match="something else than it"):
        parse_json(body, "it")


# Names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (NAME, CODE),
        ("NEON_D02_SERC_DP3_368000_4306000_reflectance.h5", "DP3.30006.001"),
        ("NEON_D02_SERC_DP3_368000_4306000_bidirectional_reflectance.h5", "DP3.30006.001"),
        ("NEON_D02_SERC_DP3_368000_4306000_CHM.tif", "DP3.30015.001"),
        ("2022_SERC_6_368000_4306000_image.tif", "DP3.30010.001"),
        ("NEON_D02_SERC_DP1_368000_4306000_classified_point_cloud_colorized.laz", "DP1.30003.001"),
    ],
)
def test_name_of_a_tile(name, code):
    assert tile_of_name(name, code, SITE) == (368000, 4306000)


@pytest.mark.parametrize(
    "name",
    [
        "NEON_D02_SERC_DPQA_368000_4306000_boundary.kml",
        "NEON_D02_SERC_DPQA_368000_4306000_boundary.shp",
        "NEON_D02_SERC_DPQA_368000_4306000_reflectance.h5",
        "NEON_D02_SERC_DP3_368000_4306000_reflectance.pdf",
        "NEON_D02_SERC_DP3_368000_4306000_reflectance.tif",
        "NEON_D01_HARV_DP3_368000_4306000_reflectance.h5",
        "NEON_D02_SERC_DP3_368500_4306000_reflectance.h5",
        "NEON_D02_SERC_DP3_368000_4306000_reflectance.h5\n",
        "../NEON_D02_SERC_DP3_368000_4306000_reflectance.h5",
        "NEON_D02_SERC_DP1_L001-1_20210915_directional_reflectance.h5",
        "readme.txt",
        "",
    ],
)
def test_name_of_something_else(name):
    assert tile_of_name(name, CODE, SITE) is None


# Files


def test_file_of_a_month():
    (file,) = files_of(month(entry()))
    assert (file.name, file.tile, file.size, file.link) == (NAME, (368000, 4306000), 5, LINK)
    assert (file.product, file.site, file.month, file.release) == (CODE, SITE, "2022-05", "RELEASE-2026")


def test_checksum_gets_its_leading_zeros():
    assert files_of(month(entry()))[0].checksum == "00abc123"


@pytest.mark.parametrize("checksum", [None, ..., "", "xyz", "123456789", 5])
def test_checksum_that_is_none_is_empty(checksum):
    assert files_of(month(entry(crc32c=checksum)))[0].checksum == ""


@pytest.mark.parametrize("size", [None, ...])
def test_size_may_be_missing(size):
    assert files_of(month(entry(size=size)))[0].size is None


@pytest.mark.parametrize("link", [None, ...])
def test_link_may_be_missing(link):
    assert files_of(month(entry(url=link)))[0].link == ""


def test_files_of_other_kinds_are_left_out():
    assert len(files_of(month(entry(name="boundary.kml"), entry()))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ...},
        {"name": 5},
        {"size": -1},
        {"size": 0},
        {"size": 1.5},
        {"size": True},
        {"size": 1 << 60},
        {"url": 5},
    ],
    ids=str,
)
def test_entry_of_another_shape_is_told(changes):
    with pytest.raises(DownloadError, match="is missing or wrong"):
        files_of(month(entry(**changes)))


@pytest.mark.parametrize("name", ["../evil.h5", f"../{NAME}", f"/etc/{NAME}", f"..\\{NAME}", "a..b"])
def test_name_with_a_path_is_told(name):
    with pytest.raises(DownloadError, match="is a path"):
        files_of(month(entry(name=name)))


@pytest.mark.parametrize("data", [{}, month(5), {"release": "RELEASE-2026", "files": 5}, month(entry(), release="a b")])
def test_month_of_another_shape_is_told(data):
    with pytest.raises(DownloadError, match="something else than the list of files"):
        files_of(data)


def test_month_without_files_is_empty():
    assert files_of({"release": "RELEASE-2026", "files": None}) == []


def test_files_of_a_query_come_by_month_and_place():
    other = NAME.replace("368000", "367000")
    found = read_query(
        query(("RELEASE-2026", "2022-05", [entry(), entry(name=other)]), ("PROVISIONAL", "2019-07", [entry()])),
        CODE,
        SITE,
    )
    assert [(file.month, file.tile.easting) for file in found] == [
        ("2019-07", 368000),
        ("2022-05", 367000),
        ("2022-05", 368000),
    ]
    assert [file.is_provisional for file in found] == [True, False, False]


def test_released_file_goes_before_the_provisional_one():
    packages = [(release, "2022-05", [entry()]) for release in ("RELEASE-2025", "RELEASE-2026", "PROVISIONAL")]
    for order in (packages, packages[::-1]):
        (file,) = read_query(query(*order), CODE, SITE)
        assert file.release == "RELEASE-2026"


def test_other_sites_of_a_query_are_left_out():
    data = query(("RELEASE-2026", "2022-05", [entry()]))
    data["releases"][0]["packages"][0]["siteCode"] = "HARV"
    assert read_query(data, CODE, SITE) == []


@pytest.mark.parametrize("data", [{}, {"releases": {}}, {"releases": [[]]}, query(("RELEASE-2026", "05/2022", []))])
def test_query_of_another_shape_is_told(data):
    with pytest.raises(DownloadError, match="something else than the list of files"):
        read_query(data, CODE, SITE)


# Products


def test_product():
    found = read_product(product(), CODE)
    assert (found.code, found.name, found.is_active) == (CODE, "Reflectance", True)
    assert found.months == {SITE: {"2019-07": "RELEASE-2026", "2022-05": "RELEASE-2026", "2025-06": "PROVISIONAL"}}
    assert found.dois == {"RELEASE-2026": "https://doi.org/10.48443/abcd-1234"}


def test_product_that_neon_has_suspended():
    assert not read_product(product(productStatus="FUTURE"), CODE).is_active


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://example.org/10.48443/abcd", None, 5])
def test_doi_that_is_none_is_left_out(url):
    releases = [{"release": "RELEASE-2026", "productDoi": {"url": url}}, {"release": "RELEASE-2025"}]
    assert read_product(product(releases=releases), CODE).dois == {}


def test_product_of_other_instruments_is_told():
    with pytest.raises(DownloadError, match="not a product of NEON's Airborne"):
        read_product(product(productScienceTeamAbbr="TIS"), CODE)


@pytest.mark.parametrize(
    "changes",
    [
        {"productName": ...},
        {"siteCodes": 5},
        {"siteCodes": [{"siteCode": SITE}]},
        {"siteCodes": [{"siteCode": SITE, "availableReleases": [{"release": "R", "availableMonths": ["May"]}]}]},
        {"siteCodes": [{"siteCode": SITE, "availableReleases": [{"release": "R", "availableMonths": [5]}]}]},
        {"releases": {}},
    ],
    ids=str,
)
def test_product_of_another_shape_is_told(changes):
    with pytest.raises(DownloadError, match="something else than the description of DP3"):
        read_product(product(**changes), CODE)


def test_zone():
    assert read_zone({"locationUtmZone": 13}, "R10A") == 13


@pytest.mark.parametrize("zone", [None, "13", 0, 61, True, 13.5])
def test_zone_that_is_none_is_told(zone):
    with pytest.raises(DownloadError, match="something else than the location of R10A"):
        read_zone({"locationUtmZone": zone}, "R10A")


def test_messages_show_no_long_or_unprintable_texts():
    with pytest.raises(DownloadError) as raised:
        files_of(json.loads(json.dumps(month(entry(), release="\x1b[31m" + "x" * 1000))))
    assert len(str(raised.value)) < 400
    assert str(raised.value).isprintable()
