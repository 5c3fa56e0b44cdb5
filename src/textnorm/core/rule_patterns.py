"""The patterns of rules, dates and pages, for the tables: all that stand in their modules, and those that rules make."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from .. import compiled, core, lexicon, lines, options, pipeline, rare, ruleset, script, stages
from ..lazy import LazyPattern
from ..script import alike_lines, blocks, structures
from . import folding
from .asking import Asking
from .automata import automaton

#: the profiles whose rules are compiled
_PROFILES = (options.STANDARD, options.EDITORIAL, options.ENCODING, options.SEARCH)


#: packages further up, whose patterns no core asks for, but a process needs sooner than it can compile them
_OTHERS = ("textnorm.dates", "textnorm.pages")


def sources() -> list[tuple[str, int]]:
    """Return the patterns of strings, each with its flags, in an order of their own."""
    found = {lazy.source for lazy in _patterns()}
    return sorted((pattern, int(flags)) for pattern, flags in found if isinstance(pattern, str))


def sieves() -> dict[str, bytes]:
    """Return automata of the patterns that whole texts are searched for, mostly in vain."""
    hints = {rule.hint for rule in ruleset.ALL if rule.hint and rule.scope == "text"}
    return {
        pattern: automaton(pattern)
        for pattern in sorted(
            hints
            | {pipeline.NOT_BY_LINES.pattern, pipeline.OF_PROSE}
            | {blocks.SIGNS.pattern, blocks.RARE_SIGNS.pattern, structures.STRUCTURE_HINT.pattern}
            | {neighbours.pattern for _, neighbours in alike_lines.NEIGHBOURS}
        )
    }


def _patterns() -> Iterator[LazyPattern]:
    for module in _modules():
        yield from _within(list(vars(module).values()))
    for rule in ruleset.ALL:
        yield from _within(rule.patterns())
    for profile in _PROFILES:
        rules = compiled.compile_rules(profile)
        asking = Asking(folding.unfolded(profile) or profile)
        for staged in (rules.staged, asking.rules.staged, asking.alone.staged):
            yield from _within(list(vars(staged).values()))
        yield from _within([rules.mark_signs, asking.rules.mark_signs])


def _modules() -> list[ModuleType]:
    """Return the modules of the rules, and those that run them."""
    found = [compiled, lines, pipeline, rare, stages]
    for package in (core, lexicon, ruleset, script, *map(import_module, _OTHERS)):
        names = (module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."))
        found += [package, *(import_module(name) for name in names if not name.endswith("._core"))]
    return found


def _within(value: Any) -> Iterator[LazyPattern]:
    if type(value) is LazyPattern:
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _within(part)
    elif isinstance(value, dict):
        yield from _within(list(value.values()))
