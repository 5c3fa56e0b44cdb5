"""Which look at its neighbours a word calls for, and the looks at single words: بده, روش, یکم, تره."""

from __future__ import annotations

from collections.abc import Callable

from ..chars import HEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import ADJECTIVE, FUNCTION, PARTICIPLE, VERB, WORD
from .copulas import DEGREES, certainly_is, of_degree, predicate, since
from .neighbours import (
    CLAUSE_STARTS,
    Near,
    clitic,
    ends_clause,
    face,
    is_adjective,
    is_participle,
    one,
    passive,
    perfect,
    they_did,
    they_give,
    within,
)
from .nouns import PIECES, POSSESSIVES, Formal
from .spoken_words import CERTAIN_VERBS
from .verbs import third_plural

#: endings of speech that may stand apart
_LONE_PIECES = tuple(piece for piece in PIECES if piece not in POSSESSIVES and piece not in ("تره", "ترن"))
#: nouns that make verbs with دادن
_GIVEN = frozenset(
    "نشان نشون انجام قرار ادامه خبر اجازه دستور نجات رخ افزایش ترجیح تغییر هشدار شکست ارائه تحویل پاسخ گوش کاهش تشکیل "
    "اختصاص تشخیص فریب اطلاع تکان تکون جواب توضیح رای رأی یاد دست ازدست نظر درس پیشنهاد قول لو هدر پول غذا آب هدیه حق".split()
)
#: what an ordinal follows
_NUMBERED = frozenset(
    "قرن سده هزاره جلد بخش فصل سمفونی شماره نفر رتبه سال گروه درجه ردیف پله نوبت دور دوره هفته".split()
)
#: whom one asks to give something to, and what a subjunctive follows
_GIVEN_TO = frozenset("به بهم بهش من ما".split())
_WANTED = frozenset("باید که تا اگه اگر نباید بتونه بخواد میخواد می‌خواد قراره شاید کاش".split())
#: what a subjunctive of the third person follows, somewhere before it: these words, and verbs that begin so
_WISHED = _WANTED | frozenset(
    "ممکنه بلکه نکنه بهتره لازمه دوست کسی هیچکی هیچکس هرکی هرکس یکی مگه دستور اجازه قرار قرارم کاشکی بره بیاد".split()
)
_WISHES = tuple(
    f"{negative}{prefix}{stem}"
    for negative in ("", "ن")
    for prefix in ("", "می", "می\u200c", "ب")
    for stem in ("خواه", "خواد", "خوام", "خواس", "خاس", "خوان", "تون", "ذار", "گذار", "گه", "گن")
)
_ON_DOORS = frozenset("ببند ببندید ببندین بست بستم بستن باز قفل زد زدم زدن وا بزن".split())
#: what sitting is told of
_BEFORE_SITTING = frozenset(
    " و برو بیا پاشو اینجا اونجا آنجا همینجا کنارم کنارش پیشم سرجات لطفا خب حالا بگیر".split(" ")
)
_BY_THIS = frozenset("ترتیب منظور صورت وسیله سان گونه طریق علت معنی معنا جهت سبب خاطر روی شکل نحو".split())
_BEFORE_METHOD = frozenset("این آن همین همان اون و یک یه بهترین هر چند راه چه".split())
_BEFORE_LETTER = frozenset(
    "گروه بند و یا تیم کلاس قسمت بخش نوع ویتامین سری رده مدل گزینه هپاتیت واحد بلوک حرف".split()
)
_BEFORE_PLURALS = frozenset("این اون آن همین همون همان همه بعضی اینجور اونجور".split())
_CONJUNCTIONS = frozenset("که و تا ولی اما چون".split())


