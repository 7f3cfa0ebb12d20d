# SPDX-License-Identifier: GPL-2.0-or-later
"""The frame of all reports: one HTML file that needs no network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from string import Template

from ..files.replacement import write_whole
from ..wording import current_language, tr
from .charts import CHART_START, chart_texts, embeddable_json
from .parts import escaped, note

_RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "report"
# Not to be broken at its hyphens.
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_SCRIPTS = ("sharp.js", "uPlot.iife.min.js", "charts.js")


def write_page(path, title: str, summary: str, sections: Sequence[str], subject: Sequence[str] = ()) -> None:
    """Write a report as one HTML file.

    Its content security policy forbids network access and all scripts but its own, which draw the charts.

    The summary is one sentence, the sections are HTML as `parts.section` returns it, and the subject is lines between
    title and summary.

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    write_whole(path, _page(title, summary, sections, subject).encode("utf-8", "replace"))


def _page(title: str, summary: str, sections: Sequence[str], subject: Sequence[str]) -> str:
    body = "\n".join(sections)
    has_charts = CHART_START in body
    style = (_resource("uPlot.min.css") if has_charts else "") + _resource("style.css")
    scripts, texts, licence = [], "", ""
    if has_charts:
        scripts = [_resource(name) for name in _SCRIPTS]
        texts = f'<script type="application/json" id="texts">{embeddable_json(chart_texts())}</script>\n'
        licence = f"<!-- uPlot draws the charts. Its licence:\n{_resource('uPlot-LICENSE.txt')}-->\n"
    allowed = " ".join(map(_digest, scripts)) or "'none'"
    without_script = note(tr("The charts need JavaScript; all tables show without it."))
    return Template(_resource("page.html")).substitute(
        policy=f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {allowed}; "
        "base-uri 'none'; form-action 'none'",
        language=escaped(current_language().code),
        title=escaped(title),
        heading=_DAY.sub(r'<span class="whole">\g<0></span>', escaped(title)),
        subject="".join(f'<p class="subject">{escaped(line)}</p>\n' for line in subject),
        summary=escaped(summary),
        without_script=f"<noscript>{without_script}</noscript>\n" if has_charts else "",
        style=style,
        sections=body,
        scripts=texts + licence + "".join(f"<script>{script}</script>\n" for script in scripts),
    )


def _resource(name: str) -> str:
    # Python reads any line end as \n, as browsers do before they compute the digest.
    return (_RESOURCES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return the source expression of a content security policy that allows this inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
