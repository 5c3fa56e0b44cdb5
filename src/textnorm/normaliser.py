"""normalise() and explain(): the rules applied to the Persian runs of a text, by options and profiles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from typing import Any, Literal

from .chars import HAMZA_ABOVE, PERSIAN_DIGITS, PERSIAN_LETTERS, TANVIN, ZWNJ
from .engine import Edit, Explained, Recorder, Rule, splice
from .ruleset import ALL, hazm_rules
from .ruleset.encoding import NFC
from .ruleset.joiners import find_joins
from .segments import has_arabic, persian_spans


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the output should look like. Immutable, hashable, picklable.

    spacing : set spaces and punctuation of Persian text; False leaves them all as found
    words   : which letters and words are repaired: ``"all"``, or ``"letters"`` for code points only
    joins   : half-spaces restored: ``"certain"`` ones, ``"all"`` with the likely ones, or ``"none"``
    digits  : ``"keep"`` leaves ASCII digits in Persian text; ``"persian"`` sets Persian ones
    quotes  : ``"keep"``, or ``"guillemets"``
    ezafe   : ``"keep"``, or ``"hamza"`` for هٔ
    signs   : ``"keep"``, or ``"persian"`` for … and ٪
    fold    : fold for search: case, marks, hamza, digits, ZWNJ
    engine  : ``"textnorm"``, or ``"hazm"`` for hazm's own rules instead of ours; they leave no choice, so
              every other option but *informal* must stay at its default
    informal: ``"keep"``, or ``"formal"`` for words of speech made formal (می‌رم → می‌روم), by hazm
    ignore  : ids of rules or families to leave out

    What hazm does is done on Persian runs only; where it cannot run, `HazmUnavailable` is raised.

    An unknown value, rule or family is a ValueError that names the near matches.

    >>> Options(ignore={"arabic-yeh"}).ignore
    frozenset({'arabic-yeh'})
    >>> Options(ignore={"arabic-yej"})
    Traceback (most recent call last):
    ValueError: unknown rule or family 'arabic-yej' in ignore; did you mean 'arabic-yeh'?
    """

    spacing: bool = True
    words: Literal["all", "letters"] = "all"
    joins: Literal["none", "certain", "all"] = "certain"
    digits: Literal["keep", "persian"] = "keep"
    quotes: Literal["keep", "guillemets"] = "keep"
    ezafe: Literal["keep", "hamza"] = "keep"
    signs: Literal["keep", "persian"] = "keep"
    fold: bool = False
    engine: Literal["textnorm", "hazm"] = "textnorm"
    informal: Literal["keep", "formal"] = "keep"
    ignore: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return self.__dict__["_hash"]  # type: ignore[no-any-return] # kept: every call looks up its plan by it

    def __reduce__(self) -> tuple[object, ...]:
        return _from_dict, ({f.name: getattr(self, f.name) for f in fields(self)},)

    def __post_init__(self) -> None:
        names = {self.ignore} if isinstance(self.ignore, str) else set(self.ignore)
        object.__setattr__(self, "ignore", frozenset(names))
        object.__setattr__(self, "_hash", hash((*(getattr(self, name) for name in _CHOICES), self.ignore)))
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(
                    f"{name} must be one of {', '.join(map(repr, allowed))}, not {getattr(self, name)!r}"
                )
        for unknown in sorted(names - _NAMES):
            from difflib import get_close_matches

            near = get_close_matches(unknown, sorted(_NAMES), 1)
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else "; see textnorm.rules()"
            raise ValueError(f"unknown rule or family {unknown!r} in ignore{hint}")
        if self.engine == "hazm":
            self._leave_all_to_hazm()

    def _leave_all_to_hazm(self) -> None:
        for f in fields(self):
            if f.init and f.name not in ("engine", "informal") and getattr(self, f.name) != f.default:
                raise ValueError(f"engine='hazm' does as hazm does: {f.name} must be {f.default!r}")


def _from_dict(values: dict[str, Any]) -> Options:
    return Options(**values)


