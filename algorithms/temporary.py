# SPDX-License-Identifier: GPL-2.0-or-later
"""Results in temporary files, which QGIS removes when it closes: where they are, and how to keep them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.progress import Progress
from .parameters.run import temporary_folder
from .translation import tr


@dataclass(frozen=True)
class Result:
    """The file of a result."""

    label: str
    path: str
    is_temporary: bool

    def described(self) -> tuple[str, str]:
        """Return the label and the path as a report lists them."""
        note = tr("{path} (temporary: removed when QGIS closes)")
        return self.label, note.format(path=self.path) if self.is_temporary else self.path


def is_temporary(path: str, context) -> bool:
    """Tell whether a file lies in the temporary folder of Processing."""
    return Path(temporary_folder(context)) in Path(path).parents


def say_where(results: Sequence[Result], inputs: Iterable, context, progress: Progress) -> None:
    """Show a line of the log for each temporary result, and how to keep them: in the folder of the first input."""
    temporary = [result for result in results if result.is_temporary]
    if not temporary:
        return
    paths = [str(getattr(one, "source", one)) for one in inputs]
    kept = [path for path in paths if path and Path(path).exists() and not is_temporary(path, context)]
    if kept:
        progress.info(
            tr(
                "These results are temporary files, which are removed when QGIS closes. To keep them, choose files for "
                "them, for example in {folder}:"
            ).format(folder=Path(kept[0]).parent)
        )
    else:
        progress.info(tr("These results are temporary files, which are removed when QGIS closes:"))
    for result in temporary:
        progress.info(f"  {result.label}: {result.path}")
