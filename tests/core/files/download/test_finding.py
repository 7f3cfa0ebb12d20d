"""Which files exist, and which of them are wanted."""

import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.files.download.finding import (
    find_files,
    find_product,
    in_tiles,
    listed,
    months_of,
    without_provisional,
    zone_of,
)
from neon_aop.core.files.download.records import Product, RemoteFile
from neon_aop.core.files.download.sites import find_site
from neon_aop.core.files.download.tilegrid import Tile
from neon_aop.tests.neonserver import REFLECTANCE, ServedFile
from neon_aop.tests.plaintransport import Listener

MONTHS = {"2019-07": "RELEASE-2026", "2022-05": "RELEASE-2026", "2022-08": "PROVISIONAL"}
PRODUCT = Product(REFLECTANCE, "Reflectance", True, {"SERC": MONTHS, "OSBS": {"2021-09": "RELEASE-2026"}}, {})


def file(easting=368000, month="2022-05", release="RELEASE-2026") -> RemoteFile:
    return RemoteFile(REFLECTANCE, "SERC", month, release, f"{easting}.h5", Tile(easting, 4306000), 1, "", "")


@pytest.mark.parametrize(
    ("year", "months"), [(None, list(MONTHS)), (2022, ["2022-05", "2022-08"]), (2019, ["2019-07"])]
)
def test_months(year, months):
    assert months_of(PRODUCT, find_site("SERC"), year) == months


def test_months_of_a_site_that_is_flown_with_another():
    assert months_of(PRODUCT, find_site("BARC"), None) == ["2021-09"]


def test_year_without_data_is_told_with_those_that_have():
    with pytest.raises(ParameterError, match="at SERC in 2020, but in 2019-07, 2022-05, 2022-08"):
        months_of(PRODUCT, find_site("SERC"), 2020)


def test_site_without_data_is_told():
    with pytest.raises(ParameterError, match="no data of DP3.30006.002 .Reflectance. at HARV"):
        months_of(PRODUCT, find_site("HARV"), None)


def test_provisional_files_are_left_out_unless_wanted():
    listener, files = Listener(), [file(), file(release="PROVISIONAL")]
    assert without_provisional(files, False, listener) == files[:1]
    assert "1 provisional tile is left out" in listener.warnings[0]
    assert without_provisional(files, True, Listener()) == files


def test_only_provisional_files_are_told():
    with pytest.raises(ParameterError, match="INCLUDE_PROVISIONAL"):
        without_provisional([file(release="PROVISIONAL")], False, Listener())


def test_files_of_tiles():
    files = [file(), file(369000)]
    assert in_tiles(files, {Tile(369000, 4306000), Tile(1000, 1000)}, "x") == files[1:]


def test_no_tile_is_told_with_where_they_are():
    with pytest.raises(
        ParameterError, match="no tile at 5, 6; .*eastings 368000 and 370000.*northings 4306000 and 4307000"
    ):
        in_tiles([file(), file(369000)], {Tile(0, 0)}, "5, 6")


def test_files_of_a_list():
    listener, files = Listener(), [file(), file(369000)]
    names = {("2022-05", "368000.h5"), ("2022-05", "gone.h5")}
    assert listed(files, names, listener) == files[:1]
    assert "no longer has 1 tile" in listener.warnings[0]


def test_list_of_files_that_are_all_gone_is_told():
    with pytest.raises(ParameterError, match="no longer has the tiles"):
        listed([file()], {("2019-07", "368000.h5")}, Listener())


def test_site_that_is_flown_with_another_is_told(run):
    run.transport.run(find_product(run.api, REFLECTANCE, find_site("BARC"), run.progress))
    assert "BARC is flown with OSBS" in run.said


def test_product_without_tiles_is_told(run, server):
    server.files[:] = [ServedFile("NEON_D02_SERC_DP1_L001-1_20220501_directional_reflectance.h5", b"x")]
    server.files[0].checksum = "0"
    with pytest.raises(ParameterError, match="lists no tiles of DP3.30006.002 at SERC"):
        run.transport.run(find_files(run.api, REFLECTANCE, find_site("SERC"), ["2022-05"]))


@pytest.mark.parametrize(("site", "requests"), [("SERC", 0), ("R10A", 1)])
def test_zone_of_an_unknown_site_is_asked_for(run, server, site, requests):
    assert run.transport.run(zone_of(run.api, find_site(site))) == [18]
    assert len(server.requests) == requests
