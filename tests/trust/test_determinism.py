"""The output depends on text and options alone: not on the seed of hashes, nor on the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import textnorm

SCRIPT = """
import hashlib, textnorm as t
h = hashlib.sha256()
for rule in t.rules():
    for text in [*(b for b, _ in rule.examples), *rule.near_misses]:
        for profile in (t.STANDARD, t.EDITORIAL, t.SEARCH, t.ENCODING):
            h.update(t.explain(text, profile).to_json().encode())
print(h.hexdigest())
"""


def digest(**environment: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(Path(textnorm.__file__).parents[1]), **environment}
    return subprocess.run(
        [sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True
    ).stdout


def test_seed_and_locale_change_nothing() -> None:
    seen = {
        digest(PYTHONHASHSEED="0"),
        digest(PYTHONHASHSEED="7", LC_ALL="C"),
        digest(PYTHONHASHSEED="9", TZ="Asia/Tehran"),
    }
    assert len(seen) == 1
