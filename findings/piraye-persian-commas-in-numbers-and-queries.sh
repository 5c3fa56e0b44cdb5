#!/usr/bin/env bash
# what:    piraye 1.1.1: a normaliser built with Persian letters, digits and punctuation
# expect:  ASCII marks of Persian text become Persian ones: «?» a «؟», the comma of 5,000 a separator of thousands (U+066C) or as it was
# happens: the comma becomes «،» everywhere, in numbers (۵،۰۰۰: five and nought) and in the query of an address (?q=۱،۲, digits
#          included); «?» stays as it is, in Persian questions too
# matters: addresses stop working and sums become lists; textnorm leaves addresses and the comma within a number as they are, and
#          makes «؟» of the question mark
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"; "$folder/v/bin/pip" install --quiet piraye==1.1.1 2>/dev/null
seen=$("$folder/v/bin/python" -c '
from piraye import NormalizerBuilder
persian = NormalizerBuilder().alphabet_fa().digit_fa().punctuation_fa().build()
for text in ("آیا رفتی?", "5,000 تومان", "نشانی https://example.org/?q=1,2"):
    print(persian.normalize(text)[0])' 2>/dev/null | grep -v NLTK)
echo "piraye 1.1.1"; echo "$seen"
[ "$seen" = "آیا رفتی?
۵،۰۰۰ تومان
نشانی https://example.org/?q=۱،۲" ]
