"""The rules of this folder as data, in the order in which they are applied."""

from __future__ import annotations

from textnorm.chars import BIDI_CONTROLS, BIDI_MARKS, TATWEEL

from ...lazy import lazy_function
from ..rule import Rule
from . import kashida_signs, lam_alef, spaces, torn_marks, triggers

EMBEDDING = Rule(
    id=triggers.EMBEDDING,
    family="encoding",
    scope="text",
    why="PDF readers enclose the runs of a line in direction controls and move the space behind a run into it."
    " Controls are taken out in pairs or not at all.",
    find=lazy_function(f"{__package__}.embeddings", "find_embeddings"),
    trigger_chars=frozenset(BIDI_CONTROLS),
    examples=(
        ("\u202bدر سال \u202a ۱۳۹۷\u202cدمای هوا\u202c", "در سال ۱۳۹۷ دمای هوا"),
        ("\u202b\u202aThe weather\u202c\u202c", "The weather"),
    ),
    near_misses=("see \u202aלוח\u202c here",),
    source="pdftotext (Poppler); UAX #9",
)
DIRECTION_MARK = Rule(
    id=triggers.DIRECTION_MARK,
    family="encoding",
    scope="text",
    why="Word processors and text recognition set direction marks round the Latin words of a Persian line.",
    find=lazy_function(f"{__package__}.embeddings", "find_direction_marks"),
    trigger_chars=frozenset(BIDI_MARKS),
    examples=(("زبان \u200ePython\u200f خوب است", "زبان Python خوب است"),),
    near_misses=("`a\u200eb` در کد", "a \u200e b"),
    source="UAX #9",
)
CP1256 = Rule(
    id=triggers.CP1256,
    family="encoding",
    scope="text",
    why="Persian in windows-1256 that was read as windows-1252 shows accented Latin letters; the lexicon tells.",
    find=lazy_function(f"{__package__}.cp1256", "find_shown_1256"),
    trigger_chars=frozenset(triggers.SHOWN) - set("«»"),
    examples=(
        ("ßÊÇÈ ÎæÈ ÇÓÊ", "کتاب خوب است"),
        # the letters for which windows-1252 has no signs
        ("\x8dÑÇ \x81ÏÑ \x90ÝÊ", "چرا پدر گفت"),
    ),
    near_misses=("Ça va à l’école, où ?", "Ångström und Übermaß", "ÈÇÎ ÔÕÖ"),
    source="Unicode mapping tables of windows-1252 and windows-1256; lexicon",
)
LOOKALIKE = Rule(
    id=triggers.LOOKALIKE,
    family="letters",
    scope="text",
    why="Letters of other alphabets in decorated text stand for the Persian letters that they look like.",
    find=lazy_function(f"{__package__}.lookalikes", "find_lookalikes"),
    trigger_chars=triggers.LOOKALIKES,
    examples=(("ۅقتے باران آمد", "وقتی باران آمد"),),
    near_misses=("کتېبىم بۇ يەردە", "בית ספר", "ئۆزبېك تىلى"),
    source="lexicon",
)
VISUAL_SHAPES = Rule(
    id=triggers.VISUAL_SHAPES,
    family="encoding",
    scope="text",
    why="An initial form at the end of a word proves that the letters of the line stand in the order of the page.",
    find=lazy_function(f"{__package__}.visual", "find_visual_shapes"),
    trigger_chars=triggers.SHAPES,
    examples=(("ﻡﻼﺳ ﺎﯿﻧﺩ", "سلام دنیا"), (".ﺪﻣآ نارﺎﺑ", "باران آمد.")),
    near_misses=("ﺳﻼﻡ ﺩﻧﯿﺎ",),
    source="Unicode, Arabic Presentation Forms-A and -B; pdfminer.six, pdfplumber",
)
VISUAL_WORDS = Rule(
    id=triggers.VISUAL_WORDS,
    family="encoding",
    why="Marks in front of their words, and words that are known backwards only: the line stands in the order of"
    " the page.",
    find=lazy_function(f"{__package__}.visual", "find_visual_words"),
    literals=tuple(triggers.EARLY_MARKS),
    examples=(("نابز اما ،دش مکح", "حکم شد، اما زبان"),),
    near_misses=("باد آمد ،باران رفت", "درد دارد ،داد"),
    source="pdfminer.six, pdfplumber; lexicon",
)
ORNAMENT = Rule(
    id="ornament",
    family="marks",
    why="Marks and half-spaces strewn between tatweels only decorate a word.",
    pattern=torn_marks.ORNAMENT,
    trigger_chars=frozenset(TATWEEL),
    examples=(("خـ\u064dـ\u064dـ\u0652ـورشید", "خورشید"), ("خـ\u200cـوب", "خوب")),
    near_misses=("کتاب\u200cها", "پسوند ـها"),
    source="decorated text of social media",
)
DOUBLED_MARK = Rule(
    id="doubled-mark",
    family="spelling",
    why="The same mark twice on one letter is one mark.",
    pattern=torn_marks.DOUBLED,
    replacement=r"\1",
    literals=("\u064b\u064b", "\u0654\u0654", "\u064d\u064d", "\u064c\u064c"),
    examples=(("لطفا\u064b\u064b", "لطفا\u064b"),),
    near_misses=("لطفا\u064b", "خانه\u0654"),
    source="Unicode",
)
TORN_HAMZA = Rule(
    id=torn_marks.TORN_HAMZA,
    family="spelling",
    why="Readers put the small hamza before its heh or behind a space; the lexicon knows the word with heh.",
    find=torn_marks.find_torn_hamza,
    literals=torn_marks.HAMZA_NEEDS,
    examples=(
        ("خان\u0654ه ما", "خانه\u0654 ما"),
        ("خانه \u0654ما", "خانه\u0654 ما"),
        ("خانه\u064c ما", "خانه\u0654 ما"),
    ),
    near_misses=("خانه\u0654 ما", "مسئله"),
    source="pdftotext, PyMuPDF; lexicon",
)
TORN_TANVIN = Rule(
    id=torn_marks.TORN_TANVIN,
    family="spelling",
    why="Tanvin stands behind the alef that carries it; readers put it before, or apart.",
    find=torn_marks.find_torn_tanvin,
    literals=("\u064b",),
    examples=(("کل\u064bا", "کلا\u064b"), ("لطف \u064bا بیا", "لطفا\u064b بیا")),
    near_misses=("کلا\u064b", "مثلا\u064b"),
    source="«دستور خط فارسی», on tanvin; pdftotext, PyMuPDF",
)
SIGN_KASHIDA = Rule(
    id=kashida_signs.RULE,
    family="spelling",
    why="A font that has no kashida for the printer shows digits or signs for it; without them there is a word.",
    find=kashida_signs.find_sign_kashidas,
    literals=kashida_signs.NEEDS,
    examples=(("خ1111ط نخس11ت", "خط نخست"), ("در====خت بلند", "درخت بلند")),
    near_misses=("اتاق 1111 است", "شنبه11مهر", "الف<<ب"),
    source="justified text of LibreOffice",
)
LAM_ALEF = Rule(
    id=lam_alef.RULE,
    family="spelling",
    token_local=True,
    why="A font or a reader gave the letters of the ligature «لا» in the wrong order; as written it is no word.",
    find=lam_alef.find_turned,
    literals=lam_alef.NEEDS,
    examples=(
        ("اطالعات تازه", "اطلاعات تازه"),
        ("عبداهلل آمد", "عبدالله آمد"),
        ("عبداالله آمد", "عبدالله آمد"),
    ),
    near_misses=(
        "انشاالله و ماشاالله",
        "نرخ دالر در کابل",
        "سالم و مالک و خالص و طالب",
        "فعالیت و مثال و خالی",
        "سال نو و مال من و بال مرغ",
    ),
    source="pdftotext; old fonts; lexicon",
)
EARLY_STOP = Rule(
    id=spaces.FULL_STOP,
    family="punctuation",
    why="A full stop behind the space belongs to the word before it.",
    find=spaces.find_early_stops,
    literals=(" .",),
    examples=(("باران آمد .هوا سرد شد", "باران آمد. هوا سرد شد"),),
    near_misses=("باد .ir", "زبان .نت", "باد ...", "پرونده .م"),
    source="PDF readers",
)
GLUED_LATIN = Rule(
    id=spaces.GLUED_LATIN,
    family="spaces",
    scope="text",
    hint=spaces.HINT,
    why="A Persian word that is no ending stands behind a space, also behind a Latin word.",
    find=spaces.find_glued_latin,
    examples=(("کار با Pythonآغاز شد", "کار با Python آغاز شد"),),
    near_misses=("Appها و PDFهای ما", "@userسلام"),
    source="PDF readers; common sense",
)

#: damage anywhere in a text, before marks and letters are looked at
TEXT = (EMBEDDING, DIRECTION_MARK, VISUAL_SHAPES, LOOKALIKE, GLUED_LATIN)
#: damage to words, before spaces and joins are looked at
WORDS = (DOUBLED_MARK, TORN_HAMZA, TORN_TANVIN, SIGN_KASHIDA, LAM_ALEF)
