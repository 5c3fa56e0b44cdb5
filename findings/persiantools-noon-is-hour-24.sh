#!/usr/bin/env bash
# what:    persiantools 6.2.0 (PyPI), JalaliDateTime.strftime and strptime with %I and %p (a clock of twelve hours)
# expect:  as datetime does: half past midnight is "12:30 AM", half past noon "12:30 PM", and strptime reads what strftime has written
# happens: midnight is written "00:30 AM", which strptime does not read; noon is written "12:30 PM", which strptime takes for hour 24
#          and refuses; with locale="fa" the half of the day stays AM and PM, and strptime reads none of it
# matters: two hours of the day are lost, and «12:30 AM» of other programs is no time at all; give times of 24 hours to it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q persiantools==6.2.0 2>/dev/null
cat > "$folder/a.py" <<'P'
from datetime import datetime

from persiantools.jdatetime import JalaliDateTime


def back(kind, text, **locale):
    try:
        return kind.strptime(text, "%Y-%m-%d %I:%M %p", **locale).hour
    except ValueError as error:
        return f"({error})"


for hour in (0, 11, 12, 13):
    for kind, locale in ((datetime, {}), (JalaliDateTime, {"locale": "en"}), (JalaliDateTime, {"locale": "fa"})):
        text = kind(1999, 1, 15, hour, 30).strftime("%I:%M %p", **locale)
        print(kind.__name__, locale.get("locale", ""), hour, text, back(kind, kind(1999, 1, 15, hour, 30).strftime("%Y-%m-%d %I:%M %p", **locale), **locale))
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^persiantools'
echo "$seen"
[ "$(echo "$seen" | grep JalaliDateTime)" = "JalaliDateTime en 0 00:30 AM (data string and format are not matched)
JalaliDateTime fa 0 ۰۰:۳۰ AM (data string and format are not matched)
JalaliDateTime en 11 11:30 AM 11
JalaliDateTime fa 11 ۱۱:۳۰ AM (data string and format are not matched)
JalaliDateTime en 12 12:30 PM (('hour must be in 0..23', 24))
JalaliDateTime fa 12 ۱۲:۳۰ PM (data string and format are not matched)
JalaliDateTime en 13 01:30 PM 13
JalaliDateTime fa 13 ۰۱:۳۰ PM (data string and format are not matched)" ]
