#!/usr/bin/env bash
# what:    jdatetime 6.1.1 (PyPI), strptime() with %y
# expect:  «68/01/01», as on identity cards and in archives, is 1368; in a calendar whose year is 1405, 1468 has not come for decades
# happens: the pivot of POSIX for Gregorian years is taken over as it is: 69 to 99 are 1369 to 1399, 00 to 68 are 1400 to 1468,
#          so that who was born in 1368 was born in 2089
# matters: years of birth from 1320 to 1368 are moved a hundred years ahead without a word; textnorm refuses two-digit years unless
#          asked (two_digit_years="recent"), and then reads the hundred years from 1320 on, or from another pivot
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q jdatetime==6.1.1 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import jdatetime
for text in ("97/07/08", "69/01/01", "68/01/01", "45/11/30"):
    day = jdatetime.datetime.strptime(text, "%y/%m/%d").date()
    print(text, day, day.togregorian())')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i jdatetime
echo "$seen"
[ "$seen" = "97/07/08 1397-07-08 2018-09-30
69/01/01 1369-01-01 1990-03-21
68/01/01 1468-01-01 2089-03-20
45/11/30 1445-11-30 2067-02-18" ]