_CHOICES: dict[str, tuple[object, ...]] = {
    "spacing": (True, False),
    "words": ("all", "letters"),
    "joins": ("none", "certain", "all"),
    "digits": ("keep", "persian"),
    "quotes": ("keep", "guillemets"),
    "ezafe": ("keep", "hamza"),
    "signs": ("keep", "persian"),
    "fold": (True, False),
    "engine": ("textnorm", "hazm"),
    "informal": ("keep", "formal"),
}
_NAMES = {rule.id for rule in ALL} | {rule.family for rule in ALL}

#: repairs encoding damage and Persian orthography; keeps meaning and style
STANDARD = Options()
#: STANDARD, and what an editor sets: Persian digits, guillemets, … and ٪, هٔ
EDITORIAL = Options(digits="persian", quotes="guillemets", ezafe="hamza", signs="persian")
#: folded for an index and its queries; not for reading
SEARCH = Options(fold=True)
#: characters only, never a space
ENCODING = Options(spacing=False, words="letters", joins="none")
#: hazm's own Normalizer on Persian runs, everything else untouched; needs hazm (Python 3.12 or 3.13)
HAZM = Options(engine="hazm")

_SPACING_FAMILIES = {"spaces", "punctuation"}
_WORD_FAMILIES = {"marks", "zwnj", "repeats"}
_STYLE = {
    "persian-digit": "digits",
    "guillemets": "quotes",
    "heh-ezafe": "ezafe",
    "ellipsis": "signs",
    "percent": "signs",
}


def _wanted(rule: Rule, options: Options) -> bool:
    if rule.id in options.ignore or rule.family in options.ignore or rule.family == "joiners":
        return False
    if rule.id in _STYLE:
        return bool(getattr(options, _STYLE[rule.id]) != "keep")
    if rule.family == "search":
        return options.fold
    if rule.family in _SPACING_FAMILIES:
        return options.spacing
    return rule.family not in _WORD_FAMILIES or options.words == "all"


#: a rule, ready for use: rare characters of which one must be there (None: no need), literals of which one
#: must be there, the function, and the rule itself for explanations
_Step = tuple[frozenset[str] | None, tuple[str, ...], Callable[[str], str], Rule]


@dataclass(frozen=True, slots=True)
class _Plan:
    """The rules that some options ask for: those for the whole text and those for Persian runs."""

    text: tuple[Rule, ...]
    harmless: frozenset[str]  # rare characters that call for no rule of *text*
    removing: tuple[_Step, ...]
    triggers: frozenset[str]  # of *removing*
    repairing: tuple[_Step, ...]
    common: tuple[_Step, ...]  # those of *repairing* that need no rare character
    edges: tuple[Rule, ...]
    folds: bool
    hazm: Rule | None


#: what one repair brings to light another may repair; a text stays as it is long before this
_MOST_PASSES = 8


@lru_cache(maxsize=64)
def _plan(options: Options) -> _Plan:
    wanted = [rule for rule in ALL if _wanted(rule, options)]
    persian = [rule for rule in wanted if rule.scope == "persian" and not rule.anchor]
    if options.joins != "none" and "joiners" not in options.ignore:
        certainty = "likely" if options.joins == "all" else "certain"
        find = partial(find_joins, certainty=certainty, ignore=options.ignore)
        joiners = Rule(id="joiners", family="joiners", why="all joiner rules, in one pass", find=find)
        persian.insert(sum(rule.family != "search" for rule in persian), joiners)
    repairing = tuple(_step(rule) for rule in persian if rule.family != "marks")
    text = tuple(rule for rule in wanted if rule.scope == "text")
    return _Plan(
        text=text,
        harmless=NFC.spared.difference(*(rule.triggers for rule in text)),
        removing=tuple(_step(rule) for rule in persian if rule.family == "marks"),
        triggers=frozenset().union(*(rule.triggers for rule in persian if rule.family == "marks")),
        repairing=repairing,
        common=tuple(step for step in repairing if step[0] is None),
        edges=tuple(rule for rule in wanted if rule.anchor),
        folds=options.fold,
        hazm=hazm_rules.rule(options.engine, options.informal),
    )


def _step(rule: Rule) -> _Step:
    return rule.triggers or None, rule.needs or ("",), rule.function, rule


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
    _check(text, options)
    plan = _plan(options)
    return _run(text, plan) if plan.hazm is None else _run_hazm(text, options, plan.hazm)


