"""The rules for texts that came out of PDF files as data, in the order in which they are applied."""

from __future__ import annotations

from functools import partial

from ..edits import Edit
from ..ruleset.extracted.found_lines import line_end
from ..ruleset.extracted.rules import LAM_ALEF, TORN_HAMZA, TORN_TANVIN
from ..ruleset.extracted.torn_marks import find_scattered_tanvin
from ..ruleset.rule import Rule
from ..script.segments import persian_spans
from . import (
    brackets,
    displaced_spaces,
    early_marks,
    every_lam_alef,
    glue,
    glued_words,
    heh_over_lines,
    lost_heh,
    parted_signs,
    shifted,
    stretched,
    torn,
)
from .font_rules import (
    EARLY_VOWEL,
    EVERY_HEH,
    FAMILY,
    IN_PARTS,
    LIGATURE,
    LOST_MADDA,
    ONE_GLYPH,
    PARTED_MADDA,
)
from .turned_rules import PARTS_OF_PDF, TURNED_DEGREES, TURNED_MAIL


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
        ("موم ۲۸۵٬۰۰۰۳۱۰٬۰۰۰", "موم ۲۸۵٬۰۰۰ ۳۱۰٬۰۰۰"),
        ("روشن ۴۳٫۵۸۱٫۰۹۶٫۵", "روشن ۴۳٫۵ ۸۱٫۰ ۹۶٫۵"),
    ),
    near_misses=("۲۰ساله", "۸۰ها", "PDFها", "فارسی/English"),
    source="PDF readers",
)
PARTED_SIGNS = Rule(
    id=parted_signs.RULE,
    family=FAMILY,
    scope="text",
    why="The signs inside dates and addresses of right-to-left lines are drawn by themselves, and some readers give them apart.",
    find=parted_signs.find_parted_signs,
    examples=(
        ("مورخ ۱۴۰۱۰۹۱۵ // در شهر", "مورخ ۱۴۰۱/۰۹/۱۵ در شهر"),
        ("به .info@example ir بنویس", "به info@example.ir بنویس"),
        ("در .: https //example com/a", "در https://example.com/a"),
        (
            "را می..: https //www example com/a یا به.info@example ir",
            "را می https://www.example.com/a یا به info@example.ir",
        ),
    ),
    near_misses=(
        "کد ۱۴۰۱۰۹۱۵ است",
        "www example ir",
        "see // 20230101a",
        "آمد. www example",
        "آمد. info@example ir",
    ),
    source="files of LibreOffice, read by pypdf",
)
HEH_OVER_LINES = Rule(
    id=heh_over_lines.RULE,
    family=FAMILY,
    scope="text",
    why="A heh alone at the start of a line and a small hamza at the end of the next one make an ezafe: a font drew the hamza higher,"
    " and the reader made two lines of one.",
    find=heh_over_lines.find_heh_over_lines,
    examples=(
        ("ه بارشی وارد شد\nدرجه است. سامان \u0654", "درجه است. سامانه\u0654 بارشی وارد شد"),
        ("ه کاری            رزوم \u0654", "رزومه\u0654 کاری"),
    ),
    near_misses=("ه بارشی\nسامانه\u0654", "سامان \u0654\nه بارشی", "سامانه\u0654\nبارشی"),
    source="files of LibreOffice, WeasyPrint, Pango and fpdf2, read by pdftotext",
)
EVERY_LAM_ALEF = Rule(
    id=every_lam_alef.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Where a text holds turned ligatures «لا» and hardly any that stands as it is written, a file or a reader turned them all.",
    find=every_lam_alef.find_every_lam_alef,
    examples=(("اطالعات و عالقه و سالمت", "اطلاعات و علاقه و سلامت"),),
    near_misses=("اطالعات و سالمت", "سالمت و سالم", "نرخ دالر"),
    source="pdftotext; lexicon",
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
        ("این جمل\u0654 بلند", "این جمله\u0654 بلند"),
    ),
    near_misses=("خانه\u0654 ما", "\u0654 و باد", "مؤسسه"),
    source="PyMuPDF; pypdf",
)
MANY_GLUED = GLUED.replace(
    id=glue.TABLE,
    why="Where most numbers of a text are glued to the words beside them a reader has lost the spaces.",
    find=glue.find_many_glued_numbers,
    examples=(("۱سپید ۱۲\n۲آبی ۱۱\n۳سرخ ۹\n۴زرد ۸", "۱ سپید ۱۲\n۲ آبی ۱۱\n۳ سرخ ۹\n۴ زرد ۸"),),
    near_misses=("اتاق۱ و اتاق۲ و اتاق۳", "۲۰ساله و ۳۰ساله و ۴۰ساله و ۵۰ساله"),
)
EARLY_MARK = Rule(
    id=early_marks.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Between a Persian number and a space a mark stands on either side of the number in the order of the page.",
    find=early_marks.find_early_marks,
    examples=(("غلظت ،۰ ،۵۰ و سال .۱۳۳۲ ده ساله", "غلظت ۰، ۵۰، و سال ۱۳۳۲. ده ساله"),),
    near_misses=("باد، ۱۲ کوه و ۱۲:۳۰ ساعت", "عدد .۵ است", "in .۵ and .۷"),
    source="pypdfium2",
)
DISPLACED = Rule(
    id=displaced_spaces.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Readers that put together a line from pieces set the space beside a mark or a bracket on its other side.",
    find=displaced_spaces.find_displaced_spaces,
    examples=(("شمارهٔ ۴ ،۵ و« چ»،« پ» و باد( سرد) بود", "شمارهٔ ۴، ۵ و «چ»، «پ» و باد (سرد) بود"),),
    near_misses=("باد، برف (سرد) و «مه» سپید", "کلید :x و .net", "» باد «", "f( x )"),
    source="pypdfium2; pdfminer.six",
)
STRETCHED = Rule(
    id=stretched.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Kashidas that fill a line stand apart from their letters in some readers; without them there are known words.",
    find=stretched.find_stretched_words,
    examples=(("او ب ــا اش ـ ــاره ب ــه باران", "او با اشاره به باران"),),
    near_misses=("پسوند ـها و ـتر و ـترین", "باد ــ باران ــ برف ــ هوا"),
    source="justified text of LibreOffice, read by pdftotext",
)
GLUED_WORDS = Rule(
    id=glued_words.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="A reader that finds no space where a font draws a narrow one glues words; several unknown tokens fall into known words.",
    find=glued_words.find_glued_words,
    examples=(
        (
            "سالداردوهنوز ازطلوع شروعکردید درحجره",
            "سال دارد و هنوز از طلوع شروع کردید در حجره",
        ),
    ),
    near_misses=("ازطلوع آفتاب", "هوا سرد و بارانی بود"),
    source="pypdfium2, pypdf",
)
MANY_GLUED_WORDS = GLUED_WORDS.replace(
    id=glued_words.MANY,
    why="Where most unknown tokens of a text fall into known words a reader has lost the spaces.",
    find=glued_words.find_many_glued_words,
    examples=(
        (
            "سالداردوهنوزازطلوع شروعکردید درحجره بلدنیستم ازآفتاب همدارید شروعکردند دراتاق",
            "سال دارد و هنوز از طلوع شروع کردید در حجره بلد نیستم از آفتاب هم دارید شروع کردند در اتاق",
        ),
    ),
    near_misses=("ازطلوع آفتاب شروعکردید", "هوا سرد و بارانی بود"),
)
SHIFTED = Rule(
    id=shifted.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="A half-space has no width: a reader that sorts a line by places may set it before the letter that it follows.",
    find=shifted.find_shifted_half_spaces,
    examples=(("کوچ هها و گلدا نها را م یدهد", "کوچه\u200cها و گلدان\u200cها را می\u200cدهد"),),
    near_misses=("کوچ هها و باران", "هوا سرد و بارانی بود", "آن ها و این ها را می دهد"),
    source="pdfplumber",
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
    examples=((")بازی خوب( تمام شد", "(بازی خوب) تمام شد"),),
    near_misses=("«بازی خوب» تمام شد", "۱) باد", "«باد» و »برف«", "Das »Haus« steht"),
    source="PDF readers; UAX #9",
)

#: what is done to texts out of PDF files, or where something of the above was found
OF_PDF = (
    PARTS_OF_PDF,
    EVERY_HEH,
    IN_PARTS,
    ONE_GLYPH,
    HEH_OVER_LINES,
    EVERY_LAM_ALEF,
    *map(
        _for_text,
        (
            TORN_HAMZA,
            TORN_TANVIN.replace(find=find_scattered_tanvin),
            LAM_ALEF.replace(find=every_lam_alef.find_turned_lam_alef),
        ),
    ),
    LOST_HEH,
    EARLY_VOWEL,
    PARTED_MADDA,
    LOST_MADDA,
    LIGATURE,
    BRACKET,
    EARLY_MARK,
    DISPLACED,
    PARTED_SIGNS,
    TURNED_MAIL,
    TURNED_DEGREES,
    GLUED,
    STRETCHED,
    SHIFTED,
    TORN,
    GLUED_WORDS,
)
