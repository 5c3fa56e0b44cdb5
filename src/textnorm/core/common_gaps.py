"""The commonest gaps, and what STANDARD makes of them: made in advance, so that a new process need not ask."""

from __future__ import annotations

from array import array

from ..options import Options
from .asking import Asking
from .gaps import LEFT, RIGHT

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


def answers() -> bytes:
    """Return what STANDARD makes of the commonest gaps between all classes of words."""
    standard = Asking(Options())
    found: array[int] = array("I")
    for gap in sorted({*COMMON_GAPS, *TYPED_GAPS} - {""}):
        for left in range(len(LEFT)):
            sides = [(gap, right) for right in range(len(RIGHT))]
            for between, right in [*sides, (gap.rstrip() + "\n", 0)]:
                out = standard.gap(left, between, right)
                if out is not None:
                    found.extend([left, right, 1, len(between), len(out), *map(ord, between + out)])
    return found.tobytes()
