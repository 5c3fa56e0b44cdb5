"""Verbs of speech: spoken endings and stems, behind the prefixes می, نمی, ب and ن.

A regular verb is known by the lexicon, which holds the formal forms; the irregular ones are listed.
"""

from __future__ import annotations

from ..chars import HEH, ZWNJ
from ..lexicon import load
from ..lexicon.flags import COMMON, VERB, WORD
from .spoken_words import CERTAIN_VERBS

#: spoken and formal endings of the present tense, for a stem in a consonant and one in a vowel
_ENDINGS = ("م", "ی", "ه", "یم", "ید", "ین", "ن")
_FORMAL_ENDINGS = ("م", "ی", "د", "یم", "ید", "ید", "ند")
#: spoken and formal endings of the past
_PAST_ENDINGS = {"": "", "م": "م", "ی": "ی", "یم": "یم", "ید": "ید", "ین": "ید", "ن": "ند", "ه": "ه"}
_AFTER_VOWEL = ("یم", "یی", "ید", "ییم", "یید", "یید", "یند")
#: present stems that speech shortens: as spoken, as written
_STEMS = dict(
    pair.split(":")
    for pair in (
        "ش:شو ر:رو د:ده ذار:گذار زار:گذار شین:نشین شناس:شناس ار:آور یار:آور فت:افت یفت:افت وفت:افت "
        "یوفت:افت نداز:انداز ندازون:اندازان فرست:فرست فهم:فهم س:س ستون:ستان وایست:ایست وایس:ایست مو:مان کوب:کوب شکون:شکن"
    ).split()
)
#: present stems that look like another word with their endings (خونم: my blood), so that the lexicon does not tell
_OPEN_STEMS = {"خون": "خوان", "دون": "دان", "تون": "توان", "مون": "مان", "رسون": "رسان", "نشون": "نشان"}
#: what stands for the stem of the past in speech
_PAST = (
    ("ذاشت", "گذاشت"),
    ("نداخت", "انداخت"),
    ("یومد", "آمد"),
    ("یوورد", "آورد"),
    ("ومد", "آمد"),
    ("اوورد", "آورد"),
    ("زاشت", "گذاشت"),
    ("وایساد", "ایستاد"),
    ("وایستاد", "ایستاد"),
    ("وفتاد", "افتاد"),
    ("یوفتاد", "افتاد"),
    ("اومد", "آمد"),
    ("یورد", "آورد"),
    ("وورد", "آورد"),
    ("اورد", "آورد"),
    ("فتاد", "افتاد"),
    ("یفتاد", "افتاد"),
)
_PREFIXES = ("می", "نمی", "برمی", "برنمی", "درمی", "درنمی", "ورمی", "بازمی")
_CLITICS = {"ش": "ش", "شون": "شان", "تون": "تان", "مون": "مان"}
_OBJECTS = {**_CLITICS, "ت": "ت"}
_OBJECTS_END = tuple(_OBJECTS)
#: those that end in a vowel in writing
_IN_VOWEL = {"گ": "گو", "شور": "شو"}


def _present() -> dict[str, str]:
    """Return the present forms of the irregular stems, without prefix."""
    forms: dict[str, str] = {}
    for spoken, formal in (_OPEN_STEMS | _STEMS).items():
        forms |= {spoken + e: formal + f for e, f in zip(_ENDINGS, _FORMAL_ENDINGS, strict=True)}
        if len(spoken) > 2 and spoken in _STEMS and spoken != "شین":  # میشین is of شدن
            forms |= {spoken + e: formal + e for e in ("د", "ند", "")}
    for spoken, formal in _IN_VOWEL.items():
        forms |= {spoken + e: formal + f for e, f in zip(_ENDINGS, _AFTER_VOWEL, strict=True)}
    for e, f in zip(("م", "ی", "د", "یم", "ید", "ین", "ن"), _FORMAL_ENDINGS, strict=True):
        forms["خوا" + e] = forms["خا" + e] = "خواه" + f
    return {spoken: formal for spoken, formal in forms.items() if spoken != formal}


_PRESENT = _present()
#: what is formal too behind می, and so stays: می‌دید (he saw)
_FORMAL_TOO = {"دید", "شست", "مون", "موم", "موی", "سه", "سم", "سی"}


def spellings(word: str) -> list[str]:
    """Return *word* with the vowel of speech and with those that it may stand for: خوند, خاند, خواند."""
    if "ون" not in word:
        return [word]
    start, _, end = word.partition("ون")
    return [word, f"{start}ان{end}", f"{start}وان{end}"]


