"""Tiles that are cut off, or in which a single byte has changed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np

from neon_aop.core.files.hdf5.precheck import check_structure
from neon_aop.tests.badtiles import ANY_NUMBER, DATA, EITHER, REFUSED, Case

TRUNCATIONS = 20
FLIPS = 200
VALUES = ("a chunk of", "the values of")


def truncations(storage: str, base: Path) -> Iterator[Case]:
    size = base.stat().st_size
    places = {7, 8, 50, 96, 1000, size - 1000, size - 1, *np.linspace(2000, size * 0.99, TRUNCATIONS - 7).astype(int)}
    for place in sorted(places):
        yield Case(f"{storage}: first {place} bytes", storage, functools.partial(_truncate, place=int(place)), REFUSED)


def _truncate(path: Path, place: int) -> None:
    with open(path, "r+b") as file:
        file.truncate(place)


def flips(storage: str, base: Path, seed: int, count: int = FLIPS) -> Iterator[Case]:
    """Change single bytes: three in four in what describes the values, the rest in the values."""
    rng = np.random.default_rng([seed, *storage.encode()])
    pieces = pieces_of(base)
    described = np.concatenate([np.arange(start, end) for start, end, what in pieces if not what.startswith(VALUES)])
    values = [(start, end) for start, end, what in pieces if what.startswith(VALUES)]
    most_changed = values_changed_with(base, pieces)
    for number in range(count):
        if number % 4:
            place = int(rng.choice(described))
        else:
            start, end = values[rng.integers(len(values))]
            place = int(rng.integers(start, end))
        mask = int(1 << rng.integers(8) if rng.random() < 0.5 else rng.integers(1, 256))
        yield Case(
            f"{storage}: byte {place} ^ {mask:#04x}",
            storage,
            functools.partial(flip, place=place, mask=mask),
            EITHER,
            int(most_changed[place]),
        )


def flip(path: Path, place: int, mask: int) -> None:
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ mask]))


def pieces_of(base: Path) -> list[tuple[int, int, str]]:
    """Return first byte, end and name of all structures of a file."""
    structure = check_structure(str(base))
    structure.check_dataset("")  # Whatever a name that is not known may lead to.
    return sorted(
        (int(start), int(start + size), what)
        for starts, sizes, what in structure.pieces
        for start, size in zip(starts, sizes)
    )


def values_changed_with(base: Path, pieces: list[tuple[int, int, str]]) -> np.ndarray:
    """Return for each byte how many values of pixels may change with it.

    Nothing tells that names, texts and values changed that stand in the file as they are.
    """
    content = base.read_bytes()
    most_changed = np.zeros(len(content), np.int64)
    compressed = set()
    with h5py.File(base, "r") as file:

        def look_at(_, item) -> None:
            for attribute, value in item.attrs.items():
                for start, end in _places_of(content, attribute, value):
                    most_changed[start:end] = ANY_NUMBER
            if isinstance(item, h5py.Dataset) and item.compression:
                count = item.id.get_num_chunks()
                compressed.update(item.id.get_chunk_info(chunk).byte_offset for chunk in range(count))

        file.visititems(look_at)
    for start, end, what in pieces:
        signature = content[start : start + 4]
        is_name = what.startswith("the list of names") and signature != b"HEAP"
        if is_name or (what.startswith(VALUES) and start not in compressed):
            most_changed[start:end] = 1 if DATA in what else ANY_NUMBER
        if signature == b"GCOL":
            place = start + 16
            while place + 16 <= end:
                number, size = content[place], int.from_bytes(content[place + 8 : place + 16], "little")
                if number == 0:
                    break
                most_changed[place + 16 : place + 16 + size] = ANY_NUMBER
                place += 16 + -(-size // 8) * 8
    return most_changed


def _places_of(content: bytes, attribute: str, value) -> Iterator[tuple[int, int]]:
    """Find where the name and the value of an attribute stand."""
    name = attribute.encode() + b"\0"
    raw = value.encode() if isinstance(value, str) else np.asarray(value).tobytes()
    start = content.find(name)
    while start >= 0:
        yield start, start + len(name)
        found = content.find(raw, start, start + 400)
        if found >= 0:
            yield found, found + len(raw)
        start = content.find(name, start + 1)
