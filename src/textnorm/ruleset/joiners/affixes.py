"""The affixes of Persian orthography, as lists (the Academy's «دستور خط فارسی»)."""

from __future__ import annotations

#: می and its kin stand before a verb form, also behind a preverb
VERB_PREFIXES = frozenset(
    preverb + prefix
    for preverb in ("", "بر", "در", "باز", "فرو", "وا", "فرا", "ور")
    for prefix in ("می", "نمی")
) | {"همی"}
#: the plural and its forms
PLURALS = frozenset("ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هاشان هامان هاتان هاشون هامون هاتون".split())
#: the comparative and the superlative
COMPARATIVES = frozenset("تر ترین".split())
COMPARATIVE_FORMS = frozenset("تری ترها ترهای ترین‌ها ترم ترش ترند ترانه".split()) - {"ترانه"}
#: the verb "to be" behind a word in heh
COPULAS = frozenset("ام ای ایم اید اند".split())
#: possessives behind a word in heh or yeh
POSSESSIVES = frozenset("ام ات اش مان تان شان".split())
#: what a glued suffix may be, the longest first, so that «هایش» is tried before «ش»
GLUED = tuple(sorted((PLURALS | COMPARATIVES | {"تری"} | COPULAS | POSSESSIVES), key=lambda s: (-len(s), s)))

#: words that show that a participle before them is an adjective
AFTER_ADJECTIVE = frozenset("در از را برای توسط بر با این آن بین طی روی".split())
#: words that show that a participle before them is part of a verb, or may be
AFTER_VERB = frozenset(
    "است بود باشد بودند باشند شد شدند ام ای ایم اید اند می نمی نیست بودم بودی بودیم بودید باشم باشی باشیم باشید "
    "خواهد خواهند شود شوند نبود نباشد نشده شده گردید گردد گردیده گشت گشته ست نیستند هست بوده و که ، . ؛ : ؟ !".split()
)
#: possessives that a word in «ای» does not take: «برای شان» is written so
AFTER_LONG_YEH = frozenset("مان تان شان".split())
#: words whose final heh is sounded, by their endings: no joiner but for اند
SOUNDED_HEH = ("اه", "گروه", "کوه", "اندوه", "انبوه", "ستوه", "شبیه", "تنبیه", "توجیه", "توجه", "فقیه", "نگه")
#: what a verb form ends in, for forms that the lexicon does not know
VERB_ENDINGS = ("م", "ی", "د", "ه")
