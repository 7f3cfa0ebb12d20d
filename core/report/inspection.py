"""What was found in a file as one HTML page that needs no network."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from string import Template

import numpy as np

from ..files.neon.ancillary import WEATHER_COLOURS
from ..files.neon.inspection import KEPT, Inspection, facts, removed_runs, weather_shares
from ..files.replacement import write_whole
from ..image.areas import area_in_words
from ..wording import counted, language_code, tr
from .parts import escaped, fact_groups, section

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "report"
# A description that is longer is no description.
LONGEST_TEXT = 300


def write_inspection(path, found: Inspection) -> None:
    """Write what was found in a file as an HTML page.

    Parameters
    ----------
    path : str or path
        An existing file is replaced once the new one is complete.
    found : Inspection

    Raises
    ------
    OutputError
        When the file cannot be written.
    """
    write_whole(path, _page(found).encode("utf-8", "replace"))


def _page(found: Inspection) -> str:
    style = (RESOURCES / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return Template((RESOURCES / "inspection.html").read_text(encoding="utf-8")).substitute(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        language=escaped(language_code()),
        title=escaped(found.info.name),
        summary=escaped(_summary(found)),
        style=style,
        sections="\n".join([_facts(found), _notes(found), _weather(found), _layers(found), _bands(found)]),
    )


def _summary(found: Inspection) -> str:
    info = found.info
    area = info.grid.pixel_area_ha
    pixels = info.grid.width * info.grid.height
    extent = "" if area is None else tr(" over {area}").format(area=area_in_words(area * pixels))
    return tr(
        "{bands} of {width} x {height} pixels{extent}; {kept} bands are kept by the rule of NEON's tutorial, and "
        "{nodata:.2f} % of the pixels have no data."
    ).format(
        bands=counted(len(info.bands), tr("{count} band"), tr("{count} bands")),
        width=info.grid.width,
        height=info.grid.height,
        extent=extent,
        kept=found.verdicts.count(KEPT),
        nodata=100 * found.nodata_share,
    )


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], text_columns: Sequence[int]) -> str:
    """Write a table of finished cells whose first column names its rows."""
    caption = escaped(caption)
    kinds = [' class="text"' if index in text_columns else "" for index in range(len(heads))]
    head = "".join(f'<th scope="col"{kind}>{escaped(cell)}</th>' for kind, cell in zip(kinds, heads))
    body = ""
    for name, *values in rows:
        others = "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds[1:], values))
        body += f'<tr><th scope="row"{kinds[0]}>{name}</th>{others}</tr>'
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _facts(found: Inspection) -> str:
    return section("facts", tr("What the file says"), f'<div class="facts">{fact_groups(facts(found))}</div>')


def _notes(found: Inspection) -> str:
    if not found.info.notes:
        return ""
    notes = "".join(f"<li>{escaped(note)}</li>" for note in found.info.notes)
    return section("notes", tr("What it does not say"), f"<ul>{notes}</ul>")


def _weather(found: Inspection) -> str:
    title, shares = tr("Weather quality"), weather_shares(found)
    if not shares:
        return section("weather", title, f"<p>{escaped(tr('This file does not say how cloudy the sky was.'))}</p>")
    rows = [
        (_swatch(colour) + escaped(label), f"{pixels:,}", f"{100 * share:.2f}")
        for colour, (label, pixels, share) in zip(WEATHER_COLOURS, shares)
    ]
    table = _table(title, [tr("Cloud"), tr("Pixels"), tr("Share (%)")], rows, [0])
    return section("weather", title, table + _note(tr("Shares are of the pixels whose weather is known.")))


def _note(text: str) -> str:
    return f'<p class="note">{escaped(text)}</p>'


def _swatch(colour: tuple[int, int, int]) -> str:
    red, green, blue = colour
    return (
        '<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">'
        f'<rect width="16" height="16" rx="3" fill="rgb({red},{green},{blue})"/></svg>'
    )


def _layers(found: Inspection) -> str:
    title = tr("Ancillary layers")
    if not found.layers:
        return section("layers", title, f"<p>{escaped(tr('None.'))}</p>")
    rows = [
        (
            escaped(layer.name),
            escaped(layer.dtype),
            "&nbsp;x&nbsp;".join(str(size) for size in layer.shape),
            escaped(layer.unit[:LONGEST_TEXT]) or "&ndash;",
            escaped(layer.description[:LONGEST_TEXT]) or "&ndash;",
        )
        for layer in found.layers
    ]
    heads = [tr("Layer"), tr("Type"), tr("Shape"), tr("Unit"), tr("Description")]
    table = _table(title, heads, rows, text_columns=(0, 4))
    note = _note(tr("Units and descriptions are those of the file, which are wrong for some layers."))
    return section("layers", title, table + note)


def _bands(found: Inspection) -> str:
    bands = found.info.bands
    verdicts = [tr("kept") if verdict == KEPT else verdict for verdict in found.verdicts]
    rows = [
        (str(number), f"{wavelength:.2f}", f"{fwhm:.2f}" if np.isfinite(fwhm) else "&ndash;", escaped(verdict))
        for number, wavelength, fwhm, verdict in zip(bands.numbers, bands.wavelengths, bands.fwhm, verdicts)
    ]
    heads = [tr("Band"), tr("Wavelength (nm)"), tr("Width (nm)"), tr("By the rule of NEON's tutorial")]
    table = _table(tr("Bands"), heads, rows, [3])
    left_out = "".join(f"<li>{escaped(run)}</li>" for run in removed_runs(found))
    title = escaped(tr("The rule of NEON's tutorial leaves out:"))
    note = f"<p>{title}</p><ul>{left_out}</ul>" if left_out else ""
    summary = f"<summary>{escaped(counted(len(bands), tr('The only band'), tr('All {count} bands')))}</summary>"
    return section("bands", tr("Bands"), f"{note}<details>{summary}{table}</details>")
