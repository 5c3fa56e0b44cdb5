"""The rules for letters and half-spaces that fonts name or draw in ways of their own as data.

But for the first, which proves itself, they are applied to texts out of PDF files alone.
"""

from __future__ import annotations

from ..ruleset.rule import Rule
from . import early_vowels, ligatures, misnamed, no_break_gaps, parted_madda

FAMILY = "extracted"

NO_BREAK_GAP = Rule(
    id=no_break_gaps.RULE,
    family=FAMILY,
    scope="text",
    why="Where a font has no half-space XeTeX draws a no-break space for it, and a reader turns the pieces round that it parts.",
    find=no_break_gaps.find_no_break_gaps,
    examples=(
        (
            "خوانند \xa0ها را می \xa0کتاب\nروند \xa0ها می \xa0بچه",
            "کتاب\u200cها را می\u200cخوانند\nبچه\u200cها می\u200cروند",
        ),
    ),
    near_misses=("باد \xa0باران \xa0برف \xa0مه", "کتاب \xa0ها"),
    source="XeLaTeX with Noto Naskh Arabic and Nazli, by pypdf",
)

EVERY_HEH = Rule(
    id=misnamed.HAMZA,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="No «که», «به» or «چه» has a small hamza: where they do, the file calls every heh of a font a heh with a hamza.",
    find=misnamed.find_hamzas_on_every_heh,
    examples=(
        (
            "نمونه\u0654 که\u0654 به\u0654 خانه\u0654 برد و به\u0654 ما داد",
            "نمونه که به خانه برد و به ما داد",
        ),
    ),
    near_misses=("خانه\u0654 ما که به شهر", "که\u0654 به\u0654 بازار رفت"),
    source="WeasyPrint with Harmattan, by every reader",
)
IN_PARTS = Rule(
    id=misnamed.PARTS,
    family=FAMILY,
    scope="text",
    why="A font that draws a letter and the mark on it as two glyphs makes two characters of one letter.",
    find=misnamed.find_letters_in_parts,
    examples=(("ا\u0653ب و قرا\u0653ن و تا\u0654ثیر", "آب و قرآن و تأثیر"),),
    near_misses=("خانه\u0654 ما", "آب"),
    source="Harmattan and Lateef, by every reader; Unicode, NFC",
)
ONE_GLYPH = Rule(
    id=misnamed.ONE_GLYPH,
    family=FAMILY,
    scope="text",
    why="A font that has one glyph for heh and its small hamza gives both as a letter that Persian is not written with.",
    find=misnamed.find_hehs_as_one_glyph,
    examples=(("خان\u06c0 ما", "خانه\u0654 ما"),),
    near_misses=("خانه\u0654 ما", "خانه ما"),
    source="Vazirmatn, Sahel and Shabnam, by most readers; ISIRI 6219",
)
LOST_MADDA = Rule(
    id=misnamed.MADDA,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Fonts draw آ as an alef and a madda, of which some files name the alef alone; several words are none without the madda.",
    find=misnamed.find_lost_madda,
    examples=(
        ("امده بود و ازمایشگاه اماده شد", "آمده بود و آزمایشگاه آماده شد"),
        ("ا مده بود، ا ورده بود و قرا ن در ا زمایشگاه", "آمده بود، آورده بود و قرا ن در آزمایشگاه"),
    ),
    near_misses=("اما باران امد و رفت", "آب و آتش و آمدن و امده و ازاد و اماده"),
    source="PakType Naskh and Harmattan, by pypdf, pdfminer.six and pdfplumber",
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
PARTED_MADDA = Rule(
    id=parted_madda.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="Fonts draw آ as an alef and a madda, and some files name the madda آ or any sign: no word begins with both letters.",
    find=parted_madda.find_parted_madda,
    examples=(
        ("اآن روز و اآینده", "آن روز و آینده"),
        ("Iان روز و Iاینده با Iارزوی خوش", "آن روز و آینده با آرزوی خوش"),
    ),
    near_misses=("آن روز و باد/انار و سرد/آرام", "(از باد) و (این) و (آب)"),
    source="Scheherazade New, in files of WeasyPrint and LibreOffice, by every reader",
)
EARLY_VOWEL = Rule(
    id=early_vowels.RULE,
    family=FAMILY,
    scope="text",
    certainty="likely",
    why="A font draws a vowel over its letter or beside it, and readers give what stands more to the right first: no word begins with a vowel.",
    find=early_vowels.find_early_vowels,
    examples=(
        ("کنار آسیا ِب ما و ُم هر او", "کنار آسیابِ ما و مُهر او"),
        ("مع ّلم و َس َح ر و ِنگار", "معلّم و سَحَر و نِگار"),
    ),
    near_misses=("آسیابِ ما و مُهر او", "حرف ِ ب و نشانه َ"),
    source="Chromium, by pdftotext, PyMuPDF and pdfplumber",
)
