"""Words of which the neighbours tell what they are: رو and را, رفتن and رفتند, تو and در."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, COMMON, FUNCTION, PARTICIPLE, VERB, WORD
from .nouns import PIECES, POSSESSIVES, Formal
from .verbs import third_plural
from .words import CERTAIN_VERBS

#: what رو does not follow, and what does not follow it, where it is را
_BEFORE_FACE = frozenset("از پیش پیاده رو روبه روی دو به در زیر آن همین ازین بر تند میانه پیشِ".split())
_AFTER_FACE = frozenset("شدن شد شدم می‌شود آوردن آورد آورده کرد زدن زد سفید کم".split())
_PRONOUNS = frozenset("من ما شما خود همه اینها آنها ایشان".split())
_GOING = frozenset(("", "به", "در", "و", "از", "بر", "ها"))
#: what an infinitive follows
_BEFORE_INFINITIVE = frozenset(
    "به برای از در با بدون هنگام موقع واسه قبل بعد حال وقت جهت پس ضمن بین مشغول قصد توان امکان فکر حین نحوه درباره طرز روش حق شروع دنبال سر".split()
)
_CONJUNCTIONS = frozenset("که و تا ولی اما چون".split())
#: what a clause ends before
_AFTER_CLAUSE = frozenset("که ک و تا ولی اما چون اگه اگر یا پس وگرنه بعد حالا من ما".split())
_PREPOSITIONS = frozenset("از به با برای مثل بدون واسه جز غیر پیش کنار خود مگه مگر ولی این".split())
#: what a new clause starts behind
_CLAUSE_STARTS = frozenset("که و باید برو فقط الان خدا اگر اگه ولی اما باز همه من تو".split())
#: endings of speech that may stand apart
_LONE_PIECES = tuple(piece for piece in PIECES if piece not in POSSESSIVES and piece not in ("تره", "ترن"))
#: nouns that make verbs with دادن
_BEFORE_STATES = frozenset("حالم حالت حالش حالشون دلم دلت دلش وضعم وضعش اوضاع هوا".split())
_GIVEN = frozenset(
    "نشان نشون انجام قرار ادامه خبر اجازه دستور نجات رخ افزایش ترجیح تغییر هشدار شکست ارائه تحویل پاسخ گوش کاهش تشکیل "
    "اختصاص تشخیص فریب اطلاع تکان تکون جواب توضیح رای رأی یاد دست ازدست نظر درس پیشنهاد قول لو هدر پول".split()
)
_BY_THIS = frozenset("ترتیب منظور صورت وسیله سان گونه طریق علت معنی معنا جهت سبب خاطر روی شکل نحو".split())
_BEFORE_METHOD = frozenset("این آن همین همان اون و یک یه بهترین هر چند راه چه".split())
_BEFORE_LETTER = frozenset("گروه بند و یا تیم کلاس قسمت بخش نوع ویتامین سری رده مدل گزینه هپاتیت واحد بلوک حرف".split())
_AFTER_YOU = frozenset(
    "خیلی در نه را رو هم که چی چرا و باید اگر اگه خودت نباید فقط چه هنوز با به از دیگه دیگر تو نیستی هستی بودی می‌تونی یا بگو برو بیا".split()
)


#: words of degree, which a predicate follows
DEGREES = frozenset("خیلی چقدر بسیار واقعا کاملا اصلا خیلیم بی یکم کمی انقدر اینقدر".split())
#: what a finite verb follows rather than an infinitive, at once or with its noun between
_BEFORE_FINITE = frozenset("هم بهم بهش بهت بهشون بقیه همه چیزی".split())
_BEFORE_FINITE_FAR = frozenset("رو را بهم بهش برامون برام براش دعوتمون".split())


class Near(NamedTuple):
    """The neighbours of a word: those beside it, "" where a mark or an end of the line stands, and earlier ones."""

    before: str
    after: str
    earlier: tuple[str, ...] = ()
    is_before_comma: bool = False


def face(before: str, after: str) -> Formal | None:
    """Return را for رو behind a noun, None where it may be the face, or a going one."""
    if not before or before in _BEFORE_FACE or after in _AFTER_FACE:
        return None
    known = load().get(before)
    certain = after not in _GOING and bool(known & WORD) and (not known & FUNCTION or before in _PRONOUNS)
    return Formal("را", "informal-object", certain)


def within(before: str, after: str) -> Formal | None:
    """Return در for تو before a noun, None where it may be the pronoun."""
    if not after or before in _PREPOSITIONS or after in _AFTER_YOU or after in CERTAIN_VERBS:
        return None
    if after[-1] == "ی" and (after.startswith(("می", "نمی", "ب")) or load().get(after) & VERB and load().get(after[:-1]) & VERB):
        return None
    return Formal("در", "informal-word", False)


def one(before: str, after: str) -> Formal | None:
    """Return یک for ی before a word, None where it may be the ezafe of the word before it."""
    if not after or before[-1:] in ("ه", "ا", "و"):
        return None
    return Formal("یک", "informal-word", not before or before in _CLAUSE_STARTS)


def they_did(word: str, near: Near) -> Formal | None:
    """Return the third person of the past at the end of a clause: اومده بودن, همه رفتن."""
    before, after = near.before, near.after
    if not (form := third_plural(word)):
        return None
    if before in _BEFORE_INFINITIVE and not _is_finite(near):
        return None
    if word in ("بودن", "نبودن") and load().get(before) & PARTICIPLE and load().get(before) & WORD:
        return Formal(form, "informal-verb", True)
    if _is_finite(near) or (ends_clause(after) and not _is_object_of(near)):
        return Formal(form, "informal-verb", False)
    return None


def _is_finite(near: Near) -> bool:
    """Return whether what stands before a form tells that it is a finite verb: «رو بالا کشیدن», «بهم گفتن»."""
    return near.before in _BEFORE_FINITE or not _BEFORE_FINITE_FAR.isdisjoint((*near.earlier[-1:], near.before))


def _is_object_of(near: Near) -> bool:
    """Return whether a preposition stands before the noun of an infinitive: «از دعا کردن و»."""
    return bool(near.after) and bool(near.earlier) and near.earlier[-1] in _BEFORE_INFINITIVE


def is_participle(word: str) -> bool:
    """Return whether *word* is a common participle: شده."""
    value = load().get(word)
    return bool(value & PARTICIPLE and value & WORD and value & COMMON)


def perfect(word: str, near: Near) -> Formal | None:
    """Return است behind a participle that ends a spoken sentence: همه چی خراب شده."""
    ends = not near.after and not near.is_before_comma
    if not (ends or near.after in ("که", "اما", "ولی")) or not near.before or not is_participle(word):
        return None
    return Formal(word + " است", "informal-copula", False)


def passive(word: str, before: str) -> Formal | None:
    """Return the passive without ب behind a participle: دیده بشه."""
    value = load().get(before)
    if not (value & PARTICIPLE and value & WORD) or not (formal := CERTAIN_VERBS.get(word)):
        return None
    return Formal(formal.removeprefix("ب"), "informal-verb", True)


def _is_adjective(word: str) -> bool:
    value = load().get(word)
    return len(word) > 2 and bool(value & ADJECTIVE and value & COMMON) and not value & (FUNCTION | PARTICIPLE)


def ends_clause(after: str) -> bool:
    """Return whether a clause may end before the word *after*."""
    return not after or after in _AFTER_CLAUSE


def clitic(word: str, before: str) -> Formal | None:
    """Return the formal form of a possessive that stands apart: همه ش, نفس تون."""
    if not load().get(before) & WORD or load().get(before) & FUNCTION:
        return None
    if word in POSSESSIVES:
        return Formal(POSSESSIVES[word], "informal-possessive", True)
    return Formal("ا" + word, "informal-possessive", False) if before[-1] == "ه" else None


def they_give(before: str, after: str) -> Formal | None:
    """Return بدهند for بدن at the end of a clause, None where it may be the body."""
    if not before or before in _BEFORE_INFINITIVE or not ends_clause(after):
        return None
    return Formal("بدهند", "informal-verb", False)


def _face(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return face(near.before, near.after)


def _within(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return within(near.before, near.after)


def _one(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return one(near.before, near.after)


def _they_give(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return they_give(near.before, near.after)


def _clitic(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return clitic(word, near.before)


def _they_did(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return they_did(formal.text if formal else word, near) or formal


def _perfect(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return perfect(formal.text if formal else word, near) or formal


def _passive(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return passive(word, near.before) or formal


def _predicate(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«سخته» behind «خیلی» is a predicate whatever follows; elsewhere it is one at the end of a clause."""
    if near.before in DEGREES:
        return formal and formal._replace(certain=True)
    host = load().get(word[:-1])
    if host & ADJECTIVE and not load().get(word) and near.after not in ("رو", "را"):
        return formal
    return formal if ends_clause(near.after) else None


