"""Values of attributes and of small datasets, whatever HDF5 wraps them in."""

from __future__ import annotations

import numpy as np


def simple(value):
    """Return an attribute as str, float or a float array, whatever the file wraps it in; None when it is neither."""
    array = np.asarray(value)
    if array.dtype.kind in "iufb":
        return float(array.reshape(-1)[0]) if array.size == 1 else array.astype(float)
    if array.dtype.kind in "OSU" and array.size == 1:
        item = array.reshape(-1)[0]
        return _decode(item) if isinstance(item, (bytes, str)) else None
    return None


def text_of(value) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:g}"
    return value if isinstance(value, str) else ""


def _decode(text: bytes | str) -> str:
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return text.split("\0")[0].strip()
