"""The output depends on text, options and the version of textnorm alone.

Every supported Python gives the golden texts (test_golden.py); here the same Python gives the same in every other
circumstance, over a larger corpus, compared by hashes of this run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from support import outputs
from support.processes import run
from support.public import STR_TO_STR
from support.shared_data import ROOT

THREADS = """
import json, threading
from support import outputs
texts = outputs.corpus()[::40]
expected, barrier, seen = {expected!r}, threading.Barrier(8), []

def work():
    barrier.wait()  # all of them load what is loaded when it is first used
    seen.append([outputs._digest(outputs.DEEDS[name], texts) for name in expected])

threads = [threading.Thread(target=work) for _ in range(8)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
print(seen == [list(expected.values())] * 8)
"""
PROCESSES = """
from support import outputs
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from textnorm import explain, normalise, tidy, EDITORIAL
texts = outputs.corpus()[::40]

def deed(text):
    return normalise(text, EDITORIAL), explain(text).to_json(), tidy(text)

if __name__ == "__main__":
    with ProcessPoolExecutor(2, get_context({method!r})) as pool:
        print(list(pool.map(deed, texts)) == list(map(deed, texts)))
"""
SUB_INTERPRETERS = """
import sys
try:
    import _interpreters as interpreters
    create = interpreters.create
except ImportError:  # 3.12: its isolated ones crash on "import datetime" alone
    import _xxsubinterpreters as interpreters
    create = lambda: interpreters.create(isolated=False)
inside = {inside!r}
for _ in range(3):
    one = create()
    failed = interpreters.run_string(one, f"import sys; sys.path[:0] = {{sys.path!r}}\\n" + inside)
    assert not failed, failed
    interpreters.destroy(one)
"""


def digests(**environment: str) -> dict[str, str]:
    told: dict[str, str] = json.loads(
        run("import json; from support import outputs; print(json.dumps(outputs.digests()))", **environment)
    )
    return told


@pytest.fixture(scope="module")
def accepted() -> dict[str, str]:
    return outputs.digests()


@pytest.mark.slow
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONHASHSEED": "4000000000", "PYTHONOPTIMIZE": "2", "TZ": "America/New_York"},
    ],
    ids=lambda environment: " ".join(environment),
)
def test_seed_locale_zone_and_optimising_change_nothing(
    environment: dict[str, str], accepted: dict[str, str]
) -> None:
    assert digests(**environment) == accepted


@pytest.mark.slow
def test_locale_and_zone_of_iran_change_nothing(tmp_path: Path, accepted: dict[str, str]) -> None:
    where = {"LC_ALL": "fa_IR.UTF-8", "TZ": "Asia/Tehran", "PYTHONHASHSEED": "7"}
    asked = "import locale; print(locale.setlocale(locale.LC_ALL, ''))"
    if shutil.which("localedef"):
        made = ["localedef", "-i", "fa_IR", "-f", "UTF-8", str(tmp_path / "fa_IR.UTF-8")]
        if subprocess.run(made, capture_output=True, check=False).returncode == 0:
            where["LOCPATH"] = str(tmp_path)
    try:
        run(asked, **where)
    except AssertionError:
        pytest.skip("the locale fa_IR is not installed and cannot be made (localedef, package locales)")
    code = "import json, locale; locale.setlocale(locale.LC_ALL, ''); from support import outputs; print(json.dumps(outputs.digests()))"
    assert json.loads(run(code, **where)) == accepted


@pytest.mark.parametrize("name", STR_TO_STR)
def test_windows_newlines_change_nothing_else(name: str) -> None:
    function = STR_TO_STR[name]
    for path in sorted((ROOT / "fixtures").rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert function(text.replace("\n", "\r\n")).replace("\r\n", "\n") == function(text), path.name


def few() -> dict[str, str]:
    texts = outputs.corpus()[::40]
    return {name: outputs._digest(outputs.DEEDS[name], texts) for name in outputs.DEEDS}


@pytest.mark.slow
def test_eight_threads_agree() -> None:
    assert run(THREADS.format(expected=few())) == "True\n"


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_processes_agree(method: str, tmp_path: Path) -> None:
    from multiprocessing import get_all_start_methods

    if method not in get_all_start_methods():
        pytest.skip(f"no {method} on this system")
    script = tmp_path / "script.py"
    script.write_text(PROCESSES.format(method=method), encoding="utf-8")
    assert run("", script=script) == "True\n"


@pytest.mark.slow
@pytest.mark.skipif(
    not (find_spec("_interpreters") or find_spec("_xxsubinterpreters")) or sys.version_info < (3, 12),
    reason="this Python has no sub-interpreters that it is safe to ask for",
)
def test_sub_interpreters_agree(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    inside = (
        "from support import outputs\ntexts = outputs.corpus()[::40]\n"
        "found = {name: outputs._digest(deed, texts) for name, deed in outputs.DEEDS.items()}\n"
        f"with open({str(told)!r}, 'a') as file: print(found == {few()!r}, file=file)\n"
    )
    run(SUB_INTERPRETERS.format(inside=inside))
    assert told.read_text() == "True\n" * 3
