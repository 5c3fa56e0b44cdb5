"""The one road through the rules: those for the whole text, then those for its Persian runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .chars import HAMZA_ABOVE, PERSIAN_DIGITS, PERSIAN_LETTERS, TANVIN, ZWNJ
from .engine import Edit, Recorder, Rule, splice
from .offsets import shifted
from .patterns import late
from .plan import Plan, Step, applied, run_steps
from .segments import has_arabic, persian_spans

#: characters per chunk: small enough for the processor's cache, large enough to keep calls few
_CHUNK = 16_384
#: what one repair brings to light another may repair; a text stays as it is long before this
_MOST_PASSES = 8
#: characters that trigger a rule: clean text holds hardly any
_RARE = f"[^\\n\\r\\t -~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}{TANVIN}{HAMZA_ABOVE}«»،؛؟\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]"
_ODD = late(f"{_RARE}{_RARE}*")  # not `+`, which would be tried at each place
#: of the characters left out above, pairs that normalisation form C would write in another way
_COMPOSABLE = (
    "ا\u0654",
    "و\u0654",
    "ي\u0654",
    "ہ\u0654",
    "ے\u0654",
    "ە\u0654",
    "\u0654\u064b",
    "\u0654\u064c",
    "\u0654\u064d",
    "\u064c\u064b",
    "\u064d\u064b",
    "\u064d\u064c",
)
BLANKS = ("", " ", "\t", "\r")
#: letters whose rules look at what later rules change
_LOOKING_AROUND = late("[\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER HEH WITH YEH ABOVE}]")
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


def odd_characters(text: str) -> set[str]:
    """The characters of *text* that clean text does not hold."""
    if text.isascii():
        data = text.encode()
        return {*"".join(_ODD.findall(text))} if len(data.translate(None, _CONTROLS)) < len(data) else set()
    found: set[str] = set()
    for at in range(0, len(text), _CHUNK):
        found.update(*_ODD.findall(text, at, at + _CHUNK))
    if "\u0654" in text or "\u064c" in text or "\u064d" in text:
        found.update(pair[1] for pair in _COMPOSABLE if pair in text)
    return found


def run(text: str, plan: Plan, recorder: Recorder | None = None) -> str:
    """The whole road: rules for the text, then those for Persian runs, until nothing more comes to light.

    Runs are cut anew after the rules that take marks and shapes away, since what these bring to light may
    belong to another segment; a fold may bring forth new words, so there all is done until it stays.
    """
    odd: Collection[str] = odd_characters(text)
    for _ in range(_MOST_PASSES):
        before = text
        if may_need_repair(text, odd, plan):
            text, odd = repaired(text, odd, plan, recorder)
        if text.isascii() or not has_arabic(text):
            break
        while not plan.triggers.isdisjoint(odd):
            after = _over_runs(text, plan.removing, (), odd, recorder)
            if after == text:
                break
            text, odd = repaired(after, odd_characters(after), plan, recorder)
        text = _over_runs(text, plan.repairing if odd else plan.common, plan.edges, odd, recorder)
        odd = odd_characters(text)
        if text == before or not (plan.folds or may_change_again(before, odd)):
            break
    return text


def may_need_repair(text: str, odd: Collection[str], plan: Plan) -> bool:
    """False where a cheap look shows that no rule for the whole text has work to do."""
    return not plan.harmless.issuperset(odd) or "&" in text or plan.folds


def may_change_again(before: str, odd: Collection[str]) -> bool:
    """False where another pass has nothing to find; *before*: the text before this one, *odd*: what is rare in it now."""
    return bool(odd) or _LOOKING_AROUND.search(before) is not None


def repaired(
    text: str, odd: Collection[str], plan: Plan, recorder: Recorder | None
) -> tuple[str, Collection[str]]:
    """The text after the rules for the whole text, and the characters in it that may trigger a rule."""
    for _ in range(_MOST_PASSES):
        before = text
        for rule in plan.text:
            if rule.applies(text, odd) and (after := applied(rule, text, recorder)) != text:
                text, odd = after, odd_characters(after)
        if text == before or not may_need_repair(text, odd, plan):
            break
    return text, set(odd)


def _over_runs(
    text: str,
    steps: tuple[Step, ...],
    edges: tuple[Rule, ...],
    odd: Collection[str],
    recorder: Recorder | None,
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
            results = [run_steps(run, steps, odd, own) for run, own in zip(runs, recorders, strict=True)]
        for (start, end), result, run in zip(spans, results, recorders, strict=True):
            starts = start == 0 or chunk[start - 1] == "\n"
            ends = end == len(chunk) or chunk[end - 1] == "\n"
            if edges and (
                "\n" in result or (starts and result[:1] in BLANKS) or (ends and result[-1:] in BLANKS)
            ):
                result = over_edges(result, edges, starts, ends, run)
            pieces += (chunk[at:start], result)
            if run is not None:
                edits += run.edits(result, base + start)
            at = end
        pieces.append(chunk[at:])
        base += len(chunk)
    if recorder is not None:
        recorder.record(edits)
    return "".join(pieces)


def _at_once(runs: list[str], steps: tuple[Step, ...], odd: Collection[str]) -> list[str]:
    """What `run_steps` makes of each run, in one call: no rule looks over the end of a line or makes one."""
    if len(runs) < 2:
        return [run_steps(run, steps, odd, None) for run in runs]
    lines = iter(run_steps("\n".join(runs), steps, odd, None).split("\n"))
    return ["\n".join([next(lines) for _ in range(run.count("\n") + 1)]) for run in runs]


def over_edges(
    text: str, edges: tuple[Rule, ...], starts: bool, ends: bool, recorder: Recorder | None
) -> str:
    """A run after the rules for the edges of lines; it may itself start and end inside a line."""
    for rule in edges:
        if rule.applies(text, ()):
            start = 0 if starts or rule.anchor == "end" else text.find("\n") + 1 or len(text)
            end = len(text) if ends or rule.anchor == "start" else text.rfind("\n") + 1
            edits = shifted(rule.edits(text[start:end]), start)
            if recorder is not None:
                recorder.record(edits)
            text = splice(text, edits)
    return text