def _stand_up(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Leave the imperative: «پاشو بریم»; elsewhere the word is «پایش را»."""
    return formal if near.before and near.after else None


def _door(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «در را» before what is done to doors."""
    return Formal("در را", "informal-object", True) if near.after in _ON_DOORS else None


def _what(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return Formal("چیز", "informal-word", True) if near.before == "همه" else formal


def _what_object(word: str, formal: Formal | None, near: Near) -> Formal | None:
    return Formal("چیز را", "informal-word", True) if near.before == "همه" else formal


def _who(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return کس for «کی» behind هر."""
    return Formal("کس", "informal-word", True) if near.before == "هر" else formal


def _at_end(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Call a spoken verb at the end of a clause a sure one: «تا خوب کنه», not «بدین ترتیب»."""
    return formal and formal._replace(certain=ends_clause(near.after) and bool(near.before))


def _before_no_noun(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Leave «میان» and «بیان» before a noun, where they are no verbs: «میان ما», «بدین ترتیب»."""
    return formal if not near.after or near.after in _CONJUNCTIONS else None


def _comparative(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «تر است» for «تره» behind an adjective: منطقی تره."""
    if not load().get(near.before) & ADJECTIVE:
        return None
    return Formal("تر است" if word[-1] == "ه" else "تر هستند", "informal-copula", True)


def _a_little(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Leave «یکم» behind a noun, where it is an ordinal: «قرن یکم»; at the start of a clause it is «کمی»."""
    if near.before in _NUMBERED:
        return None
    return formal and formal._replace(certain=not near.before or near.before in CLAUSE_STARTS)


def _these(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «کارها» for «این کارا», which is no adjective."""
    return (
        Formal(f"{word[:-1]}{ZWNJ}ها", "informal-plural", True) if near.before in _BEFORE_PLURALS else formal
    )


def _works(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «کارهایی» for «کارایی که», which is no efficiency."""
    return formal if near.after in ("که", "ک") else None


def _said(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Call a predicate at the end of a clause a sure one: «این عالیه», not «عالیه خانم»."""
    if near.after in ("خانم", "خانوم", "بانو", "بیگم"):
        return None
    return formal and formal._replace(certain=ends_clause(near.after) and bool(near.before))


def _sit(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return بنشین for «بشین» at the start of a clause and behind a place; «قبول بشین» is of شدن."""
    sits = near.before in _BEFORE_SITTING
    return Formal("بنشین", "informal-verb", bool(near.before)) if sits else formal


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
    """Judge «بدم» and «بدی»: behind the noun of دادن they are verbs; «بدم میاد» and «حالت بدی» are none."""
    if near.before in _GIVEN:
        return formal and formal._replace(certain=word == "بدم")
    return None if word == "بدی" or near.after.startswith(("می", "نمی", "او")) else formal


def _to_this(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Leave «بدین ترتیب», which is formal; elsewhere the word is a verb."""
    return None if near.after in _BY_THIS else formal


def _is_bad(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «بد است» for «خیلی بده» and «حالش بده», which are of the adjective."""
    if near.before in DEGREES or near.before in ("حالم", "حالت", "حالش"):
        return Formal("بد است", "informal-copula", True)
    if near.after in _GIVEN_TO and _WANTED.isdisjoint((*near.earlier, near.before)):
        return None  # «بده به من»
    if _is_said_of_me(near.after) or not any(map(_asks_for_a_subjunctive, near.words_before)):
        return None  # «بده ببینم», «کتابو بهم بده»
    return formal


def _asks_for_a_subjunctive(word: str) -> bool:
    return word in _WISHED or word.startswith(_WISHES)


def _is_said_of_me(verb: str) -> bool:
    """Return whether *verb* is a subjunctive of the first person, which a request comes before: «بده ببینم»."""
    return (
        verb[:1] == "ب"
        and verb[-1:] in ("م", "ن")
        and bool(load().get(verb[1:]) & VERB or verb in CERTAIN_VERBS)
    )


def _lest(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return نکند for «نکنه» at the start of a clause; elsewhere it is of the verb at its end."""
    starts = bool(near.after) and (
        not near.before or near.before in CLAUSE_STARTS or near.before in ("گفتم", "میگم")
    )
    return formal if starts else _at_end(word, formal, near)


def _on_it(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return «رویش» for «روش» before a verb; it is a method behind «این» or an adjective."""
    if near.before in _BEFORE_METHOD or near.before.endswith("ترین"):
        return None
    return (
        formal
        if load().get(near.after) & (VERB | PARTICIPLE) or near.after.startswith(("می", "نمی"))
        else None
    )


def _letter(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return به or که for a lone ب or ک between words that names no group or vitamin."""
    if not near.before or not near.after or near.before in _BEFORE_LETTER or near.after in ("و", "یا"):
        return None if near.before in _BEFORE_LETTER else formal
    return formal and formal._replace(certain=True)


def _is(word: str, formal: Formal | None, near: Near) -> Formal | None:
    """Return است for a lone س behind the word that it belongs to: فوق‌العاده س."""
    return Formal("است", "informal-copula", False) if near.before[-1:] in ("ه", "ا") else None


#: a look at the neighbours of a word: the word, what it may become by itself, its neighbours
Look = Callable[[str, Formal | None, Near], Formal | None]
LOOKS: dict[str, Look] = {
    "رو": face,
    "تو": within,
    "ی": one,
    "بدن": they_give,
    "چی": _what,
    "چیو": _what_object,
    "پاشو": _stand_up,
    "درو": _door,
    "بده": _is_bad,
    "کی": _who,
    "س": _is,
    "یکم": _a_little,
    "بشین": _sit,
    "کارایی": _works,
    "کارا": _these,
    **dict.fromkeys(("عالیه", "حقه", "لازمه", "کافیه"), _said),
    **dict.fromkeys(_LONE_PIECES, _piece),
    **dict.fromkeys(("تره", "ترن"), _comparative),
    **dict.fromkeys(("ساله", "ماهه", "روزه", "ساعته"), since),
    **dict.fromkeys(("میان", "بیان", "برن"), _before_no_noun),
    **dict.fromkeys(("بدم", "بدی"), _give),
    "بدین": _to_this,
    "روش": _on_it,
    **dict.fromkeys(("ب", "ک"), _letter),
    **dict.fromkeys(("کنه", "کنن", "شن"), _at_end),
    "نکنه": _lest,
    **dict.fromkeys(("ش", "ت", "م", *POSSESSIVES), clitic),
}


#: what other words end in that call for a look: verbs in ـن, what may be a predicate or a participle
LOOKED_AT_BY_ENDING = "ن" + HEH


def look_of(word: str, formal: Formal | None) -> Look | None:
    """Return the look at its neighbours that *word* calls for; *formal*: what it may become by itself."""
    if word in LOOKS:
        return LOOKS[word]
    form = formal.text if formal else word
    if form[-1] == "ن" and " " not in form and third_plural(form):
        return they_did
    if form == word and word[-1] == "ه" and is_adjective(word[:-1]):
        return of_degree
    if form[-1] == "ه" and is_participle(form):
        return perfect
    if word.startswith("بش") and word in CERTAIN_VERBS:
        return passive
    if not formal or formal.rule != "informal-copula" or word[-1] != "ه":
        return None
    return certainly_is if formal.certain else predicate
