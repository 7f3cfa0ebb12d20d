"""Priors from tables."""

from __future__ import annotations

import numpy as np
import pytest

from neon_aop.core.errors import TableError
from neon_aop.core.image.bands import Bands
from neon_aop.core.methods.supervised.priors import read_priors
from neon_aop.core.spectra.classes import SpectralClasses

CLASSES = SpectralClasses(
    np.array([1, 4]), np.ones((2, 3)), Bands.of([400, 500, 600]), given_names={1: "oak", 4: "ash"}
)


def written(tmp_path, text):
    path = tmp_path / "priors.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "class,prior\noak,3\nash,1\n",
        "class,pixels,area_ha\n1,75,\n4,25,\n7,900,\n",
        "Prior;Class\n0,75;1\n0,25;ash\n",
        "class,prior\nOAK ,3\n Ash,1\n",
        "class,prior\nOak,9\noak,3\nash,1\n",
    ],
    ids=["names", "counts of an earlier map", "of a spreadsheet", "in another spelling", "in several spellings"],
)
def test_priors_are_shares_by_number_or_name(tmp_path, text):
    np.testing.assert_allclose(read_priors(written(tmp_path, text), CLASSES), [0.75, 0.25])


@pytest.mark.parametrize(
    "text",
    [
        "class,pixels,area_ha\n0,5,\n1,50,\n2,25,\n3,25,\n",
        "class,prior\n0,0.5\n1,0.25\n2,0.25\n",
        "class,prior\n1,0.5\n2,0.25\n3,0.25\n",
    ],
    ids=["counts by number", "names", "numbers"],
)
def test_names_that_are_numbers_are_not_taken_for_those_of_other_classes(tmp_path, text):
    names = {1: "0", 2: "1", 3: "2"}
    classes = SpectralClasses(np.array([1, 2, 3]), np.ones((3, 2)), Bands.of([400, 500]), given_names=names)
    np.testing.assert_allclose(read_priors(written(tmp_path, text), classes), [0.5, 0.25, 0.25])


@pytest.mark.parametrize(
    "text, message",
    [
        ("class,prior\noak,3\n", "no prior above 0 for the class ash"),
        ("class,prior\noak,3\nash,0\n", "no prior above 0 for the class ash"),
        ("class,prior\noak,3\nash,1\noak,2\n", "has the class oak more than once; leave one of its rows"),
        ("class,share\noak,3\nash,1\n", 'needs the columns "class" and "prior"'),
        ("class,prior\noak,many\nash,1\n", "is not a number"),
    ],
)
def test_what_is_no_table_of_priors_is_refused(tmp_path, text, message):
    with pytest.raises(TableError, match=message):
        read_priors(written(tmp_path, text), CLASSES)
