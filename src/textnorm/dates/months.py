"""Month names, as data: one list a language, in the order of the year, variants separated by ``|``."""

from __future__ import annotations

from .match_key import fold

#: names of Iran, and their spellings in neighbouring languages: a month beside any day or year
PLAIN = {
    "fa": "فروردین اردیبهشت|اردی‌بهشت|اوردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر "
    "دی|دیماه بهمن اسفند|اسپند",
    "ur": "فروردن|فروردین آرڈبائش|اردبائش خرداد تیر مرداد شہریوار|شهریوار مہر ابان آزر ڈے بہمن اسفند",
    "ckb": "خاکەلێوە|خاکه‌لێوه گوڵان|بانەمەڕ جۆزەردان پووشپەڕ|پوشپەڕ گەلاوێژ خەرمانان ڕەزبەر "
    "گەڵاڕێزان|خەزەڵوەر سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە|ڕەشەممە",
    "ckb (borrowed)": "فەروەردین ئۆردیبەهەشت|ئوردیبەهێشت خورداد|خۆرداد تیر مورداد شەهریوەر مێهر "
    "ئابان ئازەر دەی بەهمەن ئەسفەند|ئیسفەند",
    "en": "Farvardin|Farwardin|Farvardeen|Farvadin|Farwardeen "
    "Ordibehesht|Ordibehest|Urdibehesht|Ordibihisht|Urdibihisht|Ordebehesht|Ordibeheshd "
    "Khordad|Xordad|Khurdad|Khordaad|Khoradad Tir|Teer Mordad|Amordad|Murdad|Mordaad "
    "Shahrivar|Shahriwar|Shahrivur|Shahrivaar|Sharivar Mehr|Mihr Aban|Abaan Azar|Aazar Dey "
    "Bahman|Bahmaan Esfand|Isfand|Espand|Esphand",
    "en (doubled vowels)": "Farvardin Ordibehesht Khordaad Tir Amordaad|Mordaad Shahrivar Mehr Aabaan Aazar|Aathar "
    "Dey|Dei Bahman|Bahmaan Esfand",
    "de": "Farwardin Ordibehescht Chordād Tir Mordād Schahriwar Mehr Ābān Āsar Déi Bahman Essfand",
    "fr": "farvardin ordibehešt khordâd tir mordâd šahrivar mehr âbân âzar dey bahman esfand",
    "cs": "farvardin ordibehešt chordád tír mordád šahrívar mehr ábán ázar dei bahman esfand",
    "pl": "Farwardin Ordibeheszt Chordād Tir Mordād Szahriwar Mehr Ābān Āsar Déi Bahman Esfand",
    "ru": "фарвардин ордибехешт хордад тир мордад шахривер|шахривар мехр абан азер|азар дей|деј бахман эсфанд",
    "uk": "фарвардін ордібехешт хордад тір мордад шахрівер мехр абан азер дей бахман есфанд",
    "sr": "Фаравадин Ордибехешт Кордад Тир Мордад Шахривар Мехр|мер Абан Азар Деј Бахман Есфанд",
    "sr-Latn": "Faravadin Ordibehešt Kordad Tir Mordad Šahrivar Mehr Aban Azar Dej Bahman Esfand",
    "lv": "farvardīns ordibehešts hordāds tīrs mordāds šahrivērs mehrs abans azers dejs bahmans esfands",
    "tr": "Ferverdin Ordibeheşt Hordad Tir Mordad Şehriver Mehr Aban Azer Dey Behmen Esfend",
    "az": "fərvərdin ordibeheşt xordəd tir mordəd şəhrivar mehr abən azər dey bəhmən isfənd",
    "uz": "farvardin oʻrdibehisht xurdod tir murdod shahrivar mehr obon ozar dey bahman isfand|isfan",
    "tg": "фарвардин|фарвардини урдибиҳишт|урдибиҳишти хурдод|хурдоди тир|тири мурдод|мурдоди "
    "шаҳривар|шаҳривари "
    "меҳр|меҳри обон|обони озар|озари дей|дейи баҳман|баҳмани исфанд|исфанди",
}
#: names that are also everyday words: a month only between a day and a year of four digits
CAREFUL = {
    "fa-AF": "حمل ثور جوزا سرطان اسد سنبله|سنبلهٔ|سنبله‌ی میزان عقرب قوس جدی دلو حوت",
    "ps": "وری|وری غویی|غوایی|غویي|غوایي غبرگولی|غبرګولی|غبرګولي|غبرگولي چنگاښ|چنګاښ زمری|زمري "
    "وږی|وږي تله|تلې "
    "لړم|لړمه لیندۍ|لیندی|ليندۍ|لیندې مرغومی|مرغومي سلواغه|سلواغې|سلواغی کب|کبه",
    "ar": "فرفردن|فروردين أذربيهشت|ارديبهشت خرداد تار مرداد شهرفار|شهريور مهر آيان|آبان آذر دي "
    "بهمن اسفندار|اسفند",
    "ur": "فروردن آرڈبائش خداداد|خرداد تیر مرداد شہریوار مہر ابان آزر ڈے بہمن اسفند",
    "en": "Hamal Sawr|Saur|Thawr Jawza|Jauza|Jowza Saratan Asad Sunbula|Sonbola|Sunbulah|Sonbolah "
    "Mizan|Meezan "
    "Aqrab|Akrab Qaws|Qaus|Qows Jadi|Jady Dalw|Dalwa|Dalv Hut|Hoot",
}
#: abbreviations of calendar libraries: a month only between a day and a year of four digits
SHORT = {
    "fa": "فرو ارد خرد تیر مرد|امر شهر مهر آبا آذر دی بهم اسف",
    "en": "Far Ord Kho Tir Mor|Amo Sha Meh Aba|Aab Aza|Aaz Dey Bah Esf",
    "fr": "far ord kho tir mor šah mehr âbâ âzar dey bah esf",
}
#: those that are everyday words as well: a month only in a date that stands alone
EVERYDAY = frozenset(map(fold, "فرو ارد خرد مرد امر شهر Far Sha".split()))
#: «Day» is Dey in older romanisation; only with a capital, and only between day and year
DAY = "Day"


