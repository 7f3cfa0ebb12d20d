# SPDX-License-Identifier: GPL-2.0-or-later
"""What NEON's API answers, checked: nothing of it is taken as it comes.

All functions raise `DownloadError` when an answer is something else than it should be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from ...errors import DownloadError, in_one_line
from ...wording import tr
from .tilegrid import TILE_SIZE, Tile

PROVISIONAL = "PROVISIONAL"
REFLECTANCE = "DP3.30006"
# The reflectance of a tile is the only file of it that ends so; QA files of other kinds have the numbers of tiles too.
_ENDINGS_OF_REFLECTANCE, _ENDINGS = ("h5",), ("h5", "tif", "laz", "zip")
# NEON_D02_SERC_DP3_368000_4306000_reflectance.h5, and 2022_SERC_6_368000_4306000_image.tif of the camera.
_NAME = re.compile(
    r"(?:NEON_D\d{2}_(?P<site>[A-Z0-9]{4})_DP[1-4]|\d{4}_(?P<camera_site>[A-Z0-9]{4})_\d{1,2})"
    r"_(?P<easting>\d{6})_(?P<northing>\d{7})_[A-Za-z0-9_-]{1,80}\.(?P<ending>[a-z0-9]{2,3})"
)
_MONTH = re.compile(r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])")
_RELEASE = re.compile(r"[A-Za-z0-9._-]{1,40}")
_DOI = re.compile(r"https://doi\.org/10\.\d{4,9}/[A-Za-z0-9._;()/:-]{1,100}")
_CHECKSUM = re.compile(r"[0-9A-Fa-f]{1,8}")
_CHECKSUM_DIGITS = 8
# Larger than any file of NEON by far.
_MOST_BYTES = 1 << 44


@dataclass(frozen=True)
class Product:
    """A data product and when there are data of it.

    Attributes
    ----------
    code, name : str
    is_active : bool
        Products that NEON plans or has suspended are not.
    months : mapping
        The release of each month ("YYYY-MM"), by the code of the site.
    dois : mapping of str to str
        Address of the digital object identifier of a release, where it has one.
    """

    code: str
    name: str
    is_active: bool
    months: Mapping[str, Mapping[str, str]]
    dois: Mapping[str, str]


@dataclass(frozen=True)
class RemoteFile:
    """A file of a tile on NEON's servers.

    Attributes
    ----------
    product, site, month, release, name : str
    tile : Tile
    size : int or None
        In bytes; None where the API does not say it.
    checksum : str
        CRC32C of eight hexadecimal digits in lower case; empty where the API does not give it.
    link : str
        Signed address, which expires; empty where the API gives none.
    """

    product: str
    site: str
    month: str
    release: str
    name: str
    tile: Tile
    size: int | None
    checksum: str
    link: str

    @property
    def is_provisional(self) -> bool:
        return self.release == PROVISIONAL


def parse_json(body: bytes, what: str) -> dict:
    """Return the part "data" of an answer of the API; `what` says in messages what was asked for."""
    if body.lstrip()[:1] == b"<":
        raise DownloadError(
            tr(
                "NEON's server sent a web page in place of {what}: the network may ask for a login first, or the "
                "server may be under maintenance; open data.neonscience.org in a browser and try again."
            ).format(what=what)
        )
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise _misshapen(what, tr("it is not JSON")) from None
    return _entry(answer if isinstance(answer, dict) else {}, "data", dict, what)


def read_product(data: dict, code: str) -> Product:
    """Read the answer to `products/CODE`, which must be a product of the airborne platform."""
    what = tr("the description of {product}").format(product=code)
    if data.get("productScienceTeamAbbr") != "AOP":
        text = tr("{product} is not a product of NEON's Airborne Observation Platform; choose another one.")
        raise DownloadError(text.format(product=code))
    months = {}
    for site in _entries(data, "siteCodes", what):
        releases = {}
        for release in _entries(site, "availableReleases", what):
            name = _matching(_RELEASE, release, "release", what)
            for month in _entry(release, "availableMonths", list, what):
                if not isinstance(month, str) or not _MONTH.fullmatch(month):
                    raise _misshapen(what, tr('"availableMonths" holds something else than months'))
                releases[month] = name
        months[_entry(site, "siteCode", str, what)] = dict(sorted(releases.items()))
    dois = {}
    for release in _entries(data, "releases", what):
        doi = release.get("productDoi")
        address = doi.get("url") if isinstance(doi, dict) else None
        if isinstance(address, str) and _DOI.fullmatch(address):
            dois[_matching(_RELEASE, release, "release", what)] = address
    name = in_one_line(_entry(data, "productName", str, what))
    return Product(code, name, data.get("productStatus") == "ACTIVE", months, dois)


def read_query(data: dict, product: str, site: str) -> list[RemoteFile]:
    """Read the answer to `data/query`: the files of tiles of all months and releases."""
    what = tr("the list of files of {product} at {site}").format(product=product, site=site)
    files = []
    for release in _entries(data, "releases", what):
        name = _matching(_RELEASE, release, "release", what)
        for package in _entries(release, "packages", what):
            month = _matching(_MONTH, package, "month", what)
            # A query may be for several sites.
            if _entry(package, "siteCode", str, what) == site:
                files += _read_files(package, product, site, month, name, what)
    return _each_once(files)


def read_month(data: dict, product: str, site: str, month: str) -> list[RemoteFile]:
    """Read the answer to `data/PRODUCT/SITE/MONTH`: the files of tiles of a month."""
    what = tr("the list of files of {product} at {site} in {month}").format(product=product, site=site, month=month)
    release = _matching(_RELEASE, data, "release", what)
    return _each_once(list(_read_files(data, product, site, month, release, what)))


def read_zone(data: dict, site: str) -> int:
    """Read the UTM zone in the answer to `locations/SITE`."""
    what = tr("the location of {site}").format(site=site)
    zone = data.get("locationUtmZone")
    if not (_is_whole_number(zone) and 1 <= zone <= 60):
        raise _wrong("locationUtmZone", what)
    return zone


def tile_of_name(name: str, product: str, site: str) -> Tile | None:
    """Return the tile that a file holds data of; None for files of quality checks, documents and all others."""
    match = _NAME.fullmatch(name)
    endings = _ENDINGS_OF_REFLECTANCE if product.startswith(REFLECTANCE) else _ENDINGS
    if not match or match["ending"] not in endings or (match["site"] or match["camera_site"]) != site:
        return None
    tile = Tile(int(match["easting"]), int(match["northing"]))
    return None if tile.easting % TILE_SIZE or tile.northing % TILE_SIZE else tile


def _read_files(data: dict, product: str, site: str, month: str, release: str, what: str) -> Iterator[RemoteFile]:
    for entry in _entries(data, "files", what):
        name = _entry(entry, "name", str, what)
        if "/" in name or "\\" in name or ".." in name:
            raise _misshapen(what, tr('the name "{name}" is a path').format(name=in_one_line(name, 80)))
        tile = tile_of_name(name, product, site)
        if tile is None:
            continue
        size, link, checksum = entry.get("size"), entry.get("url"), entry.get("crc32c")
        if size is not None and not (_is_whole_number(size) and 0 < size < _MOST_BYTES):
            raise _wrong("size", what)
        if link is not None and not isinstance(link, str):
            raise _wrong("url", what)
        is_known = isinstance(checksum, str) and _CHECKSUM.fullmatch(checksum)
        checksum = checksum.lower().zfill(_CHECKSUM_DIGITS) if is_known else ""
        yield RemoteFile(product, site, month, release, name, tile, size, checksum, link or "")


def _each_once(files: Collection[RemoteFile]) -> list[RemoteFile]:
    """Sort files by month and place, and keep of each one the released before the provisional, the newer release."""
    best: dict[tuple[str, str], RemoteFile] = {}
    for file in sorted(files, key=lambda file: (not file.is_provisional, file.release)):
        best[file.month, file.name] = file
    return sorted(best.values(), key=lambda file: (file.month, file.tile, file.name))


def _entry(record: dict, key: str, kind: type, what: str):
    """Return an entry of a JSON object that must be there and of a type."""
    value = record.get(key)
    if not isinstance(value, kind):
        raise _wrong(key, what)
    return value


def _entries(record: dict, key: str, what: str) -> list[dict]:
    """Return a list of JSON objects; an empty one in place of null."""
    if record.get(key) is None and key in record:
        return []
    values = _entry(record, key, list, what)
    if not all(isinstance(value, dict) for value in values):
        raise _wrong(key, what)
    return values


def _matching(pattern: re.Pattern, record: dict, key: str, what: str) -> str:
    """Return a text that must match a pattern."""
    value = _entry(record, key, str, what)
    if not pattern.fullmatch(value):
        raise _misshapen(what, tr('"{key}" is "{value}"').format(key=key, value=in_one_line(value, 40)))
    return value


def _is_whole_number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _wrong(key: str, what: str) -> DownloadError:
    return _misshapen(what, tr('"{key}" is missing or wrong').format(key=key))


def _misshapen(what: str, found: str) -> DownloadError:
    text = tr("NEON's server sent something else than {what} ({found}); try again later, and report it if it stays so.")
    return DownloadError(text.format(what=what, found=found))
