# SPDX-License-Identifier: GPL-2.0-or-later
"""Prior probabilities of classes from a table."""

from __future__ import annotations

import numpy as np

from ...errors import TableError
from ...files.tables import open_table
from ...spectra.classes import MOST_PIXELS, SpectralClasses
from ...wording import tr
from ..comparison import spelt_alike

_CLASS = "class"
_VALUES = ("prior", "pixels")
_MOST_ROWS = 1_000_000


def read_priors(path, classes: SpectralClasses) -> np.ndarray:
    """Read the priors of classes: a CSV file with a column "class" (number or name) and one "prior" or "pixels".

    Names may differ in case and surrounding spaces from those of the classes, where that is unambiguous.

    The table of class counts of an earlier classification is one.

    Returns
    -------
    ndarray of float64, shape (classes,)
        Their sum is 1.

    Raises
    ------
    TableError
        If the file is no such table, a class is missing, or a prior is not above 0.
    """
    with open_table(path) as table:
        heads = [head.lower() for head in table.header]
        value = next((heads.index(name) for name in _VALUES if name in heads), None)
        if _CLASS not in heads or value is None:
            raise TableError(
                tr('{path} is no table of priors: it needs the columns "class" and "prior" (or "pixels").').format(
                    path=path
                )
            )
        place = heads.index(_CLASS)
        found = {}
        for row, fields in table.rows(_MOST_ROWS):
            found[fields[place]] = table.numbers(row, [fields[value]], value, MOST_PIXELS)[0]
    numbers, priors = classes.numbers.tolist(), []
    names = [classes.given_names.get(number, "") for number in numbers]
    in_classes, in_table = spelt_alike(names, list(found))
    by_name = dict(zip(in_table, found.values()))
    for number, name, spelling in zip(numbers, names, in_classes):
        prior = by_name.get(spelling, found.get(str(number)))
        if prior is None or not prior > 0:
            raise TableError(
                tr("{path} has no prior above 0 for the class {name}; add it.").format(path=path, name=name or number)
            )
        priors.append(prior)
    return np.array(priors) / sum(priors)
