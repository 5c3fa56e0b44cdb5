#!/usr/bin/env bash
# what:    num2words 0.5.14 (PyPI), lang="fa", numbers with a fraction that begins with zero
# expect:  2.05 is «دو و پنج صدم» (two and five hundredths), as 10.25 is «ده و بیست و پنج صدم»
# happens: 2.05 is «دو و نیم»: two and a half, the words for 2.5
# matters: speech and captions made of numbers say another number; nothing tells the two apart afterwards
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q num2words==0.5.14 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
from num2words import num2words
print(" | ".join(num2words(number, lang="fa") for number in (2.5, 2.05, 10.25)))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i num2words
echo "$seen"
[ "$seen" = "دو و نیم | دو و نیم | ده و بیست و پنج صدم" ]
