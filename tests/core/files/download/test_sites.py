"""NEON's sites."""

import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.files.download.sites import epsg_of_zone, find_site, in_zone_of_flights, known_sites


def test_table_has_neons_81_sites_and_one_of_the_airborne_platform():
    assert len(known_sites()) == 82


def test_site_by_code():
    site = find_site(" serc ")
    assert (site.code, site.zone, site.published_as) == ("SERC", 18, "SERC")


def test_site_by_title():
    for site in known_sites().values():
        assert find_site(site.title) is site


@pytest.mark.parametrize(("code", "other"), [("BARC", "OSBS"), ("TREE", "STEI"), ("CHEQ", "STEI"), ("PRLA", "WOOD")])
def test_site_that_is_flown_with_another(code, other):
    assert find_site(code).published_as == other


def test_zone_is_that_of_the_flights():
    assert find_site("LEWI").zone == find_site("BLAN").zone == 17


def test_site_out_of_the_table_is_taken():
    site = find_site("R10A")
    assert (site.code, site.zone, site.name) == ("R10A", None, "")


@pytest.mark.parametrize("text", ["", "SER", "SERC2", "../X", "Harvard Forest"])
def test_text_without_code_is_told(text):
    with pytest.raises(ParameterError, match="Site .SITE. is"):
        find_site(text)


def test_epsg():
    assert epsg_of_zone(18) == 32618


def test_plot_of_blandy_in_the_other_zone_is_moved_to_that_of_its_flights():
    easting, northing = in_zone_of_flights(find_site("BLAN"), 243_000.0, 4_327_000.0)
    # As PROJ has it.
    assert (easting, northing) == pytest.approx((762202.6505, 4327171.7920), abs=1e-3)


@pytest.mark.parametrize("place", [("BLAN", 762_000.0), ("SERC", 240_000.0)])
def test_other_coordinates_stay(place):
    code, easting = place
    assert in_zone_of_flights(find_site(code), easting, 4_327_000.0) == (easting, 4_327_000.0)
