"""The code of modules in the tables is what Python would compile of their sources, and modules that are loaded from it know these."""

from __future__ import annotations

import marshal
import subprocess
import sys
import threading
from importlib._bootstrap_external import MAGIC_NUMBER
from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

import pytest

from support.native import built
from textnorm.core import bundle, tables


def sections() -> dict[str, Any]:
    found = tables.read()
    assert found is not None
    return found


@built
def test_the_code_is_that_of_the_sources() -> None:
    shipped = bundle.Bundle(sections())
    names = marshal.loads(sections()["module_places"])
    assert {"textnorm.core.asking", "textnorm.pipeline", "textnorm.ruleset.chain"} <= names.keys()
    known = tables.sources()
    for name in names:
        spec = shipped.find_spec(name)
        ordinary = find_spec(name)
        assert spec is not None
        assert ordinary is not None
        assert (spec.origin, spec.cached) == (ordinary.origin, ordinary.cached)
        assert spec.origin in known, f"{name}: a change of it must make the tables stale"
        assert spec.submodule_search_locations == ordinary.submodule_search_locations
        assert spec.loader.get_code(name) == ordinary.loader.get_code(name)  # type: ignore[union-attr]


@built
def test_modules_that_are_loaded_from_it_know_their_sources() -> None:
    program = (
        "import sys; from textnorm import core; asked = core.loaded('asking'); "
        "print(type(asked.__loader__).__name__, asked.__file__ == asked.facts_of.__code__.co_filename, "
        "core._bundle() in sys.meta_path)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["_Loader", "True", "False"]


@built
def test_code_of_another_python_is_not_used() -> None:
    other = bundle.Bundle({**sections(), "module_version": b"abcd"})
    assert other.find_spec("textnorm.pipeline") is None


def test_a_module_that_another_thread_is_loading_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "textnorm.half_loaded"
    begun, go_on = threading.Event(), threading.Event()
    monkeypatch.setitem(sys.modules, "gate_of_this_test", SimpleNamespace(begun=begun, go_on=go_on))
    source = "from gate_of_this_test import begun, go_on; begun.set(); go_on.wait(60); answer = 7"
    code = marshal.dumps(compile(source, name, "exec"))
    made = bundle.Bundle(
        {
            "module_version": MAGIC_NUMBER,
            "modules": code,
            "module_places": marshal.dumps({name: (False, 0, len(code))}),
        }
    )
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(made.load(name).answer)) for _ in range(2)]
    try:
        threads[0].start()
        assert begun.wait(60)
        threads[1].start()
        threads[1].join(0.2)  # it waits: without its `answer` the module is of no use
        go_on.set()
        for thread in threads:
            thread.join(60)
    finally:
        sys.modules.pop(name, None)
    assert answers == [7, 7]
