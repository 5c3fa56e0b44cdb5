"""The rules for extracted text as data, in the order in which they are applied.

What encloses and hides comes first (controls, font spaces), then the order of letters, the shapes, the order of
words; when lines stand as they were written, words and numbers are repaired; what needs to know that the text came
out of a PDF file comes last.
"""

from __future__ import annotations

from ..ruleset import letters
from ..ruleset.extracted.rules import EMBEDDING
from ..ruleset.rule import Rule
from . import (
    digits,
    half_spaces,
    hyphens,
    late_half_spaces,
    letters_on_lines,
    mirrored_quotes,
    nameless,
    over_lines,
    pages,
    parted_runs,
    reflow,
    signs,
    visual_lines,
    word_order,
    word_shapes,
)
from .font_rules import FAMILY, NO_BREAK_GAP
from .options import ExtractedOptions
from .pdf_rules import MANY_GLUED, MANY_GLUED_WORDS, OF_PDF
from .turned_rules import ADDRESS, TURNED_PARTS, TURNED_WORDS

PARTED = Rule(
    id=parted_runs.RULE,
    family=FAMILY,
    scope="text",
    why="Embeddings side by side hold the parts of one word from left to right, where several do so.",
    find=parted_runs.find_parted_words,
    examples=(
        (
            "\u202bم\u202c\u202bخر\u202c \u202bی\u202c\u202bم\u202c \u202bه\u202c\u202bپای\u202c",
            "\u202bخرم\u202c \u202bمی\u202c \u202bپایه\u202c",
        ),
        (
            "\u202bپل\u202c \u202b\u200cهای\u202c\n\u202bه\u202c\u202bپای\u202c \u202bی\u202c\u202bم\u202c \u202bم\u202c\u202bخر\u202c",
            "\u202bپل\u202c \u202bپایه\u200cهای\u202c \u202bمی\u202c \u202bخرم\u202c",
        ),
    ),
    near_misses=("\u202bخرم\u202c \u202bمی\u202c", "\u202bم\u202c\u202bخر\u202c"),
    source="pdftotext -raw",
)
LETTERS = Rule(
    id=letters_on_lines.RULE,
    family=FAMILY,
    scope="text",
    why="Where most lines of a text are single letters a reader took each letter of a file for a line.",
    find=letters_on_lines.find_letters_on_lines,
    examples=(("\n".join("ﻫﻮﺍﺍﻣﺮﻭﺯﺳﺮﺩﺑﻮﺩ" * 6), "ﻫﻮﺍﺍﻣﺮﻭﺯﺳﺮﺩﺑﻮﺩ" * 6),),
    near_misses=("\n".join("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"), "باد\nباران\nو\nبرف"),
    source="pdftotext -raw, on files of LuaLaTeX, Qt, Pango and wkhtmltopdf",
)
FONT_SPACE = Rule(
    id=half_spaces.FONT_SPACE,
    family=FAMILY,
    scope="text",
    why="Some fonts share one glyph for space and half-space, and a PDF file then calls every space a half-space.",
    find=half_spaces.find_font_spaces,
    examples=(("ما‌هر‌روز‌نان‌تازه‌و‌سیب‌را‌می‌خریم", "ما هر روز نان تازه و سیب را می خریم"),),
    near_misses=("کتاب‌خانه‌هایشان را می‌بینیم", "می‌روم"),
    source="PDF files of LibreOffice, read by pypdf, pdfminer.six and pdfplumber",
)
WORD_SHAPE = Rule(
    id=word_shapes.RULE,
    family=FAMILY,
    scope="text",
    why="A letter in its final form ends a word, and one in its initial form is joined to the next: gaps that contradict"
    " the shapes, or that these call for, are the work of the reader.",
    find=word_shapes.find_word_shapes,
    examples=(("ﺍﯾﻦ ﮐﺘﺎﺏﺑﻪﻣﻦﻫﻢ ﺑﺪﻩ", "ﺍﯾﻦ ﮐﺘﺎﺏ ﺑﻪ ﻣﻦ ﻫﻢ ﺑﺪﻩ"),),
    near_misses=("ﺍﯾﻦ ﮐﺘﺎﺏ ﺑﻪ ﻣﻦ", "ﺍﺏﺕﺙﺝﺡ ﺍﺏﺕﺙ", "این کتاب به من هم بده"),
    source="PDF files of XeLaTeX and Chromium, read by PyMuPDF, pypdf and pdfplumber; Unicode, ArabicShaping",
)
VISUAL = Rule(
    id=visual_lines.RULE,
    family=FAMILY,
    scope="text",
    why="Shapes and words show that letters stand in the order of the page; lines that say nothing follow the others.",
    find=visual_lines.find_visual_lines,
    examples=(("تسا بوخ اوه\nلودج", "هوا خوب است\nجدول"), (".ﺪﻣآ نارﺎﺑ", "باران آمد.")),
    near_misses=("هوا خوب است", "ﺑﺎران آﻣﺪ.", "شب کار دارم"),
    source="pdfminer.six, pdfplumber; UAX #9 taken backwards",
)
PLAIN = Rule(
    id=letters.SHAPED_FORM.id,
    family=FAMILY,
    scope="text",
    why=letters.SHAPED_FORM.why,
    find=visual_lines.find_shaped_lines,
    examples=letters.SHAPED_FORM.examples,
    near_misses=letters.SHAPED_FORM.near_misses,
    source=letters.SHAPED_FORM.source,
)
OVER_LINES = Rule(
    id=over_lines.RULE,
    family=FAMILY,
    scope="text",
    why="A kashida without a name ends a line for some readers; pieces at line ends that are no words make known ones.",
    find=over_lines.find_words_over_lines,
    examples=(
        (
            "باران ب\nهتر از ه\nمیش\nه\nب\nود و درخ\nتان باغ شک\nوفه داشت",
            "باران بهتر از همیشه\nبود و درختان باغ شکوفه داشت",
        ),
    ),
    near_misses=("هوا سرد است\nه\nباد آمد و خورش\nید رفت", "باد\nباران\nبرف\nابر\nمه\nآفتاب\nسایه"),
    source="justified text of LibreOffice, read by PyMuPDF and pypdfium2",
)
ORDER = Rule(
    id=word_order.RULE,
    family=FAMILY,
    scope="text",
    why="Words or spans stand from left to right; function words and the marks at the edges of lines tell.",
    find=word_order.find_word_order,
    examples=(
        (".برم‌می قدیمی های‌خانه به را ها‌کتاب و روم‌می من", "من می‌روم و کتاب‌ها را به خانه‌های قدیمی می‌برم."),
        (".باران آمد و هوا سرد شد\n.باد رفت و برف آمد", "باران آمد و هوا سرد شد.\nباد رفت و برف آمد."),
    ),
    near_misses=("من می‌روم و کتاب‌ها را به خانه‌های قدیمی می‌برم.", "زبان Python خوب است."),
    source="PyMuPDF, pypdf",
)
SIGNS = Rule(
    id=signs.RULE,
    family=FAMILY,
    scope="text",
    why="The words of the text show that one sign stands for the kashida, so that one alone is no digit.",
    find=signs.find_sign_kashidas,
    examples=(
        ("خ1ط نخس1ت ب1اران", "خط نخست باران"),
        ("خ(cid:18)(cid:18)ط نخس(cid:18)ت ب(cid:18)(cid:18)اران", "خط نخست باران"),
        ("خ\x12ط نخس\x12ت ب\x12اران", "خط نخست باران"),
        ("خ//ط نخس/ت ب//اران", "خط نخست باران"),
    ),
    near_misses=("اتاق1 و اتاق2", "سال1402شمسی", "ف.ی.ل.م و س.ن.گ و ن.م.ک", "من/تو و سرد/گرم و شب/روز"),
    source="justified text of LibreOffice, read by PyMuPDF, pypdf, pdfminer.six",
)
NAMELESS = Rule(
    id=nameless.RULE,
    family=FAMILY,
    scope="text",
    why="A letter that the font of the file has no name for is read as a sign; the words that hold it tell which one it is.",
    find=nameless.find_nameless_letters,
    examples=(
        ("\x12مروز ب\x12ران و برف در تهر\x12ن و خ\x12نه", "امروز باران و برف در تهران و خانه"),
        ("زندگ(cid:8) در مسکون(cid:8) و شمس(cid:8) و قدیم(cid:8)", "زندگی در مسکونی و شمسی و قدیمی"),
    ),
    near_misses=("\x12مروز ب\x12ران", "خ\x12ط و نخس\x12ت و ب\x12اران"),
    source="PDF files of Qt, XeLaTeX and LibreOffice, by every reader",
)
LATE = Rule(
    id=late_half_spaces.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Where the file names the glyph behind a half-space as both, readers set it behind the letter that it stands before.",
    find=late_half_spaces.find_late_half_spaces,
    examples=(
        (
            "پشتب\u200cام همسایهه\u200cا میگ\u200cفتند جعبهه\u200cای",
            "پشت\u200cبام همسایه\u200cها می\u200cگفتند جعبه\u200cهای",
        ),
        ("ه\u200cوا سرد است", "هوا سرد است"),
    ),
    near_misses=("پشت\u200cبام و همسایه\u200cها می\u200cگفتند پشتب\u200cام", "همسایه\u200cها می\u200cگفتند"),
    source="PDF files of Typst, by every reader",
)
DIGITS = Rule(
    id=digits.RULE,
    family=FAMILY,
    scope="text",
    why="Years, dates and leading noughts show that the digits of Persian numbers stand in reverse order.",
    find=digits.find_turned_digits,
    examples=(
        ("سال ۷۹۳۱ در ۸/۷/۷۹۳۱ بود", "سال ۱۳۹۷ در ۱۳۹۷/۷/۸ بود"),
        ("سال ٧٩٣١ ساعت ٩٥:٣٢", "سال ١٣٩٧ ساعت ٢٣:٥٩"),
    ),
    near_misses=("سال ۱۳۹۷ و ۷۹۳۱ نفر", "ساعت ۰۳:۲۱"),
    source="pypdf",
)
QUOTES = Rule(
    id=mirrored_quotes.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Quotation marks that close before they open were given as the page shows them, where most of a text do.",
    find=mirrored_quotes.find_mirrored_quotes,
    examples=(("گفت: »باد\nآمد.« او »برف« را دید.", "گفت: «باد\nآمد.» او «برف» را دید."),),
    near_misses=("«باد» و »برف« و «مه»", "»Das ist gut.«", "باد »"),
    source="pypdfium2; UAX #9",
)
HYPHEN = Rule(
    id=hyphens.RULE,
    family=FAMILY,
    scope="text",
    why="Soft hyphens and hyphens at line ends inside Latin words belong to the lines of the page.",
    find=hyphens.find_hyphens,
    examples=(("inter\u00adnational", "international"),),
    near_misses=("well-known", "inter-national"),
    source="Unicode on U+00AD and U+2010",
)

