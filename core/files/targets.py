# SPDX-License-Identifier: GPL-2.0-or-later
"""Checking where results go before the work starts."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterable, Mapping

from ..errors import OutputError
from ..wording import tr
from .raster.choice import RasterChoice
from .raster.writer import check_output_path
from .replacement import SIDECARS, STYLE, check_replaceable, is_no_file

# Files of the same name that have no style of their own: tiles, and what lies beside rasters.
WITHOUT_STYLE = (STYLE, ".h5", ".hdf5", ".xml", ".ovr", ".msk")
# What file systems take.
MOST_NAME_BYTES = 255
# "/vsimem/", "/vsis3/" and so on.
GDAL_FILE_SYSTEMS = "/vsi"


def check_targets(
    rasters: dict[str, str],
    files: dict[str, str],
    inputs: Iterable[str | RasterChoice] = (),
    endings: Mapping[str, str] | None = None,
) -> None:
    """Check that results can be written, so that no long run ends in vain.

    Parameters
    ----------
    rasters, files : dict of str to str
        Path of each result by the name of its parameter; an empty path is a result that is not wanted.
    inputs : iterable of str or RasterChoice
        What is read, and must not be overwritten: files, and rasters with all files that they are read from.
    endings : mapping of str to str, optional
        How the names of some files must end, by the name of the parameter.

    Raises
    ------
    OutputError
        Naming the parameter.
    """
    seen: dict[object, str] = {}
    for source in filter(None, inputs):
        for path in source.files if isinstance(source, RasterChoice) else [source]:
            seen.update(dict.fromkeys(_identities(path), tr("an input")))
    for parameter, path in {**rasters, **files}.items():
        if not path:
            continue
        if path.startswith(GDAL_FILE_SYSTEMS):
            raise OutputError(
                tr(
                    "{parameter}: {path} is in one of GDAL's own file systems, to which results cannot be written; "
                    "give a file in a folder of this computer, such as {example}."
                ).format(parameter=parameter, path=path, example=os.path.join(tempfile.gettempdir(), _base(path)))
            )
        folder = os.path.dirname(os.path.abspath(path))
        if not os.path.isdir(folder):
            raise OutputError(
                tr("{parameter}: the folder {folder} does not exist; create it or choose another one.").format(
                    parameter=parameter, folder=folder
                )
            )
        if is_no_file(path):
            raise OutputError(
                tr("{parameter}: {path} is a folder or a device; give the name of a file.").format(
                    parameter=parameter, path=path
                )
            )
        if not os.access(folder, os.W_OK):
            raise OutputError(
                tr("{parameter}: nothing can be written to the folder {folder}; choose another one.").format(
                    parameter=parameter, folder=folder
                )
            )
        identities = _identities(path)
        other = next((seen[one] for one in identities if one in seen), None)
        if other is not None:
            raise OutputError(
                tr("{parameter}: {path} is {other} as well; choose another name.").format(
                    parameter=parameter, path=path, other=other
                )
            )
        for beside in (path + ending for ending in SIDECARS):
            other = next((seen[one] for one in _identities(beside) if one in seen), None)
            if other is not None:
                raise OutputError(
                    tr(
                        "{parameter}: {path} would replace {beside}, which belongs beside it and is {other}; choose "
                        "another name."
                    ).format(parameter=parameter, path=path, beside=beside, other=other)
                )
        seen.update(dict.fromkeys(identities, tr("the file of {parameter}").format(parameter=parameter)))
        ending = (endings or {}).get(parameter, "")
        if not path.lower().endswith(ending):
            raise OutputError(
                tr("{parameter}: {path} cannot be written; the name must end in {ending}.").format(
                    parameter=parameter, path=path, ending=ending
                )
            )
        _check_name(parameter, path, max(map(len, SIDECARS)) if parameter in rasters else 0)
        try:
            check_replaceable(path)
        except OutputError as error:
            raise OutputError(f"{parameter}: {error}") from None
    styles: dict[str, str] = {}
    for parameter, path in rasters.items():
        if path:
            try:
                check_output_path(path)
            except OutputError as error:
                raise OutputError(f"{parameter}: {error}") from None
            stem = os.path.splitext(os.path.realpath(path))[0]
            other = styles.get(stem) or _owner_of_style(path)
            if other:
                raise OutputError(
                    tr(
                        "{parameter}: {path} would share its style ({ending}) with {other}; choose a name "
                        "that differs in more than the extension."
                    ).format(parameter=parameter, path=path, ending=STYLE, other=other)
                )
            styles[stem] = parameter


def _identities(path: str) -> list:
    """Return what all names of a file have in common: its real path and, where it exists, its number on the disk."""
    identities: list = [os.path.normcase(os.path.realpath(path))]
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return identities
    # Without a number, some file systems give 0 for all files.
    return [*identities, (status.st_dev, status.st_ino)] if status.st_ino else identities


def _base(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2] or "result.tif"


def _owner_of_style(path: str) -> str:
    """Return the file whose style a new raster would replace; empty when there is none."""
    stem = os.path.splitext(path)[0]
    if os.path.exists(path) or not os.path.exists(stem + STYLE):
        return ""
    beside = sorted(glob.glob(f"{glob.escape(stem)}.*"))
    return next((other for other in beside if os.path.splitext(other)[1].lower() not in WITHOUT_STYLE), "")


def _check_name(parameter: str, path: str, beside: int) -> None:
    """Check the length of a name, to which the files beside a raster add an ending of up to `beside` bytes."""
    length, most = len(os.fsencode(os.path.basename(path))), MOST_NAME_BYTES - beside
    if length > most:
        raise OutputError(
            tr("{parameter}: the name of {path} has {length} bytes; choose one of at most {most}.").format(
                parameter=parameter, path=path, length=length, most=most
            )
        )
