# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the structures of HDF5's original format: superblock, object headers, groups, heaps, chunk indices.

Each structure is visited once. It must lie within the file, overlap no other one and follow the "HDF5 File Format
Specification". Pixel values are not read.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from ....wording import tr
from ..faults import not_written, unreadable
from . import messages
from .messages import UNDEFINED, Datatype, Fields, StructureError

# B-tree node types.
GROUP_TREE, CHUNK_TREE = 0, 1
# Half of the number of entries in a B-tree node or symbol-table node, unless the superblock gives it.
CHUNK_TREE_HALF, GROUP_TREE_HALF, GROUP_LEAF_HALF = 32, 16, 4
END_OF_FREE_LIST = 1
# Symbol-table cache types: 0 dataset, 1 group, 2 soft link.
SOFT_LINK = 2

_GROUP_KEY = np.dtype("<u8")
_ENTRY = np.dtype([("name", "<u8"), ("header", "<u8"), ("type", "<u4"), ("", "V20")])
_REFERENCE = np.dtype([("length", "<u4"), ("heap", "<u8"), ("number", "<u4")])
_PREFIX_BYTES = 16


class Member(NamedTuple):
    """The name of a group or dataset, and the address of its object header."""

    name: str
    header: int


class ChunkedDataset(NamedTuple):
    """What the object header of a dataset says about its chunks."""

    name: str
    address: int
    chunk: tuple[int, ...]
    value_bytes: int
    shape: tuple[int, ...]
    filters: tuple[int, ...]

    @property
    def grid(self) -> tuple[int, ...]:
        """Number of chunks along each axis."""
        return tuple(-(-size // step) for size, step in zip(self.shape, self.chunk))


class Structure:
    """The structure of a file, as far as it was checked.

    Attributes
    ----------
    pieces : list of (ndarray, ndarray, str)
        Addresses, sizes and names of the structures.
    """

    def __init__(self, path: str, offset: int = 0):
        self._path = path
        self._offset = offset
        self.pieces: list[tuple[np.ndarray, np.ndarray, str]] = []
        # Addresses of object headers by the names of groups and datasets; an object may have several names.
        self._headers: dict[str, int] = {}
        # By the address of a dataset's header: its chunks, the number of chunks written and required (1 for values that
        # are stored contiguously), and the error of its chunk index, if any.
        self._indices: dict[int, ChunkedDataset] = {}
        self._written: dict[int, int] = {}
        self._required: dict[int, int] = {}
        self._faults: dict[int, str] = {}
        self._heaps: dict[int, dict[int, int]] = {}
        self._visited: set[int] = set()
        self._checking = threading.Lock()

    def check(self) -> None:
        """Check all structures except chunk indices; raise `StructureError` at the first damaged one."""
        with open(self._path, "rb") as self._file:
            self._length = self._file.seek(0, 2) - self._offset
            waiting = [self._superblock()]
            while waiting:
                member = waiting.pop()
                self._headers[member.name] = member.header
                if member.header not in self._visited:
                    waiting += self._object(member)
        self._check_overlaps()

    def check_dataset(self, name: str) -> bool:
        """Check that all values of a dataset were written and can be found.

        Its chunk index is checked here, once, and not when the file is opened, as its nodes are scattered over the file
        and the library will read them next anyway.

        Returns
        -------
        bool
            False when this is not known, because the header of the dataset has the newer format or was not reached.

        Raises
        ------
        TileError
            When the chunk index is damaged (at every call), or values are missing and no fill value is defined.
        """
        with self._checking:
            header = self._headers.get(name)
            # A name that is not known may be a link to any of the datasets.
            for found in self._indices if header is None else [header]:
                if found in self._indices:
                    self._check_index(found, name)
        written, required = self._written.get(header, 0), self._required.get(header)
        if required is not None and written < required:
            raise not_written(self._path, name, written, required)
        return required is not None

    def _check_index(self, header: int, name: str) -> None:
        if header not in self._faults:
            try:
                with open(self._path, "rb") as self._file:
                    self._written[header] = self._chunks(self._indices[header])
                self._check_overlaps()
                self._faults[header] = ""
            except (StructureError, OSError) as error:
                self._faults[header] = str(error)
        if self._faults[header]:
            raise unreadable(self._path, name, self._faults[header])

    # Parts of the file ----------------------------------------------------------------------------------------------

    def _peek(self, address: int, size: int, what: str) -> bytes:
        """Read bytes without recording that they belong to a structure."""
        self._check_inside(_array(address), _array(size), what)
        self._file.seek(self._offset + address)
        return self._file.read(size)

    def _piece(self, address: int, size: int, what: str) -> Fields:
        """Read a structure."""
        self._claim(_array(address), _array(size), what)
        return Fields(self._peek(address, size, what), _placed(what, address))

    def _claim(self, addresses: np.ndarray, sizes: np.ndarray, what: str) -> None:
        """Record which bytes belong to a structure."""
        self._check_inside(addresses, sizes, what)
        self.pieces.append((addresses, sizes, what))

    def _check_inside(self, addresses: np.ndarray, sizes: np.ndarray, what: str) -> None:
        # Written so that unsigned integers do not overflow.
        outside = (addresses > self._length) | (sizes > self._length - np.minimum(addresses, self._length))
        if outside.any():
            place = int(addresses[outside.argmax()])
            raise StructureError(tr("{what} goes beyond the end of the file").format(what=_placed(what, place)))

    def _check_overlaps(self) -> None:
        starts = np.concatenate([addresses for addresses, _, _ in self.pieces])
        ends = starts + np.concatenate([sizes for _, sizes, _ in self.pieces])
        owners = np.repeat(np.arange(len(self.pieces)), [len(addresses) for addresses, _, _ in self.pieces])
        order = np.argsort(starts, kind="stable")
        overlaps = np.flatnonzero(starts[order][1:] < ends[order][:-1])
        if len(overlaps):
            one, other = (self.pieces[owners[order[overlaps[0] + step]]][2] for step in (0, 1))
            place = int(starts[order[overlaps[0] + 1]])
            raise StructureError(tr("{one} and {other} share byte {place:,}").format(one=one, other=other, place=place))

    # Superblock and objects -----------------------------------------------------------------------------------------

    def _superblock(self) -> Member:
        """Return the root group."""
        what = tr("the superblock")
        fields = Fields(self._peek(8, min(100, self._length - 8), what), what)
        version = fields.number(1)
        fields.require(version <= 3)
        self._leaf_half, self._tree_half, self._chunk_half = GROUP_LEAF_HALF, GROUP_TREE_HALF, CHUNK_TREE_HALF
        if version >= 2:
            sizes = fields.numbers(1, 1)
            fields.bytes(1)
            base, _, end, root = fields.numbers(8, 8, 8, 8)
        else:
            fields.bytes(4)
            sizes = fields.numbers(1, 1)
            fields.bytes(1)
            self._leaf_half, self._tree_half, _ = fields.numbers(2, 2, 4)
            if version == 1:
                self._chunk_half, _ = fields.numbers(2, 2)
            # Only files that are split into several have a driver information block.
            base, _, end, driver, _, root = fields.numbers(*[8] * 6)
            fields.bytes(24)
            fields.require(driver == UNDEFINED)
        fields.require(sizes == (8, 8) and min(self._leaf_half, self._tree_half, self._chunk_half) > 0)
        # Both count from the file's first byte.
        end -= base
        if not 0 < end <= self._length:
            raise StructureError(
                tr("it has {found:,} bytes, but should have {expected:,}").format(found=self._length, expected=end)
            )
        self._length = end
        self._claim(_array(0), _array(8 + fields.place), what)
        return Member("/", root)

    def _object(self, member: Member) -> list[Member]:
        """Check a group or dataset; return the members of a group."""
        self._visited.add(member.header)
        found = self._header(member.name, member.header)
        for fields in found.get(messages.ATTRIBUTE, []):
            attribute = messages.read_attribute(fields)
            if attribute is not None:
                self._check_references(attribute.datatype, attribute.count, attribute.content, fields)
        if {messages.LAYOUT, messages.DATATYPE, messages.DATASPACE} <= found.keys():
            self._dataset(member, found)
        if messages.SYMBOL_TABLE in found:
            return self._group(member.name, *found[messages.SYMBOL_TABLE][0].numbers(8, 8))
        return []

    def _header(self, name: str, address: int) -> dict[int, list[Fields]]:
        """Return the messages of an object header by type; none for the newer format, which has a checksum."""
        what = tr("the header of {name}").format(name=name)
        prefix = Fields(self._peek(address, _PREFIX_BYTES, what), _placed(what, address))
        if prefix.content.startswith(b"OHDR"):
            return {}
        version, _, count, _, size, _ = prefix.numbers(1, 1, 2, 4, 4, 4)
        prefix.require(version == 1)
        waiting = [(address, _PREFIX_BYTES + size)]
        total, found = 0, {}
        while waiting:
            place, length = waiting.pop(0)
            fields = self._piece(place, length, what)
            if place == address:
                fields.bytes(_PREFIX_BYTES)
            while fields.left:
                total += 1
                message_type, size, flags, _ = fields.numbers(2, 2, 1, 3)
                fields.require(total <= count and message_type <= messages.LAST_TYPE)
                message = fields.part(size)
                if message_type == messages.CONTINUATION:
                    waiting.append(message.numbers(8, 8))
                elif not flags & messages.SHARED:
                    found.setdefault(message_type, []).append(message)
        prefix.require(total == count)
        return found

    # Groups ---------------------------------------------------------------------------------------------------------

    def _group(self, name: str, tree: int, heap: int) -> list[Member]:
        names = self._local_heap(name, heap)
        what = tr("the index of the group {name}").format(name=name)

        def ranked(keys: np.ndarray) -> list[bytes]:
            return [_name_at(names, start, what) for start in keys.tolist()]

        members = []
        for keys, leaves, _ in self._tree(tree, GROUP_TREE, _GROUP_KEY, self._tree_half, ranked, what):
            for low, high, leaf in zip(keys, keys[1:], leaves):
                listed, found = self._symbol_table_node(name, leaf, names)
                # The library finds names by bisection, so they must be sorted.
                if not (low < listed[0] and listed == sorted(set(listed)) and listed[-1] <= high):
                    raise _out_of_order(what)
                members += found
        return members

    def _local_heap(self, name: str, address: int) -> bytes:
        """Return the names of the members of a group."""
        what = tr("the list of names in {name}").format(name=name)
        fields = self._piece(address, 32, what)
        fields.require(fields.bytes(4) == b"HEAP")
        fields.bytes(4)
        size, free, place = fields.numbers(8, 8, 8)
        content = self._piece(place, size, what).content
        # The library follows the list of free blocks to its end.
        blocks = set()
        while free != END_OF_FREE_LIST:
            fields.require(free <= size - 16 and free not in blocks)
            blocks.add(free)
            following, length = np.frombuffer(content, "<u8", 2, free).tolist()
            fields.require(length <= size - free)
            free = following
        return content

    def _symbol_table_node(self, name: str, address: int, names: bytes) -> tuple[list[bytes], list[Member]]:
        """Return the names in a symbol-table node, at least one, and its groups and datasets."""
        room = 2 * self._leaf_half
        what = tr("the list of members of {name}").format(name=name)
        fields = self._piece(address, 8 + room * _ENTRY.itemsize, what)
        fields.require(fields.bytes(4) == b"SNOD")
        _, _, count = fields.numbers(1, 1, 2)
        fields.require(0 < count <= room)
        listed, members = [], []
        for start, header, cache_type, _ in np.frombuffer(fields.content, _ENTRY, count, 8).tolist():
            listed.append(_name_at(names, start, what))
            fields.require(cache_type <= SOFT_LINK)
            if cache_type != SOFT_LINK:
                members.append(Member(f"{name.rstrip('/')}/{listed[-1].decode('utf-8', 'replace')}", header))
        return listed, members

    def _tree(
        self, root: int, kind: int, key: np.dtype, half: int, ranked: Callable[[np.ndarray], list], what: str
    ) -> Iterator[tuple[list, list[int], np.ndarray]]:
        """Check a B-tree; yield for each leaf node its keys converted by `ranked`, its children's addresses, its keys.

        There is one key more than children. The keys of a node must lie between its two keys in the parent node, else
        the library would not find its entries.
        """
        entry = np.dtype([("key", key), ("child", "<u8")])
        waiting = [(root, None, (None, None))]
        while waiting:
            address, expected, (low, high) = waiting.pop()
            fields = self._piece(address, 24 + 2 * half * entry.itemsize + key.itemsize, what)
            fields.require(address not in self._visited and fields.bytes(4) == b"TREE")
            self._visited.add(address)
            node_type, level, count, _, _ = fields.numbers(1, 1, 2, 8, 8)
            fields.require(node_type == kind and expected in (None, level) and count <= 2 * half)
            fields.require(level == 0 or count > 0)
            entries = np.frombuffer(fields.bytes(count * entry.itemsize), entry)
            if not count:
                continue
            keys = ranked(np.concatenate([entries["key"], np.frombuffer(fields.bytes(key.itemsize), key)]))
            if not (
                all(one < other for one, other in zip(keys, keys[1:]))
                and (low is None or low <= keys[0])
                and (high is None or keys[-1] <= high)
            ):
                raise _out_of_order(what)
            children = entries["child"].tolist()
            if level == 0:
                yield keys, children, entries["key"]
            else:
                waiting += list(zip(children, [level - 1] * count, zip(keys, keys[1:])))[::-1]

    # Datasets -------------------------------------------------------------------------------------------------------

    def _dataset(self, member: Member, found: dict[int, list[Fields]]) -> None:
        datatype = messages.read_datatype(found[messages.DATATYPE][0])
        space = messages.read_dataspace(found[messages.DATASPACE][0])
        fields = found[messages.LAYOUT][0]
        layout = messages.read_layout(fields)
        fields.require(datatype.size <= self._length)
        # The library returns 0 for values that were never written, unless a fill value is defined.
        may_miss = messages.EXTERNAL_FILES in found or any(
            messages.has_fill_value(part, message_type)
            for message_type in (messages.OLD_FILL_VALUE, messages.FILL_VALUE)
            for part in found.get(message_type, [])
        )
        required = 0
        if layout.kind == messages.CHUNKED:
            *chunk, value_bytes = layout.chunk
            fields.require(len(chunk) == len(space.shape) and value_bytes == datatype.size)
            fields.require(all(size <= most for size, most in zip(chunk, space.largest)))
            filters = [number for part in found.get(messages.FILTERS, []) for number in messages.read_filters(part)]
            dataset = ChunkedDataset(
                member.name, layout.address, tuple(chunk), value_bytes, space.shape, tuple(filters)
            )
            required = math.prod(dataset.grid)
            if layout.address != UNDEFINED:
                self._indices[member.header] = dataset
        elif layout.kind == messages.CONTIGUOUS and layout.address == UNDEFINED:
            required = min(space.count, 1)
        elif layout.kind == messages.CONTIGUOUS:
            size = space.count * datatype.size
            fields.require(size <= self._length)
            self._claim(_array(layout.address), _array(size), tr("the values of {name}").format(name=member.name))
            content = b"" if datatype.element_size is None else self._peek(layout.address, size, member.name)
            self._check_references(datatype, space.count, content, fields)
        self._required[member.header] = 0 if may_miss else required

    def _chunks(self, dataset: ChunkedDataset) -> int:
        """Check a chunk index; return the number of chunks."""
        key = np.dtype([("bytes", "<u4"), ("skipped", "<u4"), ("corner", "<u8", (len(dataset.chunk) + 1,))])
        what = tr("the index of the chunks of {name}").format(name=dataset.name)
        nodes = list(self._tree(dataset.address, CHUNK_TREE, key, self._chunk_half, _corners, what))
        if not nodes:
            return 0
        keys = np.concatenate([stored for _, _, stored in nodes])
        addresses = _array([address for _, addresses, _ in nodes for address in addresses])
        self._claim(addresses, _array(keys["bytes"]), tr("a chunk of {name}").format(name=dataset.name))
        if not (_are_at_corners(dataset, keys["corner"]) and _have_possible_sizes(dataset, keys)):
            raise StructureError(tr("{what} does not fit the shape of the chunks").format(what=what))
        return len(keys)

    # Variable-length values -----------------------------------------------------------------------------------------

    def _check_references(self, datatype: Datatype, count: int, content: bytes, fields: Fields) -> None:
        """Check that variable-length values refer to objects in global heaps."""
        if datatype.element_size is None:
            return
        for length, heap, number in np.frombuffer(content, _REFERENCE, count).tolist():
            if length or heap:
                fields.require(length * datatype.element_size <= self._global_heap(heap).get(number, -1))

    def _global_heap(self, address: int) -> dict[int, int]:
        """Return the sizes of the objects in a global heap by their numbers."""
        if address in self._heaps:
            return self._heaps[address]
        what = tr("a heap of texts")
        head = Fields(self._peek(address, 16, what), _placed(what, address))
        head.require(head.bytes(4) == b"GCOL")
        head.bytes(4)
        fields = self._piece(address, head.number(8), what)
        fields.bytes(16)
        found = {}
        while fields.left >= 16:
            number, _, _, size = fields.numbers(2, 2, 4, 8)
            if number == 0:
                # The size of free space includes these 16 bytes.
                fields.require(size >= 16)
                fields.bytes(size - 16)
            else:
                fields.bytes(messages.padded_size(size))
                found[number] = size
        self._heaps[address] = found
        return found


def _placed(what: str, address: int) -> str:
    return tr("{what} at byte {address:,}").format(what=what, address=address)


def _out_of_order(what: str) -> StructureError:
    return StructureError(tr("{what} is out of order").format(what=what))


def _name_at(names: bytes, start: int, what: str) -> bytes:
    """Return the name that starts at a place in a local heap."""
    end = names.find(b"\0", start) if start < len(names) else -1
    if end < 0:
        raise StructureError(tr("{what} refers to a name that does not exist").format(what=what))
    return names[start:end]


def _corners(keys: np.ndarray) -> list[tuple[int, ...]]:
    """Return the first indices of chunks, by which the chunk index is sorted."""
    return list(map(tuple, keys["corner"].tolist()))


def _array(values) -> np.ndarray:
    return np.atleast_1d(np.asarray(values, dtype=np.uint64))


def _are_at_corners(dataset: ChunkedDataset, corners: np.ndarray) -> bool:
    """Tell whether all chunks start at multiples of their size, within the dataset."""
    steps = np.array(dataset.chunk, np.uint64)
    places, rests = np.divmod(corners[:, :-1], steps)
    inside = (places < np.array(dataset.grid, np.uint64)).all()
    return bool(inside and not rests.any() and not corners[:, -1].any())


def _have_possible_sizes(dataset: ChunkedDataset, keys: np.ndarray) -> bool:
    """Tell whether the chunks that are stored without compression have the size of their values.

    When a filter does not make a chunk smaller, the library skips it and sets its bit in the filter mask of the chunk.
    With a wrong mask, compressed bytes would be taken for values.
    """
    plain = math.prod(dataset.chunk) * dataset.value_bytes
    for mask in np.unique(keys["skipped"]).tolist():
        filters = [number for place, number in enumerate(dataset.filters) if not mask >> place & 1]
        sizes = keys["bytes"][keys["skipped"] == mask]
        expected = plain + messages.FLETCHER32_BYTES * filters.count(messages.FLETCHER32)
        compresses = set(filters) - {messages.SHUFFLE, messages.FLETCHER32}
        if mask >= 2 ** len(dataset.filters) or not (compresses or (sizes == expected).all()):
            return False
    return True
