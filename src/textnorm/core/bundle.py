"""The code of the modules that questions load, in the tables: one file is read instead of a hundred.

It is what Python itself would compile and keep beside the sources, and is used by the same version of Python alone. The tables
are refused where the sources are others, so what is loaded is what stands in the sources; tracebacks name these.
"""

from __future__ import annotations

import _imp
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib._bootstrap_external import MAGIC_NUMBER  # importlib.util, which has it too, is not loaded yet
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType
from typing import Any

_PACKAGE = os.path.dirname(os.path.dirname(__file__))
_NAME = __name__.split(".", 1)[0]
#: what is loaded before any question is asked, and what the questions load
_FIRST = (
    "textnorm.normalisation",
    "textnorm.lazy",
    "textnorm.lexicon.table",
    "textnorm.core.patterns",
    "textnorm.core.tables",
    __name__,
)
_ASKED = (
    *(f"{__package__}.{name}" for name in ("asking", "joining", "foreign", "one_language")),
    *(f"{_NAME}.ruleset.extracted.{name}" for name in ("visual", "embeddings", "cp1256")),
)
_LISTING = "import sys, {}; first = set(sys.modules); import {}; print(*sorted(sys.modules.keys() - first))"


def make() -> dict[str, bytes]:
    """Return the sections of the tables that hold the code."""
    from importlib.util import find_spec

    body = bytearray()
    places: dict[str, tuple[bool, int, int]] = {}
    for name in _names():
        spec = find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        with open(spec.origin, "rb") as stream:
            code = SourceFileLoader(name, spec.origin).source_to_code(stream.read(), _path(name))
        data = marshal.dumps(code)
        places[name] = spec.submodule_search_locations is not None, len(body), len(body) + len(data)
        body += data
    return {
        "modules": bytes(body),
        "module_places": marshal.dumps(places, 2),
        "module_version": MAGIC_NUMBER,
    }


def _names() -> list[str]:
    """Return the modules that the questions load, as a new process sees it."""
    import subprocess

    program = _LISTING.format(", ".join(_FIRST), ", ".join(_ASKED))
    where = {**os.environ, "PYTHONPATH": os.path.dirname(_PACKAGE), "TEXTNORM_CORE": "0"}
    listed = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, env=where
    )
    return [name for name in listed.stdout.split() if name.startswith(f"{_NAME}.")]


def _path(name: str) -> str:
    """Return a name for the source that is the same on each machine."""
    return name.replace(".", "/")


class Bundle:
    """Finds the modules of the tables while `serving`."""

    def __init__(self, sections: dict[str, Any]) -> None:
        is_ours = bytes(sections["module_version"]) == MAGIC_NUMBER
        self._places: dict[str, tuple[bool, int, int]] = (
            marshal.loads(sections["module_places"]) if is_ours else {}
        )
        self._codes = sections["modules"]

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Have modules that are imported meanwhile loaded from the tables, where these hold them."""
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path.remove(self)

    def load(self, name: str) -> Any:
        """Return the module of that name, as `importlib.import_module` does."""
        if name in sys.modules:
            return import_module(name)  # waits where another thread is still loading it
        with self.serving():
            return import_module(name)

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """Return how the module of that name is loaded; None where it is none of the tables'."""
        if name not in self._places:
            return None
        is_package, start, end = self._places[name]
        place = _PACKAGE + name[len(_NAME) :].replace(".", os.sep)
        folder, _, file = (place, "", "__init__") if is_package else place.rpartition(os.sep)
        loader = _Loader(name, f"{folder}{os.sep}{file}.py")
        loader.code = self._codes[start:end]
        spec = ModuleSpec(name, loader, origin=loader.path, is_package=is_package)
        spec.has_location = True
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{file}.{sys.implementation.cache_tag}.pyc"
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec


class _Loader(SourceFileLoader):
    code: Any

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code that the tables hold, under the name of the source here."""
        code: CodeType = marshal.loads(self.code)
        _imp._fix_co_filename(code, self.path)  # type: ignore[attr-defined]
        return code