PAGE_LINES = Rule(
    id=pages.HEAD,
    family=FAMILY,
    scope="text",
    why="Lines that repeat at the edges of pages, page numbers and form feeds belong to the paper.",
    find=pages.find_page_lines,
    examples=(("باد ۱\nمتن نخست\fباد ۲\nمتن دوم\fباد ۳\nمتن سوم\n", "متن نخست\nمتن دوم\nمتن سوم\n"),),
    near_misses=("باد ۱\nمتن\fباد ۲\nمتن", "نخست\fدوم", "باد"),
    source="PDF readers",
)
WRAPPED = Rule(
    id=reflow.RULE,
    family=FAMILY,
    scope="text",
    why="Readers end a line where the page ends it; lines near the width of the text go on in the next one.",
    find=reflow.find_wrapped_lines,
    examples=(
        (
            "هوا امروز در شهرهای شمالی سرد و بارانی بود و مردم در خانه\nماندند و چای نوشیدند تا باران تمام شود و"
            " خیابان‌ها خشک\nشوند و بچه‌ها بیرون بروند و بازی کنند و سپس همه به خانه\nبرگشتند.",
            "هوا امروز در شهرهای شمالی سرد و بارانی بود و مردم در خانه ماندند و چای نوشیدند تا باران تمام شود و"
            " خیابان‌ها خشک شوند و بچه‌ها بیرون بروند و بازی کنند و سپس همه به خانه برگشتند.",
        ),
    ),
    near_misses=("رفت باد و آمد باران\nماند در دل یاد یاران", "- باد\n- باران", "شهر   دما\nتبریز   ۱۲"),
    source="pdftotext, w3m, lynx, pandoc, html2text",
)

#: what proves itself, in any text
PROVEN = (
    PARTED,
    EMBEDDING,
    LETTERS,
    FONT_SPACE,
    WORD_SHAPE,
    VISUAL,
    PLAIN,
    OVER_LINES,
    TURNED_WORDS,
    TURNED_PARTS,
    ADDRESS,
    NO_BREAK_GAP,
    ORDER,
    SIGNS,
    NAMELESS,
    LATE,
    DIGITS,
    QUOTES,
    HYPHEN,
)
#: what proves a text that nothing else has proven
LAST = (MANY_GLUED, MANY_GLUED_WORDS)
#: what is done to lines on request
OF_LINES = (PAGE_LINES, WRAPPED)
#: every rule for extracted text, in order
ALL = (*PROVEN, *LAST, *OF_PDF, *OF_LINES)


def rules_for(options: ExtractedOptions) -> tuple[Rule, ...]:
    """Return the rules that prove themselves, for the source of the text."""
    return (EMBEDDING, HYPHEN) if options.source == "html" else PROVEN
