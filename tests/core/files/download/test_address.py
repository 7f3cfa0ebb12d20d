"""Addresses that may be asked, and others."""

import pytest

from neon_aop.core.errors import DownloadError, ParameterError
from neon_aop.core.files.download.address import (
    BASE_VARIABLE,
    DEFAULT_BASE,
    base_address,
    check_address,
    folders_of,
    same_server,
    shown,
)

HERE = "http://127.0.0.1:8000/api/v0/"


def test_base_is_neons():
    assert base_address({}) == DEFAULT_BASE


@pytest.mark.parametrize("address", [HERE, "https://example.org/api", "http://localhost:5/", "http://[::1]:5/"])
def test_base_of_the_environment(address):
    assert base_address({BASE_VARIABLE: address}) == address.rstrip("/") + "/"


@pytest.mark.parametrize(
    "address",
    ["http://data.neonscience.org/", "ftp://x/", "data.neonscience.org", "https://user:pw@x/", "https://[", "x"],
)
def test_base_that_cannot_be_used_is_told(address):
    with pytest.raises(ParameterError, match=BASE_VARIABLE) as raised:
        base_address({BASE_VARIABLE: address})
    assert "pw" not in str(raised.value)


@pytest.mark.parametrize("address", ["https://storage.googleapis.com/x", "https://example.org:444/x?y=z"])
def test_protected_addresses_may_be_asked(address):
    check_address(address, DEFAULT_BASE)


@pytest.mark.parametrize(
    "address",
    [
        "http://storage.googleapis.com/x",
        "http://127.0.0.1/x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "//example.org/x",
        "https:///x",
        "https://user@example.org/x",
        "https://example.org:port/x",
        "",
    ],
)
def test_other_addresses_may_not(address):
    with pytest.raises(DownloadError):
        check_address(address, DEFAULT_BASE)


def test_servers_of_this_machine_may_be_asked_by_one_of_it():
    check_address("http://127.0.0.2:9/x", HERE)


def test_other_machines_may_not_be_asked_without_protection_by_one_of_this_machine():
    with pytest.raises(DownloadError, match="not protected"):
        check_address("http://example.org/x", HERE)


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("https://a.org/x", "https://a.org:443/y?z", True),
        ("https://a.org/x", "https://A.org/x", True),
        ("https://a.org/x", "http://a.org/x", False),
        ("https://a.org/x", "https://a.org:444/x", False),
        ("https://a.org/x", "https://a.org.evil.com/x", False),
        ("https://a.org/x", "https://a.org@evil.com/x", False),
    ],
)
def test_same_server(address, other, same):
    assert same_server(address, other) == same


def test_addresses_are_shown_without_secrets():
    assert shown("https://user:pw@a.org:5/x/y?X-Goog-Signature=0a#z") == "https://a.org:5/x/y"


def test_folders_of_a_link():
    assert folders_of("https://a.org/neon-aop-products/2022/FullSite/D02/tile.h5?x=1/2") == [
        "neon-aop-products",
        "2022",
        "FullSite",
        "D02",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "../tile.h5",
        "a/../../tile.h5",
        "a//tile.h5",
        ".hidden/tile.h5",
        "a%2fb/tile.h5",
        "C:/tile.h5",
        "a b/tile.h5",
        "tile.h5",
        "/".join("a" * 20) + "/tile.h5",
    ],
)
def test_folders_that_cannot_be_made_are_told(path):
    with pytest.raises(DownloadError, match="NEON's layout"):
        folders_of(f"https://a.org/{path}")
