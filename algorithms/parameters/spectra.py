# SPDX-License-Identifier: GPL-2.0-or-later
"""A file of spectra that is read."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ..translation import tr

SPECTRA = "SPECTRA"


def add_spectra_parameter(algorithm) -> None:
    """Add the file of spectra."""
    algorithm.add(
        QgsProcessingParameterFile(
            name=SPECTRA,
            description=tr("Spectra"),
            behavior=QgsProcessingParameterFile.Behavior.File,
            fileFilter=tr("Spectra (*.csv *.sli *.hdr *.txt);;All files (*)"),
        ),
        tr(
            "A table of spectra or cluster centres (CSV), an ENVI spectral library (.sli or .hdr), or text with a "
            "column of wavelengths, as of an ASD spectrometer or of the ECOSTRESS library. Units that the file "
            "does not state are told by the size of the numbers, as the log says."
        ),
    )


def spectra_sources(path: str) -> list[str]:
    """Return the files that are read with a file of spectra, which no result may replace."""
    from ...core.spectra.envilibrary import header_of

    header = header_of(path)
    return [path] if header is None else [path, str(header), str(header.with_suffix(".sli"))]
