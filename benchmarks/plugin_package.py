"""Make the checkout importable as `neon_aop`, whatever the name of its folder: to be imported first."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_spec = importlib.util.spec_from_file_location("neon_aop", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
sys.modules["neon_aop"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sys.modules["neon_aop"])
