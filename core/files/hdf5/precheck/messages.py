# SPDX-License-Identifier: GPL-2.0-or-later
"""Decodes the header messages of an HDF5 object: datatype, dataspace, layout, filters, fill value, attribute.

See the "HDF5 File Format Specification", section "Data Object Header Messages".
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ....wording import tr

# Message types.
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
LAST_TYPE = 0x17
# Message flag: the content is stored elsewhere in the file.
SHARED = 0x02
# Datatype classes.
FIXED_POINT, FLOATING_POINT, ENUMERATION, VARIABLE_LENGTH, LAST_CLASS = 0, 1, 8, 9, 10
# Layout classes.
COMPACT, CONTIGUOUS, CHUNKED, VIRTUAL = range(4)
# Filter numbers.
SHUFFLE, FLETCHER32 = 2, 3
FLETCHER32_BYTES = 4

MOST_DIMENSIONS = 32
# The address of an object that does not exist yet.
UNDEFINED = 2**64 - 1
# Properties of IEEE numbers by size: bit offset, precision; position and size of exponent and mantissa; bias.
_IEEE = {2: (0, 16, 10, 5, 0, 10, 15), 4: (0, 32, 23, 8, 0, 23, 127), 8: (0, 64, 52, 11, 0, 52, 1023)}
# A variable-length value is stored as its length, the address of a global heap and the number of an object in it.
REFERENCE_BYTES = 16


class StructureError(ValueError):
    """A structure does not follow the HDF5 format."""


class Fields:
    """Reads one field after the other from the bytes of a structure, which is called `what` in messages."""

    def __init__(self, content: bytes, what: str):
        self.content = content
        self.what = what
        self.place = 0

    @property
    def left(self) -> int:
        """How many bytes are left."""
        return len(self.content) - self.place

    def bytes(self, count: int) -> bytes:
        """Read `count` bytes."""
        self.require(count <= self.left)
        self.place += count
        return self.content[self.place - count : self.place]

    def number(self, count: int) -> int:
        """Read an unsigned integer of `count` bytes."""
        return int.from_bytes(self.bytes(count), "little")

    def numbers(self, *counts: int) -> tuple[int, ...]:
        """Read unsigned integers, of the given numbers of bytes."""
        return tuple(self.number(count) for count in counts)

    def part(self, count: int, padded: bool = False) -> Fields:
        """Read `count` bytes as a structure of their own, and skip the padding to a multiple of 8 if `padded`."""
        return Fields(self.bytes(padded_size(count) if padded else count)[:count], self.what)

    def require(self, condition: bool) -> None:
        """Raise `StructureError` unless a condition of the format holds."""
        if not condition:
            raise StructureError(tr("{what} does not follow the HDF5 format").format(what=self.what))


def padded_size(count: int) -> int:
    """Return `count` rounded up to a multiple of 8."""
    return -(-count // 8) * 8


@dataclass(frozen=True)
class Datatype:
    """The size of a value in bytes; for variable-length values also the size of an element."""

    size: int
    element_size: int | None = None


def read_datatype(fields: Fields) -> Datatype:
    """Decode a datatype; types that NEON's files do not have (compound, array and others) are not checked."""
    version, datatype_class = divmod(fields.number(1), 16)
    bits, size = fields.numbers(3, 4)
    fields.require(1 <= version <= 4 and datatype_class <= LAST_CLASS and size > 0)
    if datatype_class == FIXED_POINT:
        offset, precision = fields.numbers(2, 2)
        fields.require(0 < precision <= 8 * size - offset)
    elif datatype_class == FLOATING_POINT and size in _IEEE:
        # Bit field: mantissa with an implied first bit (2), and the position of the sign, which is the highest bit.
        fields.require(fields.numbers(2, 2, 1, 1, 1, 1, 4) == _IEEE[size])
        fields.require(bits & ~0x41 == (8 * size - 1) << 8 | 0x20)
    elif datatype_class == ENUMERATION:
        # Of whole numbers; h5py writes longer values beyond the end of its memory.
        fields.require(read_datatype(fields).size == size <= 8)
    elif datatype_class == VARIABLE_LENGTH:
        fields.require(size == REFERENCE_BYTES)
        _, element_size = fields.numbers(4, 4)
        return Datatype(size, element_size)
    return Datatype(size)


