"""normalise(), explain() and rules(): the public functions over the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from . import pipeline
from .cache import BoundedCache
from .compiled import CompiledRules, compile_rules
from .core import core_for, explaining_for, folding_for
from .fixed_point import report_limit
from .options import EDITORIAL, ENCODING, HAZM, SEARCH, STANDARD, Options
from .recorder import Recorder
from .ruleset import ALL
from .ruleset.rule import Rule
from .stages import apply_rule

if TYPE_CHECKING:
    from .explained import Explained

__all__ = [
    "EDITORIAL",
    "ENCODING",
    "HAZM",
    "SEARCH",
    "STANDARD",
    "Options",
    "explain",
    "normalise",
    "normalise_many",
    "normalize",
    "rules",
]

#: passes of the rules for speech and of all others in turn, after which a text that still changes is left to the others
_MAX_PASSES = 8
#: short texts (a line, a name, a query) come again: results that are remembered for each of the latest options
_MOST_TEXTS, _LONGEST_TEXT, _MOST_OPTIONS = 1 << 11, 256, 8
#: the options of the latest call, and what normalises by them: to look them up costs as much as a short line
_latest: tuple[Options | None, Callable[[str], str]] = (None, str)


def normalise(text: str, options: Options = STANDARD) -> str:
    """Return *text* with its Persian repaired as *options* say; everything else comes out as it went in.

    What: encoding damage anywhere (mojibake, entities, control characters, normalisation form, odd
    spaces), and in Persian runs letters, digits, marks, half-spaces, spaces and punctuation.
    Left alone on purpose: Latin text, URLs, e-mail addresses, code, file names, @handles, #tags, numbers
    inside Latin text, emoji, words of other languages in Arabic script, vocalised quotations, and in
    STANDARD also style: tanvin, hamza, ASCII digits, quotes, «این که».
    Doing it twice changes nothing more. Raises TypeError for anything but str.

    >>> print(normalise("اين كتاب هاي خوب را می خوانم ,  see README.md v1.2 ,ok"))
    این کتاب‌های خوب را می‌خوانم، see README.md v1.2 ,ok
    """
    latest, function = _latest
    if options is not latest or type(text) is not str:
        _check(text, options)
        function = _function(options)
    return function(text)


def normalise_many(texts: Iterable[str], options: Options = STANDARD) -> Iterator[str]:
    """Return an iterator of what `normalise` makes of each of *texts*, at less cost for many short ones.

    One text is taken at a time, when the result is asked for, so that *texts* may be a file or a generator without
    end. Raises TypeError for anything but str, where it comes.

    >>> list(normalise_many(["علي", "see README.md"]))
    ['علی', 'see README.md']
    """
    _check("", options)
    core = core_for(options) or folding_for(options)
    return map(partial(normalise, options=options) if core is None else core.normalise, texts)


def _function(options: Options) -> Callable[[str], str]:
    """Return what normalises by *options*, and keep it for the next call."""
    global _latest
    core = core_for(options) or folding_for(options)
    function: Callable[[str], str] = core.normalise if core is not None else _without_core(options)
    _latest = options, function
    return function


@lru_cache(maxsize=_MOST_OPTIONS)
def _without_core(options: Options) -> Callable[[str], str]:
    """Return what normalises by *options*; the rules but those for speech may have a core yet."""
    compiled = compile_rules(options)
    if compiled.informal is None and compiled.hazm is None:
        run = partial(pipeline.run, rules=compiled)
        return BoundedCache(run, _MOST_TEXTS, _LONGEST_TEXT).__getitem__
    core = None if compiled.informal is None else core_for(replace(options, informal="keep"))
    if core is None or compiled.informal is None:
        return partial(_run, compiled=compiled)
    return partial(_run_informal, run=core.normalise, informal=compiled.informal)


#: the same function under the spelling of `unicodedata.normalize`
normalize = normalise


def explain(text: str, options: Options = STANDARD) -> Explained:
    """Normalise and return every change: where in the source, what it was, what it is now, by which rules.

    ``explain(x).text == normalise(x)``; splicing the changes into the source gives the text. Changes are
    sorted, disjoint and never empty; offsets are code points of the source.

    >>> explain("او علي بود").changes
    (Change(start=5, end=6, before='ي', after='ی', rules=('arabic-yeh',)),)
    """
    _check(text, options)
    explaining = explaining_for(options)
    if explaining is not None and (found := explaining.text(text)) is not None:
        recorder = Recorder(text)
        recorder.regions = found[1]
        return recorder.explained(found[0])
    return _explaining(options)(text)


@lru_cache(maxsize=_MOST_OPTIONS)
def _explaining(options: Options) -> Callable[[str], Explained]:
    """Return what explains by *options* without a core."""

    def explained(text: str) -> Explained:
        recorder = Recorder(text)
        return recorder.explained(_run(text, compile_rules(options), recorder))

    return BoundedCache(explained, _MOST_TEXTS, _LONGEST_TEXT).__getitem__


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order in which they are applied, with reason, examples and near-misses.

    >>> [rule.id for rule in rules() if rule.family == "digits"]
    ['arabic-digit', 'persian-digit']
    """
    return ALL


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


def _check(text: object, options: object) -> None:
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError("textnorm works on str, not bytes: decode first, e.g. data.decode('utf-8')")
    if not isinstance(text, str):
        raise TypeError(f"textnorm works on str, not {type(text).__name__}")
    if not isinstance(options, Options):
        raise TypeError(f"options must be textnorm.Options, not {type(options).__name__}")
