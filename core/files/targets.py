# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the paths of results before the work starts."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping

from ..errors import OutputError
from ..wording import tr
from .provenance import TABLE_METADATA
from .raster.choice import RasterChoice
from .raster.writer import check_output_path
from .replacement import RASTER_SIDECARS, SIDECARS, STYLE, check_replaceable, is_no_file, make_hidden_folder

# Extensions of files beside a style that do not use it: tiles and sidecar files.
WITHOUT_STYLE = (STYLE, ".h5", ".hdf5", ".xml", ".ovr", ".msk")
TABLE = ".csv"
# Limit of file systems.
MOST_NAME_BYTES = 255
# "/vsimem/", "/vsis3/" and so on.
GDAL_FILE_SYSTEMS = "/vsi"


def check_targets(
    rasters: dict[str, str],
    files: dict[str, str],
    inputs: Iterable[str | RasterChoice] = (),
    endings: Mapping[str, str] | None = None,
) -> None:
    """Check that results can be written, so that a long run does not fail at its end.

    Parameters
    ----------
    rasters, files : dict of str to str
        Path of each result by the name of its parameter; empty for results that are not wanted.
    inputs : iterable of str or RasterChoice
        Files and rasters that are read and must not be overwritten.
    endings : mapping of str to str, optional
        Required extensions of some files, by the name of the parameter.

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
        if path:
            _check_target(parameter, path, seen, (endings or {}).get(parameter, ""), parameter in rasters)
    styles: dict[str, str] = {}
    for parameter, path in rasters.items():
        if path:
            _with_parameter(parameter, check_output_path, path)
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


def _check_target(parameter: str, path: str, seen: dict[object, str], ending: str, is_raster: bool) -> None:
    """Check a path by itself and against the files `seen` before, to which it is added."""
    folder = os.path.dirname(os.path.abspath(path))
    names = {"parameter": parameter, "path": path, "folder": folder}
    if path.startswith(GDAL_FILE_SYSTEMS):
        name = path.replace("\\", "/").rpartition("/")[2] or "result.tif"
        raise OutputError(
            tr(
                "{parameter}: {path} is in one of GDAL's own file systems, to which results cannot be written; "
                "give a file in a folder of this computer, such as {example}."
            ).format(**names, example=os.path.join(tempfile.gettempdir(), name))
        )
    if not os.path.isdir(folder):
        raise OutputError(
            tr("{parameter}: the folder {folder} does not exist; create it or choose another one.").format(**names)
        )
    if is_no_file(path):
        raise OutputError(tr("{parameter}: {path} is a folder or a device; give the name of a file.").format(**names))
    _check_writable(parameter, folder)
    # A link is itself replaced, not the file that it points to.
    if os.path.isfile(path) and not os.path.islink(path) and not os.access(path, os.W_OK):
        raise OutputError(
            tr("{parameter}: {path} is read-only; choose another name, or allow it to be written.").format(**names)
        )
    identities = _identities(path)
    other = next((seen[one] for one in identities if one in seen), None)
    if other is not None:
        raise OutputError(
            tr("{parameter}: {path} is {other} as well; choose another name.").format(**names, other=other)
        )
    for beside in (path + sidecar for sidecar in SIDECARS):
        other = next((seen[one] for one in _identities(beside) if one in seen), None)
        if other is not None:
            raise OutputError(
                tr(
                    "{parameter}: {path} would replace {beside}, which belongs beside it and is {other}; choose "
                    "another name."
                ).format(**names, beside=beside, other=other)
            )
    seen.update(dict.fromkeys(identities, tr("the file of {parameter}").format(parameter=parameter)))
    if not path.lower().endswith(ending):
        raise OutputError(
            tr("{parameter}: {path} cannot be written; the name must end in {ending}.").format(**names, ending=ending)
        )
    # The names of sidecar files of rasters and tables are longer than their own.
    length, most = len(os.fsencode(os.path.basename(path))), MOST_NAME_BYTES
    if is_raster:
        most -= max(map(len, RASTER_SIDECARS))
    elif path.lower().endswith(TABLE):
        most -= len(TABLE_METADATA)
    if length > most:
        raise OutputError(
            tr("{parameter}: the name of {path} has {length} bytes; choose one of at most {most}.").format(
                **names, length=length, most=most
            )
        )
    _with_parameter(parameter, check_replaceable, path)


def check_folder(parameter: str, folder) -> None:
    """Check that a folder for results, which may not exist yet, can be made and written to.

    Raises
    ------
    OutputError
        Naming the parameter.
    """
    place = os.path.abspath(folder)
    while not os.path.lexists(place):
        place = os.path.dirname(place)
    if not os.path.isdir(place):
        raise OutputError(
            tr("{parameter}: {path} is not a folder; choose another one.").format(parameter=parameter, path=place)
        )
    _check_writable(parameter, place)


def _check_writable(parameter: str, folder: str) -> None:
    # By doing it: what `os.access` tells is not so on Windows, on some networks, and for root.
    try:
        os.rmdir(make_hidden_folder(folder))
    except OSError as error:
        raise OutputError(
            tr("{parameter}: nothing can be written to the folder {folder} ({reason}); choose another one.").format(
                parameter=parameter, folder=folder, reason=error.strerror
            )
        ) from None


def _with_parameter(parameter: str, check: Callable[[str], None], path: str) -> None:
    """Call a check, and name the parameter in its error."""
    try:
        check(path)
    except OutputError as error:
        raise OutputError(f"{parameter}: {error}") from None


def _identities(path: str) -> list:
    """Return what all names of a file have in common: its real path and, if it exists, device and inode."""
    identities: list = [os.path.normcase(os.path.realpath(path))]
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return identities
    # Some file systems have no inodes, and give 0 for all files.
    return [*identities, (status.st_dev, status.st_ino)] if status.st_ino else identities


def _owner_of_style(path: str) -> str:
    """Return an existing file whose style a new raster would replace; an empty text when there is none."""
    stem = os.path.splitext(path)[0]
    if os.path.exists(path) or not os.path.exists(stem + STYLE):
        return ""
    beside = sorted(glob.glob(f"{glob.escape(stem)}.*"))
    return next((other for other in beside if os.path.splitext(other)[1].lower() not in WITHOUT_STYLE), "")
