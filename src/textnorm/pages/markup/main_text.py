"""Which lines of a page of HTML are text: one forest over what each line says and where it stands in the markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from math import isqrt
from operator import itemgetter

from textnorm.pages.content.columns import Column
from textnorm.pages.content.features import page_columns
from textnorm.pages.content.line_features import own_features
from textnorm.pages.content.model import Forest
from textnorm.pages.interface import ALONE, mask
from textnorm.pages.markup.block_tree import BlockTree, Parts
from textnorm.pages.markup.builder import main_places
from textnorm.pages.markup.declared_text import DESCRIPTION, RUN
from textnorm.pages.markup.markup_features import markup_columns
from textnorm.pages.markup.places import PRE
from textnorm.pages.markup.whole import keep_below, keep_paragraphs, keep_whole

#: log-odds in thousandths from which on a line is text; how much of them, in tenths, is those of all lines of its kind, and by
#: how much these raise them at most. Chosen on pages of four folds by site that the forest had not seen
_TEXT, _KIND, _RAISE = 0, 8, 700
#: how many tenths of the score of the line in the middle of the text one line of a run must have that is text; by the same
#: pages (F1 .9526 with, .9510 without)
_PART = 3
#: early exits: after this many trees a score beyond these bounds (in hundredths) is final
_EXITS = {16: (2100, 100), 48: (1500, 100)}
#: a page of fewer lines is a piece of one, which holds nothing but text
FEWEST = 8
#: fewest words outside of comments that are an article; fewest lines typical of forums that make the page one, whose
#: answers are its text
_ENOUGH, _FORUM = 30, 4
#: most lines between a lead and the first sentence
_LEAD = 15
_ENDS = frozenset(".!?؟")
#: what is no text even where text stands
_NEVER = mask("end_mark")


def article_lines(lines: Sequence[str], parts: list[Parts], declared: Sequence[int]) -> list[bool] | None:
    """Return which lines of a page are text; ``None`` for a piece of a page, and where none seems to be.

    *parts* says of each line where its parts stand, *declared* what `declared_lines` says of it. No line is blank.
    """
    if len(lines) < FEWEST:
        return None
    own = own_features(lines)
    tree = BlockTree(main_places(parts))
    columns = page_columns(own) | markup_columns(lines, parts, declared, tree)
    no_text = [bool(bits & (ALONE | _NEVER)) for bits in own.columns["bits"]]
    scores = _with_kinds(markup_forest().scores(columns), lines, tree.kinds_of_lines, no_text)
    kept = [score > _TEXT and not none for score, none in zip(scores, no_text, strict=True)]
    marks = zip(columns["<table>"], columns["tag"], strict=True)
    kept = without_weak_runs(
        kept, scores, own.columns["words"], [table > 0 or tag == PRE for table, tag in marks]
    )
    if columns["page_forum"][0] < _FORUM:
        kept = _without_threads(kept, own.columns["words"], columns["in_comment"])
    _keep_plain(kept, columns["tag"], own.columns["words"])
    keep_whole(kept, scores, lines, parts, tree.places, columns["tag"].tolist())
    keep_below(kept, lines, parts, tree.places, no_text)
    keep_paragraphs(kept, parts, tree.places, no_text)
    called = zip(columns["in_lead"], columns["in_related"], columns["linked"], strict=True)
    leads = [lead == 2 and not related and not linked for lead, related, linked in called]
    _mend(kept, lines, declared, leads)
    return kept if any(kept) else None


def _with_kinds(
    scores: Sequence[int], lines: Sequence[str], kinds: Sequence[int], no_text: Sequence[bool]
) -> list[int]:
    """Return the scores of lines mixed with the mean of the lines that stand in elements called alike.

    The lines of a text do, and a forest that sees one at a time does not know it. Lines without a letter or a digit and
    phrases of templates say nothing of others, and a line that is no text for certain stays so.
    """
    sums = [0] * (max(kinds) + 1)
    weights = sums[:]
    for score, line, kind, none in zip(scores, lines, kinds, no_text, strict=True):
        if not none and any(map(str.isalnum, line)):
            weight = isqrt(len(line))
            sums[kind] += weight * score
            weights[kind] += weight
    means = [total // weight if weight else None for total, weight in zip(sums, weights, strict=True)]
    return [
        score if (mean := means[kind]) is None else score + min(_KIND * (mean - score) // 10, _RAISE)
        for score, kind in zip(scores, kinds, strict=True)
    ]


def without_weak_runs(
    kept: Sequence[bool], scores: Sequence[int], words: Column, fixed: Sequence[bool]
) -> list[bool]:
    """Return the lines that are text without runs of them none of which is as sure as a part of the text is, by words half of it.

    Teasers, boxes about who wrote and notes of law read like a text, and stand apart from it by more than a line. What stands
    above it may be its lead and stays, and so do lines that are *fixed* by their markup, rows of tables and code.
    """
    sure = sorted(((s, w) for s, w, text in zip(scores, words, kept, strict=True) if text), reverse=True)
    half, middle = sum(count for _, count in sure), 0
    for score, count in sure:
        half -= 2 * count
        if half <= 0:
            middle = score
            break
    beside = zip([False, *kept], kept, [*kept[1:], False], strict=False)
    joined = [text or (above and below) for above, text, below in beside]
    found: list[bool] = []
    begun = False
    for _, run in groupby(zip(joined, kept, scores, fixed, strict=True), key=itemgetter(0)):
        lines = [row[1:] for row in run]
        is_sure = any(text and score * 10 >= middle * _PART for text, score, _ in lines)
        begun = begun or is_sure
        found += [text and (is_sure or is_fixed or not begun) for text, _, is_fixed in lines]
    return found


def _keep_plain(kept: list[bool], tags: Column, words: Column) -> None:
    """Keep all of a text that stands in ``pre`` where that is most of the page: one that was written without markup."""
    inside = [tag == PRE for tag in tags]
    if 2 * sum(count for count, plain in zip(words, inside, strict=True) if plain) > words.sum():
        kept[:] = [text or plain for text, plain in zip(kept, inside, strict=True)]


def _mend(kept: list[bool], lines: Sequence[str], declared: Sequence[int], leads: Sequence[bool]) -> None:
    """Keep a lead that the page declares as its description, or that stands in an element called so; leave out numbers
    at the end of the text, ids of systems."""
    first = kept.index(True) if True in kept else 0
    for number in range(max(first - _LEAD, 0), first):
        named = leads[number] and lines[number][-1] in _ENDS
        is_lead = declared[number] == DESCRIPTION or named
        kept[number] = is_lead and lines[number].count(" ") >= RUN - 1
    last = next((n for n in range(len(kept) - 1, -1, -1) if kept[n]), -1)
    if last > first and lines[last].strip("`") and not any(map(str.isalpha, lines[last])):
        kept[last] = False


def _without_threads(kept: Sequence[bool], words: Column, inside: Column) -> list[bool]:
    """Return the lines that are text without those in threads of comments, where there is text outside of them."""
    outside = sum(
        count for text, count, thread in zip(kept, words, inside, strict=True) if text and not thread
    )
    if outside < _ENOUGH:
        return list(kept)
    return [text and not thread for text, thread in zip(kept, inside, strict=True)]


@cache
def markup_forest() -> Forest:
    """Return the forest that comes with the package, made by tools/train_markup_model.py."""
    return Forest.shipped("markup_model.json", exits=_EXITS)
