"""Waiting times."""

import pytest

from neon_aop.core.files.download.patience import (
    MOST_SECONDS,
    Patience,
    can_be_repeated,
    pause_for_rate,
    told_wait,
    was_recognised,
)

LIMITS = {"x-ratelimit-limit": "2000", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "250"}


def test_pauses_double_and_end():
    patience = Patience()
    assert [patience.pause() for _ in range(6)] == [1, 2, 4, 8, 16, None]


def test_patience_is_renewed():
    patience = Patience()
    patience.pause()
    patience.renew()
    assert patience.pause() == 1


@pytest.mark.parametrize("name", ["retryafter", "retry-after"])
def test_server_tells_how_long(name):
    assert Patience().pause({name: "7"}) == 7
    assert told_wait({name: "0"}) > 0


@pytest.mark.parametrize("value", ["", "soon", "-5", "nan", "inf", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_time_that_is_none_is_not_told(value):
    assert told_wait({"retryafter": value}) is None
    assert Patience().pause({"retryafter": value}) == 1


def test_server_that_wants_long_is_not_waited_for():
    assert Patience().pause({"retryafter": str(MOST_SECONDS + 1)}) is None


def test_rate_is_kept_when_no_requests_are_left():
    assert pause_for_rate(LIMITS) == 250 / 2000
    assert pause_for_rate({**LIMITS, "x-ratelimit-reset": "1e9"}) == 60


@pytest.mark.parametrize(
    "changes", [{"x-ratelimit-remaining": "1"}, {"x-ratelimit-limit": "0"}, {"x-ratelimit-reset": ""}]
)
def test_no_pause_otherwise(changes):
    assert pause_for_rate({**LIMITS, **changes}) == 0
    assert pause_for_rate({}) == 0


def test_refusal_is_followed_by_what_the_rate_needs():
    assert Patience().pause({**LIMITS, "x-ratelimit-reset": "20000"}) == 10


@pytest.mark.parametrize(("status", "repeated"), [(429, True), (500, True), (503, True), (403, False), (404, False)])
def test_statuses_that_pass(status, repeated):
    assert can_be_repeated(status) == repeated


@pytest.mark.parametrize(("limit", "recognised"), [("200", False), ("2000", True), ("", True)])
def test_limit_shows_whether_the_token_was_recognised(limit, recognised):
    assert was_recognised({"x-ratelimit-limit": limit}) == recognised
