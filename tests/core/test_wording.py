from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from neon_aop.core.compute.dask.package import packed_core
from neon_aop.core.errors import TileError
from neon_aop.core.files.hdf5.opening import open_hdf5
from neon_aop.core.image.bands import format_windows
from neon_aop.core.wording import (
    ENGLISH,
    Language,
    counted,
    current_language,
    english_plural,
    listed,
    number,
    set_language,
    tr,
)


@pytest.fixture
def polish():
    """Three plural forms, and numbers such as 1 234,5."""

    def plural(one, more, count):
        if count == 1:
            return "{count} piksel"
        is_few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        return "{count} piksele" if is_few else "{count} pikseli"

    set_language(Language("pl", {"water": "woda"}.get, plural, ",", "\N{NO-BREAK SPACE}"))
    yield
    set_language(ENGLISH)


def test_texts_are_english_unless_another_language_is_set():
    assert (current_language().code, tr("water")) == ("en", "water")


def test_texts_are_in_the_language_that_is_set(polish):
    assert (current_language().code, tr("water")) == ("pl", "woda")
    set_language(ENGLISH)
    assert tr("water") == "water"


@pytest.mark.parametrize(("count", "text"), [(0, "0 pixels"), (1, "1 pixel"), (1500, "1,500 pixels")])
def test_english_has_two_plural_forms(count, text):
    assert counted(count, "{count} pixel", "{count} pixels") == text


@pytest.mark.parametrize(
    ("count", "text"), [(1, "1 piksel"), (22, "22 piksele"), (5, "5 pikseli"), (1512, "1\N{NO-BREAK SPACE}512 pikseli")]
)
def test_another_language_has_its_own_plural_forms(polish, count, text):
    assert counted(count, "{count} pixel", "{count} pixels") == text


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [(1234567, ",", "1,234,567"), (1234.5, ",.2f", "1,234.50"), (0.25, "g", "0.25"), (float("nan"), ".1f", "nan")],
)
def test_numbers_are_in_english(value, spec, text):
    assert number(value, spec) == text


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [
        (1234567, ",", "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        (-0.25, ".2f", "-0,25"),
        (2.5e-7, ".2g", "2,5e-07"),
    ],
)
def test_numbers_have_the_signs_of_the_language(polish, value, spec, text):
    assert number(value, spec) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{share:.1%} of {pixels:,}", "12,5 % of 1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"),
        ("{share} is {name}", "0,125 is 1.5"),
        ("{0:.2f} to {1:g}", "0,12 to 7"),
    ],
)
def test_numbers_in_texts_have_the_signs_of_the_language(polish, text, expected):
    values = {"share": np.float32(0.125), "pixels": np.int64(1234567), "name": "1.5"}
    set_language(replace(current_language(), translate=str))
    assert tr(text).format(0.12, 7, **values) == expected


def test_numbers_beside_a_count_have_the_signs_of_the_language(polish):
    set_language(replace(current_language(), translate_plural=english_plural))
    assert counted(2, "{count} of {all:.1f}", "{count} from {all:.1f}", all=3) == "2 from 3,0"


def test_text_without_placeholders_is_of_the_type_that_qt_knows():
    assert type(tr("water")) is str


def test_counted_puts_in_other_values():
    assert counted(2, "{count} of {all:.1f}", "{count} from {all:.1f}", all=3) == "2 from 3.0"


@pytest.mark.parametrize(
    ("count", "most", "text"),
    [(0, 8, ""), (1, 8, "1"), (3, 3, "1, 2, 3"), (4, 3, "1, 2, 3 and 1 more"), (1204, 2, "1, 2 and 1,202 more")],
)
def test_names_are_listed_up_to_a_number(count, most, text):
    assert listed([str(index + 1) for index in range(count)], most) == text


def test_values_are_put_in_after_translation(disguised, tmp_path):
    with pytest.raises(TileError) as raised:
        open_hdf5(str(tmp_path / "{missing}.h5"))
    assert str(raised.value) == f"{tmp_path}/{{missing}}.h5 жжжж жжж жжжжж; жжжжж жжж жжжж."


def test_constants_are_translated_when_they_are_used(disguised):
    assert format_windows(()) == "жжжж"


def test_core_without_qgis_shows_english_texts(tmp_path):
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
