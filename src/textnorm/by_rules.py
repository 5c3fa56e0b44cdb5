"""Normalise and explain by the rules alone, in Python: where there is no core, and for what it leaves to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from . import pipeline
from .cache import BoundedCache
from .compiled import CompiledRules, compile_rules
from .core import core_for
from .explained import Explained
from .fixed_point import report_limit
from .options import Options
from .recorder import Recorder
from .ruleset.rule import Rule
from .stages import apply_rule

#: passes of the rules for speech and of all others in turn, after which a text that still changes is left to the others
_MAX_PASSES = 8
#: short texts (a line, a name, a query) come again: results that are remembered for each of the latest options
_MOST_TEXTS, _LONGEST_TEXT, _MOST_OPTIONS = 1 << 11, 256, 8


@lru_cache(maxsize=_MOST_OPTIONS)
def normalising(options: Options) -> Callable[[str], str]:
    """Return what normalises by *options*; where they ask for words of speech made formal, a core may do the rest."""
    compiled = compile_rules(options)
    if compiled.informal is None and compiled.hazm is None:
        run = partial(pipeline.run, rules=compiled)
        return BoundedCache(run, _MOST_TEXTS, _LONGEST_TEXT).__getitem__
    if compiled.informal is None:
        return partial(_run, compiled=compiled)
    core = core_for(replace(options, informal="keep"))
    others = partial(pipeline.run, rules=compiled) if core is None else core.normalise
    informal = partial(_run_informal, run=others, informal=compiled.informal)
    return BoundedCache(informal, _MOST_TEXTS, _LONGEST_TEXT).__getitem__


@lru_cache(maxsize=_MOST_OPTIONS)
def explaining(options: Options) -> Callable[[str], Explained]:
    """Return what normalises by *options* and says what changed."""

    def explained(text: str) -> Explained:
        recorder = Recorder(text)
        return recorder.explained(_run(text, compiled, recorder))

    compiled = compile_rules(options)
    if compiled.hazm is not None:
        return explained
    return BoundedCache(explained, _MOST_TEXTS, _LONGEST_TEXT).__getitem__


def _run(text: str, compiled: CompiledRules, recorder: Recorder | None = None) -> str:
    if compiled.hazm is not None:
        return apply_rule(compiled.hazm, text, recorder)
    run = partial(pipeline.run, rules=compiled, recorder=recorder)
    if compiled.informal is None:
        return run(text)
    return _run_informal(text, run, compiled.informal, recorder)


def _run_informal(
    text: str, run: Callable[[str], str], informal: Rule, recorder: Recorder | None = None
) -> str:
    """Make words of speech formal after all other rules, which *run* applies, until nothing more changes."""
    text = own = run(text)
    regions = [] if recorder is None else list(recorder.regions)
    for _ in range(_MAX_PASSES):
        before, text = text, apply_rule(informal, text, recorder)
        if text == before or (text := run(text)) == before:
            return text
    report_limit("informal to formal", _MAX_PASSES)
    if recorder is not None:  # the two never agree on this text: the other rules alone
        recorder.regions = regions
    return own