def explain(text: str, options: Options = STANDARD) -> Explained:
    """Like `normalise`, with every change: where in the source, what it was, what it is now, by which rules.

    ``explain(x).text == normalise(x)``; splicing the changes into the source gives the text. Changes are
    sorted, disjoint and never empty; offsets are code points of the source.

    >>> explain("او علي بود").changes
    (Change(start=5, end=6, before='ي', after='ی', rules=('arabic-yeh',)),)
    """
    _check(text, options)
    recorder = Recorder(text)
    plan = _plan(options)
    run = _run(text, plan, recorder) if plan.hazm is None else _run_hazm(text, options, plan.hazm, recorder)
    return recorder.explained(run)


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are applied, with reason, examples and near-misses.

    >>> [rule.id for rule in rules() if rule.family == "digits"]
    ['arabic-digit', 'persian-digit']
    """
    return ALL


#: characters per chunk: small enough for the processor's cache, large enough to keep calls few
_CHUNK = 16_384
#: characters that trigger no rule: clean text holds hardly any other
_ODD = re.compile(
    f"[^\\n\\r\\t -~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}{TANVIN}{HAMZA_ABOVE}«»،؛؟\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]"
)
#: of the characters left out above, pairs that normalisation form C would write in another way
_COMPOSABLE = (
    "ا\u0654",
    "و\u0654",
    "\u0654\u064b",
    "\u0654\u064c",
    "\u0654\u064d",
    "\u064c\u064b",
    "\u064d\u064b",
    "\u064d\u064c",
)
_BLANKS = ("", " ", "\t", "\r")
_CONTROLS = bytes([*range(9), *range(11, 13), *range(14, 32), 127])


def chunks(text: str) -> Iterator[str]:
    """*text* in chunks of whole lines; code that is fenced over several lines stays in one chunk."""
    if len(text) <= _CHUNK or "```" in text or "~~~" in text:
        yield text
        return
    at = 0
    while at < len(text):
        end = text.rfind("\n", at, at + _CHUNK) + 1 or text.find("\n", at + _CHUNK) + 1 or len(text)
        yield text[at:end]
        at = end


def _odd(text: str) -> set[str]:
    """The characters of *text* that clean text does not hold."""
    if text.isascii():
        data = text.encode()
        return set(_ODD.findall(text)) if len(data.translate(None, _CONTROLS)) < len(data) else set()
    found: set[str] = set()
    for at in range(0, len(text), _CHUNK):
        found.update(_ODD.findall(text, at, at + _CHUNK))
    if "\u0654" in text or "\u064c" in text or "\u064d" in text:
        found.update(pair[1] for pair in _COMPOSABLE if pair in text)
    return found


def _run(text: str, plan: _Plan, recorder: Recorder | None = None) -> str:
    """The whole road: rules for the text, then those for Persian runs, until nothing more comes to light.

    Runs are cut anew after the rules that take marks and shapes away, since what these bring to light may
    belong to another segment; a fold may bring forth new words, so there all is done until it stays.
    """
    odd = _odd(text)
    if not plan.harmless.issuperset(odd) or "&" in text or plan.folds:
        text, odd = _repaired(text, odd, plan.text, recorder)
    if text.isascii() or not has_arabic(text):
        return text
    for _ in range(_MOST_PASSES):
        before = text
        while not plan.triggers.isdisjoint(odd):
            after = _over_runs(text, plan.removing, (), odd, recorder)
            if after == text:
                break
            text, odd = _repaired(after, _odd(after), plan.text, recorder)
        text = _over_runs(text, plan.repairing if odd else plan.common, plan.edges, odd, recorder)
        if odd and (odd := _odd(text)):
            text, odd = _repaired(text, odd, plan.text, recorder)
        if not plan.folds and (not odd or plan.triggers.isdisjoint(odd) or text == before):
            break
        if text == before:
            break
    return text


def _run_hazm(text: str, options: Options, hazm: Rule, recorder: Recorder | None = None) -> str:
    """hazm's rules instead of ours, or words made formal by it after ours, until nothing more changes."""
    if options.engine == "hazm":
        return _applied(hazm, hazm.function, text, recorder)
    text = own = _run(text, _plan(options), recorder)
    regions = [] if recorder is None else list(recorder.regions)
    for _ in range(_MOST_PASSES):
        before, text = text, _applied(hazm, hazm.function, text, recorder)
        if text == before or (text := _run(text, _plan(options), recorder)) == before:
            return text
    if recorder is not None:  # the two never agree on this text: ours alone
        recorder.regions = regions
    return own


