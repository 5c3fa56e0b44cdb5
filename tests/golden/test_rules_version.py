"""RULES_VERSION changes whenever the output of a profile changes for an example of a rule or a fixture.

When this fails and the change is meant: raise RULES_VERSION, name the change in CHANGELOG.md, and accept
with ``TEXTNORM_ACCEPT=1 python -m pytest tests/golden/test_rules_version.py``.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from support.shared_data import ROOT
from textnorm import EDITORIAL, ENCODING, RULES_VERSION, SEARCH, STANDARD, Options, normalise, rules

ACCEPTED = Path(__file__).with_name("rules_version.txt")
PROFILES = (STANDARD, EDITORIAL, SEARCH, ENCODING, Options(joins="all"))


def digest() -> str:
    """One hash over the outputs of all profiles for every example, near-miss and fixture file."""
    texts = [text for rule in rules() for pair in rule.examples for text in pair]
    texts += [text for rule in rules() for text in rule.near_misses]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").rglob("*.txt"))]
    hashed = hashlib.sha256()
    for text in texts:
        for profile in PROFILES:
            hashed.update(normalise(text, profile).encode() + b"\0")
    return hashed.hexdigest()


def test_the_version_tells_of_every_change() -> None:
    now = f"{RULES_VERSION} {digest()}\n"
    if os.environ.get("TEXTNORM_ACCEPT"):
        ACCEPTED.write_text(now, encoding="utf-8")
    accepted = ACCEPTED.read_text(encoding="utf-8")
    if now != accepted:
        pytest.fail("outputs changed: raise RULES_VERSION and accept, as the head of this file says")
