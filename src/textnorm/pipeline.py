"""The full pipeline: rules for the whole text, then rules on its Persian runs, until the text is stable."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from .chars import INVISIBLE, NON_ASCII_SPACES, SHORT_VOWELS
from .compiled import CompiledRules, join_words, run_rules
from .edits import Edit, around, parted, shifted, splice
from .fixed_point import report_limit
from .lazy import lazy_pattern
from .line_edges import with_edges
from .lines import (
    CHUNK,
    Lines,
    changed_lines,
    held_others,
    keeps_blocks,
    lines_holding,
    outside_blocks,
    without_new_blocks,
)
from .rare import composing, rare_characters
from .recorder import Recorder
from .ruleset.extracted.spaces import HINT
from .ruleset.extracted.triggers import LOOKALIKES
from .ruleset.rule import Rule
from .ruleset.zwnj import AT_SIGN
from .script.blocks import blocks
from .script.markup import inline_tags, tagged_lines, without_tags
from .script.segments import has_arabic, is_calm, persian_spans_in
from .script.verse_lines import may_hold_verse
from .stages import FOLDS, LETTERS, SPACING, StagedRun, apply_rule

Step = Callable[[str, Recorder | None], str]
#: what one repair brings to light another may repair; a text is stable long before this
_MAX_PASSES = 8
#: spaces, and what rules take away from between them
_UNSEEN = f" \t{INVISIBLE}{SHORT_VOWELS}"
#: where a rule for the whole text looks at more than a line: entities, which may belong to markup, fences, and what stays
#: in blocks: non-ASCII spaces, words of two scripts, letters of other alphabets
OF_PROSE = f"[{''.join(sorted(LOOKALIKES))}]|{HINT}"
NOT_BY_LINES = lazy_pattern(f"&|```|~~~|[{NON_ASCII_SPACES}]|{OF_PROSE}")


def run(text: str, rules: CompiledRules, recorder: Recorder | None = None) -> str:
    """Run all rules: those for the text, then those for Persian runs, which read over inline tags.

    One pass settles a line, so that what becomes of it does not depend on other lines; what text rules find in the
    result is passed once more. A fold may make new words, so there all is repeated to the fixed point; so it is where other
    lines are blocks now than were before.
    """
    for _ in range(_MAX_PASSES):
        before, text = text, _run_once(text, rules, recorder)
        if keeps_blocks(before, text):
            return text
    report_limit("blocks", _MAX_PASSES)
    return text


def _run_once(text: str, rules: CompiledRules, recorder: Recorder | None) -> str:
    if is_calm(text) and has_arabic(text) and not (rules.folds or composing(text)):
        return _run_persian(text, rules, recorder, calm=True)
    text = run_text_rules(text, rare_characters(text), rules, recorder)[0]
    if text.isascii() or not has_arabic(text):
        return text
    rules = rules.of_text(text)
    tags = inline_tags(text) if rules.mark_rules or rules.staged.stages[LETTERS] else []
    return _run_over_tags(text, tags, rules, recorder) if tags else _run_persian(text, rules, recorder)


def _run_over_tags(
    text: str, tags: list[tuple[int, int]], rules: CompiledRules, recorder: Recorder | None
) -> str:
    """Run the rules on lines with inline tags as if these were not there, and on the text between such lines."""
    inner = rules.in_markup()
    pieces: list[str] = []
    edits: list[Edit] = []
    at = 0
    for start, end, inside in [*tagged_lines(text, tags), (len(text), len(text), [])]:
        for first, last in without_new_blocks(text, at, start):
            own = None if recorder is None else Recorder(text[first:last])
            after = _run_persian(text[first:last], inner, own)
            pieces.append(after)
            edits += own.edits(after, first) if own is not None else ()
        if inside:
            found = _edits_over_tags(text[start:end], inside, inner)
            pieces.append(splice(text[start:end], found))
            edits += shifted(found, start)
        at = end
    if recorder is not None:
        recorder.record(edits)
    return "".join(pieces)


def _edits_over_tags(text: str, tags: list[tuple[int, int]], rules: CompiledRules) -> list[Edit]:
    """Return what the rules do to *text* without its tags, as edits of the text with them."""
    bare, inserts = without_tags(text, tags)
    if "\n" in bare and blocks(bare) and len(lines := tagged_lines(text, tags, together=False)) > 1:
        return [  # without their tags these lines would be a block of data
            edit
            for start, end, inside in lines
            for edit in shifted(_edits_over_tags(text[start:end], inside, rules), start)
        ]
    own = Recorder(bare)
    result = _run_persian(bare, rules, own)
    return around(parted(bare, own.edits(result, 0), [place for place, _ in inserts]), inserts)


def _run_persian(text: str, rules: CompiledRules, recorder: Recorder | None, calm: bool = False) -> str:
    """Run the rules for Persian runs, which are cut anew after those that take marks and shapes away.

    What these bring to light may belong to another segment. A *calm* text is one run, and has no marks to be taken away.
    """
    step, edges = PersianPass(rules), rules.edge_rules
    previous: str | None = None  # the text before the last pass: a line that was the same then is done
    for _ in range(_MAX_PASSES):
        before = marked = text
        if calm:
            text, calm = with_edges(step(text, recorder), edges, text, 0, len(text), recorder), False
        else:
            lines = changed_lines(previous, text)
            marked = _run_mark_rules(text, lines, rules, recorder)
            lines = lines if marked == text else changed_lines(previous, marked)
            text = _on_persian_runs(marked, lines, step, edges, recorder, rules.folds)
        if text == before:
            return text
        after = _rerun_text_rules(marked, text, rules, recorder)
        if after == text and not rules.folds:  # a line that was turned may have marks at other edges
            after = _run_mark_rules(after, changed_lines(marked, after), rules, recorder)
        if not has_arabic(after) or (after == text and _is_settled(marked, text, rules)):
            return after
        previous, text = before, after
    report_limit("pipeline", _MAX_PASSES)
    return text


def _is_settled(before: str, after: str, rules: CompiledRules) -> bool:
    """Return whether what a pass made of *before* has the same runs, by all that spacing and joins may turn: addresses,
    clauses of other languages, and verses, whose halves are as long as their words and spaces make them."""
    return not (rules.folds or AT_SIGN.search(before) or may_hold_verse(after) or held_others(before, after))


def _run_mark_rules(text: str, lines: Lines | None, rules: CompiledRules, recorder: Recorder | None) -> str:
    """Return the text after the rules for marks and shapes, repeated until they change nothing."""
    for _ in range(_MAX_PASSES):
        held = lines_holding(rules.mark_signs, text, lines)
        after = _on_persian_runs(text, held, mark_pass(rules), (), recorder, rules.folds) if held else text
        if after == text:
            return text
        text, lines = _rerun_text_rules(text, after, rules, recorder), None
    report_limit("mark rules", _MAX_PASSES)
    return text


def _rerun_text_rules(before: str, text: str, rules: CompiledRules, recorder: Recorder | None) -> str:
    """Return *text* after the rules for the whole text; *before* has been through them, and lines that are the same are done."""
    lines = changed_lines(before, text)
    if lines is not None:
        changed = "".join(text[start:end] for start, end in lines)
        alone = not NOT_BY_LINES.search(changed)
        if alone and run_text_rules(changed, rare_characters(changed), rules, None)[0] == changed:
            return text
    return run_text_rules(text, rare_characters(text), rules, recorder)[0]


def mark_pass(rules: CompiledRules) -> Step:
    """Return what is done to a Persian run first: marks and shapes."""
    return lambda text, recorder: run_rules(text, rules.mark_rules, rare_characters(text), recorder)


class PersianPass:
    """What is done to a Persian run then: letters, words, spacing, joins, folds."""

    def __init__(self, rules: CompiledRules) -> None:
        self.rules = rules

    def __call__(self, text: str, recorder: Recorder | None) -> str:
        way, joins = StagedRun(self.rules.staged, text, recorder), self.rules.joins
        text = way.settled(way.after(LETTERS, text))
        spaced = way.after(SPACING, text)
        for _ in range(_MAX_PASSES):
            known = spaced if spaced == text else way.settled(spaced)
            joined = join_words(known, joins, recorder)
            if joined == spaced:
                break
            way.has_new_signs(joined)
            text = way.settled(joined)
            before, spaced = spaced, way.after(SPACING, text)  # two words may have melted into one
            if spaced == joined and known == before:
                break
        else:
            report_limit("Persian run", _MAX_PASSES)
        text = spaced
        return way.after(FOLDS, text) if self.rules.folds else text


def may_need_text_rules(text: str, rare: Collection[str], rules: CompiledRules) -> bool:
    """Return False where a cheap look shows that no rule for the whole text can match."""
    if not rules.ignorable_chars.issuperset(rare) or "&" in text or rules.folds:
        return True
    return any(rule.is_hinted(text) for rule in rules.hinted_rules)


def run_text_rules(
    text: str, rare: Collection[str], rules: CompiledRules, recorder: Recorder | None
) -> tuple[str, Collection[str]]:
    """Return the text after the rules for the whole text, and its rare characters."""
    for _ in range(_MAX_PASSES):
        if not may_need_text_rules(text, rare, rules):
            return text, rare
        before = text
        for rule in rules.text_rules:
            if rule.applies(text, rare) and (after := apply_rule(rule, text, recorder)) != text:
                text, rare = after, rare_characters(after)
        if text == before:
            return text, rare
    report_limit("text rules", _MAX_PASSES)
    return text, rare


def _on_persian_runs(
    text: str,
    lines: Lines | None,
    step: Step,
    edges: tuple[Rule, ...],
    recorder: Recorder | None,
    folds: bool,
) -> str:
    """Apply a step, and the rules for the edges of lines, to each Persian run of *text*; *lines*: in these alone."""
    pieces: list[str] = []
    edits: list[Edit] = []
    at = 0
    for spans in _persian_runs(text, lines, folds):
        if recorder is None and spans == [(0, len(text))]:
            return with_edges(step(text, recorder), edges, text, 0, len(text), recorder)
        runs = [text[start:end] for start, end in spans]
        recorders = [None if recorder is None else Recorder(run) for run in runs]
        if recorder is None:
            results = _run_all(runs, step)
        else:
            results = [step(run, own) for run, own in zip(runs, recorders, strict=True)]
        for (start, end), result, own in zip(spans, results, recorders, strict=True):
            if edges:
                result = with_edges(result, edges, text, start, end, own)
            pieces += (text[at:start], result)
            if own is not None:
                edits += own.edits(result, start)
            at = end
    pieces.append(text[at:])
    if recorder is not None:
        recorder.record(edits)
    return "".join(pieces)


def _persian_runs(text: str, lines: Lines | None, folds: bool) -> Iterator[list[tuple[int, int]]]:
    """Yield the Persian runs of *text*, many in one go; *lines*: of these alone; *folds*: Arabic too, whose words are looked for alone."""
    spans: list[tuple[int, int]] = []
    size = 0
    for start, end in outside_blocks(text, lines):
        spans += persian_spans_in(text, start, end, arabic=folds)
        size += end - start
        if size >= CHUNK:
            yield spans
            spans, size = [], 0
    if spans:
        yield spans


def _run_all(runs: list[str], step: Step) -> list[str]:
    """Apply the step to all runs in one call, since no rule looks over the end of a line or makes one.

    A run that ends in two spaces inside a line goes by itself: put before a line break they would be one of Markdown.
    """
    if len(runs) < 2 or any(map(_may_end_in_two_spaces, runs)):
        return [step(run, None) for run in runs]
    lines = iter(step("\n".join(runs), None).split("\n"))
    return ["\n".join([next(lines) for _ in range(run.count("\n") + 1)]) for run in runs]


def _may_end_in_two_spaces(run: str) -> bool:
    """Return whether a run that ends inside a line has two spaces at its end, once what cannot be seen is gone."""
    tail = run[len(run.rstrip(_UNSEEN)) :]
    return len(tail) > 1 and tail.count(" ") + tail.count("\t") > 1
