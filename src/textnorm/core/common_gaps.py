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


def answers() -> bytes:
    """Return what STANDARD makes of the commonest gaps between all classes of words."""
    standard = Asking(Options())
    found: array[int] = array("I")
    for gap in sorted({*COMMON_GAPS, " "} - {""}):
        for left in range(len(LEFT)):
            sides = [(gap, right) for right in range(len(RIGHT))]
            for between, right in [*sides, (gap.rstrip() + "\n", 0)]:
                answer = standard.gap(left, between, right)
                known, out = answer is not None, answer or ""
                found.extend([left, right, int(known), len(between), len(out), *map(ord, between + out)])
    return found.tobytes()