def _regular(rest: str) -> str | None:
    """Return the formal form of what stands behind a prefix, by the forms that the lexicon knows."""
    get = load().get
    if get(rest) & VERB and get(rest) & WORD and not rest.endswith(("ه", "ن")):
        return None
    for form in spellings(rest):
        stem, ending = form[:-1], form[-1]
        if ending == "ه" and get(stem + "م") & VERB and get(stem + "د") & VERB:
            return stem + "د"
        if ending == "ن" and get(stem + "م") & VERB and get(form + "د") & VERB:
            return form + "د"
        if form.endswith("ین") and get(form[:-2] + "م") & VERB and get(stem + "د") & VERB:
            return stem + "د"
        if form != rest and get(form) & VERB and not _is_formal(rest):
            return form
    return _causative(rest)


def _is_formal(rest: str) -> bool:
    """Return whether *rest* is a formal verb with its vowel: «می‌گروند»."""
    value = load().get(rest)
    return bool(value & WORD or (value & VERB and rest.endswith("وند") and rest not in ("موند", "خوند")))


def _causative(rest: str) -> str | None:
    """Return a causative verb with ان for ون: شورونه, چرخوندم, by the verb that it is made from."""
    host, vowel, ending = rest.rpartition("ون")
    get = load().get
    if len(host) < 3 or not vowel or not get(host + "م") & VERB or _is_formal(rest):
        return None
    if ending in _ENDINGS:
        return host + "ان" + _FORMAL_ENDINGS[_ENDINGS.index(ending)]
    past = ending.removeprefix("د")
    return host + "اند" + _PAST_ENDINGS[past] if ending[:1] == "د" and past in _PAST_ENDINGS else None


def _stands_alone(spoken: str) -> bool:
    """Return whether a stem needs no prefix before it: اومد, but not یومد."""
    return spoken[0] not in "یوفز" or spoken.startswith("وای")


_SPOKEN_PASTS = tuple(spoken for spoken, _ in _PAST)
#: what may stand before a stem of the past without a prefix
_BEFORE_PAST = ("", "در", "بر", "ور", "پیش")
_PASTS = tuple(
    before + spoken for before in _BEFORE_PAST for spoken in _SPOKEN_PASTS if _stands_alone(spoken)
)
FIRST_OF_PASTS = frozenset(form[0] for form in _PASTS)


def _past(rest: str) -> str | None:
    if not rest.startswith(_SPOKEN_PASTS):
        return None
    for spoken, formal in _PAST:
        if rest.startswith(spoken):
            form = formal + rest[len(spoken) :]
            return _regular(form) or form
    return None


def behind_prefix(rest: str) -> str | None:
    """Return the formal form of the verb *rest*, which stands behind می or نمی; None if it is none of speech."""
    if len(rest) < 2 or rest in _FORMAL_TOO:
        return None
    return _PRESENT.get(rest) or _past(rest) or _regular(rest) or _whole(rest)


def _whole(rest: str) -> str | None:
    """Return the past with the final ت that speech drops, and خوا for خا: رف, خاس, خابید."""
    get = load().get
    if rest.startswith("خا") and not get(rest) & VERB:
        rest = "خوا" + rest[2:]
        if get(rest) & VERB:
            return _regular(rest) or rest
    if rest[-1] not in "فسشخ" or get(rest) & WORD:
        return None
    whole = get(rest + "ت")
    return _regular(rest + "ت") or rest + "ت" if whole & VERB and whole & WORD else None


def _with_clitic(rest: str) -> str | None:
    if rest[-1:] not in "شن":
        return None
    for spoken, formal in _CLITICS.items():
        if rest.endswith(spoken) and len(host := rest[: -len(spoken)]) > 2:
            if verb := behind_prefix(host):
                return verb + formal
            if spoken != formal and load().get(host) & VERB:
                return host + formal
    return None


def imperfect(word: str) -> str | None:
    """Return the formal form of a verb with می or نمی: میخوام, نمی‌شه, برمی‌گرده."""
    if "می" not in word:
        return None
    glued = word.replace(ZWNJ, "")
    if glued[1] == "ر" and glued[0] in "بدو" and (listed := CERTAIN_VERBS.get(glued[2:])):
        return glued[:2] + listed  # برنمیاد, درمیام
    for prefix in _PREFIXES:
        if glued.startswith(prefix):
            rest = glued[len(prefix) :]
            formal = behind_prefix(rest) or _with_clitic(rest)
            return prefix + ZWNJ + formal if formal else None
    return None


