"""The checksum CRC32C, against its definition, known values and Google's package."""

import numpy as np
import pytest

from neon_aop.core.files.download import crc32c
from neon_aop.core.files.download.crc32c import GENERATOR, MULTIPLE, Crc32c, checksum_of_file
from neon_aop.core.progress import Progress

# Of RFC 3720, B.4, and of the catalogue of CRCs.
KNOWN = {
    bytes(32): "8a9136aa",
    b"\xff" * 32: "62a8ab43",
    bytes(range(32)): "46dd794e",
    bytes(reversed(range(32))): "113fdb5c",
    b"123456789": "e3069283",
    b"": "00000000",
}
DEGREE = MULTIPLE[0]
# Around the lengths at which another step of the division is taken.
LENGTHS = sorted({step * DEGREE + more for step in (1, 8, 32) for more in (-1, 0, 1, 5000)} | {1, 2, 3, 4, 5, 1000})


@pytest.fixture
def without_google(monkeypatch):
    monkeypatch.setattr(crc32c, "_google_checksum", lambda: None)


def random_bytes(length: int) -> bytes:
    return np.random.default_rng(length).integers(0, 256, length, np.uint8).tobytes()


def checksum(*parts: bytes) -> str:
    found = Crc32c()
    for part in parts:
        found.update(part)
    return found.hexadecimal()


def by_definition(data: bytes) -> str:
    """Byte by byte, with the table; the other tests show that the table is right."""
    table, register = crc32c._table(), 0xFFFFFFFF
    for byte in data:
        register = (register >> 8) ^ table[(register ^ byte) & 0xFF]
    return f"{register ^ 0xFFFFFFFF:08x}"


@pytest.mark.parametrize("data", KNOWN)
def test_known_values(without_google, data):
    assert checksum(data) == KNOWN[data]


def test_multiple_is_one_of_the_generator():
    """x^n mod the generator, in the order of bits that the checksum has, sums up to nothing."""

    def power(exponent: int) -> int:
        remainder = 1 << 31
        for _ in range(exponent):
            remainder = (remainder >> 1) ^ (GENERATOR if remainder & 1 else 0)
        return remainder

    sum_of_terms = power(0)
    for exponent in MULTIPLE:
        sum_of_terms ^= power(exponent)
    assert sum_of_terms == 0


@pytest.mark.parametrize("length", LENGTHS)
def test_long_divisions_agree_with_the_definition(without_google, length):
    data = random_bytes(length)
    assert checksum(data) == by_definition(data)


@pytest.mark.parametrize("at", [1, 3, 4, 7, DEGREE, 100_000])
def test_parts_do_not_matter(without_google, monkeypatch, at):
    monkeypatch.setattr(crc32c, "_BLOCK", 1)
    data = random_bytes(200_000)
    assert checksum(data[:at], data[at : at + 2], data[at + 2 :]) == by_definition(data)


def test_checksum_can_be_asked_for_in_between(without_google):
    found = Crc32c()
    found.update(b"1234")
    found.hexadecimal()
    found.update(b"56789")
    assert found.hexadecimal() == KNOWN[b"123456789"]


def test_given_bytes_stay_as_they_are(without_google):
    data = bytearray(random_bytes(10_000))
    before = bytes(data)
    checksum(memoryview(data))
    assert data == before


def test_google_agrees():
    pytest.importorskip("google_crc32c")
    data = random_bytes(300_000)
    assert checksum(data) == by_definition(data)


def test_checksum_of_a_file(without_google, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"123456789")
    assert checksum_of_file(path, Progress()) == KNOWN[b"123456789"]


def test_checksum_of_an_empty_file(tmp_path):
    path = tmp_path / "file"
    path.touch()
    assert checksum_of_file(path, Progress()) == KNOWN[b""]
