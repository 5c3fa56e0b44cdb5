"""The words that every sentence needs, by language: pronouns, prepositions, auxiliaries, and formulas.

Data alone; `languages` says what they prove. Words that both sides use («من», «ما», «لا») are in no list of words that
speak for a language by themselves; they go along with such words (`BESIDE_ARABIC`, `BESIDE_OTHERS`).
"""

from __future__ import annotations

from ..chars import ARABIC_KAF, ARABIC_YEH, KAF, YEH

#: function words of Persian, in Persian letters; few sentences of five words have none of them
PERSIAN_WORDS = frozenset(
    "از در به که را این است با برای می نمی آن خود تا هم یا شد بود باید شده کرد دارد یک هر چه اما اگر بر ها های"
    " شود کند گفت خواهد نیست هستند کردن شدن دیگر ولی وی او ایشان آنها ما شما همه هیچ پس چون نیز".split()
)
#: function words of Arabic that Persian does not use on their own, letters folded to Persian
ARABIC_WORDS = frozenset(
    "فی علی إلی الی التی الذی الذین هذا هذه ذلک تلک إن أن کان کانت عن قد لم لن ثم أو هو هی عند إذا لأن"
    " وهو وهی فإن ولا ولم وقد وفی ومن منها فیها علیه لها إلا کما أما أنه بأن حیث لیس عبر".split()
)
_SURELY_ARABIC = (
    "هذا هذه ذلک تلک الذی التی الذین إلی إن أن إذا لأن فإن بأن أنه إنه وهو وهی ولم وقد عنه عنها فیه فیها فیهم لهم لکم لله"
    " بکم علیکم علیهم علینا عنکم إلیک إلیه إلیکم إلیهم إیاک بسم والله"
    " ماذا لماذا هنالک سوف لیست لدیه لدینا عندی عندک نحن وکان وکانت وهذا وهذه والتی والذی ولقد لقد یکون تکون کانوا"
    " حالک حالکم اسمک اسمکم عمرک هناک فهو فهی بهذا کأن لکنه لکنها لدیک معک معه منکم عنک بعضهم اللهم"
).split()
#: of the words of Arabic, those that no Persian sentence has, also behind "and": one of them speaks for a short clause
SURELY_ARABIC = frozenset([*_SURELY_ARABIC, *(f"و{word}" for word in _SURELY_ARABIC)])
#: words that Persian has too, but with another meaning or in names: beside the words above they are Arabic
BESIDE_ARABIC = ARABIC_WORDS | frozenset(
    "یا ما من لا کیف هل قال قالت لی لک نعم کل مع بعد قبل بین انت انا أی متی کم".split()
)
#: formulas of Arabic that stand in Persian sentences as they are, in Persian letters
FORMULAS = tuple(
    tuple(formula.split())
    for formula in (
        "قال تعالی",
        "السلام علیکم",
        "الحمد لله",
        "رضی الله عنه",
        "رضی الله عنها",
        "رضی الله عنهم",
    )
)
#: all of their words
OF_FORMULAS = frozenset(word for formula in FORMULAS for word in formula)
#: the words with which they begin
FORMULA_STARTS = frozenset(formula[0] for formula in FORMULAS)
#: Urdu words as Urdu writes them: their letters alone are read as typing noise, together they are not
_URDU_SPELT = frozenset(
    "ہے ہیں میں کے نے سے ہو نہیں بھی تھا تھی تھے یہ وہ گے اپنے ہم رہا رہی رہے ہوں ہوئی بہت شکریہ".split()
)
#: function words of Sorani Kurdish that need no letter of their own
_KURDISH_SPELT = frozenset("لە بە کە ئەو ئەم بۆ لەگەڵ ئەوە دەکات دەبێت هەر ئەوان هەموو نە".split())
#: function words of Sindhi with the yeh of Arabic, which its spelling has
_SINDHI_SPELT = frozenset("آهي آهيان آهن آهيو منهنجو منهنجي تنهنجو توهان اسان هاڻي".split())

#: words of Kazakh and Uyghur that need no letter of their own
_TURKIC_SPELT = frozenset("مەن سەن ەمەس بىلەن بىز سىز".split())

#: the words of these as they are written
SPELT_BY_OTHERS = _URDU_SPELT | _KURDISH_SPELT | _SINDHI_SPELT | _TURKIC_SPELT
#: words that Persian has too, or that are no words of it: beside the words above they are of that language
BESIDE_OTHERS = frozenset(
    "کا کی کو کیا آپ اور اس ان تم پر ایک کون کب کہ یا نام جو جي هي هو کي مان سا تي".split()
)


#: the names of languages in Arabic script that Persian texts quote, in Persian letters
LANGUAGES = frozenset(
    "عربی اردو کردی سورانی پشتو آذری ترکی ترکمنی ازبکی اویغوری قزاقی سندی پنجابی کشمیری بلوچی گیلکی مازندرانی لکی لری عثمانی"
    " کرمانجی هورامی براهویی تاتی مالایی جاوی آذربایجانی".split()
)


def as_typed(words: frozenset[str]) -> frozenset[str]:
    """Return *words*, which are in Persian letters, with yeh and kaf as either keyboard gives them."""
    return words.union(
        word.replace(YEH, yeh).replace(KAF, kaf)
        for word in words
        if YEH in word or KAF in word
        for yeh in (YEH, ARABIC_YEH)
        for kaf in (KAF, ARABIC_KAF)
    )
