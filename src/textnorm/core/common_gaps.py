"""The commonest gaps that a rule may change, and what STANDARD makes of them: made in advance, so that a new process need not ask."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from itertools import product

from ..options import Options
from . import marked_gaps, still_gaps
from .asking import Asking
from .gaps import LEFT, RIGHT, SIDES, WORDS
from .tables import spread

#: what stands between words most often; ¤ is a span that no rule touches
COMMON_GAPS = (
    """
،· ،·|،|: |:|؛ |. |.|! |!|؟ |؟|? |, |) | (|(|»|» | «|: «|» «|».|»،·|).|)،·|). |. (|" | "|" "|'|' | '| - |-| – |– | / |/
··|···|\t| \t|\t | 1 | ۱ | ١ |۱ | ۱|1 | 1| ۱،·| ۱.| ۱ / ۱ | 1.1 | ۱٫۱ | ۱۱:۱۱ |1. |۱. |۱) |...|… |…|... | ...
¤|¤·|·¤|·¤·|·¤،·|،·¤·|·¤.|·¤. |. ¤·|. ¤|: ¤·|·¤:|·¤: |·¤؛·|·¤!|·¤?|·(¤)·|·(¤)|·(¤)،·|·¤) |·¤)|·¤)،·|·¤).|·(¤·|·"¤"·|·«¤»·|(¤) |¤،·|¤. |¤: |-·¤·|-·¤: |·¤·¤
·[¤)·|](¤)·|](¤)|·[|[|·¤·(|·¤ 1 |·¤ ۱ | 1 ¤ | ۱ ¤ |- |- ¤ |* |# |## |### |#### |> |1. **|- **|**|** | **|**. |:** |.**| **¤** |:** ¤|- [|- [¤) | | ¤|| ¤ | ¤ | ¤| |
""".replace("·", " ")
    .replace("¤", "|")
    .replace("\n", "|")
    .split("|")
)


#: marks with and without spaces on their sides, as people type them
_MARKS, _SPACES = "،؛:.!؟,;?", ("", " ", "  ", "\t", " \t ")
TYPED_GAPS = {
    f"{before}{mark}{after}" for mark in _MARKS for before in ("", " ", "  ") for after in ("", " ", "  ")
}
TYPED_GAPS |= {f"{before}{mark}" for mark in "،.:" for before in _SPACES} | {"،«", " ،«", ": «", "؟»", "!»"}
TYPED_GAPS |= {
    *_SPACES,
    "   ",
    " \t",
    "\t ",
    " - ",
    " – ",
    " (",
    "  (",
    ") ",
    ")  ",
    " ۱  ",
    "  ۱ ",
    ": ۱ ",
    " ۱، ۱ ",
}
TYPED_GAPS |= {
    "“",
    "” ",
    " “",
    "”",
    "„",
    " „",
    "“ ",
    '".',
    '؟".',
    " «",
    "» ",
    ".»",
    "…",
    "… ",
    " …",
    "\u00a0",
}


#: what may close, part and open in one gap, and what a line may begin with
_CLOSING, _MARK, _OPENING = (
    ("", ")", "»", '"', "]", "**"),
    ("", *"،.:؛!؟,", "...", " -", " –"),
    ("", *'(«"[', "**"),
)
_MARGINS, _BULLETS = (
    ("", "  ", "    ", "\t"),
    ("", "- ", "* ", "• ", "– ", "1. ", "۱. ", "۱- ", "1- ", "1) ", "## ", "### ", "> "),
)
WITHIN = {
    f"{closed}{mark}{blank}{opened}"
    for closed in _CLOSING
    for mark in _MARK
    for opened in _OPENING
    for blank in (" ",)
}
WITHIN |= {
    f"{closed}{mark}{blank}"
    for closed in _CLOSING
    for mark in _MARK
    for blank in ("  ", "\t", " \t ", "\u00a0")
}
WITHIN |= {
    f"{before}{number}{after}"
    for before in (" ", "، ", " (", "  ", "\t", ": ")
    for number in "1۱"
    for after in (" ", "، ", ") ", "  ", "٪ ")
}
WITHIN |= {
    f"{mark}{closed}{after}" for mark in "!?.:،؟…" for closed in _CLOSING[1:5] for after in (" ", "، ", ". ")
}
FIRST = {f"{margin}{bullet}{opened}" for margin in _MARGINS for bullet in _BULLETS for opened in _OPENING}
LAST = {f"{closed}{mark}{after}" for closed in _CLOSING for mark in _MARK for after in ("", "»", ")", '"')}
#: spaces as noise has them, around marks; numbers in a row, in brackets; marks one behind another; what sets the direction of a line
_BLANKS = ("", " ", "  ", "   ", "\t", " \t ")
NOISY = {
    f"{before}{mark}{after}" for mark in _MARKS for before in _BLANKS for after in (*_BLANKS, "\t ", " «")
}
NOISY |= {
    f"{before}{number}{after}" for before in _BLANKS[1:] for number in "1۱" for after in (*_BLANKS[1:], "\t ")
}
NOISY |= {
    f"{before}{number}{between}{number}{after}"
    for number in "1۱"
    for before in (" ", "  ", "\t", " (", "، ", ": ")
    for between in (" / ", " /\t", "/", "، ", " - ")
    for after in (" ", "  ", "\t", ") ", "، ")
}
NOISY |= {
    f"{before}{number}{after}"
    for number in "1۱"
    for before in (" ", ") ", " (")
    for after in (" ", " (", ") ", ") (", " (.")
}
NOISY |= {f"{number}، {number} / {number} ".join((" ", "")) for number in "1۱"} | {
    " ۱ / ۱ / ۱ ",
    "٬ ",
    "] ",
    " <<",
    ">> ",
}
_ENDS = ".!؟?…"
ENDING = {
    f"{first}{second}{after}"
    for first in _ENDS
    for second in (*_ENDS, "؟!", "!!")
    for after in ("", " ", "»", '"')
}
ENDING |= {f"{mark}{closed}{end}" for mark in _ENDS for closed in _CLOSING[1:5] for end in ("", *_ENDS, " .")}
ENDING |= {
    f"{before}{mark}{after}" for before in _BLANKS for mark in _ENDS for after in (" ", "  ", "   ", "\t")
}
_ISOLATES = "\u2066\u2067\u2068\u2069"
STARTING = {f"{isolate}{blank}" for isolate in _ISOLATES for blank in _BLANKS}
ENDING |= {
    f"{before}{mark}{isolate}" for isolate in _ISOLATES for before in _BLANKS[:3] for mark in ("", *_ENDS)
}
#: the classes of words and of spans for which those are made: of two letters and more, and words of other scripts
_COMMON_SIDES = (2, 3, 6, 8)
#: the classes of spans for which answers are made in advance: words of other scripts, several of them, tags
_SPANS = (6, 8, 9)


def common() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the commonest gaps, and the classes of what stands on both sides, of words and of spans."""
    wanted: dict[str, set[tuple[int, int]]] = {}
    for gap in {*COMMON_GAPS, *TYPED_GAPS}:
        sides = product((*range(len(LEFT)), *_SPANS), (*range(len(RIGHT)), *_SPANS))
        wanted[gap] = {side for side in sides if gap or max(side) >= WORDS}
        wanted[f"{gap.rstrip()}\n"] = {(left, 0) for left in (*range(len(LEFT)), *_SPANS)}
    for gap in WITHIN:
        wanted.setdefault(gap, set()).update(product(_COMMON_SIDES, _COMMON_SIDES))
    for gap in NOISY - {""}:
        wanted.setdefault(gap, set()).update(product((1, 2, 3), (1, 2, 3)))
    for gap in STARTING:
        wanted.setdefault(gap, set()).update((0, right) for right in (1, 2, 3))
    for gap in ENDING:
        wanted.setdefault(gap, set()).update((left, 0) for left in (1, 2, 3))
    for gap in FIRST - {""}:
        wanted.setdefault(gap, set()).update((0, right) for right in _COMMON_SIDES)
    for gap in LAST - {""}:
        for end in ("", "\n"):
            wanted.setdefault(gap + end, set()).update((left, 0) for left in _COMMON_SIDES)
    for family, sides_of_all in marked_gaps.families():
        for gap in family:
            wanted.setdefault(gap, set()).update(sides_of_all)
    for gap, sides_of_it in sorted(wanted.items()):
        yield gap, sorted(sides_of_it)


def answers() -> dict[str, bytes]:
    """Return what STANDARD makes of the commonest gaps, and where each stands."""
    standard = Asking(Options())
    may_change = re.compile(still_gaps.pattern_of(standard.alone)).search
    found: array[int] = array("I")
    places: dict[tuple[int, ...], int] = {}
    by_sides: dict[bytes, int] = {}
    for gap, sides in common():
        numbers, texts = bytearray(SIDES * SIDES), [""]
        for left, right in sides:
            if not may_change(still_gaps.written(left, gap, right)):
                continue  # the core knows that it stays
            out = standard.gap(left, gap, right)
            if out is not None:
                if out not in texts[1:]:
                    texts.append(out)
                numbers[left * SIDES + right] = texts.index(out, 1)
        if not any(numbers):
            continue
        places[tuple(map(ord, gap))] = len(found) + 1
        found.extend([len(gap), *map(ord, gap)])
        found.append(by_sides.setdefault(bytes(numbers), len(by_sides)))
        for text in texts[1:]:
            found.extend([len(text), *map(ord, text)])
    return {"gaps": found.tobytes(), "gap_slots": _slots(places), "gap_sides": b"".join(by_sides)}


def _slots(places: dict[tuple[int, ...], int]) -> bytes:
    """Return the hash table that native/gaps.c looks into."""
    room = 1 << (2 * len(places)).bit_length()
    slots = array("I", [0]) * room
    for key, place in places.items():
        at = spread(key) & (room - 1)
        while slots[at]:
            at = (at + 1) & (room - 1)
        slots[at] = place
    return slots.tobytes()