def _repaired(
    text: str, odd: set[str], rules: tuple[Rule, ...], recorder: Recorder | None
) -> tuple[str, set[str]]:
    """The text after the rules for the whole text, and the characters in it that may trigger a rule."""
    for _ in range(_MOST_PASSES):
        before = text
        for rule in rules:
            if rule.applies(text, odd) and (after := _applied(rule, rule.function, text, recorder)) != text:
                text, odd = after, _odd(after)
        if text == before:
            break
    return text, odd


def _over_runs(
    text: str, steps: tuple[_Step, ...], edges: tuple[Rule, ...], odd: set[str], recorder: Recorder | None
) -> str:
    """Apply rules to each Persian run of *text*."""
    pieces: list[str] = []
    edits: list[Edit] = []
    base = 0
    for chunk in chunks(text):
        at = 0
        spans = persian_spans(chunk)
        runs = [chunk[start:end] for start, end in spans]
        recorders = [None if recorder is None else Recorder(run) for run in runs]
        if recorder is None:
            results = _at_once(runs, steps, odd)
        else:
            results = [_over_steps(run, steps, odd, own) for run, own in zip(runs, recorders, strict=True)]
        for (start, end), result, run in zip(spans, results, recorders, strict=True):
            starts = start == 0 or chunk[start - 1] == "\n"
            ends = end == len(chunk) or chunk[end - 1] == "\n"
            if edges and (
                "\n" in result or (starts and result[:1] in _BLANKS) or (ends and result[-1:] in _BLANKS)
            ):
                result = _over_edges(result, edges, starts, ends, run)
            pieces += (chunk[at:start], result)
            if run is not None:
                edits += run.edits(result, base + start)
            at = end
        pieces.append(chunk[at:])
        base += len(chunk)
    if recorder is not None:
        recorder.record(edits)
    return "".join(pieces)


def _at_once(runs: list[str], steps: tuple[_Step, ...], odd: set[str]) -> list[str]:
    """What `_over_steps` makes of each run, in one call: no rule looks over the end of a line or makes one."""
    if len(runs) < 2:
        return [_over_steps(run, steps, odd, None) for run in runs]
    lines = iter(_over_steps("\n".join(runs), steps, odd, None).split("\n"))
    return ["\n".join([next(lines) for _ in range(run.count("\n") + 1)]) for run in runs]


def _over_steps(text: str, steps: tuple[_Step, ...], odd: set[str], recorder: Recorder | None) -> str:
    """One Persian run after the steps; this loop is where the time goes."""
    for triggers, needs, function, rule in steps:
        if triggers is not None and triggers.isdisjoint(odd):
            continue
        for literal in needs:
            if literal in text:
                text = function(text) if recorder is None else _applied(rule, function, text, recorder)
                break
    return text


def _over_edges(
    text: str, edges: tuple[Rule, ...], starts: bool, ends: bool, recorder: Recorder | None
) -> str:
    """A run after the rules for the edges of lines; it may itself start and end inside a line."""
    for rule in edges:
        if rule.applies(text, ()):
            start = 0 if starts or rule.anchor == "end" else text.find("\n") + 1 or len(text)
            end = len(text) if ends or rule.anchor == "start" else text.rfind("\n") + 1
            edits = [(start + a, start + b, new, ids) for a, b, new, ids in rule.edits(text[start:end])]
            if recorder is not None:
                recorder.record(edits)
            text = splice(text, edits)
    return text


def _applied(rule: Rule, function: Callable[[str], str], text: str, recorder: Recorder | None) -> str:
    if recorder is None:
        return function(text)
    edits = rule.edits(text)
    recorder.record(edits)
    return splice(text, edits)


def _check(text: object, options: object) -> None:
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError("textnorm works on str, not bytes: decode first, e.g. data.decode('utf-8')")
    if not isinstance(text, str):
        raise TypeError(f"textnorm works on str, not {type(text).__name__}")
    if not isinstance(options, Options):
        raise TypeError(f"options must be textnorm.Options, not {type(options).__name__}")
