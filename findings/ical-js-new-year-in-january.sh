#!/usr/bin/env bash
# what:    ical.js 2.2.1 (npm) and python-dateutil 2.9.0.post0 (PyPI), recurrence rules of the Solar Hijri calendar (RFC 7529)
# expect:  RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1 from 20 March 2024 on is each Nowruz, or the rule is refused as RFC 7529
#          tells a reader to do that does not know the calendar
# happens: ical.js drops RSCALE and answers 1 January 2025, 2026 and 2027; dateutil refuses the part by its name
# matters: anniversaries of a Persian calendar file land on days of another calendar without a word; write the days out as dates
#          (textnorm converts them) where a program is not known to read RSCALE
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent ical.js@2.2.1 >/dev/null
python3 -m venv venv; venv/bin/pip install -q python-dateutil==2.9.0.post0 2>/dev/null
cat > a.mjs <<'J'
import ICAL from "ical.js"
const rule = ICAL.Recur.fromString("RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1")
const days = rule.iterator(ICAL.Time.fromDateString("2024-03-20"))
console.log(rule.toString())
console.log([1, 2, 3].map(() => String(days.next())).join(" "))
J
cat > a.py <<'P'
from datetime import datetime

from dateutil.rrule import rrulestr

try:
    rrulestr("RSCALE=PERSIAN;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", dtstart=datetime(2024, 3, 20))
except ValueError as error:
    print(error)
P
seen=$(node a.mjs; venv/bin/python a.py)
npm ls --depth 0 | tail -n +2; venv/bin/pip list 2>/dev/null | grep -i dateutil
echo "$seen"
[ "$seen" = "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1
2025-01-01 2026-01-01 2027-01-01
unknown parameter 'RSCALE'" ]
