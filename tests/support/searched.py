"""The search for patterns whose work grows faster than their text, and which patterns it has been through."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache

from support.attacks import Attack, superlinear
from support.patterns import Found, asked_at_one_place
from support.processes import run
from support.shared_data import ROOT

#: flags that change what a pattern matches
FLAGS = re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE | re.ASCII
#: digests of patterns that were found linear; written by tools/search_patterns.py
SEARCHED = ROOT / "tests" / "laws" / "searched_patterns.txt"


@cache
def patterns() -> list[Found]:
    """All that the package compiles, once."""
    told = [
        Found(*json.loads(line))
        for line in run("", script=ROOT / "tests" / "support" / "patterns.py", TEXTNORM_CORE="0").splitlines()
    ]
    return list(dict.fromkeys(told))


def weakness(found: Found) -> Attack | None:
    """Return what the work of a pattern grows too fast on, if anything is found."""
    return superlinear(found.pattern, found.flags & FLAGS, at_start=_at_start(found))


def digest(found: Found) -> str:
    """Return what changes with the pattern, how it is asked, and the search itself."""
    asked = repr((found.pattern, int(found.flags & FLAGS), _at_start(found)))
    return hashlib.sha256(_search() + asked.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def searched() -> frozenset[str]:
    """Return the digests of the patterns that were found linear."""
    return frozenset(SEARCHED.read_text().split())


@cache
def _search() -> bytes:
    return b"".join((ROOT / "tests" / "support" / name).read_bytes() for name in ("attacks.py", "steps.py"))


def _at_start(found: Found) -> bool:
    return (found.file, found.line) in asked_at_one_place()
