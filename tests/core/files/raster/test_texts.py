import pytest

from neon_aop.core.files.raster.texts import as_text


@pytest.mark.parametrize("stored", ["for\xeat".encode(), "for\xeat".encode("latin-1")])
def test_bytes_and_surrogates_become_the_text_that_was_stored(stored):
    assert as_text(stored) == as_text(stored.decode("utf-8", "surrogateescape")) == "for\xeat"


def test_bytes_that_stand_for_nothing_are_replaced():
    assert as_text(b"a\x81b") == "a\N{REPLACEMENT CHARACTER}b"
