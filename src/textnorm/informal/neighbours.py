"""Words of which the neighbours tell what they are: رو and را, رفتن and رفتند, تو and در."""

from __future__ import annotations

from ..chars import YEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, COMMON, FUNCTION, PARTICIPLE, VERB, WORD
from .nouns import POSSESSIVES, Formal
from .spoken_words import CERTAIN, CERTAIN_VERBS
from .verbs import third_plural

#: what رو does not follow, and what does not follow it, where it is را
_BEFORE_FACE = frozenset("از پیش پیاده رو روبه روی دو به در زیر آن همین ازین بر تند میانه پیشِ".split())
_AFTER_FACE = frozenset(
    "خواهد خواهند خواهم خواهیم می‌آورد می‌آورند می‌آوردند آوردند آورده‌اند نیاورد شدن شد شدم می‌شود آوردن آورد آورده کرد زدن زد سفید کم".split()
)
#: what «رو» lies on, where it is «روی»
_ON = frozenset(
    "زمین میز دیوار تخت صندلی تختش تختم صورتم صورتش سرم سرت سرش سرمون دوشم دوشش شونه شونم".split()
)
#: what something does that lies on them
_LYING = frozenset(
    "بود نبود بودن بودند است هست هستن هستند نیست نیستند بوده افتاده افتاد نشسته نشست خوابیده".split()
)
_PLACES = frozenset("اینجا اونجا همینجا همونجا آنجا همانجا".split())
#: pasts of one form with a noun, which را follows as well: «خریدم رو»
_PASTS_AND_NOUNS = frozenset(
    "خرید گفت نشست شکست بافت ساخت برداشت پرداخت دید داد بازگشت درآمد سرشت کشت برد مرد زد".split()
)
#: what is done to a door, where it is «را»
_DONE_TO_DOORS = frozenset("باز ببند بست بستم بسته قفل وا".split())
#: possessives with the «را» of speech
_OBJECT_ENDINGS = ("مو", "شو", "تو", "شونو", "تونو", "مونو")
_PRONOUNS = frozenset("من ما شما خود همه اینها آنها ایشان".split())
_GOING = frozenset(("", "به", "در", "و", "از", "بر", "ها"))
#: what an infinitive follows
_BEFORE_INFINITIVE = frozenset(
    "به برای از در با بدون هنگام موقع واسه قبل بعد حال وقت جهت پس ضمن بین مشغول قصد توان امکان فکر حین نحوه درباره طرز روش حق شروع دنبال سر".split()
)
#: what a clause ends before
_AFTER_CLAUSE = frozenset("که ک و تا ولی اما چون اگه اگر یا پس وگرنه بعد حالا من ما".split())
_PREPOSITIONS = frozenset("جای از به با برای مثل بدون واسه واسه‌ی جز غیر پیش کنار خود مگه مگر ولی این".split())
#: what a new clause starts behind
CLAUSE_STARTS = frozenset("که و باید برو فقط الان خدا اگر اگه ولی اما باز همه من تو".split())
_AFTER_YOU = frozenset(
    "خیلی در نه را رو هم که چی چرا و باید اگر اگه خودت نباید فقط چه هنوز با به از دیگه دیگر تو نیستی هستی بودی می‌تونی یا بگو برو بیا".split()
)


#: subjects in the plural, and what stands between them and their verb
_THEY = frozenset("اونا آنها اونها اینا اینها بچه‌ها همه بعضیا بعضی‌ها خیلیا".split())
_TIMES = frozenset("دیروز دیشب امروز پریروز امشب پارسال همه هم دوباره همیشه".split())

#: what a finite verb follows rather than an infinitive, at once or with its noun between
_BEFORE_FINITE = frozenset("هم بهم بهش بهت بهشون بقیه همه چیزی".split())
_BEFORE_FINITE_FAR = frozenset("رو را بهم بهش برامون برام براش دعوتمون".split())


