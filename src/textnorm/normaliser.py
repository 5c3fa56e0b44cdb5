"""normalise(), explain() and rules()."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import road
from .engine import Recorder, Rule
from .lines import Lines
from .options import EDITORIAL, ENCODING, HAZM, SEARCH, STANDARD, Options
from .plan import applied, plan_of
from .quick import lines_of, run
from .ruleset import ALL

if TYPE_CHECKING:
    from .explained import Explained

__all__ = ["EDITORIAL", "ENCODING", "HAZM", "SEARCH", "STANDARD", "Options", "explain", "normalise", "rules"]

#: passes of our rules and hazm's in turn, after which a text that still changes is left to ours
_MOST_PASSES = 8
#: the options of the latest call, and what they do with lines
_latest: tuple[Options | None, Lines | None] = (None, None)


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
    latest, lines = _latest
    if options is not latest or lines is None or type(text) is not str:
        lines = _lines(text, options)
        if lines.plan.hazm is not None:
            return _run_hazm(text, options, lines.plan.hazm)
    return run(text, lines)


def _lines(text: str, options: Options) -> Lines:
    """What *options* do with lines, kept for the next call: to hash the options anew costs a tenth of a short line."""
    global _latest
    _check(text, options)
    lines = lines_of(options)
    if lines.plan.hazm is None:
        _latest = options, lines
    return lines


def explain(text: str, options: Options = STANDARD) -> Explained:
    """Like `normalise`, with every change: where in the source, what it was, what it is now, by which rules.

    ``explain(x).text == normalise(x)``; splicing the changes into the source gives the text. Changes are
    sorted, disjoint and never empty; offsets are code points of the source.

    >>> explain("او علي بود").changes
    (Change(start=5, end=6, before='ي', after='ی', rules=('arabic-yeh',)),)
    """
    latest, lines = _latest
    if options is not latest or lines is None or type(text) is not str:
        lines = _lines(text, options)
    recorder = Recorder(text)
    if lines.plan.hazm is not None:
        return recorder.explained(_run_hazm(text, options, lines.plan.hazm, recorder))
    return recorder.explained(run(text, lines, recorder))


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are applied, with reason, examples and near-misses.

    >>> [rule.id for rule in rules() if rule.family == "digits"]
    ['arabic-digit', 'persian-digit']
    """
    return ALL


def _run_hazm(text: str, options: Options, hazm: Rule, recorder: Recorder | None = None) -> str:
    """hazm's rules instead of ours, or words made formal by it after ours, until nothing more changes."""
    if options.engine == "hazm":
        return applied(hazm, text, recorder)
    text = own = road.run(text, plan_of(options), recorder)
    regions = [] if recorder is None else list(recorder.regions)
    for _ in range(_MOST_PASSES):
        before, text = text, applied(hazm, text, recorder)
        if text == before or (text := road.run(text, plan_of(options), recorder)) == before:
            return text
    if recorder is not None:  # the two never agree on this text: ours alone
        recorder.regions = regions
    return own


def _check(text: object, options: object) -> None:
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError("textnorm works on str, not bytes: decode first, e.g. data.decode('utf-8')")
    if not isinstance(text, str):
        raise TypeError(f"textnorm works on str, not {type(text).__name__}")
    if not isinstance(options, Options):
        raise TypeError(f"options must be textnorm.Options, not {type(options).__name__}")
