#!/usr/bin/env bash
# what:    Khayyam 3.0.17 (PyPI), strftime("%b") and "%c"
# expect:  abbreviated months can be told from other words: other libraries write three letters or the whole name
# happens: two letters each: Mehr is «مه», which is the Persian name of May (and fog); Dey to Bahman are «دی», «به» (the word "to")
# matters: «۸ مه ۱۳۹۷» is the 8th of May to every reader; textnorm gives it no day
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q Khayyam==3.0.17 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import khayyam
print(khayyam.JalaliDatetime(1397, 7, 8, 18, 5).strftime("%c"), "|", *(khayyam.JalaliDate(1397, month, 1).strftime("%b") for month in range(1, 13)))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i khayyam
echo "$seen"
[ "$seen" = "ی ۸ مه ۹۷ ۱۸:۵ | فر ار خر تی مر شه مه آب آذ دی به اس" ]
