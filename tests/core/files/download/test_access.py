"""Tokens: what is seen in them, and what is said of them."""

import base64
import json

import pytest

from neon_aop.core.errors import ParameterError
from neon_aop.core.files.download.access import check_access, how_to_get_access, why_refused
from neon_aop.tests.neonserver import make_token


def jwt(claims) -> str:
    """Return a token with these claims, which are made here so that no token is in a file."""
    part = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"e30.{part}.sig"


def test_token_that_is_valid():
    check_access(make_token(expires_in=60))


@pytest.mark.parametrize(
    "token",
    [
        "a-token-of-another-kind",
        "a.b.c",
        jwt({}),
        jwt({"exp": "never"}),
        jwt({"exp": None}),
        jwt({"exp": True}),
        jwt([1]),
        jwt({"exp": float("inf")}),
    ],
    ids=range(8),
)
def test_token_that_does_not_tell_when_it_expires_is_taken(token):
    check_access(token)


def test_expired_token_is_told_with_its_date():
    token = jwt({"exp": 1_800_000_000})
    check_access(token, now=1_799_999_999)
    with pytest.raises(ParameterError, match="expired on 2027-01-15") as raised:
        check_access(token, now=1_800_000_000)
    assert token not in str(raised.value)


def test_token_that_expired_long_ago():
    with pytest.raises(ParameterError, match="expired"):
        check_access(jwt({"exp": -1e300}))


@pytest.mark.parametrize("token", ["two words", "a\r\nX-Evil: 1", "a\n", "schlüssel", "a" * 10_000], ids=range(5))
def test_text_that_is_no_token_is_told_and_not_repeated(token):
    with pytest.raises(ParameterError) as raised:
        check_access(token)
    assert token not in str(raised.value)


def test_sentences_say_what_to_do():
    assert why_refused(False, False) == how_to_get_access()
    assert "NEON_TOKEN" in how_to_get_access()
    assert "does not know the token" in why_refused(True, False)
    assert "still valid" in why_refused(True, True)
