"""Patterns that were compiled when the core was built are those that `re.compile` gives."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from zlib import crc32

import pytest

from support.native import built
from textnorm import STANDARD, core, lazy
from textnorm.compiled import compile_rules
from textnorm.core import patterns, rule_patterns, tables
from textnorm.core.one_language import MAY_BE_MARKED


@built
def test_each_is_that_of_re_compile() -> None:
    compiler = patterns.Compiler(dict(tables.read() or {}))
    sources = rule_patterns.sources()
    assert len(sources) > 200
    for pattern, flags in sources:
        assert compiler(pattern, flags) == re.compile(pattern, flags), pattern
        assert compiler(pattern, flags).groupindex == re.compile(pattern, flags).groupindex, pattern


@built
def test_those_of_the_rules_are_all_there() -> None:
    assert set(rule_patterns.sources()) == set(patterns.Compiler(dict(tables.read() or {})).known())


@pytest.mark.thorough
def test_they_hang_on_no_order_of_sets() -> None:
    """Those that were compiled when the core was built are found by their text, in any process."""
    code = "from textnorm.core import rule_patterns; print(ascii(sorted(rule_patterns.sources())))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_another_version_of_python_compiles_its_own() -> None:
    made = patterns.make([("(?P<a>b)+", re.IGNORECASE)])
    foreign = {**made, "pattern_version": marshal.dumps((3, 2, 0, 4), 2)}
    assert patterns.Compiler(foreign)("(?P<a>b)+", re.IGNORECASE) is re.compile("(?P<a>b)+", re.IGNORECASE)
    assert patterns.Compiler(made)("(?P<a>b)+", re.IGNORECASE).match("BB")["a"] == "B"  # type: ignore[index]


def test_two_patterns_with_the_same_hash_are_told_apart() -> None:
    """The hash is a checksum of 32 bits: of these two it is the same."""
    assert crc32(b"plumless") == crc32(b"buckeroo")
    compiler = patterns.Compiler(patterns.make([("plumless", 0), ("buckeroo", 0)]))
    assert compiler("plumless").pattern == "plumless"
    assert compiler("buckeroo").pattern == "buckeroo"
    assert sorted(compiler.known()) == [("buckeroo", 0), ("plumless", 0)]


def test_a_pattern_that_no_table_holds_is_compiled() -> None:
    compiler = patterns.Compiler(patterns.make([]))
    assert compiler("x(y)").match("xy")[1] == "y"  # type: ignore[index]


@built
def test_the_core_has_them_used() -> None:
    assert core.core_for(STANDARD) is not None
    assert isinstance(lazy._compile, patterns.Compiler)


def test_what_may_be_marked_is_what_calls_for_a_rule_about_marks() -> None:
    """What core/one_language.py takes for granted where it asks nothing about a line without such characters."""
    for rule in compile_rules(STANDARD).mark_rules:
        assert rule.trigger_chars
        assert all(map(MAY_BE_MARKED.match, rule.trigger_chars)), rule.rule.id
