import pytest

from neon_aop.core.files.hdf5.values import simple


@pytest.mark.parametrize(
    ("value", "expected"),
    [(["nm"], "nm"), (b"\xb5m", "\N{REPLACEMENT CHARACTER}m"), (["one", b"\xa5\x05"], None), (["one", "two"], None)],
)
def test_only_single_texts_are_values(value, expected):
    assert simple(value) == expected
