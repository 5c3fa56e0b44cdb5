#!/usr/bin/env bash
# what:    tokenizers 0.23.3 (PyPI), the pre-tokeniser UnicodeScripts
# expect:  pieces that end at the latest where a word ends, with a half-space (U+200C) inside its word
# happens: the space belongs to any script and a half-space, a vowel mark and an ASCII digit to another one, so that Persian is cut inside its words and
#          not between them: «می‌روم کتاب‌ها» is می, U+200C, «روم کتاب», U+200C, ها
# matters: the vocabulary learns pieces that span two words; put WhitespaceSplit before it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib tokenizers==0.23.3 2>/dev/null
export PYTHONPATH=$folder/lib
python3 -m pip list --path lib 2>/dev/null | grep -i '^tokenizers '
seen=$(python3 - <<'PY'
from tokenizers.pre_tokenizers import UnicodeScripts
found = UnicodeScripts().pre_tokenize_str("می\u200cروم کتاب\u200cها")
print("|".join(piece.replace("\u200c", "_") for piece, _ in found))
PY
)
echo "$seen"
[ "$seen" = "می|_|روم کتاب|_|ها" ]
