"""The affixes of Persian orthography, as lists (the Academy's «دستور خط فارسی»)."""

from __future__ import annotations

from textnorm.lexicon.lists import words

#: می and its kin stand before a verb form, also behind a preverb
VERB_PREFIXES = frozenset(
    preverb + prefix
    for preverb in ("", "بر", "در", "باز", "فرو", "وا", "فرا", "ور")
    for prefix in ("می", "نمی")
) | {"همی"}
#: the plural and its forms
PLURALS = words("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هاشان هامان هاتان هاشون هامون هاتون")
#: words that are no nouns and take the plural nevertheless
HOSTS_OF_PLURALS = words("آن این خیلی بعضی ده تر ترین")
#: the comparative and the superlative
COMPARATIVES = words("تر ترین")
COMPARATIVE_FORMS = words("تری ترند") | {f"تر{plural}" for plural in PLURALS}
#: the verb "to be" behind a word in heh
COPULAS = words("ام ای ایم اید اند")
#: possessives behind a word in heh or yeh
POSSESSIVES = words("ام ات اش مان تان شان")
#: what a glued suffix may be, the longest first, so that «هایش» is tried before «ش»
GLUED = tuple(sorted((PLURALS | COMPARATIVES | {"تری"} | COPULAS | POSSESSIVES), key=lambda s: (-len(s), s)))

#: words that show that a participle before them is an adjective
AFTER_ADJECTIVE = words("در از را برای توسط بر با این آن بین طی روی")
#: words that show that a participle before them is part of a verb, or may be
AFTER_VERB = words(
    "است بود باشد بودند باشند شد شدند ام ای ایم اید اند می نمی نیست بودم بودی بودیم بودید باشم باشی "
    "باشیم باشید خواهد خواهند شود شوند نبود نباشد نشده شده گردید گردد گردیده گشت گشته ست نیستند هست "
    "بوده و که ، . ؛ : ؟ !"
)
#: possessives that a word in «ای» does not take: «برای شان» is written so
AFTER_LONG_YEH = words("مان تان شان")
#: words whose final heh is sounded, by their endings: no joiner but for اند
SOUNDED_HEH = tuple(sorted(words("اه آه گروه کوه اندوه انبوه ستوه شبیه تنبیه توجیه توجه فقیه نگه")))
#: what a verb form ends in, for forms that the lexicon does not know
PLURAL_VERB_ENDINGS = ("ند", "ید", "یم")
VERB_ENDINGS = ("م", "ی", "د", "ه")

#: words after which می is wine or the month of May and no part of the verb that follows
BEFORE_WINE = words("ماه جام ساغر باده از با به برای")
