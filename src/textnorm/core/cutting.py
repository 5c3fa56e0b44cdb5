"""A text of several lines in pieces that are done one by one: lines, blocks that stay, and what the pipeline does."""

from __future__ import annotations

from typing import Literal

from .. import pipeline
from ..chars import INVISIBLE, NOT_SIGN, ODD_SPACES, SHORT_VOWELS, TATWEEL
from ..compiled import CompiledRules
from ..lazy import lazy_pattern
from ..rare import rare_characters
from ..ruleset.entities import has_entity
from ..script.blocks import blocks

How = Literal["lines", "stays", "pipeline"]
_UNSEEN = f"{INVISIBLE}{NOT_SIGN}{SHORT_VOWELS}{TATWEEL}{ODD_SPACES}"
#: a fence behind something that cannot be seen and goes
_HIDDEN_FENCE = lazy_pattern(f"(?m)^[ \\t]*+[{_UNSEEN}][ \\t{_UNSEEN}]*+(?:```|~~~)")


def has_hidden_fence(text: str) -> bool:
    """Return whether something that cannot be seen, and goes, stands before a fence."""
    return ("```" in text or "~~~" in text) and _HIDDEN_FENCE.search(text) is not None


def pieces_of(text: str, rules: CompiledRules) -> list[tuple[str, How]] | None:
    """Return the pieces of a text, each with how it is done; None for a text that is done as a whole."""
    if ("&" in text and has_entity(text)) or has_hidden_fence(text):
        return None
    pieces: list[tuple[str, How]] = []
    at = 0
    for start, end in blocks(text):
        first, last = text.rfind("\n", at, start) + 1 or at, text.find("\n", max(0, end - 1))
        last = len(text) if last < 0 else max(last, end)
        block = text[first:last]
        whole = (first, last) == (start, end)
        if not whole and last < len(text):  # two spaces before the line break are one of Markdown
            last += 1
            block = text[first:last]
        needy = pipeline.may_need_text_rules(block, rare_characters(block), rules)
        if needy and whole and ("\n" not in block or list(blocks(block)) != [(0, len(block))]):
            return None  # not to be known as a block by itself
        if first > at:
            pieces.append((text[at:first], "lines"))
        # what stands beside a block in its line is done with it
        pieces.append((block, "stays" if whole and not needy else "pipeline"))
        at = last
    pieces.append((text[at:], "lines"))
    return pieces
