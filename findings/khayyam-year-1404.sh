#!/usr/bin/env bash
# what:    Khayyam 3.0.17 (PyPI)
# expect:  the calendar in use: 1403 is a leap year, so 30 Esfand 1403 is 20 March 2025 and 1 Mehr 1404 is 23 September 2025
#          (Calendar Centre, University of Tehran; jdatetime, persiantools and ICU agree)
# happens: 30 Esfand 1403 is refused as no day, and every day of 1404 is a day early: 1 Mehr 1404 is 2025-09-22
# matters: a whole recent year of converted dates is wrong by a day; textnorm's days are the official list's
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q Khayyam==3.0.17 persiantools==6.2.0 2>/dev/null
seen=$("$folder/venv/bin/python" - <<'P'
import khayyam
from persiantools.jdatetime import JalaliDate

try:
    last = khayyam.JalaliDate(1403, 12, 30).todate().isoformat()
except ValueError:
    last = "ValueError"
print(last, khayyam.JalaliDate(1404, 7, 1).todate(), JalaliDate(1403, 12, 30).to_gregorian(), JalaliDate(1404, 7, 1).to_gregorian())
P
)
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "khayyam|persiantools"
echo "$seen"
[ "$seen" = "ValueError 2025-09-22 2025-03-20 2025-09-23" ]
