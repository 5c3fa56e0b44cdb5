#!/usr/bin/env bash
# what:    jdatetime 6.1.1 and persiantools 6.2.0 (PyPI), isocalendar()
# expect:  as in Python's datetime, whose method it is: a week has seven days of one year and one number, so days group by (year, week)
# happens: the week in which a year begins has two names: 29 Esfand 1396 is (1396, 53, 4), the day after (1397, 1, 5), and the
#          last day of 1399 is a week 54 by itself
# matters: weekly figures break at each New Year, the busiest fortnight of Persian sites; group by the Gregorian date's week or by the Saturday before
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q jdatetime==6.1.1 persiantools==6.2.0
seen=$("$folder/venv/bin/python" -c '
import jdatetime
from persiantools.jdatetime import JalaliDate
for day in ((1396, 12, 29), (1397, 1, 1), (1399, 12, 30), (1400, 1, 1)):
    print(*day, tuple(jdatetime.date(*day).isocalendar()), tuple(JalaliDate(*day).isocalendar()))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "jdatetime|persiantools"
echo "$seen"
[ "$seen" = "1396 12 29 (1396, 53, 4) (1396, 53, 4)
1397 1 1 (1397, 1, 5) (1397, 1, 5)
1399 12 30 (1399, 54, 1) (1399, 54, 1)
1400 1 1 (1400, 1, 2) (1400, 1, 2)" ]
