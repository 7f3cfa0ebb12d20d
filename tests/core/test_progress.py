import pytest

from neon_aop.core.errors import Cancelled
from neon_aop.core.progress import Finishing, Progress, Watch


class Recorder(Progress):
    """Remembers what it is told."""

    def __init__(self, cancel=False):
        self.fractions = []
        self.lines = []
        self.cancel = cancel

    def report(self, fraction):
        self.fractions.append(fraction)

    def begin(self, phase):
        self.lines.append(("phase", phase))

    def info(self, text):
        self.lines.append(("info", text))

    def warn(self, text):
        self.lines.append(("warn", text))

    def cancelled(self):
        return self.cancel


def test_base_never_cancels():
    assert Progress().check() is None


def test_check_raises_when_cancelled():
    with pytest.raises(Cancelled):
        Recorder(cancel=True).check()


def test_part_reports_its_share_of_the_whole():
    recorder = Recorder()
    part = recorder.part(0.5, 0.75)
    for fraction in (0, 0.5, 1):
        part.report(fraction)
    assert recorder.fractions == [0.5, 0.625, 0.75]


def test_part_of_a_part_reports_its_share_of_the_whole():
    recorder = Recorder()
    recorder.part(0.5, 1).part(0.5, 1).report(0.5)
    assert recorder.fractions == [0.875]


def test_phase_of_a_part_is_named_and_reports_its_share_of_the_whole():
    recorder = Recorder()
    recorder.part(0.5, 1).phase("Clustering", 0, 0.5).report(1)
    assert recorder.lines == [("phase", "Clustering")]
    assert recorder.fractions == [0.75]


def test_part_passes_on_lines():
    recorder = Recorder()
    part = recorder.part(0, 0.5)
    part.info("a")
    part.warn("b")
    assert recorder.lines == [("info", "a"), ("warn", "b")]


@pytest.mark.parametrize("listen", [lambda whole: whole.part(0, 0.5), Watch], ids=["part", "watch"])
def test_cancelling_the_whole_cancels_its_parts(listen):
    recorder = Recorder()
    listener = listen(recorder)
    listener.check()
    recorder.cancel = True
    with pytest.raises(Cancelled):
        listener.check()


def test_watch_reports_nothing():
    recorder = Recorder()
    Watch(recorder).report(0.5)
    assert recorder.fractions == []


def test_step_that_is_finished_passes_all_on_but_cancelling():
    whole = Recorder()
    step = Finishing(whole, "It ends soon.")
    step.part(0.5, 1).report(0.5)
    step.begin("Writing")
    step.check()
    whole.cancel = True
    step.check()
    step.part(0, 1).check()
    assert whole.fractions == [0.75]
    assert whole.lines == [("phase", "Writing"), ("info", "It ends soon.")]
