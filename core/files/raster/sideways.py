# SPDX-License-Identifier: GPL-2.0-or-later
"""Cubes of HDF5 and netCDF files that GDAL opens sideways: with rows, or columns, for bands.

GDAL takes the first of three dimensions for the bands, and the others for rows and columns, whatever the file means by
them. The names of dimensions tell which one has the bands; where they do not, as in most HDF5 files, lists of
wavelengths do, which are as long as there are bands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ...errors import RasterError
from ...wording import tr
from ..gdalerrors import attempt
from .wavelengths import SPECTRAL_DIMENSION

# The drivers of GDAL that open a cube of such a file as a raster.
HDF5_DRIVERS = ("HDF5Image", "netCDF")

_SPATIAL_DIMENSION = re.compile(
    r"lat|lon|east|north|row|col|line|sample|track|pixel|height|width|^[xy]$|^[xy][_\d]|[_\d][xy]$", re.IGNORECASE
)
# Names of lists of wavelengths, such as "List_Cw_Vnir", "wavelength_nm" and "band_centres".
_WAVELENGTHS = re.compile(r"wave_?len|(?:^|_)(?:wvl|wl|cw|fwhm|lambda|bands?|channels?)(?:$|_|\d)", re.IGNORECASE)
_GROUPS_LOOKED_INTO = 1000


def warning_of_axes(dataset, source: str) -> str:
    """Return a warning if nothing tells which axis of a dataset of GDAL has the bands; an empty text otherwise.

    Raises
    ------
    RasterError
        When the file tells that GDAL took another one for it.
    """
    from osgeo import gdal

    if dataset.GetDriver().ShortName not in HDF5_DRIVERS or dataset.RasterCount == 1:
        return ""
    files, _ = attempt(dataset.GetFileList)
    container, _ = attempt(gdal.OpenEx, (files or [""])[0], gdal.OF_MULTIDIM_RASTER)
    root = None if container is None else attempt(container.GetRootGroup)[0]
    if root is None:
        return ""
    sizes = (dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize)
    dimensions = _dimensions(dataset, root)
    # GDAL 3.10 and later turn some cubes themselves, so that the last dimensions are not those of rows and columns.
    is_as_stored = tuple(size for _, size in dimensions[-2:]) == sizes[1:]
    for axis, (name, _) in enumerate(dimensions[-2:] if is_as_stored else (), start=1):
        if SPECTRAL_DIMENSION.fullmatch(name):
            raise _sideways(source, sizes, axis, tr('dimension "{name}"').format(name=name))
    if any(SPECTRAL_DIMENSION.fullmatch(name) for name, _ in dimensions):
        return ""
    if is_as_stored and all(_SPATIAL_DIMENSION.search(name) for name, _ in dimensions[-2:]):
        return ""
    lists = dict(_lists_of_wavelengths(root))
    if sizes[0] in lists:
        return ""
    for axis, size in enumerate(sizes[1:], start=1):
        if size in lists:
            reason = tr('the list "{name}" has as many entries').format(name=lists[size])
            raise _sideways(source, sizes, axis, reason)
    if sizes[0] <= min(sizes[1:]):
        return ""
    return tr(
        "GDAL opens {source} with {bands} bands of {rows} rows and {columns} columns, and the file does not tell which "
        "of these numbers is that of the bands. If it is another one, put the bands first, for instance with "
        "gdalmdimtranslate -array name=...,transpose=[2,0,1], and use that raster."
    ).format(source=source, bands=sizes[0], rows=sizes[1], columns=sizes[2])


def _sideways(source: str, sizes: tuple[int, int, int], axis: int, reason: str) -> RasterError:
    """Return the error that the bands lie along an axis of rows (1) or columns (2)."""
    return RasterError(
        tr(
            "GDAL opens {source} sideways, with {bands} bands of {rows} rows and {columns} columns, of which the "
            "{count} {axis} are the bands ({reason}). Put the bands first, for instance with gdalmdimtranslate -array "
            "name=...,transpose={order}, and use that raster."
        ).format(
            source=source,
            bands=sizes[0],
            rows=sizes[1],
            columns=sizes[2],
            count=sizes[axis],
            axis=tr("rows") if axis == 1 else tr("columns"),
            reason=reason,
            order="[1,0,2]" if axis == 1 else "[2,0,1]",
        )
    )


def _dimensions(dataset, root) -> list[tuple[str, int]]:
    """Return the name and the size of each dimension, as the file has them; none where its cube is not found."""
    array = dataset.GetDescription().rpartition(":")[2].replace("//", "/")
    if os.path.exists(dataset.GetDescription()):
        array = dataset.GetRasterBand(1).GetMetadataItem("NETCDF_VARNAME") or ""
    found = attempt(root.OpenMDArrayFromFullname, f"/{array.lstrip('/')}")[0]
    return [] if found is None else [(one.GetName(), one.GetSize()) for one in found.GetDimensions()]


def _lists_of_wavelengths(root) -> Iterator[tuple[int, str]]:
    """Yield length and name of the lists in a file whose names tell that they are of wavelengths or bands."""
    groups = [root]
    for group in groups:
        described = [group]
        for name in attempt(group.GetMDArrayNames)[0] or ():
            array, _ = attempt(group.OpenMDArray, name)
            if array is not None:
                described.append(array)
                if array.GetDimensionCount() == 1 and _WAVELENGTHS.search(name):
                    yield array.GetDimensions()[0].GetSize(), name
        for attribute in (attribute for one in described for attribute in attempt(one.GetAttributes)[0] or ()):
            if _WAVELENGTHS.search(attribute.GetName()) and attribute.GetDimensionCount() == 1:
                yield attribute.GetDimensionsSize()[0], attribute.GetName()
        if len(groups) < _GROUPS_LOOKED_INTO:
            names = attempt(group.GetGroupNames)[0] or ()
            groups += [opened for name in names if (opened := attempt(group.OpenGroup, name)[0]) is not None]
