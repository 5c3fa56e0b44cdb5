#!/usr/bin/env bash
# what:    rishe 0.5.1: Normalizer beside word_tokenize, both by default
# expect:  what one package holds for one token (۱۲.۵) its normaliser leaves in one piece
# happens: the normaliser puts a blank behind the point («۱۲. ۵», «a. ir») and the colon («۱۰: ۳۰»), and deletes the sign «=»
#          («x = 1» becomes «x  ۱»); the tokeniser gives ۱۲.۵ as one token of the same text before, and two numbers after
# matters: normalise, then tokenise (the usual order) makes two numbers of a decimal; textnorm keeps decimals, times,
#          addresses and code
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"; "$folder/v/bin/pip" install --quiet rishe==0.5.1 2>/dev/null
seen=$("$folder/v/bin/python" -c '
from rishe import Normalizer, word_tokenize
normalize = Normalizer().normalize
for text in ("12.5 درصد", "ساعت 10:30", "x = 1"):
    print(normalize(text), word_tokenize(text), word_tokenize(normalize(text)), sep=" | ")')
echo "rishe 0.5.1"; echo "$seen"
[ "$seen" = "۱۲. ۵ درصد | ['۱۲.۵', 'درصد'] | ['۱۲', '.', '۵', 'درصد']
ساعت ۱۰: ۳۰ | ['ساعت', '۱۰', ':', '۳۰'] | ['ساعت', '۱۰', ':', '۳۰']
x  ۱ | ['x', '=', '۱'] | ['x', '۱']" ]
