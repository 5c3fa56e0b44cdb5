"""A text of several lines in pieces that are done one by one: lines, blocks that stay, and what the pipeline does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from .. import pipeline
from ..chars import (
    ARABIC_MARKS,
    BIDI_CONTROLS,
    BIDI_MARKS,
    INVISIBLE,
    NON_ASCII_SPACES,
    NOT_SIGN,
    SHORT_VOWELS,
    TATWEEL,
)
from ..compiled import CompiledRules
from ..lazy import lazy_pattern
from ..lines import lines_of_blocks
from ..rare import rare_characters
from ..ruleset.controls import may_hold_escape
from ..ruleset.entities import has_entity, has_markup
from ..script.blocks import are_told_by_lines, blocks, is_block
from .many_lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Compare = Callable[[str, str], int]
    How = Literal["lines", "stays", "pipeline", "markup"]
_UNSEEN = f"{INVISIBLE}{NOT_SIGN}{SHORT_VOWELS}{TATWEEL}{NON_ASCII_SPACES}"
_SPACES = " \t"
#: what rules for the whole text take away: everywhere, and beside Persian; both, and spaces that become plain ones
_CONTROLS, _OTHERS = r"\x00-\x08\x0e-\x1f\x7f", rf"\xad\ufeff{BIDI_MARKS}{BIDI_CONTROLS}"
_CONTROL = lazy_pattern(f"[{_CONTROLS}]")
_CHANGED = lazy_pattern(f"[{_CONTROLS}{_OTHERS}{NON_ASCII_SPACES}]")
#: fences with something else before them in their line
_FENCES = {"```": lazy_pattern(r"```(?<=[^\n`]```)"), "~~~": lazy_pattern(r"~~~(?<=[^\n~]~~~)")}
_TAG = lazy_pattern(r"<[^<>\n]*>")
#: something that cannot be seen inside a fence or an entity, which are none before it has gone; by their first signs
_GOES = f"[{_UNSEEN}{_CONTROLS}{ARABIC_MARKS}]"
_TORN = {
    "`": lazy_pattern(rf"`(?:`{_GOES}++|{_GOES}++`{_GOES}*+)`"),
    "~": lazy_pattern(rf"~(?:~{_GOES}++|{_GOES}++~{_GOES}*+)~"),
    "&": lazy_pattern(rf"&[#0-9A-Za-z]{{0,32}}{_GOES}[^\s;]{{0,80}};"),
}
#: more than what cannot be seen stands before a fence in next to no line
_LONGEST_HEAD = 1_000


def hides_signs(text: str) -> bool:
    """Return whether something that cannot be seen, and goes, or a tag, stands before a fence or inside one, or inside an entity.

    >>> hides_signs("`\\u0640``\\nباد"), hides_signs("<b>باد</b>\\n&nbsp\\u0651;"), hides_signs("باد\\n \\u200c```\\nباد")
    (True, True, True)
    >>> hides_signs("`باد`\\u200cها &amp; `a`\\u200c`b`")
    False
    """
    if any(sign in text and torn.search(text) for sign, torn in _TORN.items()):
        return True
    return any(
        _is_hidden(text, found.start())
        for fence, behind in _FENCES.items()
        if fence in text
        for found in behind.finditer(text)
    )


def _is_hidden(text: str, at: int) -> bool:
    """Return whether nothing that can be seen stands before a fence, but something that cannot, or more than is looked at."""
    first = max(0, at - _LONGEST_HEAD)
    line = text.rfind("\n", first, at) + 1 or first
    head = text[line:at].strip(_SPACES)
    seen = _TAG.sub("", head).strip(_SPACES + _UNSEEN)  # the rules read over tags
    return not seen and (head != "" or text[line - 1 : line] not in ("", "\n"))


def makes_blocks(text: str, rules: CompiledRules, compare: Compare) -> bool:
    """Return whether lines become a block of data, or are none any more, once their non-ASCII spaces are plain ones and what
    nobody sees is gone.

    compare : the core's `keeps_blocks`

    >>> from textnorm.compiled import compile_rules
    >>> from textnorm.options import STANDARD
    >>> rules = compile_rules(STANDARD)
    >>> texts = "{\\xa0\\n'باد'\\n}", "x = [\\x17\\n'باد',\\n]", "باد\\xa0آمد\\n"
    >>> [makes_blocks(text, rules, lambda before, after: 0) for text in texts]
    [True, True, False]
    """
    changed = set(_CHANGED.findall(text))
    if not changed:
        return False
    if any(map(_CONTROL.match, changed)):  # which of the two comes first may decide
        seen = pipeline.run_text_rules(text, rare_characters(text), rules, None)[0]
    else:
        seen = text
        for character in changed:
            seen = seen.replace(character, " " if character in NON_ASCII_SPACES else "")
    return not stay_blocks(text, seen, compare)


def stay_blocks(before: str, after: str, compare: Compare) -> bool:
    """Return whether the same lines are blocks in what a text has become; *compare* tells it of most texts at one look."""
    return are_surely_kept(before, after, compare) or lines_of_blocks(before) == lines_of_blocks(after)


def are_surely_kept(before: str, after: str, compare: Compare) -> bool:
    """Return whether it is plain, without looking for the blocks, that none comes or goes."""
    kept = compare(before, after)
    return kept > 0 and are_told_by_lines(before, shifted=kept > 1)


def are_of_markup(text: str) -> bool:
    """Return whether the entities of a text belong to its markup, which no other rule takes away."""
    return has_markup(text) and unicodedata.is_normalized("NFC", text)


def pieces_of(text: str, rules: CompiledRules, compare: Compare) -> list[tuple[str, How]] | None:
    """Return the pieces of a text, each with how it is done; None for a text that is done as a whole."""
    in_markup = "&" in text and has_entity(text)
    if (in_markup and not are_of_markup(text)) or hides_signs(text) or may_hold_escape(text):
        return None
    if rules.of_text(text) is not rules or makes_blocks(text, rules, compare):
        return None
    pieces = _cut_at_blocks(text, rules)
    return pieces if pieces is None or not in_markup else list(_with_entities(pieces))


def _with_entities(pieces: list[tuple[str, How]]) -> Iterator[tuple[str, How]]:
    """Yield the pieces of a text with markup: the pipeline does what holds an entity, as a piece of markup."""
    for piece, how in pieces:
        if how != "lines":
            yield piece, "markup" if how == "pipeline" else how
            continue
        for held, lines in groupby(lines_of(piece), has_entity):
            yield "".join(lines), "markup" if held else how


def _cut_at_blocks(text: str, rules: CompiledRules) -> list[tuple[str, How]] | None:
    pieces: list[tuple[str, How]] = []
    at = 0
    for start, end in blocks(text):
        first, last = text.rfind("\n", at, start) + 1 or at, text.find("\n", max(0, end - 1))
        last = len(text) if last < 0 else max(last, end)
        if last <= at:
            continue  # done with the one before it in its line
        if start < at:
            return None  # it begins in the last line of another one
        block = text[first:last]
        whole = (first, last) == (start, end)
        if not whole and last < len(text):  # two spaces before the line break are one of Markdown
            last += 1
            block = text[first:last]
        needy = pipeline.may_need_text_rules(block, rare_characters(block), rules)
        if needy and whole and not is_block(block):
            return None  # not to be known as a block by itself
        if first > at:
            pieces.append((text[at:first], "lines"))
        # what stands beside a block in its line is done with it
        pieces.append((block, "stays" if whole and not needy else "pipeline"))
        at = last
    pieces.append((text[at:], "lines"))
    return pieces
