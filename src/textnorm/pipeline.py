"""The full pipeline: rules for the whole text, then rules on its Persian runs, until the text is stable."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .chars import HAMZA_ABOVE, PERSIAN_DIGITS, PERSIAN_LETTERS, TANVIN, ZWNJ
from .compiled import CompiledRule, CompiledRules, apply_rule, run_rules
from .edits import Edit, shifted, splice
from .fixed_point import report_limit
from .lazy import lazy_pattern
from .recorder import Recorder
from .ruleset.rule import Rule
from .script.segments import has_arabic, persian_spans

#: characters per chunk: small enough for the processor's cache, large enough to keep calls few
_CHUNK = 16_384
#: what one repair brings to light another may repair; a text is stable long before this
_MAX_PASSES = 8
#: rare characters: those that clean text hardly holds, so that they may trigger a rule
_RARE = f"[^\\n\\r\\t -~{PERSIAN_LETTERS}{PERSIAN_DIGITS}{ZWNJ}{TANVIN}{HAMZA_ABOVE}«»،؛؟\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]"
_RARE_RUN = lazy_pattern(f"{_RARE}{_RARE}*")  # not `+`, which would be tried at each place
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
#: what may stand at the edge of a line: nothing, a space, a tab, the first half of a line end of Windows
EDGE_SPACES = ("", " ", "\t", "\r")
#: letters whose rules look at what later rules change
_LOOKING_AROUND = lazy_pattern("[\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER HEH WITH YEH ABOVE}]")
_CONTROLS = bytes([*range(9), *range(11, 13), *range(14, 32), 127])


def chunks(text: str) -> Iterator[str]:
    """Yield *text* in chunks of whole lines; code that is fenced over several lines stays in one chunk."""
    if len(text) <= _CHUNK or "```" in text or "~~~" in text:
        yield text
        return
    at = 0
    while at < len(text):
        end = text.rfind("\n", at, at + _CHUNK) + 1 or text.find("\n", at + _CHUNK) + 1 or len(text)
        yield text[at:end]
        at = end


def rare_characters(text: str) -> set[str]:
    """Return the characters of *text* that clean text hardly holds."""
    if text.isascii():
        data = text.encode()
        return (
            {*"".join(_RARE_RUN.findall(text))} if len(data.translate(None, _CONTROLS)) < len(data) else set()
        )
    found: set[str] = set()
    for at in range(0, len(text), _CHUNK):
        found.update(*_RARE_RUN.findall(text, at, at + _CHUNK))
    if "\u0654" in text or "\u064c" in text or "\u064d" in text:
        found.update(pair[1] for pair in _COMPOSABLE if pair in text)
    return found


def run(text: str, rules: CompiledRules, recorder: Recorder | None = None) -> str:
    """Run all rules: those for the text, then those for Persian runs, until the text is stable.

    Runs are cut anew after the rules that take marks and shapes away, since what these bring to light may
    belong to another segment; a fold may make new words, so there all is repeated to the fixed point.
    """
    rare: Collection[str] = rare_characters(text)
    for _ in range(_MAX_PASSES):
        before = text
        if may_need_text_rules(text, rare, rules):
            text, rare = run_text_rules(text, rare, rules, recorder)
        if text.isascii() or not has_arabic(text):
            break
        while not rules.mark_triggers.isdisjoint(rare):
            after = _on_persian_runs(text, rules.mark_rules, (), rare, recorder)
            if after == text:
                break
            text, rare = run_text_rules(after, rare_characters(after), rules, recorder)
        text = _on_persian_runs(
            text, rules.persian_rules if rare else rules.unguarded_rules, rules.edge_rules, rare, recorder
        )
        rare = rare_characters(text)
        if text == before or not (rules.folds or may_change_again(before, rare)):
            break
    else:
        report_limit("pipeline", _MAX_PASSES)
    return text


def may_need_text_rules(text: str, rare: Collection[str], rules: CompiledRules) -> bool:
    """Return False where a cheap look shows that no rule for the whole text can match."""
    if not rules.ignorable_chars.issuperset(rare) or "&" in text or rules.folds:
        return True
    return (
        bool(rules.hinted_rules)
        and not text.isascii()
        and any(rule.is_hinted(text) for rule in rules.hinted_rules)
    )


def may_change_again(before: str, rare: Collection[str]) -> bool:
    """Return False where another pass cannot match; *before*: the text before the last one, *rare*: what is rare in it now."""
    return bool(rare) or _LOOKING_AROUND.search(before) is not None


def run_text_rules(
    text: str, rare: Collection[str], rules: CompiledRules, recorder: Recorder | None
) -> tuple[str, Collection[str]]:
    """Return the text after the rules for the whole text, and its rare characters."""
    for _ in range(_MAX_PASSES):
        before = text
        for rule in rules.text_rules:
            if rule.applies(text, rare) and (after := apply_rule(rule, text, recorder)) != text:
                text, rare = after, rare_characters(after)
        if text == before or not may_need_text_rules(text, rare, rules):
            break
    else:
        report_limit("text rules", _MAX_PASSES)
    return text, set(rare)


def _on_persian_runs(
    text: str,
    rules: tuple[CompiledRule, ...],
    edges: tuple[Rule, ...],
    rare: Collection[str],
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
            results = _run_all(runs, rules, rare)
        else:
            results = [run_rules(run, rules, rare, own) for run, own in zip(runs, recorders, strict=True)]
        for (start, end), result, run in zip(spans, results, recorders, strict=True):
            starts = start == 0 or chunk[start - 1] == "\n"
            ends = end == len(chunk) or chunk[end - 1] == "\n"
            if edges and (
                "\n" in result
                or (starts and result[:1] in EDGE_SPACES)
                or (ends and result[-1:] in EDGE_SPACES)
            ):
                result = on_line_edges(result, edges, starts, ends, run)
            pieces += (chunk[at:start], result)
            if run is not None:
                edits += run.edits(result, base + start)
            at = end
        pieces.append(chunk[at:])
        base += len(chunk)
    if recorder is not None:
        recorder.record(edits)
    return "".join(pieces)


def _run_all(runs: list[str], rules: tuple[CompiledRule, ...], rare: Collection[str]) -> list[str]:
    """Run the rules on all runs in one call, since no rule looks over the end of a line or makes one."""
    if len(runs) < 2:
        return [run_rules(run, rules, rare, None) for run in runs]
    lines = iter(run_rules("\n".join(runs), rules, rare, None).split("\n"))
    return ["\n".join([next(lines) for _ in range(run.count("\n") + 1)]) for run in runs]


def on_line_edges(
    text: str, edges: tuple[Rule, ...], starts: bool, ends: bool, recorder: Recorder | None
) -> str:
    """Run the rules for the edges of lines on one run, which may itself start and end inside a line."""
    for rule in edges:
        if rule.applies(text, ()):
            start = 0 if starts or rule.line_edge == "end" else text.find("\n") + 1 or len(text)
            end = len(text) if ends or rule.line_edge == "start" else text.rfind("\n") + 1
            edits = shifted(rule.edits(text[start:end]), start)
            if recorder is not None:
                recorder.record(edits)
            text = splice(text, edits)
    return text