class Near:
    """The neighbours of a word: those beside it, "" where a mark or an end of the line stands, and those farther off."""

    __slots__ = ("_at", "_gaps", "_words", "after", "before")

    def __init__(self, words: list[str], gaps: list[str], at: int) -> None:
        """Take the word at *at* of the *words* of a line, between which the *gaps* stand."""
        self._words, self._gaps, self._at = words, gaps, at
        self.before = words[at - 1] if at and gaps[at] == " " else ""
        at += 1
        self.after = words[at] if at < len(words) and gaps[at] == " " else ""

    @property
    def words_before(self) -> list[str]:
        """Up to fifteen words before it, be they of its sentence or not."""
        return self._words[max(0, self._at - 15) : self._at]

    @property
    def earlier(self) -> list[str]:
        """Up to three words before the one before."""
        return self._words[max(0, self._at - 4) : max(0, self._at - 1)]

    @property
    def later(self) -> list[str]:
        """Up to two words behind the one behind."""
        return self._words[self._at + 2 : self._at + 4]

    @property
    def is_before_comma(self) -> bool:
        """Tell whether a comma stands behind the word."""
        return self._gaps[self._at + 1][:2].lstrip().startswith("،")


def _lies(before: str) -> bool:
    """Return whether what stands before «رو» can lie on something: a verb, a place, but no object."""
    known = load().get(before)
    return not before or before in _PLACES or before in CERTAIN_VERBS or bool(known & (VERB | PARTICIPLE))


def _is_object(word: str) -> bool:
    """Return whether *word* holds «را» already, in the speech of «اینو» and «دستاشو»."""
    if CERTAIN.get(word, "").endswith(" را"):
        return True
    return word.endswith(_OBJECT_ENDINGS) and len(word) > 4 and not load().get(word) & COMMON


def _is_past(word: str) -> bool:
    """Return whether *word* is a verb of the past with its ending, and no noun: گذاشتم, نشستند."""
    get = load().get
    for ending in ("م", "یم", "ند", "ید"):
        past = word.removesuffix(ending)
        if past != word and past[-1:] in ("ت", "د") and get(word) & VERB:
            return bool(get(past) & VERB) and past not in _PASTS_AND_NOUNS
    return False


def _is_noun(word: str) -> bool:
    value = load().get(word)
    return bool(value & WORD and value & COMMON) and not value & (VERB | FUNCTION | PARTICIPLE)


def _is_owned(word: str) -> bool:
    """Return whether *word* is a plural or has a possessive, so that «رو» behind it is no face: نمره‌هایشان."""
    return word.rpartition(ZWNJ)[2].startswith("ها")


