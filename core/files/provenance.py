# SPDX-License-Identifier: GPL-2.0-or-later
"""What made a file: algorithm, version, input files and parameters, kept in the files that a run writes.

There is neither a date nor a path, so that the same run gives the same bytes; the report of a run has both. What does
not change a result, such as the memory to use, is not recorded, and neither is anything secret.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from .raster.choice import RasterChoice

# The domain of the metadata of rasters.
DOMAIN = "NEON_AOP"
# How the name of the metadata of a table begins with that of the table and ends, by the W3C's CSV on the Web.
TABLE_METADATA = "-metadata.json"
_JOURNALS = ("-wal", "-shm", "-journal")
_CSV_ON_THE_WEB = "http://www.w3.org/ns/csvw"


@dataclass(frozen=True)
class InputFile:
    """A file that was read."""

    name: str  # without its folder
    size: int | None  # bytes; None when it is not a file

    @classmethod
    def of(cls, source: str | os.PathLike | RasterChoice) -> InputFile | None:
        """Return the file of a path, or the first one of a raster; None for what is no file, such as a database."""
        paths = source.files if isinstance(source, RasterChoice) else [source]
        path = next((Path(one) for one in map(os.fspath, paths) if os.path.isfile(one)), None)
        return None if path is None else cls(path.name, path.stat().st_size)


@dataclass(frozen=True)
class Provenance:
    """What a run was."""

    algorithm: str  # its id, such as "neonaop:kmeans"
    software: str  # name and version of the plugin
    inputs: tuple[InputFile, ...] = ()
    parameters: Mapping[str, object] = field(default_factory=dict)  # values by their ids: text, numbers, lists of these

    @classmethod
    def of(cls, algorithm: str, software: str, sources: Iterable, parameters: Mapping[str, object]) -> Provenance:
        """Return the provenance of a run that reads sources: paths or `RasterChoice`; each file counts once."""
        found = (InputFile.of(source) for source in sources if source)
        # Journals of databases come and go.
        files = dict.fromkeys(file for file in found if file and not file.name.endswith(_JOURNALS))
        return cls(algorithm, software, tuple(files), dict(parameters))

    def as_json(self) -> dict:
        """Return it as objects of JSON."""
        return {
            "algorithm": self.algorithm,
            "software": self.software,
            "inputs": [{"name": file.name, "bytes": file.size} for file in self.inputs],
            "parameters": dict(self.parameters),
        }

    def in_words(self) -> str:
        """Return algorithm, version and the names of the inputs in a line; not translated."""
        names = ", ".join(file.name for file in self.inputs)
        return f"{self.algorithm} of {self.software}" + (f", from {names}" if names else "")

    def raster_items(self) -> dict[str, str]:
        """Return the metadata items of a raster in the domain `DOMAIN`."""
        content = self.as_json()
        return {
            "ALGORITHM": self.algorithm,
            "SOFTWARE": self.software,
            "INPUTS": _text(content["inputs"]),
            "PARAMETERS": _text(content["parameters"]),
        }

    def table_metadata(self, name: str) -> str:
        """Return what lies beside a table of this name, as the W3C's CSV on the Web describes tables."""
        return _text(
            {
                "@context": _CSV_ON_THE_WEB,
                "url": name,
                "dc:creator": self.software,
                "dc:source": [{"schema:name": file.name, "schema:contentSize": file.size} for file in self.inputs],
                "prov:wasGeneratedBy": {
                    "schema:name": self.algorithm,
                    "schema:additionalProperty": [
                        {"schema:name": name, "schema:value": value} for name, value in self.parameters.items()
                    ],
                },
            },
            indent=1,
        )


_current: ContextVar[Provenance | None] = ContextVar("provenance", default=None)


@contextmanager
def run_recorded() -> Iterator[None]:
    """Record nothing at first in the block, then what `record` is told; afterwards what was recorded before."""
    token = _current.set(None)
    try:
        yield
    finally:
        _current.reset(token)


def record(provenance: Provenance) -> None:
    """Keep this provenance in all files that are written from now on, in this thread."""
    _current.set(provenance)


def current_provenance() -> Provenance | None:
    """Return what is recorded in this thread; None outside of a run."""
    return _current.get()


def _text(content, indent: int | None = None) -> str:
    return json.dumps(content, ensure_ascii=True, allow_nan=False, indent=indent)
