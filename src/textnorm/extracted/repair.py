"""repair_extracted() and explain_extracted(): the rules of this folder, one after the other, to a fixed point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from ..arguments import check_options, check_text
from ..edits import Edit, splice
from ..fixed_point import report_limit
from ..recorder import Recorder
from ..ruleset.extracted.rules import EMBEDDING, TORN_HAMZA, TORN_TANVIN
from ..ruleset.rule import Rule
from . import glance
from .clues import changed_lines, windows
from .font_rules import NO_BREAK_GAP
from .options import ExtractedOptions
from .pdf_rules import GLUED, HEH_OVER_LINES, LOST_HEH, MANY_GLUED, MANY_GLUED_WORDS, OF_PDF
from .rules import (
    DIGITS,
    FONT_SPACE,
    HYPHEN,
    LAST,
    LATE,
    LETTERS,
    NAMELESS,
    OF_LINES,
    ORDER,
    OVER_LINES,
    PARTED,
    PLAIN,
    PROVEN,
    QUOTES,
    SIGNS,
    VISUAL,
    WORD_SHAPE,
    rules_for,
)
from .turned_rules import ADDRESS, TURNED_PARTS, TURNED_WORDS

if TYPE_CHECKING:
    from ..explained import Explained

_DEFAULT = ExtractedOptions()
_MAX_PASSES = 8


def repair_extracted(text: str, options: ExtractedOptions = _DEFAULT) -> str:
    r"""Return *text*, which a reader of PDF or HTML files gave, with what the reader broke put right.

    What: lines and words in visual order, direction controls, the order of words and spans, digits turned round,
    «باال» and «اهلل», torn hamza and tanvin, kashidas as signs, lost and inserted spaces, hyphens of the page.
    Each repair needs evidence in the text; a text without any comes out as it went in. Normalise it afterwards:
    half-spaces that the reader lost are the matter of `normalise`. Left alone: what the reader left out, and lines
    whose pieces it scattered.
    Doing it twice changes nothing more. Raises TypeError for anything but str.

    >>> print(repair_extracted(".ﺪﻣآ ۱۲:۳۰ ﺖﻋﺎﺳ نارﺎﺑ"))
    باران ساعت ۱۲:۳۰ آمد.
    >>> print(repair_extracted("\u202bحدود \u202a 250\u202cگرم آرد\u202c"))
    حدود 250 گرم آرد
    """
    _check(text, options)
    return _repaired(text, options, None)


def explain_extracted(text: str, options: ExtractedOptions = _DEFAULT) -> Explained:
    r"""Repair and return every change: where in *text*, what it was, what it is now, by which rules.

    ``explain_extracted(x).text == repair_extracted(x)``; splicing the changes into the source gives the text.

    >>> [(change.start, change.end, change.after) for change in explain_extracted("حدود \u202a 250\u202cگرم").changes]
    [(5, 6, ''), (10, 11, ' ')]
    """
    _check(text, options)
    recorder = Recorder(text)
    return recorder.explained(_repaired(text, options, recorder))


def _repaired(text: str, options: ExtractedOptions, recorder: Recorder | None) -> str:
    if (options is _DEFAULT or options == _DEFAULT) and not _may_prove_itself(text):
        return text
    steps = _Steps(recorder)
    proven = options.source == "pdf"
    for _ in range(_MAX_PASSES):
        before = text
        text = steps.applied(text, rules_for(options))
        if text == before and not proven and options.source == "auto":
            text = steps.applied(text, LAST)
        proven = proven or (text != before and options.source != "html")
        if proven:
            text = steps.applied(text, OF_PDF)
        if text == before and options.reflow:
            text = steps.applied(text, OF_LINES)
        if text == before:
            return text
    report_limit("repair_extracted", _MAX_PASSES)
    return text


def _may_prove_itself(text: str) -> bool:
    """Return whether `text` holds clues to rules that need no other evidence."""
    return any(map(_PROVING.__and__, _seen(text)))


#: what rules need to find anything: clues in the whole text, and clues in the parts of it that are looked at
_IN_TEXT = {
    PARTED.id: glance.CONTROL,
    EMBEDDING.id: glance.CONTROL,
    FONT_SPACE.id: glance.FONT_GAP,
    TURNED_PARTS.id: glance.READER_SIGN,
    ADDRESS.id: glance.READER_SIGN,
    QUOTES.id: glance.READER_SIGN,
    NO_BREAK_GAP.id: glance.READER_SIGN,
    HYPHEN.id: glance.HYPHENS,
    LETTERS.id: glance.HYPHENS | glance.FORM,
    OVER_LINES.id: glance.HYPHENS,
    LATE.id: glance.FONT_GAP,
    TORN_HAMZA.id: glance.HAMZA,
    LOST_HEH.id: glance.HAMZA,
    HEH_OVER_LINES.id: glance.HAMZA,
    TORN_TANVIN.id: glance.TANVIN,
    GLUED.id: glance.GLUE,
    MANY_GLUED_WORDS.id: glance.GLUED,
    NAMELESS.id: glance.NAMELESS,
}
_IN_PARTS = {
    WORD_SHAPE.id: glance.FORM,
    VISUAL.id: glance.FORM | glance.TURNED_LETTERS | glance.LOOSE,
    PLAIN.id: glance.FORM,
    TURNED_WORDS.id: glance.TURNED_LETTERS | glance.HAMZA,
    ORDER.id: glance.LOOSE | glance.NAMELESS,
    SIGNS.id: glance.often(glance.SIGN),
    DIGITS.id: glance.DIGIT,
    MANY_GLUED.id: glance.often(glance.GLUED),
}
#: clues to rules that need no other evidence
_PROVING = reduce(or_, (_IN_TEXT.get(rule.id, 0) | _IN_PARTS.get(rule.id, 0) for rule in (*PROVEN, *LAST)))


#: a text with fewer edits is not looked at as a whole again
_CHARACTERS_TO_AN_EDIT = 300


class _Steps:
    """The rules that are applied to one text, each once to what it has become, and where a glance sees what they need."""

    def __init__(self, recorder: Recorder | None) -> None:
        self._recorder = recorder
        self._settled: dict[str, str] = {}  # by rule: the text in which it found nothing
        self._glanced_at, self._in_text, self._in_parts = "", 0, 0
        self._has_more = False  # clues that may be gone

    def applied(self, text: str, rules: tuple[Rule, ...]) -> str:
        if self._has_more and rules is not OF_PDF:
            self._glanced_at, self._has_more = "", False
        for rule in rules:
            name = rule.id
            if self._settled.get(name) is text or not self._is_called_for(name, text):
                continue
            edits = rule.edits(text)
            if not edits:
                self._settled[name] = text
                continue
            if self._recorder is not None:
                self._recorder.record(edits)
            before, text = text, splice(text, edits)
            if self._glanced_at is before and len(edits) * _CHARACTERS_TO_AN_EDIT < len(text):
                self._look_at_lines(text, edits)
        return text

    def _look_at_lines(self, text: str, edits: Sequence[Edit]) -> None:
        """Add the clues of the lines that were changed to those of the text before: what is gone does no harm."""
        found = glance.all_calls(changed_lines(text, edits))
        self._glanced_at, self._in_text, self._in_parts = text, self._in_text | found, self._in_parts | found
        self._has_more = True

    def _is_called_for(self, name: str, text: str) -> bool:
        """Return whether `text` holds what the rule needs."""
        in_text, in_parts = _IN_TEXT.get(name, 0), _IN_PARTS.get(name, 0)
        if not in_text | in_parts:
            return True
        if self._glanced_at is not text:
            self._glanced_at, (self._in_text, self._in_parts) = text, _seen(text)
        return bool(in_text & self._in_text | in_parts & self._in_parts)


def _seen(text: str) -> tuple[int, int]:
    """Return the clues that stand in `text`, and those in the parts of it that are looked at."""
    whole, parts = glance.calls(text), windows(text)
    return whole, whole if parts is text else glance.calls(parts)


def _check(text: object, options: object) -> None:
    check_text(text)
    check_options(options, ExtractedOptions)