#: what is written as one word with a name: «مهرماه», and the ezafe of Sorani and Dari, «Mehrی», «جوزای»
ENDINGS = ("", "ماه")
EZAFE_ENDINGS = ("", "ماه", "ی")
_WITH_EZAFE = ("ckb", "ckb (borrowed)", "en", "fa-AF")


def endings_of(table: dict[str, str], language: str) -> tuple[str, ...]:
    """Return what the names of a table may end with."""
    if table is SHORT:
        return ("",)
    return EZAFE_ENDINGS if language in _WITH_EZAFE else ENDINGS


def _names(table: dict[str, str]) -> dict[str, int]:
    return {
        fold(name + ending): month
        for language, names in table.items()
        for month, variants in enumerate(names.split(), 1)
        for name in variants.split("|")
        for ending in endings_of(table, language)
    }


PLAIN_MONTHS = _names(PLAIN)
SHORT_MONTHS = {name: month for name, month in _names(SHORT).items() if name not in PLAIN_MONTHS}
#: names so long that one slip of the fingers makes no other word of them («مرداد» is near «مداد», a pencil)
LONG = {"فروردین": 1, "اردیبهشت": 2, "شهریور": 6, "اسفند": 12}


def slips(name: str) -> set[str]:
    """Return a name with a letter behind its first one left out, doubled, or changed with the next one.

    >>> {"شهرور", "شهریوور", "شهرویر"} <= slips("شهریور"), "شهریور" in slips("شهریور")
    (True, False)
    """
    places = range(1, len(name))
    left_out = {name[:i] + name[i + 1 :] for i in places}
    doubled = {name[:i] + name[i] + name[i:] for i in places}
    changed = {name[:i] + name[i + 1] + name[i] + name[i + 2 :] for i in places[:-1]}
    return (left_out | doubled | changed) - {name}


_SLIPS = {
    fold(slip + ending): month for name, month in LONG.items() for slip in slips(name) for ending in ENDINGS
}
CAREFUL_MONTHS = {
    name: month for name, month in (_names(CAREFUL) | _SLIPS).items() if name not in PLAIN_MONTHS
}

#: Gregorian months by language: never Solar Hijri, and the evidence of an equivalent
GREGORIAN = {
    "en": "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug "
    "September|Sep|Sept October|Oct November|Nov December|Dec",
    "fa": "ژانویه|ژانویهٔ|ژانویه‌ی فوریه|فوریهٔ مارس|مارچ آوریل|اوریل مه|می|مهٔ ژوئن|ژوئن|جون "
    "ژوئیه|جولای|ژوییه|جولاى "
    "اوت|آگوست|اگست|آگست سپتامبر|سپتمبر اکتبر|اکتوبر نوامبر|نومبر|نومبر دسامبر|دسمبر",
    "fa-AF": "جنوری فبروری|فیبروری مارچ اپریل|آپریل می جون جولای|جولایی اگست سپتمبر اکتوبر "
    "نومبر|نوامبر دسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "ps": "جنوري فېبروري|فبروري مارچ اپریل مۍ|می جون جولای اګست سپتمبر|سېپتمبر اکتوبر نومبر دسمبر",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
GREGORIAN_MONTHS = _names(GREGORIAN)
#: Gregorian months of the Levant and of Sorani, some of two words: looked for where Gregorian dates are asked for,
#: since they are everyday words elsewhere («آب» is water in Persian)
LEVANT = {
    "ar": "كانون_الثاني شباط آذار نيسان أيار|ايار حزيران تموز آب أيلول|ايلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ckb": "کانوونی_دووەم شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی_یەکەم تشرینی_دووەم "
    "کانوونی_یەکەم",
}
LEVANT_MONTHS = {
    tuple(fold(word) for word in name.split("_")): month
    for names in LEVANT.values()
    for month, variants in enumerate(names.split(), 1)
    for name in variants.split("|")
}
#: Gregorian months that are no other word, so that a day before them is enough: «۱۳ مارچ», but not «۵ می»
_HOMOGRAPHS = frozenset(
    map(fold, "می مه مهٔ مئی مۍ مايو May Mar Jan Sep Sept Dec Jun Jul Aug جون Feb Apr Oct Nov اوت".split())
)
GREGORIAN_ALONE = {name: month for name, month in GREGORIAN_MONTHS.items() if name not in _HOMOGRAPHS}
