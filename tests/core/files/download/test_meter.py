"""How far a download is."""

import pytest

from neon_aop.core.files.download.meter import Meter, format_size, format_time
from neon_aop.tests.plaintransport import Listener

MB = 1_000_000


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def listener():
    return Listener()


def test_rate_and_time_left(clock, listener):
    meter = Meter(1000 * MB, listener, clock)
    clock.now = 10.0
    meter.add(200 * MB)
    meter.tell()
    assert listener.fractions == [0.2]
    assert listener.lines == ["200 MB of 1,000 MB (20 %), 20 MB/s, 40 s left"]


def test_rate_is_that_of_the_last_moments(clock, listener):
    meter = Meter(1000 * MB, listener, clock)
    for seconds, count in ((10.0, 200), (20.0, 50)):
        clock.now = seconds
        meter.add(count * MB)
        meter.tell()
    assert listener.lines[-1] == "250 MB of 1,000 MB (25 %), 5.00 MB/s, 2 min 30 s left"


def test_bytes_that_were_there_tell_nothing_of_the_speed(clock, listener):
    meter = Meter(1000 * MB, listener, clock)
    meter.add(500 * MB, was_there=True)
    clock.now = 10.0
    meter.add(100 * MB)
    meter.tell()
    assert listener.lines == ["600 MB of 1,000 MB (60 %), 10 MB/s, 40 s left"]
    assert meter.summary() == "100 MB downloaded in 10 s, 10 MB/s."


def test_lines_do_not_come_too_often(clock, listener):
    meter = Meter(1000 * MB, listener, clock)
    for second in range(1, 61):
        clock.now = float(second)
        meter.add(MB)
        meter.tell()
    assert [line.partition(" ")[0] for line in listener.lines] == ["20", "40", "60"]


def test_stalled_download_is_told_every_minute(clock, listener):
    meter = Meter(1000 * MB, listener, clock)
    for second in (59, 60, 119, 120):
        clock.now = float(second)
        meter.tell()
    assert listener.lines == ["0.00 MB of 1,000 MB (0 %), 0.00 MB/s, unknown time left"] * 2


def test_unknown_size(clock, listener):
    meter = Meter(0, listener, clock)
    clock.now = 10.0
    meter.add(100 * MB)
    meter.tell()
    assert listener.lines == ["100 MB downloaded, 10 MB/s"]
    assert listener.fractions == []


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (59.6, "1 min 0 s"), (61, "1 min 1 s"), (3599.9, "1 h 0 min"), (7300, "2 h 1 min")],
)
def test_times(seconds, text):
    assert format_time(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0.00 MB"), (692 * MB, "692 MB"), (9_999_999_999, "10,000 MB"), (12_345_678_901, "12.3 GB")]
)
def test_sizes(size, text):
    assert format_size(size) == text
