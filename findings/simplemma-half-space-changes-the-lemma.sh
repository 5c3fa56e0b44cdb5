#!/usr/bin/env bash
# what:    simplemma 2.0.0 (PyPI), lemmatize(lang="fa")
# expect:  one word has one lemma, with the half-space that its spelling asks for and without
# happens: «می‌روم» (I go) is «رفت» (he went), «میروم» is «رفتن» (to go); «کتاب‌ها» (books) is «کتاب», «کتابها» stays a plural
# matters: counts and indexes of lemmas part what a reader takes for one word; bring spellings together before lemmas are looked up
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q simplemma==2.0.0 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
from simplemma import lemmatize
for spellings in (("می‌روم", "میروم"), ("کتاب‌ها", "کتابها"), ("نمی‌دانم", "نمیدانم"), ("می‌گویند", "میگویند")):
    print(*(lemmatize(word, lang="fa") for word in spellings))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^simplemma '
echo "$seen"
[ "$seen" = "رفت رفتن
کتاب کتابها
دانست نمی‌دانم
گفت گفتن" ]
