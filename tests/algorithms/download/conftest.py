"""Fixtures of the tests of downloads in QGIS: a server with tiles of SERC, and who may ask it."""

from __future__ import annotations

import pytest

from neon_aop.core.files.download.access import ACCESS_VARIABLE
from neon_aop.core.files.download.address import BASE_VARIABLE
from neon_aop.tests.neonserver import NeonServer, ServedFile, qa_files, tile_name

EASTINGS, NORTHINGS = (367000, 368000, 369000), (4305000, 4306000)
SIZE = 5000


def content(easting: int, northing: int, month: str) -> bytes:
    return f"{easting} {northing} {month} ".encode().ljust(SIZE, b".")


def make_server() -> NeonServer:
    """Tiles of two months, of which the later is provisional and has fewer."""
    server = NeonServer()
    for month, release, eastings in (("2022-05", "RELEASE-2026", EASTINGS), ("2025-06", "PROVISIONAL", EASTINGS[:2])):
        for easting in eastings:
            for northing in NORTHINGS:
                tile = content(easting, northing, month)
                server.add(ServedFile(tile_name(easting, northing), tile, month=month, release=release))
    for file in qa_files():
        server.add(file)
    return server


@pytest.fixture
def server(monkeypatch):
    """A server that the plugin asks in place of NEON's, by a user who has a token in the environment."""
    with make_server() as server:
        monkeypatch.setenv(BASE_VARIABLE, server.base)
        monkeypatch.setenv(ACCESS_VARIABLE, server.token)
        yield server


@pytest.fixture
def without_token(server, monkeypatch):
    monkeypatch.delenv(ACCESS_VARIABLE)
    return server
