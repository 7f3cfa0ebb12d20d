"""Let the tests import the plugin as `neon_aop`, whatever the name of the checkout's folder."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent
_SPEC = importlib.util.spec_from_file_location(
    "neon_aop", _ROOT / "__init__.py", submodule_search_locations=[str(_ROOT)]
)
sys.modules["neon_aop"] = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(sys.modules["neon_aop"])
