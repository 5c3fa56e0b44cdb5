#!/usr/bin/env bash
# what:    Unidecode 1.4.0, text-unidecode 1.3, python-slugify 9.2.0 (PyPI) and transliteration 2.6.1 (npm), which share one table
# expect:  the Persian ک (U+06A9) is k, as the Arabic ك (U+0643) is in the same table, and as anyascii 0.3.3 has it
# happens: it is "kh", as خ is: «کار» (work) and «خار» (thorn) are both "khr", «کوب» and «خوب» "khwb", while «كار», typed on an Arabic keyboard, is "kr"
# matters: addresses collide, and one word has two of them by the keyboard it was typed on; textnorm romanises Persian by a table of its own
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-slugify==9.2.0 text-unidecode==1.3 Unidecode==1.4.0 anyascii==0.3.3
cd "$folder"; npm install --silent transliteration@2.6.1 >/dev/null
seen=$("$folder/venv/bin/python" -c '
import text_unidecode, unidecode
from slugify import slugify
words = ("کار", "خار", "كار", "کوب", "خوب")
import anyascii
print(*map(slugify, words))
print(*map(text_unidecode.unidecode, words))
print(*map(unidecode.unidecode, words))
print(*map(anyascii.anyascii, words))'
node -e '
const {slugify} = require("transliteration")
console.log(["کار", "خار", "كار", "کوب", "خوب"].map(word => slugify(word)).join(" "))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "slugify|unidecode|anyascii"; npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "khr khr kr khwb khwb
khr khr kr khwb khwb
khr khr kr khwb khwb
kr khr kr kwb khwb
khr khr kr khwb khwb" ]
