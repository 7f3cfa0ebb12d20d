from __future__ import annotations

import subprocess
import sys

import pytest

from neon_aop.core.compute.dask.package import packed_core
from neon_aop.core.errors import TileError
from neon_aop.core.files.hdf5.opening import open_hdf5
from neon_aop.core.image.bands import format_windows
from neon_aop.core.wording import ENGLISH, Language, counted, language_code, speak, tr


def test_english_is_spoken_unless_told_otherwise():
    assert (language_code(), tr("water")) == ("en", "water")


def test_another_language_is_spoken_until_english_is_again():
    speak(Language("de", {"water": "Wasser"}.get))
    try:
        assert (language_code(), tr("water")) == ("de", "Wasser")
    finally:
        speak(ENGLISH)
    assert tr("water") == "water"


@pytest.mark.parametrize(("count", "text"), [(0, "0 pixels"), (1, "1 pixel"), (1500, "1,500 pixels")])
def test_counted_chooses_between_one_and_more(count, text):
    assert counted(count, "{count} pixel", "{count} pixels") == text


def test_counted_puts_in_other_values():
    assert counted(2, "{count} of {all:.1f}", "{count} from {all:.1f}", all=3) == "2 from 3.0"


def test_values_are_put_in_after_translation(disguised, tmp_path):
    with pytest.raises(TileError) as raised:
        open_hdf5(str(tmp_path / "{missing}.h5"))
    assert str(raised.value) == f"{tmp_path}/{{missing}}.h5 жжжж жжж жжжжж; жжжжж жжж жжжж."


def test_constants_are_translated_when_they_are_used(disguised):
    assert format_windows(()) == "жжжж"


def test_core_without_qgis_speaks_english(tmp_path):
    (tmp_path / "core.zip").write_bytes(packed_core())
    code = """
import sys
sys.modules["qgis"] = None
sys.path.insert(0, "core.zip")
from neon_aop.core.errors import TileError
from neon_aop.core.files.neon.tile import NeonTile
try:
    NeonTile("missing.h5")
except TileError as error:
    assert str(error) == "missing.h5 does not exist; check the path.", error
else:
    sys.exit("nothing was raised")
"""
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
