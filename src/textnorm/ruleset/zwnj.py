"""The ZWNJ where it has no work to do. Where it is missing is the matter of `joiners`."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, NON_JOINING, ZWNJ
from ..engine import Rule

#: what may stand before a ZWNJ
_BEFORE = f"{ARABIC_LETTERS}{ARABIC_MARKS}\\d»)\\]\"'”’{ZWNJ}"

STRAY = Rule(
    id="stray-zwnj",
    family="zwnj",
    why="A ZWNJ at the edge of a word, doubled, or after a letter that never joins cannot be seen.",
    pattern=f"{ZWNJ}(?:(?<=[{NON_JOINING}{ZWNJ}]{ZWNJ})|(?<![{_BEFORE}]{ZWNJ})|(?!{ZWNJ}*[{ARABIC_LETTERS}\\d]))",
    needs=(ZWNJ,),
    examples=(("هر\u200c باد", "هر باد"), ("می\u200c\u200cرود", "می\u200cرود"), ("دار\u200cم", "دارم")),
    near_misses=("می\u200cرود", "«باد»\u200cها", "۲۰\u200cساله"),
    source="«دستور خط فارسی»; Unicode on ZWNJ",
)
