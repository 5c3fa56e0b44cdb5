#!/usr/bin/env bash
# what:    jdatetime 6.1.1 (PyPI), strftime("%x") in the locale fa_IR
# expect:  "%x" is the locale's own date (the table of the library's documentation, after Python's): in Iran year/month/day
# happens: it is month/day/year with a year of two digits in ASCII, as in en_US: 8 Mehr 1397 is 07/08/97
# matters: read as Persians write numbers with the year last, it is 7 Aban; textnorm says that the order is not certain
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q jdatetime==6.1.1 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import jdatetime
jdatetime.set_locale("fa_IR")
print(jdatetime.date(1397, 7, 8).strftime("%x | %A %d %B %Y"))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i jdatetime
echo "$seen"
[ "${seen%% | *}" = "07/08/97" ]