@dataclass(frozen=True)
class Dataspace:
    """The shape of an array, the largest shape that it may grow to, and its number of values."""

    shape: tuple[int, ...]
    largest: tuple[int, ...]
    count: int


def read_dataspace(fields: Fields) -> Dataspace:
    """Decode a dataspace."""
    version, dimensions, flags, kind = fields.numbers(1, 1, 1, 1)
    fields.require(version in (1, 2) and dimensions <= MOST_DIMENSIONS and flags <= 1)
    if version == 1:
        kind = 1 if dimensions else 0
        fields.bytes(4)
    # 0: a scalar, 1: an array, 2: null, without any value.
    fields.require(kind == 1 or (kind in (0, 2) and not dimensions))
    shape = fields.numbers(*[8] * dimensions)
    largest = fields.numbers(*[8] * dimensions) if flags else shape
    count = 0 if kind == 2 else math.prod(shape)
    fields.require(all(size <= most for size, most in zip(shape, largest)) and count < 2**62)
    return Dataspace(shape, largest, count)


@dataclass(frozen=True)
class Attribute:
    """The datatype, the number and the bytes of the values of an attribute."""

    datatype: Datatype
    count: int
    content: bytes


def read_attribute(fields: Fields) -> Attribute | None:
    """Decode an attribute; None when its type is stored elsewhere in the file."""
    version, flags, name_bytes, type_bytes, space_bytes = fields.numbers(1, 1, 2, 2, 2)
    fields.require(1 <= version <= 3 and name_bytes > 0)
    if version == 3:
        fields.bytes(1)
    padded = version == 1
    fields.require(b"\0" in fields.part(name_bytes, padded).content)
    of_type, of_space = fields.part(type_bytes, padded), fields.part(space_bytes, padded)
    if version > 1 and flags:
        return None
    datatype, space = read_datatype(of_type), read_dataspace(of_space)
    return Attribute(datatype, space.count, fields.bytes(space.count * datatype.size))


@dataclass(frozen=True)
class Layout:
    """How the values of a dataset are stored."""

    kind: int  # `COMPACT` (in the header), `CONTIGUOUS`, `CHUNKED`, or `VIRTUAL` (in other datasets)
    # Address of the values or of the index of the chunks; `UNDEFINED` while nothing was written.
    address: int = UNDEFINED
    chunk: tuple[int, ...] = ()  # size of a chunk along each axis, and bytes of a value


def read_layout(fields: Fields) -> Layout:
    """Decode a layout; of layouts that NEON's files do not have, only the class."""
    version, kind = fields.numbers(1, 1)
    # Versions 1 and 2 were written until 2004. In headers without checksum, version 4 is for virtual datasets only.
    fields.require(version == (4 if kind == VIRTUAL else 3) and kind <= VIRTUAL)
    if kind == CONTIGUOUS:
        return Layout(kind, fields.number(8))
    if kind != CHUNKED:
        return Layout(kind)
    dimensions = fields.number(1)
    fields.require(2 <= dimensions <= MOST_DIMENSIONS + 1)
    address, chunk = fields.number(8), fields.numbers(*[4] * dimensions)
    fields.require(0 < math.prod(chunk) < 2**32)
    return Layout(kind, address, chunk)


def read_filters(fields: Fields) -> tuple[int, ...]:
    """Decode the filters of chunks; return their numbers."""
    version, count = fields.numbers(1, 1)
    fields.require(version in (1, 2))
    fields.bytes(6 if version == 1 else 0)
    found = []
    for _ in range(count):
        number = fields.number(2)
        name_bytes = fields.number(2) if version == 1 or number >= 256 else 0
        _, values = fields.numbers(2, 2)
        fields.bytes(padded_size(name_bytes) if version == 1 else name_bytes)
        fields.bytes(padded_size(4 * values) if version == 1 else 4 * values)
        found.append(number)
    return tuple(found)


def has_fill_value(fields: Fields, message_type: int) -> bool:
    """Tell whether a fill value is defined; without one, the library returns 0 for values never written."""
    if message_type == FILL_VALUE:
        version, flags = fields.numbers(1, 1)
        is_given = flags & 0x20
        if version < 3:
            _, is_given = fields.numbers(1, 1)
        if not is_given:
            return False
    return fields.number(4) > 0
