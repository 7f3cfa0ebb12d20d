# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's token for NEON, out of QGIS's authentication or the environment."""

from __future__ import annotations

import os
import re

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingParameterAuthConfig

from ...core.errors import ParameterError
from ...core.files.download.access import ACCESS_HEADER, ACCESS_VARIABLE, check_access
from ..translation import tr
from .values import called

AUTH = "AUTH"
_ID = re.compile(r"[a-z0-9]{7}")
# Where the methods of QGIS keep what is a token here; the key of a header is its name.
_KEYS = {"Basic": "password", "EsriToken": "token", "APIHeader": ACCESS_HEADER}


def add_auth_parameter(algorithm) -> None:
    """Add the choice of the token."""
    algorithm.add(
        QgsProcessingParameterAuthConfig(name=AUTH, description=tr("Token for NEON"), optional=True),
        tr(
            "An authentication configuration of QGIS that holds your token for NEON: as the password of a basic one, "
            "or as the header X-API-Token. Never the token itself. Empty: the token in the environment variable "
            "NEON_TOKEN."
        ),
    )


def problem_of_auth(algorithm, parameters) -> str:
    """Return what is wrong with the value of the parameter, empty if nothing; the value may be a pasted token."""
    value = parameters.get(AUTH)
    if value in (None, "") or (isinstance(value, str) and _ID.fullmatch(value)):
        return ""
    return tr(
        "{parameter} is not the id of an authentication configuration, which has seven letters and digits. A token "
        "does not belong here, as QGIS would keep it in its history: store it in Settings > Options > Authentication "
        "first."
    ).format(parameter=called(algorithm.parameterDefinition(AUTH)))


def user_token(algorithm, parameters, context) -> str:
    """Return the token, empty when the user has none.

    Raises
    ------
    ParameterError
        When it cannot be had, or cannot be used; the sentence does not repeat it.
    """
    problem = problem_of_auth(algorithm, parameters)
    if problem:
        raise ParameterError(problem)
    name = algorithm.parameterAsString(parameters, AUTH, context)
    token = _stored_token(algorithm, name) if name else os.environ.get(ACCESS_VARIABLE, "").strip()
    if token:
        check_access(token)
    return token


def _stored_token(algorithm, name: str) -> str:
    """Read the token of an authentication configuration."""
    manager = QgsApplication.authManager()
    is_read, configuration = manager.loadAuthenticationConfig(name, QgsAuthMethodConfig(), True)
    if not is_read:
        if not manager.masterPasswordIsSet():
            raise ParameterError(
                tr(
                    "QGIS cannot read the authentication configuration of {parameter} without its master password; for "
                    "qgis_process, write it into a file and set the environment variable QGIS_AUTH_PASSWORD_FILE to "
                    "the path of that file."
                ).format(parameter=called(algorithm.parameterDefinition(AUTH)))
            )
        raise ParameterError(
            tr("There is no authentication configuration {id} in this profile of QGIS; choose another one.").format(
                id=name
            )
        )
    values = {key.lower(): value for key, value in configuration.configMap().items()}
    token = values.get(_KEYS.get(configuration.method(), "").lower(), "").strip()
    if not token:
        raise ParameterError(
            tr(
                "The authentication configuration {id} holds no token: make one of the method Basic with your token "
                "for NEON as the password, or of the method API Header with the key X-API-Token."
            ).format(id=name)
        )
    return token
