"""The rules for texts that came out of PDF files as data, in the order in which they are applied."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..edits import Edit
from ..ruleset.extracted.lines import line_end
from ..ruleset.extracted.marks import find_scattered_tanvin
from ..ruleset.extracted.rules import LAM_ALEF, TORN_HAMZA, TORN_TANVIN
from ..ruleset.rule import Rule
from ..script.segments import persian_spans
from . import brackets, glue, ligatures, lost_heh, torn

FAMILY = "extracted"


def _on_persian(rule: Rule, text: str) -> list[Edit]:
    """Return the edits of a rule for Persian runs that lie in the Persian runs of their lines."""
    edits = rule.edits(text)
    runs: dict[int, list[tuple[int, int]]] = {}
    found: list[Edit] = []
    for edit in edits:
        base = text.rfind("\n", 0, edit[0]) + 1
        if base not in runs:
            runs[base] = persian_spans(text[base : line_end(text, edit[1])])
        if any(base + start <= edit[0] and edit[1] <= base + end for start, end in runs[base]):
            found.append(edit)
    return found


def _for_text(rule: Rule) -> Rule:
    """Return a rule for Persian runs as a rule for extracted text, under the same id."""
    return Rule(
        id=rule.id,
        family=FAMILY,
        scope="text",
        why=rule.why,
        find=partial(_on_persian, rule),
        examples=rule.examples,
        near_misses=rule.near_misses,
        source=rule.source,
    )


GLUED = Rule(
    id=glue.GLUED,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Readers lose the spaces between Persian words and the numbers and Latin words beside them.",
    find=glue.find_glued_numbers,
    examples=(
        ("در سال ۱۳۹۷دمای هوا", "در سال ۱۳۹۷ دمای هوا"),
        ("مسیر/etc/nginx است", "مسیر /etc/nginx است"),
    ),
    near_misses=("۲۰ساله", "۸۰ها", "PDFها", "فارسی/English"),
    source="PDF readers",
)
LOST_HEH = Rule(
    id=lost_heh.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="The small hamza stands on a heh alone: a reader that gives it apart has lost the heh of the word that has one.",
    find=lost_heh.find_lost_heh,
    examples=(
        ("از سد \u0654 نهم", "از سده\u0654 نهم"),
        ("\u0654مؤسسه در سال", "مؤسسه\u0654 در سال"),
    ),
    near_misses=("خانه\u0654 ما", "\u0654 و باد", "مؤسسه"),
    source="PyMuPDF; pypdf",
)
LIGATURE = Rule(
    id=ligatures.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Fonts with ligatures of two letters give these in the wrong order; several unknown words become known so.",
    find=ligatures.find_turned_ligatures,
    examples=(("در هواشنایس و همچننی در الربز بود", "در هواشناسی و همچنین در البرز بود"),),
    near_misses=("هواشنایس خوب بود", "هوا سرد و بارانی بود"),
    source="KacstOne, by every reader",
)
MANY_GLUED = replace(
    GLUED,
    id=glue.TABLE,
    why="Where most numbers of a text are glued to the words beside them a reader has lost the spaces.",
    find=glue.find_many_glued_numbers,
    examples=(("۱سپید ۱۲\n۲آبی ۱۱\n۳سرخ ۹\n۴زرد ۸", "۱ سپید ۱۲\n۲ آبی ۱۱\n۳ سرخ ۹\n۴ زرد ۸"),),
    near_misses=("اتاق۱ و اتاق۲ و اتاق۳", "۲۰ساله و ۳۰ساله و ۴۰ساله و ۵۰ساله"),
)
TORN = Rule(
    id=torn.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="A space inside a word whose pieces are no words is the work of a font's spacing.",
    find=torn.find_torn_words,
    examples=(
        ("هواشناس ی", "هواشناسی"),
        ("کتا ب‌ها", "کتاب‌ها"),
        ("گوش ت س بزی ب رای کتا ب", "گوشت سبزی برای کتاب"),
    ),
    near_misses=("خانه ی ما", "باد و باران", "حرف ب", "او هم", "گوش ت"),
    source="PDF readers; lexicon",
)
BRACKET = Rule(
    id=brackets.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Readers give the brackets of right-to-left lines as the page shows them.",
    find=brackets.find_mirrored_brackets,
    examples=(("»بازی خوب« تمام شد", "«بازی خوب» تمام شد"),),
    near_misses=("«بازی خوب» تمام شد", "۱) باد", "«باد» و »برف«"),
    source="PDF readers; UAX #9",
)

#: what is done to texts out of PDF files, or where something of the above was found
OF_PDF = (
    *map(_for_text, (TORN_HAMZA, replace(TORN_TANVIN, find=find_scattered_tanvin), LAM_ALEF)),
    LOST_HEH,
    LIGATURE,
    BRACKET,
    GLUED,
    TORN,
)
