"""Scripts of tools/ and benchmarks/ as modules."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from support.shared_data import ROOT


def load_script(name: str, folder: str = "tools") -> ModuleType:
    """The module of ``<folder>/<name>.py``; it may define dataclasses and named tuples, so it is registered."""
    spec = importlib.util.spec_from_file_location(name, ROOT / folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
