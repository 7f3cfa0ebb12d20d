"""Checking where results go before the work starts."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable

from ..errors import OutputError
from ..wording import tr
from .raster.writer import check_output_path
from .replacement import SIDECARS, STYLE, check_replaceable, is_no_file

# Files of the same name that have no style of their own: tiles, and what lies beside rasters.
WITHOUT_STYLE = (STYLE, ".h5", ".hdf5", ".xml", ".ovr", ".msk")
# What file systems take.
MOST_NAME_BYTES = 255


def check_targets(rasters: dict[str, str], files: dict[str, str], inputs: Iterable[str] = ()) -> None:
    """Check that results can be written, so that no long run ends in vain.

    Parameters
    ----------
    rasters, files : dict of str to str
        Path of each result by the name of its parameter; an empty path is a result that is not wanted.
    inputs : iterable of str
        Files that are read, and must not be overwritten.

    Raises
    ------
    OutputError
        Naming the parameter.
    """
    seen = {os.path.realpath(path): tr("an input") for path in inputs if path}
    for parameter, path in {**rasters, **files}.items():
        if not path:
            continue
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
        real = os.path.realpath(path)
        if real in seen:
            raise OutputError(
                tr("{parameter}: {path} is {other} as well; choose another name.").format(
                    parameter=parameter, path=path, other=seen[real]
                )
            )
        seen[real] = tr("the file of {parameter}").format(parameter=parameter)
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
