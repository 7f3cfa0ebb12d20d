# SPDX-License-Identifier: GPL-2.0-or-later
"""Output files, and the report."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFileDestination

from ..translation import tr
from .values import called

REPORT = "REPORT"
CSV_FILTER = "CSV (*.csv)"
JSON_FILTER = "JSON (*.json)"
HTML_FILTER = "HTML (*.html)"
PNG_FILTER = "PNG (*.png)"
LIBRARY_FILTER = "ENVI spectral library (*.sli)"
# How the names of files must end, by their filter.
ENDINGS = {PNG_FILTER: ".png", LIBRARY_FILTER: ".sli"}


def add_file_output(
    algorithm,
    name: str,
    description: str,
    filter: str,
    help: str,
    by_default: bool = True,
    advanced: bool = False,
) -> None:
    """Add an optional output file, which the dialog makes unless `by_default` is off."""
    algorithm.add(
        QgsProcessingParameterFileDestination(
            name=name, description=description, fileFilter=filter, optional=True, createByDefault=by_default
        ),
        help,
        advanced,
    )


def add_report_output(algorithm, help: str = "") -> None:
    """Add the report."""
    help = help or tr("A page with charts, tables, pictures and all parameters (HTML); it needs no network.")
    add_file_output(algorithm, REPORT, tr("Report"), HTML_FILTER, help)
    name_report(algorithm.outputDefinition(REPORT), algorithm)


def name_report(output, algorithm) -> None:
    """Describe an HTML output by its algorithm: the Results Viewer lists those of all algorithms."""
    output.setDescription(tr("{algorithm}: report").format(algorithm=algorithm.displayName()))


def check_header_of(algorithm, library: str, targets: dict[str, str], inputs) -> None:
    """Check that the header of a spectral library, which is written beside it, replaces nothing.

    Parameters
    ----------
    algorithm : NeonAlgorithm
    library : str
        The parameter of the library.
    targets : dict of str to str
        The paths of all results.
    inputs : iterable
        See `NeonAlgorithm.targets`.

    Raises
    ------
    OutputError
        If it does.
    """
    from ...core.files.targets import check_targets
    from ...core.spectra.envilibrary import header_beside

    if targets[library]:
        others = {called(algorithm.parameterDefinition(name)): path for name, path in targets.items()}
        label = called(algorithm.parameterDefinition(library))
        check_targets({}, {**others, label: str(header_beside(targets[library]))}, inputs)
