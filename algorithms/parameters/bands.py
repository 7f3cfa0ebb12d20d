# SPDX-License-Identifier: GPL-2.0-or-later
"""Which bands of a tile are kept."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from ...core.constants import RULE_TUTORIAL
from ...core.errors import ParameterError
from ..translation import tr
from .definitions import add_choice, add_whole_number
from .values import called, is_given

BAND_RULE = "BAND_RULE"
SUBSET_FACTOR = "SUBSET_FACTOR"
FIRST_BANDS = "FIRST_BANDS"
LAST_BANDS = "LAST_BANDS"
WINDOWS = "WINDOWS"


def add_band_parameters(algorithm, advanced: bool = True) -> None:
    """Add the parameters that choose the bands to read of a tile; `advanced` is whether few need rule and subset."""
    add_choice(
        algorithm,
        BAND_RULE,
        tr("Bands to remove"),
        tr(
            "0 removes the same bands as NEON's tutorial: those in the water-vapour windows and the one before each, "
            "the first 10 and the last 15. 1 removes only bands whose centre lies inside the windows."
        ),
        options=[
            tr("As NEON's tutorial: water vapour, the first 10 and the last 15"),
            tr("Only inside the water-vapour windows"),
        ],
        default=RULE_TUTORIAL,
        advanced=advanced,
    )
    add_whole_number(
        algorithm,
        SUBSET_FACTOR,
        tr("Keep every n-th band"),
        tr(
            "Of the remaining bands, keep every n-th. Neighbouring bands are much alike: 2 halves time and memory and "
            "hardly changes classes. NEON's tutorial uses 2."
        ),
        default=2,
        least=1,
        advanced=advanced,
    )
    for name, description, help in (
        (FIRST_BANDS, tr("Bands to remove at the short end"), tr("In place of what the band rule removes there.")),
        (LAST_BANDS, tr("Bands to remove at the long end"), tr("In place of what the band rule removes there.")),
    ):
        add_whole_number(algorithm, name, description, help, default=None, advanced=True)
    algorithm.add(
        QgsProcessingParameterString(name=WINDOWS, description=tr("Windows to remove (nm)"), optional=True),
        tr('Ranges of wavelengths without usable bands, such as "1340-1445, 1790-1955". Empty: those of the file.'),
        advanced=True,
    )


def band_choice(algorithm, parameters, context):
    """Return the `BandChoice` of the parameters."""
    from ...core.files.neon.cleaning import BandChoice
    from ...core.image.bands import parse_windows

    def optional_number(name):
        # An empty text, as scripts write "not set", would be read as 0.
        return algorithm.parameterAsInt(parameters, name, context) if is_given(parameters.get(name)) else None

    text = algorithm.parameterAsString(parameters, WINDOWS, context)
    windows = parse_windows(text) if text.strip() else None
    if windows == ():
        raise ParameterError(
            tr('{parameter} is {value}; write ranges such as "1340-1445, 1790-1955", or nothing.').format(
                parameter=called(algorithm.parameterDefinition(WINDOWS)), value=text.strip()
            )
        )
    return BandChoice(
        rule=algorithm.parameterAsEnum(parameters, BAND_RULE, context),
        subset_factor=algorithm.parameterAsInt(parameters, SUBSET_FACTOR, context),
        first=optional_number(FIRST_BANDS),
        last=optional_number(LAST_BANDS),
        windows=windows,
    )
