# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster as the user chose it: GDAL's source, and the settings of its layer in QGIS."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ...errors import RasterError
from ...wording import tr
from ..gdalerrors import attempt

# What QGIS may append to a source, after "|".
_OPTION, _CREDENTIAL = "option:", "credential:"
# Formats whose files only refer to other rasters.
_REFERRING_DRIVERS = ("VRT", "GTI")
# A file system inside an archive, such as "/vsizip/folder/archive.zip/raster.tif".
_ARCHIVE = re.compile(r"^(?:/vsi(?:zip|tar|gzip|7z|rar|sparse|subfile|crypt)/)+(?P<rest>.*)$")
_QUOTED = re.compile(r'"([^"]+)"')


class ValueRange(NamedTuple):
    """An interval of values, closed or open at either end; a single value when both ends are the same."""

    low: float
    high: float
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True)
class RasterChoice:
    """A raster as the user chose it."""

    source: str  # what GDAL opens: a file, a /vsi... path, a subdataset
    options: tuple[str, ...] = ()  # open options of GDAL, "NAME=VALUE"
    name: str = ""  # the name of the layer; used where the source is not a file
    # Coordinate reference system (WKT) that the user set on the layer; None for that of the file.
    crs: str | None = None
    ignored_nodata: frozenset[int] = frozenset()  # numbers of the bands whose no data value in the file is switched off
    # Additional no data values by band number, as QGIS shows values: after scale and offset of the band.
    nodata_ranges: Mapping[int, Sequence[ValueRange]] = field(default_factory=dict)
    nodata: float | None = None  # an additional no data value of all bands, as stored

    @classmethod
    def of(cls, source: str | os.PathLike | RasterChoice) -> RasterChoice:
        """Return a choice for a source as QGIS writes it, such as "file|option:NAME=VALUE"; without layer settings."""
        if isinstance(source, RasterChoice):
            return source
        path, *parts = split_source(os.fspath(source))
        return cls(path, tuple(part[len(_OPTION) :] for part in parts if part.startswith(_OPTION)))

    def open(self):
        """Open the raster with GDAL.

        Raises
        ------
        RasterError
            When GDAL cannot.
        """
        from osgeo import gdal

        flags = gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR
        dataset, failure = attempt(gdal.OpenEx, self.source, flags, open_options=list(self.options))
        if dataset is None:
            raise RasterError(
                tr("{source} cannot be opened as a raster ({reason}).").format(
                    source=self.source, reason=failure.rstrip(".") or tr("not a known format")
                )
            )
        return dataset

    @property
    def files(self) -> list[str]:
        """All files that are read with the raster: its own and, for virtual rasters, those that they refer to."""
        return files_behind(self.source, self.options)


def split_source(text: str) -> list[str]:
    """Split a source as QGIS writes it into what GDAL opens and the rest, such as "option:NAME=VALUE"."""
    if os.path.exists(text):
        return [text]
    places = [text.find(f"|{mark}") for mark in (_OPTION, _CREDENTIAL)]
    start = min((place for place in places if place >= 0), default=len(text))
    return [text[:start], *text[start + 1 :].split("|")]


def files_behind(source: str, options: Sequence[str] = ()) -> list[str]:
    """List the files that a source of GDAL (raster or vector) consists of.

    These are the files that GDAL lists, those that virtual rasters refer to, the archive that a file is in, and the
    file in a source such as 'NETCDF:"file.nc":variable'. A source that cannot be opened is listed as it is.
    """
    found: dict[str, None] = {}
    _collect(source, options, found)
    return list(found)


def _collect(source: str, options: Sequence[str], found: dict[str, None]) -> None:
    from osgeo import gdal

    if source in found:
        return
    found[source] = None
    for path in _written_in(source):
        found.setdefault(path)
    dataset, _ = attempt(gdal.OpenEx, source, open_options=list(options))
    if dataset is None:
        return
    listed, _ = attempt(dataset.GetFileList)
    dataset = None
    for path in listed or ():
        driver, _ = attempt(gdal.IdentifyDriver, path)
        if driver is not None and driver.ShortName in _REFERRING_DRIVERS:
            _collect(path, (), found)
        else:
            for one in (path, *_written_in(path)):
                found.setdefault(one)


def _written_in(source: str) -> list[str]:
    """Return the existing files named within a source: in quotes, between colons, before "?", or as an archive."""
    archive = _ARCHIVE.match(source)
    if archive:
        # "/vsisubfile/1000_2000,file" is a part of a file.
        return _existing_parents(archive["rest"]) or _existing_parents(archive["rest"].rpartition(",")[2])
    parts = _QUOTED.findall(source) or [part for piece in source.split("?") for part in _between_colons(piece)]
    return [part for part in parts if part != source and os.path.isfile(part)]


def _between_colons(text: str) -> list[str]:
    """Return the parts between colons, also with one colon inside, as in "GPKG:C:/folder/file.gpkg:table"."""
    parts = text.split(":")
    joined = [":".join(pair) for pair in zip(parts, parts[1:])]
    # "vrt://file.tif" has slashes that do not belong to the path.
    return [text, *parts, *joined, *(part[2:] for part in parts if part.startswith("//"))]


def _existing_parents(path: str) -> list[str]:
    """Return the archive in a path: the leading part that exists as a file; an empty list if there is none."""
    path = path.strip("{").split("}")[0]
    while path and not os.path.exists(path):
        shorter = os.path.dirname(path)
        if shorter == path:
            return []
        path = shorter
    return [path] if os.path.isfile(path) else []
