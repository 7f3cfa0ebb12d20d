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
_PRIOR, _PIXELS = "prior", "pixels"
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
        If the file is no such table, a class is missing or there twice, or a prior is not above 0.
    """
    with open_table(path) as table:
        heads = [head.lower() for head in table.header]
        value = next((heads.index(name) for name in (_PRIOR, _PIXELS) if name in heads), None)
        if _CLASS not in heads or value is None:
            raise TableError(
                tr('{path} is no table of priors: it needs the columns "class" and "prior" (or "pixels").').format(
                    path=path
                )
            )
        place = heads.index(_CLASS)
        found = {}
        for row, fields in table.rows(_MOST_ROWS):
            key = fields[place]
            if key in found:
                raise TableError(
                    tr("{path} has the class {name} more than once; leave one of its rows.").format(path=path, name=key)
                )
            found[key] = table.numbers(row, [fields[value]], value, MOST_PIXELS)[0]
    numbers = list(map(str, classes.numbers.tolist()))
    called = [classes.given_names.get(number) or str(number) for number in classes.numbers.tolist()]
    names, in_table = spelt_alike(called, list(found))
    found.update(dict(zip(in_table, found.values())))
    # Names may be numbers too, as of the classes 0 to 4, which have the numbers 1 to 5: one or the other counts.
    ways = (names, numbers) if heads[value] == _PRIOR else (numbers, names)
    keys = next(
        (way for way in ways if all(key in found for key in way)),
        [name if name in found else number for name, number in zip(names, numbers)],
    )
    priors = [found.get(key, 0.0) for key in keys]
    for name, prior in zip(called, priors):
        if not prior > 0:
            raise TableError(
                tr("{path} has no prior above 0 for the class {name}; add it.").format(path=path, name=name)
            )
    return np.array(priors) / sum(priors)
