"""The messages in the header of an HDF5 object, decoded and checked: types, shapes, attributes, layouts, filters.

See the "HDF5 File Format Specification", section "Data Object Header Messages".
"""

from __future__ import annotations

import math
from dataclasses import dataclass

# Kinds of messages.
DATASPACE = 0x01
DATATYPE = 0x03
OLD_FILL_VALUE = 0x04
FILL_VALUE = 0x05
EXTERNAL_FILES = 0x07
LAYOUT = 0x08
FILTERS = 0x0B
ATTRIBUTE = 0x0C
CONTINUATION = 0x10
SYMBOL_TABLE = 0x11
LAST_KIND = 0x17
# The flag of a message that stands elsewhere in the file.
SHARED = 0x02
# Kinds of types.
WHOLE, REAL, TIME, TEXT, BITS, OPAQUE, COMPOUND, REFERENCE, CHOICE, VARIABLE, ARRAY = range(11)
# Kinds of layouts.
COMPACT, CONTIGUOUS, CHUNKED, VIRTUAL = range(4)
# Filters. The last one adds 4 bytes.
GZIP, SHUFFLE, CHECKSUM = 1, 2, 3

MOST_AXES = 32
MOST_FILTERS = 32
DEEPEST_TYPE = 8
NOWHERE = 2**64 - 1
# What follows the size of IEEE's numbers: first bit, bits; place and bits of exponent and mantissa; bias.
_IEEE = {2: (0, 16, 10, 5, 0, 10, 15), 4: (0, 32, 23, 8, 0, 23, 127), 8: (0, 64, 52, 11, 0, 52, 1023)}
# How many bytes a variable-length value takes where it is referred to: length, address of the heap, number in it.
REFERENCE_BYTES = 16


class StructureError(ValueError):
    """A structure holds what the format does not allow."""


