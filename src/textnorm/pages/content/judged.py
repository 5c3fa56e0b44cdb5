"""What the page model says of each line of a page, and what else decides whether it stays: one program from line to score."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from textnorm.pages.content.columns import Column
from textnorm.pages.content.fact_rows import fact_columns
from textnorm.pages.content.features import GIVEN, features, given_columns
from textnorm.pages.content.headlines import headline_scores
from textnorm.pages.content.line_features import Own
from textnorm.pages.content.model import PageModel
from textnorm.pages.content.neighbour_scores import context
from textnorm.pages.content.programs import Program
from textnorm.pages.interface import ALONE, mask

#: a line that may be an interface phrase needs so much more than others, in thousandths of log-odds, to be text
_DOUBTED = 900
#: a line that scores as much is text beyond doubt
SURE = 1000
#: scores further from zero say no more to who reads posts
_MOST = 6000
#: what is no text even with words of its own in it
_NEVER = mask("end_mark")
#: what may be an interface phrase and needs more to be text
_DOUBTFUL = mask(
    "related", "read_more", "rating", "comment_row", "forum", "channel", "comment_form", "comment_count", "moderation",
    "newsletter", "cookies", "share", "login", "pagination", "skip_link", "advert", "captcha", "status", "taxonomy", "tool",
)  # fmt: skip


def judged(page: Own, model: PageModel, *, fully: bool = False) -> dict[str, Column]:
    """Return what is told of the lines of a page, by name; ``fully`` with all that the model sees of them.

    ``exact`` is the model's log-odds that a line is text, in thousandths, ``model`` the same, coarser; ``doubted`` what a line
    needs more than others, ``open`` whether it may be text at all, ``certain`` whether it is beyond doubt; ``headline`` how sure it is
    that it is one, for who is not told all; and what is said of rows of facts.
    """
    return _program(model, fully)(given_columns(page))


@lru_cache(16)
def _program(model: PageModel, fully: bool) -> Program:
    def rule(given: Mapping[str, Column]) -> dict[str, Column]:
        seen = features(given)
        second = context({**seen, "exact": model.first.column(seen)})
        exact, bits = model.second.column(second), given["bits"]
        told = {
            "exact": exact,
            "model": exact.at_least(-_MOST).at_most(_MOST) // 100,
            "doubted": bits.has(_DOUBTFUL) * _DOUBTED,
            "open": bits.has(ALONE | _NEVER).equals(0),
            "certain": (exact > SURE - 1) & bits.equals(0),
        }
        told |= fact_columns(given)
        return (
            {**seen, **second, **told} if fully else told | {"headline": headline_scores({**seen, **second})}
        )

    return Program(rule, GIVEN)
