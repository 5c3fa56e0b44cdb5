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
