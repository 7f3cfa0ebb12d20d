# SPDX-License-Identifier: GPL-2.0-or-later
"""NEON's field sites: names, UTM zones, and with which other site a site is flown."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...errors import ParameterError, in_one_line
from ...wording import called, tr

_TABLE = Path(__file__).resolve().parents[3] / "resources" / "sites.csv"
_CODE = re.compile(r"[A-Z0-9]{4}")
# WGS 84 / UTM zone 1N has the EPSG code 32601.
_UTM_NORTH = 32600
# Blandy was surveyed on the ground in zones 17 and 18, but is flown in 17, where its eastings are far above this one.
_BLANDY, _BLANDY_ZONE_ON_GROUND, _BLANDY_LARGEST_EASTING_ON_GROUND = "BLAN", 18, 250_000.0


@dataclass(frozen=True)
class Site:
    """A field site.

    Attributes
    ----------
    code : str
        Four letters or digits.
    name : str
        Empty for a site that is not in the table.
    state : str
    zone : int or None
        UTM zone (north) of its flights; None where that is not known.
    flown_with : str
        The site under which its flights are published; empty when that is the site itself.
    """

    code: str
    name: str = ""
    state: str = ""
    zone: int | None = None
    flown_with: str = ""

    @property
    def published_as(self) -> str:
        """Code of the site under which the flights are published."""
        return self.flown_with or self.code

    @property
    def title(self) -> str:
        """The site as a list shows it; `find_site` understands it."""
        place = f"{self.code} - {self.name}, {self.state}"
        return f"{place} ({self.flown_with})" if self.flown_with else place


@lru_cache(maxsize=1)
def known_sites() -> dict[str, Site]:
    """Return NEON's sites by their codes, in the order of these."""
    with open(_TABLE, newline="", encoding="utf-8") as file:
        rows = {row["site"]: row for row in csv.DictReader(file)}
    return {
        code: Site(code, row["name"], row["state"], int(rows[row["flown_with"] or code]["utm_zone"]), row["flown_with"])
        for code, row in rows.items()
    }


def find_site(text: str) -> Site:
    """Return the site that a code, such as "SERC", or a title of the list means.

    Raises
    ------
    ParameterError
        When the text does not begin with a code. A code that is not in the table is a site of which nothing is known.
    """
    code = text.strip().partition(" ")[0].upper()
    if not _CODE.fullmatch(code):
        message = tr('{parameter} is "{text}"; give the code of a NEON site, four letters or digits such as SERC.')
        raise ParameterError(message.format(parameter=called(tr("Site"), "SITE"), text=in_one_line(text, 40)))
    return known_sites().get(code, Site(code))


def epsg_of_zone(zone: int) -> int:
    """Return the EPSG code of a UTM zone north of the equator (WGS 84)."""
    return _UTM_NORTH + zone


def in_zone_of_flights(site: Site, easting: float, northing: float) -> tuple[float, float]:
    """Return coordinates that were measured on the ground in the UTM zone of the flights.

    Only some plots of Blandy (BLAN) lie in another zone than its flights; other coordinates come back as they are.
    """
    if site.published_as != _BLANDY or easting > _BLANDY_LARGEST_EASTING_ON_GROUND:
        return easting, northing
    from osgeo import osr

    zones = []
    for zone in (_BLANDY_ZONE_ON_GROUND, site.zone):
        zones.append(osr.SpatialReference())
        zones[-1].ImportFromEPSG(epsg_of_zone(zone))
    easting, northing, _ = osr.CoordinateTransformation(*zones).TransformPoint(easting, northing)
    return easting, northing
