"""The report in a real browser: a headless Chromium, spoken to over a pipe in its DevTools protocol."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from neon_aop.core.image.bands import Bands
from neon_aop.core.image.grid import Grid
from neon_aop.core.image.pixels import Pixels
from neon_aop.core.methods.kmeans import measures
from neon_aop.core.methods.kmeans.suggestion import TrialSettings, try_classes
from neon_aop.core.progress import Progress
from neon_aop.core.report.making import Run
from neon_aop.core.report.parts import Picture
from neon_aop.core.report.results import ClassSpectra, ClassSummary, Convergence
from neon_aop.core.report.suggestion import write_suggestion_report
from neon_aop.core.wording import ENGLISH, Language, set_language
from neon_aop.tests.core.report.checks import transform, write_results

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


# Has the page keep the texts of its charts, which are drawn and not part of the document.
KEEP_TEXTS = """{
  window.texts = [];
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...more) {
    window.texts.push([this.canvas, text]);
    return fillText.call(this, text, ...more);
  };
}"""


class Browser:
    """One browser with one page; `messages` and `requests` hold what the page printed and asked for."""

    def __init__(self, program: str, folder):
        command_read, self._command = os.pipe()
        self._answer, answer_write = os.pipe()

        def connect():
            # Chromium reads commands from descriptor 3 and answers on 4; copies first, for either may be in use.
            read, write = os.dup(command_read), os.dup(answer_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self._process = subprocess.Popen(
            [
                program,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-pipe",
                f"--user-data-dir={folder}",
            ],
            preexec_fn=connect,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(command_read)
        os.close(answer_write)
        self._numbers = count(1)
        self._received = b""
        self.messages, self.requests, self._loaded = [], [], False
        page = self._send("Target.createTarget", url="about:blank", session=None)["targetId"]
        attached = self._send("Target.attachToTarget", targetId=page, flatten=True, session=None)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._send(f"{domain}.enable")
        self._send("Page.addScriptToEvaluateOnNewDocument", source=KEEP_TEXTS)

    def open(self, path, width=1400, height=900):
        """Load a file and wait until it is complete."""
        self.resize(width, height)
        self.messages, self.requests, self._loaded = [], [], False
        self._send("Page.navigate", url=path.resolve().as_uri())
        while not self._loaded:
            self._take(self._receive())

    def resize(self, width, height=900):
        """Change the size of the window and wait until the page has followed."""
        self._send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.run("null")

    def run(self, script):
        """Return the value of JavaScript, after the frame that it caused was drawn."""
        drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        answer = self._send(
            "Runtime.evaluate",
            expression=f"(async () => {{ const value = ({script}); await {drawn}; return value; }})()",
            awaitPromise=True,
            returnByValue=True,
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def move_mouse(self, x, y):
        self._send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def print_to_pdf(self) -> str:
        """Return the page as PDF, in base64."""
        return self._send("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)["data"]

    def close(self):
        # Closing the pipe ends Chromium.
        os.close(self._command)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._answer)

    def _send(self, method, session="page", **parameters):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = self._session
        os.write(self._command, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']}")
                return answer["result"]
            self._take(answer)

    def _receive(self):
        while b"\0" not in self._received:
            part = os.read(self._answer, 1 << 20)
            if not part:
                raise AssertionError("Chromium ended.")
            self._received += part
        message, _, self._received = self._received.partition(b"\0")
        return json.loads(message)

    def _take(self, event):
        method, parameters = event.get("method"), event.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"):
            self.messages.append(parameters)
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    browser = Browser(program, tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.close()


WAVELENGTHS = np.concatenate([np.arange(400.0, 1340, 10), np.arange(1450.0, 1790, 10), np.arange(1960.0, 2450, 10)])
NAMES = [f"band {number}" for number in range(1, len(WAVELENGTHS) + 1)]
HOSTILE = "</script><img src=http://example.org/x.png onerror=alert(1)>"
DRAWN = """[...document.querySelectorAll("canvas")].every((canvas) => {
  const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  return new Set(pixels).size > 10;
})"""


def class_spectra(count, wavelengths=WAVELENGTHS):
    classes = []
    for number in range(1, count + 1):
        centre = np.linspace(0.1, 0.5, len(NAMES)) * number / count
        colour = (number, 255 - number, 100)
        classes.append(
            ClassSummary(number, colour, 5, 1 / count, None, None, HOSTILE, centre, centre * 0.8, centre * 1.2)
        )
    return ClassSpectra(wavelengths, NAMES, tuple(classes))


def with_area(summary):
    return replace(summary, area_ha=1234.5, ndvi=-0.25, hint="vegetation, dense, medium", pixels=123_456_789)


COMPONENTS = {
    "components": transform(0.5 ** np.arange(1, len(NAMES) + 1), 4, WAVELENGTHS),
    "covariance": np.outer(WAVELENGTHS, WAVELENGTHS),
}
FULL = {
    "classes": class_spectra(5),
    "convergence": Convergence([100, 10, 0], [3.0, 2.0, 1.5]),
    **COMPONENTS,
    "shown_pictures": [Picture(HOSTILE, b"", [((0, 0, 0), HOSTILE)])],
    "groups": [(HOSTILE, [(HOSTILE, HOSTILE)])],
}
CASES = {
    "all": (FULL, 6),
    "one class": ({"classes": class_spectra(1), "convergence": Convergence([5], [0.0])}, 3),
    "255 classes": ({"classes": class_spectra(255)}, 1),
    "no wavelengths": ({"classes": class_spectra(3, None)}, 1),
    "components only": (COMPONENTS, 3),
    "nothing": ({}, 0),
}


@pytest.fixture
def opened(browser, tmp_path):
    def open_report(parts, width=1400):
        path = tmp_path / "report.html"
        write_results(path, HOSTILE, HOSTILE, **parts)
        browser.open(path, width)
        return browser

    return open_report


@pytest.mark.parametrize("case", CASES)
def test_charts_are_drawn_without_errors_or_requests(opened, case):
    parts, charts = CASES[case]
    page = opened(parts)
    assert page.run("document.documentElement.dataset.charts ?? '0'") == str(charts)
    assert page.run("document.querySelectorAll('canvas').length") == charts
    assert page.run(DRAWN)
    assert page.messages == []
    assert [address for address in page.requests if not address.startswith(("file:", "data:"))] == []
    assert len([address for address in page.requests if address.startswith("file:")]) == 1


@pytest.mark.parametrize("width", [360, 1400])
def test_the_page_never_scrolls_sideways(opened, width):
    page = opened(FULL, width)
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 500, 1400])
def test_no_cell_of_a_table_is_cut(opened, width):
    parts = {"classes": replace(class_spectra(5), classes=tuple(map(with_area, class_spectra(5).classes)))}
    page = opened({**parts, "convergence": FULL["convergence"], **COMPONENTS}, width)
    page.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    cut = "[...document.querySelectorAll('.scroll')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
    assert page.run(cut) == 0
    assert page.run("document.querySelectorAll('.scroll').length") == 3


def test_each_number_of_a_stacked_row_has_its_heading(opened):
    page = opened({"classes": replace(class_spectra(1), classes=(with_area(class_spectra(1).classes[0]),))}, 390)
    cell = "document.querySelector('.wide tbody td[data-head=NDVI]')"
    assert page.run(f"getComputedStyle({cell}, '::before').content").startswith('"NDVI')
    row = "document.querySelector('.wide tbody:not(.total) th')"
    assert page.run(f"getComputedStyle({row}, '::before').content").startswith('"Class')


@pytest.mark.parametrize(("width", "columns"), [(500, 1), (1200, 2)])
def test_parameters_stand_in_as_many_columns_as_there_is_room_for(opened, width, columns):
    page = opened({"groups": [("Parameters", [(f"Parameter {number}", number) for number in range(6)])]}, width)
    lefts = "new Set([...document.querySelectorAll('.facts dt')].map(name => name.getBoundingClientRect().left)).size"
    assert page.run(lefts) == columns


def test_charts_follow_the_width_of_the_window(opened):
    page = opened(FULL, 1400)
    page.resize(500)
    assert page.run("Math.max(...[...document.querySelectorAll('.uplot')].map(chart => chart.clientWidth))") < 500


def test_the_policy_stops_a_script_that_slips_in(opened):
    page = opened(FULL)
    page.run(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.slipped = 1'}))"
    )
    assert page.run("window.slipped === undefined")


def test_the_policy_stops_requests(opened):
    page = opened(FULL)
    assert page.run("await fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')") == "stopped"
    assert any("Content Security Policy" in json.dumps(message) for message in page.messages)


def test_a_class_is_switched_off_and_on(opened):
    page = opened(FULL)
    state = "document.querySelector('#spectra .curves button').getAttribute('aria-pressed')"
    picture = "document.querySelector('#spectra canvas').toDataURL()"
    before = page.run(picture)
    page.run("document.querySelector('#spectra .curves button').click()")
    assert page.run(state) == "false"
    assert page.run(picture) != before
    page.run("document.querySelector('#spectra .curves button').click()")
    assert page.run(state) == "true"
    assert page.run(picture) == before


def test_a_class_without_pixels_starts_switched_off(opened):
    full = class_spectra(2)
    page = opened({"classes": replace(full, classes=(full.classes[0], replace(full.classes[1], pixels=0)))})
    buttons = "[...document.querySelectorAll('#spectra .curves button')]"
    assert page.run(f"{buttons}.map(button => button.getAttribute('aria-pressed'))") == ["true", "false"]


def test_ranges_start_switched_off_where_classes_are_many(opened):
    ranges = "document.querySelector('#spectra .controls button[aria-pressed]').getAttribute('aria-pressed')"
    assert opened({"classes": class_spectra(9)}).run(ranges) == "false"
    assert opened({"classes": class_spectra(8)}).run(ranges) == "true"


def test_values_are_read_at_the_pointer(opened):
    page = opened(FULL)
    left, top, width, height = page.run(
        "(({x, y, width, height}) => [x, y, width, height])"
        "(document.querySelector('#spectra .u-over').getBoundingClientRect())"
    )
    page.move_mouse(left + 1, top + height / 2)
    assert page.run("document.querySelector('#spectra .readout').textContent") == "band 1"
    assert page.run("document.querySelector('#spectra .value').textContent") == "0.02"


def texts_in(page, chart):
    return set(page.run(f"texts.filter(([canvas]) => canvas.closest('#{chart}')).map(([, text]) => text)"))


@pytest.mark.parametrize("error", [1000.0, 2.5e-7, 3e14])
def test_ticks_differ_where_the_errors_hardly_do(opened, error):
    errors = [error * factor for factor in (1.0000002, 1.0000001, 1.00000009)]
    page = opened({"convergence": Convergence([9, 5, 1], errors)})
    iterations = {"Iteration", "1", "2", "3"}
    assert len(texts_in(page, "sse") - iterations) >= 3


def test_last_iteration_that_moved_no_pixel_is_on_the_chart(opened):
    page = opened({"convergence": Convergence([969032, 40, 0], [3.0, 2.0, 1.5])})
    assert {"0", "10", "1,000"} <= texts_in(page, "moved")
    assert page.run("document.querySelector('#moved .readout').textContent") == "Iteration 3: 0"


def test_pixels_that_moved_are_counted_exactly(opened):
    page = opened({"convergence": Convergence([969032], [3.0])})
    assert page.run("document.querySelector('#moved .readout').textContent") == "Iteration 1: 969,032"


def test_numbers_of_charts_follow_the_language(opened):
    set_language(Language("de", str, decimal_point=",", thousands_separator="."))
    try:
        page = opened({"convergence": Convergence([969032], [3.5])})
    finally:
        set_language(ENGLISH)
    assert page.run("document.querySelector('#moved .readout').textContent") == "Iteration 1: 969.032"
    assert page.run("document.querySelector('#sse .readout').textContent") == "Iteration 1: 3,5"


def test_water_vapour_windows_stay_open(opened):
    page = opened({"classes": class_spectra(1)})
    # How many pixels have the colour of the class, below 1340 nm and inside the window.
    colours = page.run("""(() => {
      const canvas = document.querySelector("#spectra canvas");
      const [first, last] = [400, 2440];
      const over = document.querySelector("#spectra .u-over").getBoundingClientRect();
      const ratio = canvas.width / canvas.getBoundingClientRect().width;
      const at = (nm) => Math.round((over.x - canvas.getBoundingClientRect().x
        + (nm - first) / (last - first) * over.width) * ratio);
      const height = Math.round(over.height * ratio);
      const opaque = (nm) => canvas.getContext("2d").getImageData(at(nm), 30, 1, height - 40).data
        .filter((value, index) => index % 4 === 1 && value === 254).length;
      return [opaque(1250), opaque(1390)];
    })()""")
    assert colours[0] > 0
    assert colours[1] == 0


@pytest.fixture
def suggestion(browser, tmp_path, monkeypatch):
    """The report of a suggested number of classes, in windows of some width."""
    monkeypatch.setattr(measures, "NULL_POINTS", 500)
    values = np.random.default_rng(0).random((1200, len(WAVELENGTHS)))
    pixels = Pixels(values, np.ones((30, 40), bool), Grid(40, 30), Bands.of(WAVELENGTHS), name=HOSTILE)
    found = try_classes(pixels, TrialSettings(2, 12, 400), Progress())
    write_suggestion_report(tmp_path / "r.html", Run(HOSTILE, [HOSTILE]), Grid(40, 30), pixels, found, Progress())

    def open_report(width):
        browser.open(tmp_path / "r.html", width)
        return browser

    return open_report


@pytest.mark.parametrize("width", [390, 1400])
def test_suggestion_is_drawn_and_never_scrolls_sideways(suggestion, width):
    page = suggestion(width)
    assert page.run("document.querySelectorAll('canvas').length") == 7
    assert page.run(DRAWN)
    assert page.messages == []
    assert page.run("document.documentElement.scrollWidth") <= width
    texts = page.run("window.texts.filter(([canvas, text]) => /^1?[0-9]$/.test(text)).map(([canvas, text]) => text)")
    assert "2" in texts and "12" in texts


def test_the_report_prints(opened):
    pdf = base64.b64decode(opened(FULL).print_to_pdf())
    assert pdf.startswith(b"%PDF")
