#!/usr/bin/env bash
# what:    arabic-reshaper 3.1.0 (PyPI), reshape() with its default configuration (PDF, images and plots with Persian text)
# expect:  the letters in their shapes, nothing else: "reshape Arabic sentences to be used in applications that don't support Arabic"
# happens: harakat are deleted by default, and the hamza of «خانهٔ» counts as one: the ezafe is gone («خانه ما»), and so is the tanvin
#          of «اعلاً»; the same word written with one code point («خانۀ») keeps it
# matters: the two spellings of one word come out differently, and text read back from such a PDF has lost a grammatical mark
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q arabic-reshaper==3.1.0 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import unicodedata
from arabic_reshaper import reshape
print(*(unicodedata.normalize("NFKC", reshape(word)) == word for word in ("خانه", "خانهٔ", "اعلاً", "خانۀ")))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i reshaper
echo "$seen"
[ "$seen" = "True False False True" ]