def subjunctive(word: str) -> str | None:
    """Return the formal form of a verb with ب or ن: بتونم, بگیره, نذارن, بیفته."""
    if len(word) < 4 or word[0] not in "بن":
        return None
    particle, rest = word[0], word[1:]
    formal = _PRESENT.get(rest) if len(rest) > 2 else None
    if len(rest) > 3 and rest in _OPEN_STEMS:
        formal = _OPEN_STEMS[rest]  # «برسون»: an imperative
    formal = formal or (_past(rest) if particle == "ن" else None) or _regular(rest)
    if formal is None:
        return None
    if formal[0] == "آ":
        return particle + "یا" + formal[1:]
    if formal[0] == "ا":
        return particle + ("" if formal[1] == "ی" else "ی") + formal[formal[:4] != "ایست" :]
    return particle + formal


def with_object(word: str) -> str | None:
    """Return the formal form of a verb with ب or ن and a pronoun: بخوننش, بفرستنت, بذاریدشون."""
    if len(word) < 5 or word[0] not in "بن" or not word.endswith(_OBJECTS_END):
        return None
    for spoken, formal in _OBJECTS.items():
        host = word[: -len(spoken)]
        if word.endswith(spoken) and len(host) > 4 and (verb := subjunctive(host) or CERTAIN_VERBS.get(host)):
            return verb + formal
    return None


def bare(word: str) -> str | None:
    """Return the formal form of a verb without prefix that has the vowel of speech: خوندم, موندن."""
    get = load().get
    for form in spellings(word)[1:]:
        if get(form) & VERB and get(form) & WORD:
            return form
        for spoken, clitic in _CLITICS.items():
            if form.endswith(spoken) and len(host := form[: -len(spoken)]) > 3 and get(host) & WORD:
                return host + clitic
    return _causative(word) if "وند" in word else None


def behind_preverb(word: str) -> str | None:
    """Return the formal form of a spoken verb behind بر or در: برگرده, دربیاد."""
    if word[:2] not in ("بر", "در") or len(word) < 5:
        return None
    get, third = load().get, word[:-1] + "د"
    if word[-1] == HEH and not get(word) and get(word[:-1] + "م") & WORD and get(third) & WORD:
        return third
    if get(word[2:]) & COMMON:
        return None
    inner = _regular(word[2:]) or (CERTAIN_VERBS.get(word[2:]) if word[2] in "بن" else None)
    return word[:2] + inner if inner else None


def past(word: str) -> str | None:
    """Return the formal form of a spoken stem of the past, with what may stand before it: اومدم, دراومده, ذاشتن."""
    if word[0] not in FIRST_OF_PASTS or not word.startswith(_PASTS):
        return None
    for before in _BEFORE_PAST:
        if word.startswith(before):
            rest = word[len(before) :]
            for spoken, formal in _PAST:
                if rest.startswith(spoken) and _stands_alone(spoken):
                    return before + formal + rest[len(spoken) :]
    return None


def emphatic(word: str) -> str | None:
    """Return the formal form of a verb with the ا of emphasis: میخورما, نباشیا."""
    host = word[:-1]
    if word[-1] != "ا" or len(host) < 4 or host[-1] not in "میهدن":
        return None
    if formal := imperfect(host) or (CERTAIN_VERBS.get(host) if host[0] == "ن" else None):
        return formal
    prefix = next((prefix for prefix in ("می", "نمی") if host.startswith(prefix)), "")
    if prefix and host[-1] in "مید" and load().get(host[len(prefix) :]) & VERB:
        return prefix + ZWNJ + host[len(prefix) :]
    known = host[0] == "ن" and load().get(host[1:]) & VERB and load().get(host[1:]) & WORD
    return host if known and host[-1] in "می" else None


def second_plural(word: str) -> str | None:
    """Return the past with ید for spoken ین: کردین, نگفتین."""
    if not word.endswith("ین") or len(word) < 5:
        return None
    get, form = load().get, word[:-1] + "د"
    rests = (form, form[1:]) if word[0] == "ن" else (form,)
    return form if any(get(rest) & VERB and get(rest[:-2]) & VERB for rest in rests) else None


def third_plural(word: str) -> str | None:
    """Return the third person that a spoken form may be, which is the infinitive as well: رفتن."""
    form = word + "د"
    return form if _is_past_plural(form) or (word[0] == "ن" and _is_past_plural(form[1:])) else None


def _is_past_plural(form: str) -> bool:
    get = load().get
    return len(form) > 3 and bool(get(form) & VERB and get(form[:-2]) & VERB)
