"""The affixes of Persian orthography, as lists (the Academy's «دستور خط فارسی»)."""

from __future__ import annotations

from ...lexicon.table_keys import words

#: what stands before a verb and makes another verb of it
PREVERBS = ("بر", "در", "باز", "فرو", "وا", "فرا", "ور")
#: می and its kin stand before a verb form, also behind a preverb
VERB_PREFIXES = frozenset(preverb + prefix for preverb in ("", *PREVERBS) for prefix in ("می", "نمی")) | {
    "همی"
}
#: the plural and its forms, of writing and of speech
PLURALS = words(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هاشان هامان هاتان هاشون هامون هاتون "
    "هام هات هاش هامو هاتو هاشو هاشونو هامونو هاتونو هایشو هایمو"
)
#: those of speech that end as Arabic plurals do, «اسهام»: not behind two letters
SPOKEN_PLURALS = words("هام هات هاش")
#: words that are no nouns and take the plural nevertheless
HOSTS_OF_PLURALS = words("آن این خیلی بعضی برخی ده تر ترین")
#: words before which «هاست» that stands apart is a plural with its verb and no host of web pages: «سال هاست که»
HOSTS_OF_HAST = HOSTS_OF_PLURALS | words("سال ماه هفته روز ساعت دقیقه قرن دهه مدت وقت شب")
#: what a word in «ها» takes that has no plural of its own: «تنهاست», «تنهایش»
AFTER_HA = words("ست یش یم یت یی یشان یمان یتان یند یید م ت ش مو تو شو شون مون تون")
#: the comparative and the superlative
COMPARATIVES = words("تر ترین")
COMPARATIVE_FORMS = words("تری تریم ترید ترند") | {f"تر{plural}" for plural in PLURALS}
#: those of them that are looked for at the end of a word in one
GLUED_FORMS = words("تری تریم ترید ترند ترها ترهای ترهایی")
#: the verb "to be" behind a word in heh
COPULAS = words("ام ای ایم اید اند")
#: the same behind a word that was glued to it: «رفتهاست»
GLUED_COPULAS = COPULAS | {"است"}
#: possessives behind a word in heh or yeh, of writing and of speech
POSSESSIVES = words("ام ات اش مان تان شان مون تون شون")
#: what a glued suffix may be, the longest first, so that «هایش» is tried before «ش»
GLUED = tuple(
    sorted(PLURALS | COMPARATIVES | GLUED_FORMS | GLUED_COPULAS | POSSESSIVES, key=lambda s: (-len(s), s))
)

#: possessives that a word in «ای» does not take: «برای شان» is written so
AFTER_LONG_YEH = words("مان تان شان مون تون شون")
#: words whose final heh is sounded, by their endings: no joiner but for اند
SOUNDED_HEH = tuple(
    sorted(
        words(
            "اه آه گروه کوه اندوه انبوه ستوه شکوه شبیه تنبیه توجیه توجه فقیه سفیه نگه فربه مشابه مواجه متوجه موجه مرفه"
        )
    )
)
#: what a verb of the past in the plural ends in, as no noun or name does
PAST_PLURAL_ENDINGS = ("یدند", "یدیم", "یدید", "اندند", "اندیم", "اندید")
#: what a verb form ends in, for forms that the lexicon does not know
VERB_ENDINGS = ("م", "ی", "د", "ه")
