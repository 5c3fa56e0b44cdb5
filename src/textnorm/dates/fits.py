"""Where the forms of forms.py fit the kinds of the tokens of a window."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from textnorm.cache import BoundedCache
from textnorm.lazy import lazy_pattern

from .forms import FORMS, Form


def _compiled() -> re.Pattern[str]:
    """Compile one alternation; the group of a form closes last, so ``lastgroup`` names it."""
    parts = []
    for index, form in enumerate(FORMS):
        pattern = re.sub(r"\(\?P([<=])(\w+)", rf"(?P\g<1>f{index}\g<2>", form.pattern)
        parts.append(f"(?P<f{index}>{pattern})")
    return lazy_pattern(f"(?=[nyYCMmbDa])(?:{'|'.join(parts)})")


SHAPE = _compiled()


class Fit(NamedTuple):
    """Where a form fits a shape: the tokens ``first:last``, and the token index of each of its parts."""

    form: Form
    first: int
    last: int
    at: dict[str, int]


def fit(shape: str, first: int = 0, last: int | None = None) -> Fit | None:
    """Return the first place from an index on where a form fits; with *last*, only at the index and before that one."""
    if last is not None:
        match = SHAPE.match(shape, first, last)
    else:
        match = SHAPE.search(shape, first) if _PLACE.search(shape, first) else None
    if match is None:
        return None
    form, at = _parts(match)
    return Fit(form, *match.span(), at)


#: every form has a month, or numbers with signs or spaces between them; to look for these first is far cheaper
_PLACE = lazy_pattern(r"[MmbDC]|[nyY][-/.\\_|][ny]|Ynn|a:?n")
#: the first fits in shapes, which come again in other words
FIRST_FIT: BoundedCache[str, Fit | None] = BoundedCache(fit, 1 << 12, longest=40)


@cache
def _groups() -> list[tuple[Form, tuple[tuple[str, int], ...]]]:
    """Return, for each form, the groups that hold its parts."""
    found = []
    for index, form in enumerate(FORMS):
        names = ((name, f"f{index}{name}") for name in ("y", "y2", "m", "m2", "d", "d0"))
        groups = tuple(
            (name.replace("y2", "y"), SHAPE.groupindex[group])
            for name, group in names
            if group in SHAPE.groupindex
        )
        found.append((form, groups))
    return found


def _parts(match: re.Match[str]) -> tuple[Form, dict[str, int]]:
    """Return the form that matched and the token index of each of its parts."""
    form, groups = _groups()[int(str(match.lastgroup)[1:])]
    return form, {name: index for name, group in groups if (index := match.start(group)) >= 0}
