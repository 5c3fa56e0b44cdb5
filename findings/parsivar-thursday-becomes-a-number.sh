#!/usr/bin/env bash
# what:    parsivar 0.2.3.1 (PyPI), Normalizer(date_normalizing_needed=True)
# expect:  dates are normalised, and names of weekdays stay names in every spelling
# happens: «پنج شنبه» (Thursday) becomes «5 شنبه» and «سه شنبه» (Tuesday) «3 شنبه», while «پنجشنبه» stays; a year alone becomes «y0m0d1397»,
#          with the year where a day of the month stands elsewhere
# matters: the weekday that would confirm a day is gone, in one of its three spellings only; convert dates before such a step, on
#          the text as it came
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q parsivar==0.2.3.1 2>/dev/null
seen=$("$folder/venv/bin/python" - 2>/dev/null <<'P'
from parsivar import Normalizer

dates = Normalizer(date_normalizing_needed=True)
for text in ("پنج شنبه", "پنجشنبه", "سه شنبه", "۸ مهر ۱۳۹۷", "سال ۱۳۹۷"):
    print(dates.normalize(text).strip())
P
)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i parsivar
echo "$seen"
[ "$seen" = "5 شنبه
پنجشنبه
3 شنبه
y1397m7d8
سال y0m0d1397" ]
