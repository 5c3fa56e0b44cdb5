"""Lines in the order of the page in which letters without a shape stand the other way: «ارشﺰگ» for «شراﺰگ», which is گزارش.

pdf.js turns each piece of text round by itself, and gives the pieces of a line from left to right: in some files of Chromium each
letter with a shape is a piece, and letters without one that stand together are one piece. Afterwards it writes the letters
themselves for the forms of Persian letters, which have to be told by what they are joined to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..chars import NON_JOINING
from ..lazy import lazy_pattern
from ..ruleset.extracted.known import UNKNOWN, standings
from ..ruleset.extracted.visual import TO_LAST, TO_NEXT
from .cuts import WORD
from .word_evidence import evidence

#: letters that pdf.js writes for their forms. Those that were none stand, in the order in which they are read, behind a letter that
#: is joined to none, and are not joined to the next one; or they end a word, and no letter stands behind them
_TWO_SIDED, _FINAL = "پچکگ", "یژۀ"
_ALONE = f"(?<![{NON_JOINING}].)|(?=[{TO_NEXT}{_TWO_SIDED}])"
_SHAPED = f"[{_TWO_SIDED}](?:{_ALONE})|[{_FINAL}](?=\\w)(?:{_ALONE})"
#: letters without a shape, and marks that are turned with them
_OTHER = "[\u060c\u061b\u061f\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]"
_LETTER = f"(?!{_SHAPED}){_OTHER}"
#: a run of such letters and what stands between them, but for other letters and digits; and marks at its edges
_RUN = lazy_pattern(
    f"(?:[.!:] )?{_LETTER}(?:(?:{_LETTER}|[^\\w\\n\u060c\u061b\u061f])*{_LETTER})?(?:[.!:](?=[{TO_NEXT}{TO_LAST}]))?"
)
_FORM = lazy_pattern(f"[{TO_NEXT}{TO_LAST}]")
#: lines that are looked at, and how many more unknown words lines must hold as they stand, and how many times as many
_SAMPLE = 24
_LEAST, _TIMES = 4, 2


def in_one_direction(lines: Sequence[str]) -> Sequence[str]:
    """Return lines in the order of the page with all their letters in that order, if less than half as many words are unknown then.

    >>> in_one_direction([".ﺪﻨﺘﺧﺎﺳ یﻓﺮﺑ و آدم ﺪﻧدﺮک زیﺎﺑ کچﻮک رگ وﺰﺑ ؛ﺪﻧﺪﻧﺎﻣ طﺎﯿﺣ ان درﺮگﯾد"])
    ['.ﺪﻨﺘﺧﺎﺳ یﻓﺮﺑ مدآ و ﺪﻧدﺮک یزﺎﺑ کچﻮک و گرﺰﺑ ؛ﺪﻧﺪﻧﺎﻣ طﺎﯿﺣ رد ناﺮگﯾد']
    >>> in_one_direction(["دمآ داب"])
    ['دمآ داب']
    """
    shaped = [line for line in lines if _FORM.search(line) is not None and _RUN.search(line) is not None]
    some = shaped[:: len(shaped) // _SAMPLE + 1]
    if not some:
        return lines
    unknown = _unknown(some)
    if unknown < _LEAST or _unknown(list(map(_turned_back, some))) * _TIMES > unknown:
        return lines
    return [_turned_back(line) if _FORM.search(line) is not None else line for line in lines]


def _unknown(lines: list[str]) -> int:
    """Return how many words of `lines`, which stand in the order of the page, are unknown."""
    text = evidence().plain("\n".join(evidence().turned(lines, "letter")))
    return [standings[word] for word in WORD.findall(text)].count(UNKNOWN)


def _turned_back(line: str) -> str:
    return _RUN.sub(_backwards, line)


def _backwards(run: re.Match[str]) -> str:
    return run[0][::-1]
