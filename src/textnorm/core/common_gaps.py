"""The commonest gaps, and what STANDARD makes of them: made in advance, so that a new process need not ask."""

from __future__ import annotations

from array import array

from ..options import Options
from .asking import Asking
from .gaps import LEFT, RIGHT
from .tables import spread

#: what stands between words most often; U+E000 is a span that no rule touches
COMMON_GAPS = (
    """
،· ،·|،|: |:|؛ |. |.|! |!|؟ |؟|? |, |) | (|(|»|» | «|: «|» «|».|»،·|).|)،·|). |. (|" | "|" "|'|' | '| - |-| – |– | / |/
··|···|\t| \t|\t | 1 | ۱ | ١ |۱ | ۱|1 | 1| ۱،·| ۱.| ۱ / ۱ | 1.1 | ۱٫۱ | ۱۱:۱۱ |1. |۱. |۱) |...|… |…|... | ...
¤|¤·|·¤|·¤·|·¤،·|،·¤·|·¤.|·¤. |. ¤·|. ¤|: ¤·|·¤:|·¤: |·¤؛·|·¤!|·¤?|·(¤)·|·(¤)|·(¤)،·|·¤) |·¤)|·¤)،·|·¤).|·(¤·|·"¤"·|·«¤»·|(¤) |¤،·|¤. |¤: |-·¤·|-·¤: |·¤·¤
·[¤)·|](¤)·|](¤)|·[|[|·¤·(|·¤ 1 |·¤ ۱ | 1 ¤ | ۱ ¤ |- |- ¤ |* |# |## |### |#### |> |1. **|- **|**|** | **|**. |:** |.**| **¤** |:** ¤|- [|- [¤) | | ¤|| ¤ | ¤ | ¤| |
""".replace("·", " ")
    .replace("¤", "\ue000")
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


def answers() -> dict[str, bytes]:
    """Return what STANDARD makes of the commonest gaps between all classes of words, and where each stands."""
    standard = Asking(Options())
    found: array[int] = array("I")
    places: dict[tuple[int, ...], int] = {}
    spaced = {gap.replace("\ue000", "\ue002") for gap in COMMON_GAPS}
    for gap in sorted({*COMMON_GAPS, *TYPED_GAPS, *spaced} - {""}):
        for left in range(len(LEFT)):
            sides = [(gap, right) for right in range(len(RIGHT))]
            for between, right in [*sides, (gap.rstrip() + "\n", 0)]:
                key = left, right, *map(ord, between)
                out = standard.gap(left, between, right)
                if out is not None and key not in places:
                    places[key] = len(found) + 1
                    found.extend([left, right, 1, len(between), len(out), *map(ord, between + out)])
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
