# SPDX-License-Identifier: GPL-2.0-or-later
"""What was downloaded into a folder, in files that stay with the data: downloads.json and CITATION.txt."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...errors import OutputError
from ...wording import tr
from ..replacement import write_whole
from .layout import Target
from .partial import taken
from .records import PROVISIONAL
from .transport import Transport

LEDGER, CITATION = "downloads.json", "CITATION.txt"
LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
_FORMAT = "NEON files downloaded with the QGIS plugin NEON AOP hyperspectral"
_MOST_BYTES = 100_000_000


@dataclass(frozen=True)
class Ledger:
    """What was downloaded into a folder.

    Attributes
    ----------
    files : dict
        By their path in the folder, with slashes: product, site, month, release, size, crc32c, downloaded (a date).
    products : dict
        By their code: name, and the dois of their releases.
    """

    files: dict[str, dict]
    products: dict[str, dict]

    @classmethod
    def read(cls, folder) -> Ledger:
        """Read the ledger of a folder, empty where there is none; `OutputError` when its file is something else."""
        path = Path(folder) / LEDGER
        if not os.path.lexists(path):
            if os.path.lexists(path.with_name(CITATION)):
                raise _foreign(path.with_name(CITATION))
            return cls({}, {})
        try:
            with open(path, "rb") as file:
                content = json.loads(file.read(_MOST_BYTES))
            if content["format"] != _FORMAT:
                raise ValueError
            ledger = cls(dict(content["files"]), dict(content["products"]))
            # Uses all of it.
            ledger.to_citation()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise _foreign(path) from None
        return ledger

    def origin(self, path: str) -> tuple[str, str] | None:
        """Return product and month of the file that was downloaded to a path in the folder; None if none was."""
        entry = self.files.get(path)
        return (entry["product"], entry.get("month", "")) if entry else None

    def with_target(self, target: Target, size: int, day: date) -> Ledger:
        """Return the ledger with one more file."""
        file, product = target.file, target.product
        entry = {
            "product": file.product,
            "site": file.site,
            "month": file.month,
            "release": file.release,
            "size": size,
            "crc32c": file.checksum or None,
            "downloaded": day.isoformat(),
        }
        known = self.files.get(target.name, {})
        if {**known, "downloaded": ""} == {**entry, "downloaded": ""}:
            # It was there already, and keeps its date.
            entry = known
        dois = {**self.products.get(product.code, {}).get("dois", {}), **product.dois}
        described = {"name": product.name, "dois": dict(sorted(dois.items()))}
        return Ledger(
            dict(sorted({**self.files, target.name: entry}.items())),
            dict(sorted({**self.products, product.code: described}.items())),
        )

    def to_json(self) -> str:
        content = {"format": _FORMAT, "licence": LICENCE, "products": self.products, "files": self.files}
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"

    def to_citation(self) -> str:
        """Return how NEON wants the data of the folder to be cited."""
        lines = []
        for code, release, day in self._downloads():
            product = self.products[code]
            lines += [_citation(code, product["name"], release, product["dois"], day), ""]
        return "\n".join([*lines, f"Licence: {LICENCE}", ""])

    def _downloads(self) -> list[tuple[str, str, str]]:
        """List products and releases, with the last day on which something of them was downloaded."""
        days: dict[tuple[str, str], str] = {}
        for entry in self.files.values():
            key = entry["product"], entry["release"]
            days[key] = max(days.get(key, ""), entry["downloaded"])
        return [(*key, day) for key, day in sorted(days.items())]


async def record(folder, targets: Iterable[Target], transport: Transport) -> None:
    """Add files that are there to the ledger of a folder, as other runs may at the same time, and write the citation.

    Raises
    ------
    OutputError
        When that cannot be written.
    """
    # Nothing is written to the lock: who has it may write the ledger.
    with await taken(Path(folder) / f".{LEDGER}.lock", transport):
        before = after = Ledger.read(folder)
        for target in targets:
            after = after.with_target(target, target.path.stat().st_size, date.today())
        if after != before:
            # First the ledger: without it, the citation would be taken for somebody else's.
            write_whole(Path(folder) / LEDGER, after.to_json().encode())
            write_whole(Path(folder) / CITATION, after.to_citation().encode())


def _citation(code: str, name: str, release: str, dois: Mapping[str, str], day: str) -> str:
    page = f"https://data.neonscience.org/data-products/{code}"
    if release == PROVISIONAL:
        edition = "provisional data"
    else:
        edition, page = f"{release}. {dois.get(release, page)}", f"{page}/{release}"
    return (
        f"NEON (National Ecological Observatory Network). {name} ({code}), {edition}. Dataset accessed from {page} "
        f"on {day}."
    )


def _foreign(path) -> OutputError:
    text = tr("{path} was not written by this plugin; move it away, or choose another folder for the downloads.")
    return OutputError(text.format(path=path))