def _of_degree(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return است for ـه of a word that is another one elsewhere: «خیلی بازه», «حالم خرابه»."""
    if near.before in DEGREES or near.before in _BEFORE_STATES:
        return Formal(word[:-1] + " است", "informal-copula", False)
    return formal


def _what(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return Formal("چیز", "informal-word", True) if near.before == "همه" else formal


def _at_end(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """A spoken verb at the end of a clause is surely one: «تا خوب کنه», not «بدین ترتیب»."""
    return formal and formal._replace(certain=ends_clause(near.after) and bool(near.before))


def _before_no_noun(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«میان» and «بدین» before a noun are no verbs: «میان ما», «بدین ترتیب»."""
    return formal if not near.after or near.after in _CONJUNCTIONS else None


def _comparative(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «تر است» for «تره» behind an adjective: منطقی تره."""
    if not load().get(near.before) & ADJECTIVE:
        return None
    return Formal("تر است" if word[-1] == "ه" else "تر هستند", "informal-copula", True)


def _a_little(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«یکم» behind a noun is an ordinal, «قرن یکم»; at the start of a clause it is «کمی»."""
    return formal and formal._replace(certain=not near.before or near.before in _CLAUSE_STARTS)


def _works(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«کارایی که» is «کارهایی که», and no efficiency."""
    return formal if near.after in ("که", "ک") else None


def _said(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """A predicate is surely one at the end of a clause: «این عالیه», not «عالیه خانم»."""
    return formal and formal._replace(certain=ends_clause(near.after) and bool(near.before))


def _piece(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return an ending of speech that stands apart: آینده شو, پنیر شونو, قرص هارو."""
    value = load().get(near.before)
    if not value & WORD or value & FUNCTION:
        return None
    if word == "شو" and not (load().get(near.after) & VERB or near.after.startswith(("می", "نمی", "ب"))):
        return None  # «وارد شو»
    vowel = "ا" if len(word) == 2 and near.before[-1] == "ه" else ""
    return Formal(vowel + PIECES[word], "informal-object", False)


def _give(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«بدم» and «بدی» behind the noun of دادن are verbs; «بدم میاد» and «حالت بدی» are none."""
    if near.before in _GIVEN:
        return formal and formal._replace(certain=True)
    return None if word == "بدی" or near.after.startswith(("می", "نمی", "او")) else formal


def _to_this(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«بدین ترتیب» is formal; elsewhere the word is a verb."""
    return None if near.after in _BY_THIS else formal


def _is_bad(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«خیلی بده» and «حالش بده» are of the adjective."""
    if near.before in DEGREES or near.before in ("حالم", "حالت", "حالش"):
        return Formal("بد است", "informal-copula", True)
    return formal


def _on_it(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """«روش» is «رویش» before a verb, and a method behind «این» or an adjective."""
    if near.before in _BEFORE_METHOD or near.before.endswith("ترین"):
        return None
    return formal if load().get(near.after) & (VERB | PARTICIPLE) or near.after.startswith(("می", "نمی")) else None


def _letter(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """A lone ب or ک between words is به or که, if it names no group or vitamin."""
    if not near.before or not near.after or near.before in _BEFORE_LETTER or near.after in ("و", "یا"):
        return None if near.before in _BEFORE_LETTER else formal
    return formal and formal._replace(certain=True)


def _is(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return است for a lone س behind the word that it belongs to: فوق‌العاده س."""
    return Formal("است", "informal-copula", False) if near.before[-1:] in ("ه", "ا") else None


#: a look at the neighbours of a word: the word, what it may become by itself, its neighbours
Look = Callable[[str, Formal | None, Near], Formal | None]
_LOOKS: dict[str, Look] = {
    "رو": _face,
    "تو": _within,
    "ی": _one,
    "بدن": _they_give,
    "چی": _what,
    "س": _is,
    "یکم": _a_little,
    "کارایی": _works,
    **dict.fromkeys(("عالیه", "حقه", "لازمه", "کافیه"), _said),
    **dict.fromkeys(_LONE_PIECES, _piece),
    **dict.fromkeys(("تره", "ترن"), _comparative),
    **dict.fromkeys(("میان", "بیان", "برن"), _before_no_noun),
    **dict.fromkeys(("بدم", "بدی"), _give),
    "بدین": _to_this,
    "بده": _is_bad,
    "روش": _on_it,
    **dict.fromkeys(("ب", "ک"), _letter),
    **dict.fromkeys(("کنه", "کنن", "نکنه", "شن"), _at_end),
    **dict.fromkeys(("ش", "ت", "م", *POSSESSIVES), _clitic),
}


def look_of(word: str, formal: Formal | None) -> Look | None:
    """Return the look at its neighbours that *word* calls for; *formal*: what it may become by itself."""
    if word in _LOOKS:
        return _LOOKS[word]
    form = formal.text if formal else word
    if form[-1] == "ن" and " " not in form and third_plural(form):
        return _they_did
    if form == word and word[-1] == "ه" and _is_adjective(word[:-1]):
        return _of_degree
    if form[-1] == "ه" and is_participle(form):
        return _perfect
    if word.startswith("بش") and word in CERTAIN_VERBS:
        return _passive
    return _predicate if formal and formal.rule == "informal-copula" and not formal.certain else None
