"""The ZWNJ where it has no work to do. Where it is missing is the matter of `joiners`."""

from __future__ import annotations

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, NON_JOINING, PERSIAN_LETTERS, ZWNJ
from ..engine import Rule

#: what may stand before a ZWNJ
_BEFORE = f"{ARABIC_LETTERS}{ARABIC_MARKS}\\d»)\\]\"'”’{ZWNJ}"
#: letters after which a final heh is silent; after ا, و and ی it is sounded
_CONSONANTS = "".join(letter for letter in PERSIAN_LETTERS if letter not in "اآویأؤئ")

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

HEH_YEH = Rule(
    id="heh-yeh",
    family="zwnj",
    why="The ezafe after a silent heh belongs to its word: a ی that stands apart is joined. EDITORIAL writes هٔ.",
    pattern=f"(?<=[{PERSIAN_LETTERS}][{_CONSONANTS}])ه ی(?![{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}])",
    replacement=f"ه{ZWNJ}ی",
    needs=("ه ی",),
    examples=(("خانه ی ما", "خانه\u200cی ما"), ("درباره ی باد", "درباره\u200cی باد")),
    near_misses=("خانه یکی از ماست", "حرف به ی رسید", "راه ی", "گروه ی"),
    source="«دستور خط فارسی», on ezafe",
)
