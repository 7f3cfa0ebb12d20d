"""The token, out of QGIS's authentication or the environment."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingContext

from neon_aop.algorithms.parameters.access import AUTH, problem_of_auth, user_token
from neon_aop.core.errors import ParameterError
from neon_aop.core.files.download.access import ACCESS_VARIABLE
from neon_aop.core.files.download.address import BASE_VARIABLE
from neon_aop.tests.algorithms.download.conftest import make_server
from neon_aop.tests.neonserver import make_token

MASTER = "master of tests"


@pytest.fixture(scope="module")
def manager(qgis_app):
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword(MASTER, True)
    return manager


@pytest.fixture
def store(manager):
    """Store a configuration and return its id."""
    stored = []

    def store_it(method, **values):
        configuration = QgsAuthMethodConfig()
        configuration.setName("NEON")
        configuration.setMethod(method)
        for key, value in values.items():
            configuration.setConfig(key, value)
        assert manager.storeAuthenticationConfig(configuration)
        stored.append(configuration.id())
        return stored[-1]

    yield store_it
    for one in stored:
        manager.removeAuthenticationConfig(one)


@pytest.fixture
def algorithm(provider):
    return provider.algorithm("listtiles")


@pytest.fixture(autouse=True)
def no_variable(monkeypatch):
    monkeypatch.delenv(ACCESS_VARIABLE, raising=False)


def token_of(algorithm, value=None):
    return user_token(algorithm, {} if value is None else {AUTH: value}, QgsProcessingContext())


def test_no_token(algorithm):
    assert token_of(algorithm) == ""
    assert token_of(algorithm, "") == ""


def test_token_of_the_environment(algorithm, monkeypatch):
    token = make_token()
    monkeypatch.setenv(ACCESS_VARIABLE, f" {token}\n")
    assert token_of(algorithm) == token


def test_password_of_a_basic_configuration(algorithm, store):
    token = make_token()
    assert token_of(algorithm, store("Basic", username="me", password=token)) == token


@pytest.mark.parametrize("header", ["X-API-Token", "x-api-token"])
def test_value_of_a_header(algorithm, store, header):
    if "APIHeader" not in QgsApplication.authManager().authMethodsKeys():
        pytest.skip("This QGIS has no such method.")
    token = make_token()
    assert token_of(algorithm, store("APIHeader", **{header: token})) == token


def test_configuration_goes_before_the_environment(algorithm, store, monkeypatch):
    monkeypatch.setenv(ACCESS_VARIABLE, make_token())
    token = make_token()
    assert token_of(algorithm, store("Basic", password=token)) == token


@pytest.mark.parametrize("values", [{"username": "me"}, {"password": " "}])
def test_configuration_without_token_is_told(algorithm, store, values):
    with pytest.raises(ParameterError, match="holds no token: make one of the method Basic"):
        token_of(algorithm, store("Basic", **values))


def test_expired_token_is_told(algorithm, store):
    token = make_token(expires_in=-10)
    with pytest.raises(ParameterError, match="expired on") as raised:
        token_of(algorithm, store("Basic", password=token))
    assert token not in str(raised.value)


def test_id_that_does_not_exist_is_told(algorithm, manager):
    with pytest.raises(ParameterError, match="no authentication configuration abc1234"):
        token_of(algorithm, "abc1234")


@pytest.mark.parametrize("value", ["my-token", "abc123", "abc12345", "ABC1234", 1234567, ["abc1234"]])
def test_pasted_token_is_refused_and_not_repeated(algorithm, value):
    for problem in (
        problem_of_auth(algorithm, {AUTH: value}),
        algorithm.checkParameterValues({AUTH: value}, QgsProcessingContext())[1],
    ):
        assert "is not the id of an authentication configuration" in problem
        assert str(value) not in problem
    with pytest.raises(ParameterError):
        token_of(algorithm, value)


@pytest.mark.parametrize("name", ["listtiles", "downloadtiles"])
def test_pasted_token_is_refused_before_a_run(provider, name):
    token = make_token()
    accepted, problem = provider.algorithm(name).checkParameterValues({AUTH: token}, QgsProcessingContext())
    assert not accepted
    assert token not in problem


@pytest.fixture(scope="module")
def stored_for_others(manager):
    """A profile's authentication database with a configuration; return its folder, the id, and the token."""
    configuration, token = QgsAuthMethodConfig(), make_token()
    configuration.setName("NEON")
    configuration.setMethod("Basic")
    configuration.setConfig("password", token)
    assert manager.storeAuthenticationConfig(configuration)
    yield os.path.dirname(manager.authenticationDatabasePath()), configuration.id(), token
    manager.removeAuthenticationConfig(configuration.id())


@pytest.fixture
def list_at_the_command_line(qgis_process, stored_for_others, tmp_path, monkeypatch):
    """List tiles with that configuration and a master password, or none, in a file."""
    folder, name, token = stored_for_others

    def run(password):
        monkeypatch.setenv("QGIS_AUTH_DB_DIR_PATH", folder)
        if password:
            (tmp_path / "password").write_text(f"{password}\n")
            monkeypatch.setenv("QGIS_AUTH_PASSWORD_FILE", str(tmp_path / "password"))
        with make_server() as server:
            server.token = token
            monkeypatch.setenv(BASE_VARIABLE, server.base)
            target = tmp_path / "tiles.gpkg"
            process = qgis_process("run", "neonaop:listtiles", "--", f"AUTH={name}", "SITE=SERC", f"OUTPUT={target}")
        assert token not in process.stdout + process.stderr
        return process

    return run


def test_master_password_at_the_command_line(list_at_the_command_line):
    process = list_at_the_command_line(MASTER)
    assert process.returncode == 0, process.stderr
    assert "COUNT:\t10" in process.stdout


@pytest.mark.parametrize("password", ["another", None], ids=["wrong", "missing"])
def test_missing_master_password_is_told(list_at_the_command_line, password):
    process = list_at_the_command_line(password)
    assert process.returncode == 1
    assert "QGIS_AUTH_PASSWORD_FILE" in process.stderr