class Fields:
    """Takes one field after the other from the bytes of a structure.

    Parameters
    ----------
    content : bytes
    what : str
        What the structure is called in messages.
    """

    def __init__(self, content: bytes, what: str):
        self.what = what
        self.place = 0
        self.content = content

    @property
    def left(self) -> int:
        """How many bytes are left."""
        return len(self.content) - self.place

    def bytes(self, count: int) -> bytes:
        """Take `count` bytes."""
        self.require(count <= self.left, "is shorter than what it says to hold")
        self.place += count
        return self.content[self.place - count : self.place]

    def number(self, count: int = 1) -> int:
        """Take a whole number of `count` bytes."""
        return int.from_bytes(self.bytes(count), "little")

    def numbers(self, *counts: int) -> tuple[int, ...]:
        """Take whole numbers of so many bytes each."""
        return tuple(self.number(count) for count in counts)

    def text(self, padded: bool) -> bytes:
        """Take text that ends with a zero, and what pads it to whole eights of bytes."""
        length = self.content.find(b"\0", self.place) + 1 - self.place
        self.require(length > 0, "holds a name without end")
        return self.bytes(-(-length // 8) * 8 if padded else length).split(b"\0")[0]

    def part(self, count: int, padded: bool = False) -> Fields:
        """Take `count` bytes as a structure in this one, and what pads them to whole eights of bytes."""
        content = self.bytes(-(-count // 8) * 8 if padded else count)
        return Fields(content[:count], self.what)

    def require(self, is_so: bool, otherwise: str) -> None:
        """Raise a `StructureError` that says what is wrong unless something `is_so`."""
        if not is_so:
            raise StructureError(f"{self.what} {otherwise}")


@dataclass(frozen=True)
class Datatype:
    """The type of a value: one of the kinds above, its size in bytes, and what variable-length values consist of."""

    kind: int
    size: int
    base: Datatype | None = None


def read_datatype(fields: Fields, depth: int = 0) -> Datatype:
    """Decode a datatype; raise `StructureError` when there is no such type."""
    fields.require(depth <= DEEPEST_TYPE, "holds types within types without end")
    version, kind = divmod(fields.number(), 16)
    bits, size = fields.numbers(3, 4)
    fields.require(1 <= version <= 4 and kind <= ARRAY and size > 0, "holds a type that does not exist")
    base = None
    if kind in (WHOLE, BITS):
        first, count = fields.numbers(2, 2)
        fields.require(0 < count <= 8 * size - first, "holds whole numbers of a kind that does not exist")
    elif kind == REAL:
        _check_real(fields, bits, size)
    elif kind == TIME:
        fields.bytes(2)
    elif kind == TEXT:
        fields.require(bits & 15 <= 2 and bits >> 4 <= 1, "holds text of a kind that does not exist")
    elif kind == OPAQUE:
        fields.bytes(bits & 0xFF)
    elif kind == COMPOUND:
        _check_compound(fields, version, bits & 0xFFFF, size, depth)
    elif kind == CHOICE:
        base = read_datatype(fields, depth + 1)
        for _ in range(bits & 0xFFFF):
            fields.text(padded=version < 3)
        fields.bytes((bits & 0xFFFF) * base.size)
    elif kind == VARIABLE:
        fields.require(size == REFERENCE_BYTES, "holds variable-length values that do not exist")
        base = read_datatype(fields, depth + 1)
    elif kind == ARRAY:
        axes = fields.number()
        fields.require(1 <= axes <= MOST_AXES, "holds arrays that do not exist")
        fields.bytes(3 if version < 3 else 0)
        sizes = fields.numbers(*[4] * axes)
        fields.bytes(4 * axes if version < 3 else 0)
        base = read_datatype(fields, depth + 1)
        fields.require(math.prod(sizes) * base.size == size, "holds arrays that do not exist")
    return Datatype(kind, size, base)


def _check_real(fields: Fields, bits: int, size: int) -> None:
    layout = fields.numbers(2, 2, 1, 1, 1, 1, 4)
    if size in _IEEE:
        # The mantissa's first bit is left out (2), and the sign is the highest bit.
        is_known = layout == _IEEE[size] and bits & ~0x41 == (8 * size - 1) << 8 | 0x20
    else:
        first, count, exponent_at, exponent_bits, mantissa_at, mantissa_bits, _ = layout
        is_known = first + count <= 8 * size and max(exponent_at + exponent_bits, mantissa_at + mantissa_bits) <= count
    fields.require(is_known, "holds real numbers of a kind that does not exist")


def _check_compound(fields: Fields, version: int, members: int, size: int, depth: int) -> None:
    fields.require(members > 0, "holds a compound of nothing")
    for _ in range(members):
        fields.text(padded=version < 3)
        start = fields.number(4 if version < 3 else -(-size.bit_length() // 8))
        values = 1
        if version == 1:
            axes = fields.number()
            fields.bytes(11)
            sizes = fields.numbers(4, 4, 4, 4)
            fields.require(axes <= 4, "holds arrays that do not exist")
            values = math.prod(sizes[:axes])
        member = read_datatype(fields, depth + 1)
        fields.require(start + values * member.size <= size, "holds a compound whose parts do not fit in it")


@dataclass(frozen=True)
class Dataspace:
    """The shape of an array, and how large it may become."""

    shape: tuple[int, ...]
    most: tuple[int, ...]
    is_null: bool = False

    @property
    def count(self) -> int:
        """How many values there are."""
        return 0 if self.is_null else math.prod(self.shape)


def read_dataspace(fields: Fields) -> Dataspace:
    """Decode a shape; raise `StructureError` when there is no such shape."""
    version, axes, flags, kind = fields.numbers(1, 1, 1, 1)
    fields.require(version in (1, 2) and axes <= MOST_AXES and flags <= 1, "holds a shape that does not exist")
    if version == 1:
        kind = 1 if axes else 0
        fields.bytes(4)
    fields.require(kind == 1 or (kind in (0, 2) and not axes), "holds a shape that does not exist")
    shape = fields.numbers(*[8] * axes)
    most = fields.numbers(*[8] * axes) if flags else shape
    fields.require(
        all(now <= later for now, later in zip(shape, most)) and math.prod(shape) < 2**62,
        f"claims the shape {shape}",
    )
    return Dataspace(shape, most, kind == 2)


@dataclass(frozen=True)
class Attribute:
    """A named value of an object."""

    name: str
    datatype: Datatype
    count: int
    content: bytes


def read_attribute(fields: Fields) -> Attribute | None:
    """Decode an attribute; None when it takes its type from elsewhere in the file."""
    version, flags, name_bytes, type_bytes, space_bytes = fields.numbers(1, 1, 2, 2, 2)
    fields.require(1 <= version <= 3 and name_bytes > 0, "holds an attribute that does not exist")
    if version == 3:
        fields.bytes(1)
    padded = version == 1
    name = fields.part(name_bytes, padded).text(padded=False).decode("utf-8", "replace")
    of_type, of_space = fields.part(type_bytes, padded), fields.part(space_bytes, padded)
    if version > 1 and flags:
        return None
    datatype, space = read_datatype(of_type), read_dataspace(of_space)
    return Attribute(name, datatype, space.count, fields.bytes(space.count * datatype.size))


@dataclass(frozen=True)
class Layout:
    """Where the values of a dataset are: within the header, in one piece, in chunks, or in other datasets.

    Attributes
    ----------
    kind : int
        `COMPACT`, `CONTIGUOUS`, `CHUNKED` or `VIRTUAL`.
    address : int
        Of the values, of the index of the chunks, or of the heap that names other datasets; `NOWHERE` while nothing
        was written.
    size : int
        Bytes of values that are not in chunks.
    number : int
        In the heap that names other datasets.
    chunk : tuple of int
        Values along each axis, and bytes of a value.
    content : bytes
        Values within the header.
    """

    kind: int
    address: int = NOWHERE
    size: int = 0
    number: int = 0
    chunk: tuple[int, ...] = ()
    content: bytes = b""


def read_layout(fields: Fields) -> Layout:
    """Decode a layout; raise `StructureError` when there is no such layout."""
    version, kind = fields.numbers(1, 1)
    # The first two versions were written until 2004; in headers without checksum, only this kind has the fourth.
    fields.require(version == (4 if kind == VIRTUAL else 3) and kind <= VIRTUAL, "holds a layout that does not exist")
    if kind == VIRTUAL:
        return Layout(kind, fields.number(8), number=fields.number(4))
    if kind == COMPACT:
        size = fields.number(2)
        return Layout(kind, size=size, content=fields.bytes(size))
    if kind == CONTIGUOUS:
        return Layout(kind, *fields.numbers(8, 8))
    axes = fields.number()
    fields.require(2 <= axes <= MOST_AXES + 1, "holds chunks that do not exist")
    address, chunk = fields.number(8), fields.numbers(*[4] * axes)
    fields.require(0 < math.prod(chunk) < 2**32, f"claims chunks of {math.prod(chunk):,} bytes")
    return Layout(kind, address, chunk=chunk)


def read_filters(fields: Fields) -> tuple[int, ...]:
    """Decode the numbers of the filters that chunks go through; raise `StructureError` when that is not possible."""
    version, count = fields.numbers(1, 1)
    fields.require(version in (1, 2) and count <= MOST_FILTERS, "holds filters that do not exist")
    fields.bytes(6 if version == 1 else 0)
    found = []
    for _ in range(count):
        number = fields.number(2)
        name_bytes = fields.number(2) if version == 1 or number >= 256 else 0
        _, values = fields.numbers(2, 2)
        fields.bytes(-(-name_bytes // 8) * 8 if version == 1 else name_bytes)
        fields.bytes(4 * (values + values % 2 if version == 1 else values))
        found.append(number)
    return tuple(found)


def read_fill_value(fields: Fields, kind: int) -> bytes:
    """Decode the value of what was never written; empty when it is the library's default."""
    if kind == OLD_FILL_VALUE:
        return fields.bytes(fields.number(4))
    version = fields.number()
    fields.require(1 <= version <= 3, "holds a fill value that does not exist")
    if version == 3:
        flags = fields.number()
        is_given = bool(flags & 0x20)
    else:
        allocated, written, given = fields.numbers(1, 1, 1)
        fields.require(allocated <= 3 and written <= 2 and given <= 1, "holds a fill value that does not exist")
        is_given = version == 1 or given == 1
    return fields.bytes(fields.number(4)) if is_given else b""
