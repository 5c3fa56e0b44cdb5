#!/usr/bin/env bash
# what:    RapidFuzz 3.14.6 (PyPI), utils.default_process and the scorers with it
# expect:  "removing all non alphanumeric characters" brings spellings of a word nearer together
# happens: a short vowel or shadda is no letter, so each becomes a blank: the vocalised «مُحَمَّد» is four words of a letter, and is less
#          like «محمد» after the preprocessing (44) than without it (67)
# matters: names from religious and school texts are vocalised; textnorm's SEARCH takes the marks out before they are compared
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q rapidfuzz==3.14.6 2>/dev/null
cat > "$folder/a.py" <<'P'
from rapidfuzz import fuzz, utils

vocalised, plain = "مُحَمَّد", "محمد"
print(len(utils.default_process(vocalised).split()), "words")
print(round(fuzz.ratio(vocalised, plain)), "without")
print(round(fuzz.token_set_ratio(vocalised, plain, processor=utils.default_process)), "with")
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^rapidfuzz '
echo "$seen"
[ "$seen" = "4 words
67 without
44 with" ]
