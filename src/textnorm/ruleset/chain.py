"""The rules, in the order in which they are applied.

Repair of encodings comes first, for it brings letters to light; then marks are removed, letters and
digits mapped; then each word is settled by itself (repeated letters, a wrong half-space, a final teh
marbuta), for spacing and punctuation look at words as they will be, and these are set; joins come last.
(Joins come after spacing, not before it: «می  رود» must be one space to be seen.)

The folds of SEARCH and the rules for words of speech are loaded for those who ask for them: every.py has their places.
"""

from __future__ import annotations

from ..ruleset.rule import Rule
from . import (
    code_pages,
    editorial,
    encoding,
    extracted,
    letters,
    marks,
    repeats,
    spacing,
    zwnj,
)
from .joiners import rules as joiner_rules

REPEATED = Rule(
    id=repeats.RULE,
    family="repeats",
    token_local=True,
    settles_words=True,
    why="Letters stretched for emphasis, three times and more, are those of the word; the lexicon knows if one or two.",
    find=repeats.find_repeats,
    hint=repeats.STRETCHED,
    examples=(("سلاممم", "سلام"), ("متعددییی", "متعددی")),
    near_misses=("مسدد", "۱۱۱ …", "ههههه خخخخ"),
    source="lexicon",
)
#: the rules, in order: what comes before the first folds, and what comes behind them
BEFORE: tuple[Rule, ...] = (
    extracted.CP1256,  # before ftfy is asked for the same lines
    code_pages.CODE_PAGES,
    *encoding.RULES,
    *extracted.TEXT,
)
BEHIND: tuple[Rule, ...] = (
    letters.SHAPED_FORM,
    extracted.ORNAMENT,  # before the tatweels that prove it are taken away
    *marks.RULES,
    *letters.RULES,
    letters.PERSIAN_DIGIT,
    editorial.QUOTES,  # before spacing: what stands beside guillemets is Persian
    zwnj.AFTER_EMPHASIS,  # before the half-space seems to have no work
    zwnj.STRAY,
    extracted.VISUAL_WORDS,
    spacing.SPACE_RUN,
    *extracted.WORDS,  # words are made whole before what lies between them is looked at
    REPEATED,
    zwnj.WRONG,
    zwnj.UNSEEN,
    letters.FINAL_TEH,
    letters.HEH_HAMZA,
    zwnj.GLUED_EZAFE,
    extracted.EARLY_STOP,
    editorial.EZAFE,
    *editorial.PUNCTUATION,  # before spacing, which judges gaps by the signs beside them
    zwnj.HEH_YEH,  # before spacing: a ی by itself is no word beside which a quotation opens
    *spacing.RULES,
    zwnj.GLUED_ARTICLE,
    *joiner_rules.RULES,
)
#: every rule but the folds and those for words of speech
UNFOLDED = (*BEFORE, *BEHIND)
