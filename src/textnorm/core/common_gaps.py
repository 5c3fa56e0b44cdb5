"""The commonest gaps, and what STANDARD makes of them: made in advance, so that a new process need not ask."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import product

from ..options import Options
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


#: the classes of spans for which answers are made in advance: words of other scripts, several of them, tags
_SPANS = (6, 8, 9)


def common() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the commonest gaps, and the classes of what stands on both sides, of words and of spans."""
    gaps = {*COMMON_GAPS, *TYPED_GAPS}
    for gap in sorted({*gaps, *(f"{gap.rstrip()}\n" for gap in gaps)}):
        rights = (0,) if "\n" in gap else (*range(len(RIGHT)), *_SPANS)
        sides = product((*range(len(LEFT)), *_SPANS), rights)
        yield gap, [side for side in sides if gap or max(side) >= WORDS]


def answers() -> dict[str, bytes]:
    """Return what STANDARD makes of the commonest gaps, and where each stands."""
    standard = Asking(Options())
    found: array[int] = array("I")
    places: dict[tuple[int, ...], int] = {}
    for gap, sides in common():
        numbers, texts = bytearray(SIDES * SIDES), [""]
        for left, right in sides:
            out = standard.gap(left, gap, right)
            if out is not None:
                if out not in texts[1:]:
                    texts.append(out)
                numbers[left * SIDES + right] = texts.index(out, 1)
        places[tuple(map(ord, gap))] = len(found) + 1
        found.extend([len(gap), *map(ord, gap)])
        found.frombytes(bytes(numbers))
        for text in texts[1:]:
            found.extend([len(text), *map(ord, text)])
    return {"gaps": found.tobytes(), "gap_slots": _slots(places)}


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
