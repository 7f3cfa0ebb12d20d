"""A look at the structure of an HDF5 file before the HDF5 library reads it.

The structures that files have had from the first version on carry no checksums, and the library trusts them: over
a damaged one it may never come back, or end the whole process. Here each of them is visited once: superblock, object
headers, groups, heaps, indices of chunks. It must lie within the file, where nothing else lies, and hold what the
format allows. Structures of the newer kind carry checksums; the library checks these itself, so they are left to it.

See the "HDF5 File Format Specification"; values of pixels are not read.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from . import messages
from .messages import NOWHERE, Fields, StructureError

# zlib cannot compress better.
BEST_COMPRESSION = 1100
GROUP_TREE, CHUNK_TREE = 0, 1
# The number of entries in half a node, where the file does not say.
CHUNK_TREE_HALF, GROUP_TREE_HALF, GROUP_LEAF_HALF = 32, 16, 4
END_OF_FREE_LIST = 1
# What an entry of a group tells of an object: that it is a group, and where the parts of it are; or a path to it.
GROUP, LINK = 1, 2

_GROUP_KEY = np.dtype("<u8")
_ENTRY = np.dtype([("name", "<u8"), ("header", "<u8"), ("kind", "<u4"), ("", "<u4"), ("tree", "<u8"), ("heap", "<u8")])
_HEADER_BYTES = 16


class Member(NamedTuple):
    """A group or dataset: its name, where its header is, and where tree and heap of a group are if that is told."""

    name: str
    header: int
    parts: tuple[int, int] | None


class ChunkedDataset(NamedTuple):
    """What the header of a dataset tells of its chunks."""

    name: str
    address: int
    chunk: tuple[int, ...]
    value_bytes: int
    shape: tuple[int, ...]
    filters: tuple[int, ...]

    @property
    def grid(self) -> tuple[int, ...]:
        """How many chunks there are along each axis."""
        return tuple(-(-size // step) for size, step in zip(self.shape, self.chunk))


def check_structure(path: str, offset: int = 0) -> StructureCheck:
    """Look at all structures but the indices of chunks, which `StructureCheck.check_chunks` looks at when it is time.

    Parameters
    ----------
    path : str
    offset : int
        Where the signature of the file is.

    Raises
    ------
    StructureError
        When the file is cut off, or damaged where the library would not notice.
    """
    check = StructureCheck(path, offset)
    check.run()
    return check


class StructureCheck:
    """What is known of the structure of a file.

    Attributes
    ----------
    pieces : list of (ndarray, ndarray, str)
        First bytes and sizes of what belongs to one structure, and what it is.
    """

    def __init__(self, path: str, offset: int = 0):
        self._path = path
        self._offset = offset
        self.pieces: list[tuple[np.ndarray, np.ndarray, str]] = []
        self._names: set[str] = set()
        self._indices: dict[str, ChunkedDataset] = {}
        # Of datasets: how many parts there are of their values, and how many there must be.
        self._written: dict[str, int] = {}
        self._wanted: dict[str, int] = {}
        self._heaps: dict[int, dict[int, int]] = {}
        self._seen: set[int] = set()
        # What is wrong with the indices that were looked at; empty when nothing is.
        self._verdicts: dict[str, str] = {}
        self._checking = threading.Lock()

    def run(self) -> None:
        """Visit all structures but indices of chunks; raise `StructureError` at the first that is damaged."""
        with open(self._path, "rb") as self._file:
            self._length = self._file.seek(0, 2) - self._offset
            waiting = [self._superblock()]
            while waiting:
                member = waiting.pop()
                if member.header not in self._seen:
                    waiting += self._object(member)
        self._check_overlaps()

    def check_chunks(self, name: str = "") -> None:
        """Look at the index of the chunks of a dataset; at all where it is not known by that name.

        Each is looked at once; one that is damaged is refused whenever it is asked for, in whatever thread. That takes
        as many reads as the index has nodes, which lie all over the file, so this waits until the library is to read
        them, too.

        Raises
        ------
        StructureError
            When the index is damaged.
        """
        with self._checking:
            for found in [name] if name in self._names else self._indices:
                if found in self._indices:
                    self._check_index(found)

    def parts(self, name: str) -> tuple[int, int]:
        """Return how many chunks of a dataset were written, and how many must be; one without chunks counts as one.

        None must be where a fill value takes their place, or nothing is known of the dataset. Its index must have been
        looked at.
        """
        return self._written.get(name, 0), self._wanted.get(name, 0)

    def _check_index(self, name: str) -> None:
        """Look at the index of the chunks of a dataset, or say again what was wrong with it."""
        if name not in self._verdicts:
            try:
                with open(self._path, "rb") as self._file:
                    self._chunks(self._indices[name])
                self._check_overlaps()
                self._verdicts[name] = ""
            except (StructureError, OSError) as error:
                self._verdicts[name] = str(error)
        if self._verdicts[name]:
            raise StructureError(self._verdicts[name])

    # Pieces of the file ---------------------------------------------------------------------------------------------

    def _peek(self, address: int, size: int, what: str) -> bytes:
        """Read a part of the file that may belong to more than what is looked for."""
        self._check_inside(_array(address), _array(size), what)
        self._file.seek(self._offset + address)
        return self._file.read(size)

    def _piece(self, address: int, size: int, what: str) -> Fields:
        """Read a part of the file that belongs to one structure alone."""
        self._claim(_array(address), _array(size), what)
        return Fields(self._peek(address, size, what), f"{what} at byte {address:,}")

    def _claim(self, addresses: np.ndarray, sizes: np.ndarray, what: str) -> None:
        """Note which bytes belong to something."""
        self._check_inside(addresses, sizes, what)
        self.pieces.append((addresses, sizes, what))

    def _check_inside(self, addresses: np.ndarray, sizes: np.ndarray, what: str) -> None:
        # Compared so that nothing overflows.
        outside = (addresses > self._length) | (sizes > self._length - np.minimum(addresses, self._length))
        if outside.any():
            first = int(outside.argmax())
            raise StructureError(
                f"{what} should be at byte {int(addresses[first]):,}, beyond the end of the file"
                if addresses[first] >= self._length
                else f"{what} at byte {int(addresses[first]):,} goes beyond the end of the file"
            )

    def _check_overlaps(self) -> None:
        starts = np.concatenate([addresses for addresses, _, _ in self.pieces])
        ends = starts + np.concatenate([sizes for _, sizes, _ in self.pieces])
        owners = np.repeat(np.arange(len(self.pieces)), [len(addresses) for addresses, _, _ in self.pieces])
        order = np.argsort(starts, kind="stable")
        overlaps = np.flatnonzero(starts[order][1:] < ends[order][:-1])
        if len(overlaps):
            one, other = (self.pieces[owners[order[overlaps[0] + step]]][2] for step in (0, 1))
            raise StructureError(f"{one} and {other} share byte {int(starts[order[overlaps[0] + 1]]):,}")

    # Superblock and objects -----------------------------------------------------------------------------------------

    def _superblock(self) -> Member:
        """Return the root group."""
        fields = Fields(self._peek(8, min(100, self._length - 8), "the superblock"), "the superblock")
        version = fields.number()
        fields.require(version <= 3, f"has the unknown version {version}")
        self._leaf_half, self._tree_half, self._chunk_half = GROUP_LEAF_HALF, GROUP_TREE_HALF, CHUNK_TREE_HALF
        if version >= 2:
            sizes = fields.numbers(1, 1)
            fields.bytes(1)
            base, _, end, root = fields.numbers(8, 8, 8, 8)
            parts = None
        else:
            fields.bytes(4)
            sizes = fields.numbers(1, 1)
            fields.bytes(1)
            self._leaf_half, self._tree_half, _ = fields.numbers(2, 2, 4)
            if version == 1:
                self._chunk_half, _ = fields.numbers(2, 2)
            base, _, end, driver = fields.numbers(8, 8, 8, 8)
            fields.require(driver == NOWHERE, "names a driver, which only files in several parts have")
            root, parts = self._root(fields)
        fields.require(sizes == (8, 8), f"gives addresses of {sizes[0]} and lengths of {sizes[1]} bytes, not 8")
        fields.require(
            min(self._leaf_half, self._tree_half, self._chunk_half) > 0, "gives nodes that have room for nothing"
        )
        # Both count from the file's first byte.
        end -= base
        if not 0 < end <= self._length:
            raise StructureError(f"it has {self._length:,} bytes, but should have {end:,}")
        self._length = end
        self._claim(_array(0), _array(8 + fields.place), "the superblock")
        return Member("/", root, parts)

    def _root(self, fields: Fields) -> tuple[int, tuple[int, int] | None]:
        _, root, kind, _, tree, heap = fields.numbers(8, 8, 4, 4, 8, 8)
        fields.require(kind <= GROUP, "describes no root group")
        return root, (tree, heap) if kind == GROUP else None

    def _object(self, member: Member) -> list[Member]:
        """Check a group or dataset; return the members of a group."""
        self._seen.add(member.header)
        self._names.add(member.name)
        found = self._header(member.name, member.header)
        if found is None:
            return []
        for fields in found.get(messages.ATTRIBUTE, []):
            attribute = messages.read_attribute(fields)
            if attribute is not None:
                self._check_values(attribute.datatype, attribute.count, attribute.content, fields)
        if messages.LAYOUT in found:
            self._dataset(member.name, found)
        if messages.SYMBOL_TABLE in found:
            fields = found[messages.SYMBOL_TABLE][0]
            tree, heap = fields.numbers(8, 8)
            fields.require(member.parts in (None, (tree, heap)), "does not agree with the group that it is in")
            return self._group(member.name, tree, heap)
        return []

    def _header(self, name: str, address: int) -> dict[int, list[Fields]] | None:
        """Return the messages of a header by their kind; None when it is of the newer kind, with a checksum."""
        what = f"the header of {name}"
        prefix = Fields(self._peek(address, _HEADER_BYTES, what), f"{what} at byte {address:,}")
        if prefix.content.startswith(b"OHDR"):
            return None
        version, _, count, _, size, _ = prefix.numbers(1, 1, 2, 4, 4, 4)
        prefix.require(version == 1, "is not there")
        waiting = [(address, _HEADER_BYTES + size)]
        total, found = 0, {}
        while waiting:
            place, length = waiting.pop(0)
            fields = self._piece(place, length, what)
            if place == address:
                fields.bytes(_HEADER_BYTES)
            while fields.left:
                total += 1
                fields.require(total <= count, f"has more parts than the {count} that it says to have")
                kind, size, flags, _ = fields.numbers(2, 2, 1, 3)
                fields.require(kind <= messages.LAST_KIND, "has a part of an unknown kind")
                message = fields.part(size)
                if kind == messages.CONTINUATION:
                    waiting.append(message.numbers(8, 8))
                elif not flags & messages.SHARED:
                    found.setdefault(kind, []).append(message)
        prefix.require(total == count, f"has {total} of {count} parts")
        return found

    # Groups ---------------------------------------------------------------------------------------------------------

    def _group(self, name: str, tree: int, heap: int) -> list[Member]:
        texts = self._local_heap(name, heap)
        what = f"the index of the group {name}"

        def named(keys: np.ndarray) -> list[bytes]:
            return [_text_at(texts, start, what) for start in keys.tolist()]

        members = []
        for keys, leaves, _ in self._tree(tree, GROUP_TREE, _GROUP_KEY, self._tree_half, named, what):
            for low, high, leaf in zip(keys, keys[1:], leaves):
                names, found = self._leaf(name, leaf, texts)
                # The library looks for names by halving.
                if not (low < names[0] and names == sorted(set(names)) and names[-1] <= high):
                    raise StructureError(f"{what} is out of order")
                members += found
        return members

    def _local_heap(self, name: str, address: int) -> bytes:
        """Return the texts of a group."""
        what = f"the list of names in {name}"
        fields = self._piece(address, 32, what)
        fields.require((fields.bytes(4), fields.number()) == (b"HEAP", 0), "is not there")
        fields.bytes(3)
        size, free, place = fields.numbers(8, 8, 8)
        texts = self._piece(place, size, what)
        content = texts.bytes(size)
        gaps = set()
        while free != END_OF_FREE_LIST:
            fields.require(free <= size - 16 and free not in gaps, "has gaps where none can be")
            gaps.add(free)
            following, length = np.frombuffer(content, "<u8", 2, free).tolist()
            fields.require(length <= size - free, "has gaps where none can be")
            free = following
        return content

    def _leaf(self, name: str, address: int, texts: bytes) -> tuple[list[bytes], list[Member]]:
        """Return the names in a part of a group, at least one, and its groups and datasets."""
        room = 2 * self._leaf_half
        what = f"the list of members of {name}"
        fields = self._piece(address, 8 + room * _ENTRY.itemsize, what)
        signature = fields.bytes(4)
        version, _, count = fields.numbers(1, 1, 2)
        fields.require((signature, version) == (b"SNOD", 1) and 0 < count <= room, "is not there")
        names, members = [], []
        for start, header, kind, _, tree, heap in np.frombuffer(fields.bytes(count * _ENTRY.itemsize), _ENTRY).tolist():
            names.append(_text_at(texts, start, what))
            fields.require(kind <= LINK, "holds a member of an unknown kind")
            if kind != LINK:
                path = f"{name.rstrip('/')}/{names[-1].decode('utf-8', 'replace')}"
                members.append(Member(path, header, (tree, heap) if kind == GROUP else None))
        return names, members

    def _tree(
        self, root: int, kind: int, key: np.dtype, half: int, ranked: Callable[[np.ndarray], list], what: str
    ) -> Iterator[tuple[list, list[int], np.ndarray]]:
        """Check a tree; yield of each of its lowest nodes the keys as ranked, the children and the keys as stored.

        There is one key more than children: it comes after the last one. Keys of a node lie between those that the
        node above it gives, else the library would not find what is in it.
        """
        entry = np.dtype([("key", key), ("child", "<u8")])
        waiting = [(root, None, (None, None))]
        while waiting:
            address, expected, (low, high) = waiting.pop()
            fields = self._piece(address, 24 + 2 * half * entry.itemsize + key.itemsize, what)
            fields.require(address not in self._seen, "is used twice")
            self._seen.add(address)
            signature = fields.bytes(4)
            of_kind, level, count, _, _ = fields.numbers(1, 1, 2, 8, 8)
            fields.require(
                (signature, of_kind) == (b"TREE", kind)
                and expected in (None, level)
                and (level == 0 or count > 0)
                and count <= 2 * half,
                "is not there",
            )
            entries = np.frombuffer(fields.bytes(count * entry.itemsize), entry)
            if not count:
                continue
            keys = ranked(np.concatenate([entries["key"], np.frombuffer(fields.bytes(key.itemsize), key)]))
            fields.require(
                all(one < other for one, other in zip(keys, keys[1:]))
                and (low is None or low <= keys[0])
                and (high is None or keys[-1] <= high),
                "is out of order",
            )
            children = entries["child"].tolist()
            if level == 0:
                yield keys, children, entries["key"]
            else:
                waiting += list(zip(children, [level - 1] * count, zip(keys, keys[1:])))[::-1]

    # Datasets -------------------------------------------------------------------------------------------------------

    def _dataset(self, name: str, found: dict[int, list[Fields]]) -> None:
        if not (messages.DATATYPE in found and messages.DATASPACE in found):
            return
        fields = found[messages.LAYOUT][0]
        datatype = messages.read_datatype(found[messages.DATATYPE][0])
        fields.require(datatype.size <= self._length, f"claims values of {datatype.size:,} bytes")
        space = messages.read_dataspace(found[messages.DATASPACE][0])
        filters = messages.read_filters(found[messages.FILTERS][0]) if messages.FILTERS in found else ()
        # What was never written has the fill value, by default 0, which would look like a measurement.
        may_miss = _has_fill_value(found, datatype) or messages.EXTERNAL_FILES in found
        layout = messages.read_layout(fields)
        size = space.count * datatype.size
        if layout.kind == messages.CHUNKED:
            *chunk, value_bytes = layout.chunk
            fields.require(
                len(chunk) == len(space.shape)
                and value_bytes == datatype.size
                and all(size <= most for size, most in zip(chunk, space.most)),
                f"claims chunks of {' x '.join(map(str, layout.chunk))}",
            )
            dataset = ChunkedDataset(name, layout.address, tuple(chunk), value_bytes, space.shape, filters)
            self._wanted[name] = 0 if may_miss else math.prod(dataset.grid)
            if layout.address != NOWHERE:
                self._indices[name] = dataset
        elif layout.kind == messages.COMPACT:
            fields.require(layout.size == size, "does not hold as many values as it says")
            self._check_values(datatype, space.count, layout.content, fields)
        elif layout.kind == messages.VIRTUAL:
            if layout.address != NOWHERE:
                known = layout.number in self._global_heap(layout.address)
                fields.require(known, "refers to other datasets where none are named")
        elif layout.address == NOWHERE:
            self._wanted[name] = 0 if may_miss else min(space.count, 1)
        else:
            fields.require(layout.size == size, "does not hold as many values as it says")
            self._claim(_array(layout.address), _array(size), f"the values of {name}")
            if datatype.kind == messages.VARIABLE:
                self._check_values(datatype, space.count, self._peek(layout.address, size, name), fields)

    def _chunks(self, dataset: ChunkedDataset) -> None:
        key = np.dtype([("bytes", "<u4"), ("skipped", "<u4"), ("corner", "<u8", (len(dataset.chunk) + 1,))])
        what = f"the index of the chunks of {dataset.name}"
        nodes = list(self._tree(dataset.address, CHUNK_TREE, key, self._chunk_half, _corners, what))
        if not nodes:
            return
        keys = np.concatenate([stored for _, _, stored in nodes])
        self._written[dataset.name] = len(keys)
        addresses = _array([address for _, addresses, _ in nodes for address in addresses])
        self._claim(addresses, _array(keys["bytes"]), f"a chunk of {dataset.name}")
        _check_places(dataset, keys["corner"], what)
        _check_sizes(dataset, keys, what)

    # Variable-length values -----------------------------------------------------------------------------------------

    def _check_values(self, datatype: messages.Datatype, count: int, content: bytes, fields: Fields) -> None:
        """Check what variable-length values refer to."""
        if datatype.kind != messages.VARIABLE:
            return
        references = np.frombuffer(content, np.dtype([("length", "<u4"), ("heap", "<u8"), ("number", "<u4")]), count)
        for length, heap, number in references.tolist():
            if length or heap:
                found = self._global_heap(heap).get(number, -1)
                fields.require(length * datatype.base.size <= found, "refers to a text that does not exist")

    def _global_heap(self, address: int) -> dict[int, int]:
        """Return the sizes of the objects in a heap by their numbers."""
        if address in self._heaps:
            return self._heaps[address]
        what = "a heap of texts"
        head = Fields(self._peek(address, 16, what), f"{what} at byte {address:,}")
        head.require((head.bytes(4), head.number()) == (b"GCOL", 1), "is not there")
        head.bytes(3)
        fields = self._piece(address, head.number(8), what)
        fields.bytes(16)
        found = {}
        while fields.left >= 16:
            number, _, _, size = fields.numbers(2, 2, 4, 8)
            if number == 0:
                # What is free counts its own head.
                fields.require(16 <= size <= fields.left + 16, "holds gaps that cannot be")
                fields.bytes(size - 16)
            else:
                fields.require(number not in found, "holds two texts of one number")
                fields.bytes(-(-size // 8) * 8)
                found[number] = size
        self._heaps[address] = found
        return found


def _text_at(texts: bytes, start: int, what: str) -> bytes:
    """Return the name that starts somewhere among the names of a group."""
    end = texts.find(b"\0", start) if start < len(texts) else -1
    if end < 0:
        raise StructureError(f"{what} refers to a name that does not exist")
    return texts[start:end]


def _corners(keys: np.ndarray) -> list[tuple[int, ...]]:
    """Return where chunks start in a dataset, as the index orders them."""
    return list(map(tuple, keys["corner"].tolist()))


def _array(values) -> np.ndarray:
    return np.atleast_1d(np.asarray(values, dtype=np.uint64))


def _has_fill_value(found: dict[int, list[Fields]], datatype: messages.Datatype) -> bool:
    """Tell whether a dataset has a value of its own for what was never written."""
    fill_value = b""
    for kind in (messages.OLD_FILL_VALUE, messages.FILL_VALUE):
        for fields in found.get(kind, []):
            fill_value = messages.read_fill_value(fields, kind)
            fields.require(len(fill_value) in (0, datatype.size), "holds a fill value of another type")
    return bool(fill_value)


def _check_places(dataset: ChunkedDataset, corners: np.ndarray, what: str) -> None:
    """Check that chunks are where chunks can be."""
    steps = np.array(dataset.chunk, np.uint64)
    places = corners[:, :-1] // steps
    if not (
        (corners[:, -1] == 0).all()
        and (places * steps == corners[:, :-1]).all()
        and (places < np.array(dataset.grid, np.uint64)).all()
    ):
        raise StructureError(f"{what} places one where there can be none")


def _check_sizes(dataset: ChunkedDataset, keys: np.ndarray, what: str) -> None:
    """Check how many bytes chunks take: the library takes it for granted when it unpacks them."""
    plain = math.prod(dataset.chunk) * dataset.value_bytes
    # A filter that gains nothing is skipped, which the bits of a number tell.
    for skipped in np.unique(keys["skipped"]).tolist():
        sizes = keys["bytes"][keys["skipped"] == skipped].astype(np.int64)
        filters = [number for place, number in enumerate(dataset.filters) if not skipped >> place & 1]
        is_possible = skipped < 2 ** len(dataset.filters)
        if set(filters) <= {messages.SHUFFLE, messages.CHECKSUM}:
            is_possible &= bool((sizes == plain + 4 * filters.count(messages.CHECKSUM)).all())
        elif set(filters) <= {messages.GZIP, messages.SHUFFLE, messages.CHECKSUM}:
            is_possible &= bool((plain <= sizes * BEST_COMPRESSION).all())
        if not is_possible:
            raise StructureError(f"{what} gives the size of one wrongly")
