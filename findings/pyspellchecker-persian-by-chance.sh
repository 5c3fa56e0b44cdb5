#!/usr/bin/env bash
# what:    pyspellchecker 0.9.1 (PyPI), SpellChecker(language="fa"), correction()
# expect:  the likeliest word of its dictionary, the same at every run (its documentation: "the most likely result")
# happens: «كتاب» (book, typed with an Arabic kaf) is corrected to another word from process to process, «شتاب» (haste), «تاب» (swing) or «کتاب»,
#          since equal candidates stand in a set; and of 27,676 words 4 have a half-space, so that «می‌روم» (I go) is wrong and becomes «میکروب» (microbe)
# matters: a corpus "corrected" twice differs, and right words go; normalise before, and never correct words with half-spaces with it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pyspellchecker==0.9.1
program='
from spellchecker import SpellChecker
persian = SpellChecker(language="fa")
words = persian.word_frequency.dictionary
print(persian.correction("كتاب"), "می\u200cروم" in persian, persian.correction("می\u200cروم"), len(words), sum("\u200c" in word for word in words))'
"$folder/venv/bin/pip" list 2>/dev/null | grep -i spell
seen=$(for seed in 1 2 4; do PYTHONHASHSEED=$seed "$folder/venv/bin/python" -c "$program"; done)
echo "$seen"
[ "$seen" = "شتاب False میکروب 27676 4
تاب False میکروب 27676 4
کتاب False میکروب 27676 4" ]
