"""normalise(), explain() and rules(): the public functions over the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from .arguments import check_options, check_several, check_text
from .core import core_for, explaining_for, folding_for
from .options import EDITORIAL, ENCODING, HAZM, SEARCH, STANDARD, Options

if TYPE_CHECKING:
    from .explained import Explained
    from .ruleset.rule import Rule

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

#: the options of the latest call, and what normalises by them: to look them up costs as much as a short line
_latest: tuple[object, Callable[[str], str]] = (object(), str)
#: the same for what explains by the core, which leaves some texts to the rules
_latest_explaining: tuple[object, Callable[[str], Explained | None] | None] = (object(), None)


def normalise(text: str, options: Options = STANDARD) -> str:
    """Return *text* with its Persian repaired as *options* say; everything else comes out as it went in.

    What: encoding damage anywhere (mojibake, entities, control characters, normalisation form,
    non-ASCII spaces), and in Persian runs letters, digits, marks, half-spaces, spaces and punctuation.
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
    check_options(options, Options)
    check_several(texts)
    core = core_for(options) or folding_for(options)
    return map(partial(normalise, options=options) if core is None else core.normalise, texts)


def _function(options: Options) -> Callable[[str], str]:
    """Return what normalises by *options*, and keep it for the next call."""
    global _latest
    core = core_for(options) or folding_for(options)
    function: Callable[[str], str]
    if core is not None:
        function = core.normalise
    else:
        from . import by_rules  # the rules are many, and are not needed where the core has an answer

        function = by_rules.normalising(options)
    _latest = options, function
    return function


#: the same function under the spelling of `unicodedata.normalize`
normalize = normalise


def explain(text: str, options: Options = STANDARD) -> Explained:
    """Normalise and return every change: where in the source, what it was, what it is now, by which rules.

    ``explain(x).text == normalise(x)``; splicing the changes into the source gives the text. Changes are
    sorted, disjoint and never empty; offsets are code points of the source.

    >>> explain("او علي بود").changes
    (Change(start=5, end=6, before='ي', after='ی', rules=('arabic-yeh',)),)
    """
    global _latest_explaining
    latest, function = _latest_explaining
    if options is not latest or type(text) is not str:
        _check(text, options)
        core = explaining_for(options)
        function = None if core is None else core.explain
        _latest_explaining = options, function
    if function is not None and (done := function(text)) is not None:
        return done
    from . import by_rules

    return by_rules.explaining(options)(text)


def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order in which they are applied, with reason, examples and near-misses.

    >>> [rule.id for rule in rules() if rule.family == "digits"]
    ['arabic-digit', 'persian-digit']
    """
    from .ruleset import ALL

    return ALL


def _check(text: object, options: object) -> None:
    check_text(text)
    check_options(options, Options)