def face(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return را for رو behind a noun, None where it may be the face, or a going one."""
    before, after = near.before, near.after
    if _is_object(before) or (after in _ON and (_lies(before) or not _LYING.isdisjoint(near.later[:1]))):
        return Formal("روی", "informal-word", False)
    if before == "در" and after in _DONE_TO_DOORS:
        return Formal("را", "informal-object", False)
    lies = after in ("یه", "یک") and _is_past(before) and "که" not in near.earlier
    if lies or (before == "از" and _is_noun(after) and after != "نو"):
        return Formal("روی", "informal-word", False)
    if not before or before in _BEFORE_FACE or (after in _AFTER_FACE and not _is_owned(before)):
        return None
    known = load().get(before)
    certain = after not in _GOING and bool(known & WORD) and (not known & FUNCTION or before in _PRONOUNS)
    return Formal("را", "informal-object", certain)


def within(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return در for تو before a noun, None where it may be the pronoun."""
    before, after = near.before, near.after
    if not after or before in _PREPOSITIONS or after in _AFTER_YOU or after in CERTAIN_VERBS:
        return None
    if after == "برای" or _is_done_by_you(after) or any(map(_is_done_by_you, near.later)):
        return None
    return Formal("در", "informal-word", False)


def _is_done_by_you(word: str) -> bool:
    """Return whether *word* is a verb of the second person, whose subject «تو» is: میدونی, نداشتی."""
    get = load().get
    if word[-1:] != YEH or len(word) < 4:
        return False
    rest = word[1:] if word[0] == "ن" and not get(word) & VERB else word
    return word.startswith(("می", "نمی")) or bool(
        get(rest) & VERB and get(rest[:-1]) & VERB and rest[-2] in "تد"
    )


def one(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return یک for ی before a word, None where it may be the ezafe of the word before it."""
    before, after = near.before, near.after
    if not after or before[-1:] in ("ه", "ا", "و"):
        return None
    return Formal("یک", "informal-word", not before or before in CLAUSE_STARTS)


def they_did(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return the third person of the past at the end of a clause: اومده بودن, همه رفتن."""
    before, after = near.before, near.after
    if not (form := third_plural(formal.text if formal else word)):
        return formal
    if before in _BEFORE_INFINITIVE and not _is_finite(near):
        return formal
    if word in ("بودن", "نبودن") and load().get(before) & PARTICIPLE and load().get(before) & WORD:
        return Formal(form, "informal-verb", True)
    if _is_finite(near) or _has_subject(near) or (ends_clause(after) and not _is_object_of(near)):
        return Formal(form, "informal-verb", False)
    return formal


def _is_finite(near: Near) -> bool:
    """Return whether what stands before a form tells that it is a finite verb: «رو بالا کشیدن», «بهم گفتن»."""
    return near.before in _BEFORE_FINITE or not _BEFORE_FINITE_FAR.isdisjoint(
        (*near.earlier[-1:], near.before)
    )


def _has_subject(near: Near) -> bool:
    """Return whether the word before a form is its subject in the plural, so that it is finite: «اونا رفتن شمال»."""
    words = (near.before, *near.earlier[-1:])
    return near.before in _THEY or (near.before in _TIMES and words[-1] in _THEY)


def _is_object_of(near: Near) -> bool:
    """Return whether a preposition stands before the noun of an infinitive: «از دعا کردن و»."""
    return bool(near.after) and bool(near.earlier) and near.earlier[-1] in _BEFORE_INFINITIVE


def is_participle(word: str) -> bool:
    """Return whether *word* is a common participle: شده."""
    value = load().get(word)
    return bool(value & PARTICIPLE and value & WORD and value & COMMON)


def perfect(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return است behind a participle that ends a spoken sentence: همه چی خراب شده."""
    said = formal.text if formal else word
    ends = not near.after and not near.is_before_comma
    if not (ends or near.after in ("که", "اما", "ولی")) or not near.before or not is_participle(said):
        return formal
    return Formal(said + " است", "informal-copula", False)


def passive(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return the passive without ب behind a participle: دیده بشه."""
    value = load().get(near.before)
    if not (value & PARTICIPLE and value & WORD) or word not in CERTAIN_VERBS:
        return formal
    return Formal(CERTAIN_VERBS[word].removeprefix("ب"), "informal-verb", True)


def is_adjective(word: str) -> bool:
    """Return whether *word* is a common adjective and neither a participle nor a function word."""
    value = load().get(word)
    return (
        len(word) > 2 and bool(value & ADJECTIVE and value & COMMON) and not value & (FUNCTION | PARTICIPLE)
    )


def ends_clause(after: str) -> bool:
    """Return whether a clause may end before the word *after*."""
    return not after or after in _AFTER_CLAUSE


def clitic(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return the formal form of a possessive that stands apart: همه ش, نفس تون."""
    before = near.before
    if not load().get(before) & WORD or load().get(before) & FUNCTION:
        return None
    if word in POSSESSIVES:
        return Formal(POSSESSIVES[word], "informal-possessive", True)
    return Formal("ا" + word, "informal-possessive", False) if before[-1] == "ه" else None


def they_give(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return بدهند for بدن at the end of a clause, None where it may be the body."""
    before, after = near.before, near.after
    if not before or before in _BEFORE_INFINITIVE or not ends_clause(after):
        return None
    return Formal("بدهند", "informal-verb", False)
