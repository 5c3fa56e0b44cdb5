"""Texts with the days that must be found in them, and texts that hold no certain Solar Hijri day.

Our own sentences on neutral subjects, in tests/dates/cases.jsonl: a text and its ISO days in order a line. ``[]`` says that
no day may be given for anything in it, ``alone`` that the text is not put into others.
"""

from __future__ import annotations

import json

from support.shared_data import ROOT

_CASES = [
    json.loads(line)
    for line in (ROOT / "tests" / "dates" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
]
#: text, and the ISO days in it, in order
FOUND: list[tuple[str, list[str]]] = [(case["text"], case["days"]) for case in _CASES if case["days"]]
FOUND_WITHOUT_FRAME = {case["text"] for case in _CASES if case.get("alone")}
#: no day may be given for anything in these
REFUSED: list[str] = [case["text"] for case in _CASES if not case["days"]]
