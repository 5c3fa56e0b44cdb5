#!/usr/bin/env bash
# what:    dateparser 1.5.0 with convertdate (PyPI), dateparser.calendars.jalali.JalaliCalendar
# expect:  30 Esfand of a common year is no date, as the library gives None for 30 February
# happens: «۳۰ اسفند ۱۳۹۸» is 20 March 2020, which is 1 Farvardin 1399
# matters: the last day of the year is where archives are misread most; textnorm says that Esfand 1398 has 29 days
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q dateparser==1.5.0 convertdate hijridate 2>/dev/null
seen=$("$folder/venv/bin/python" -W ignore -c '
import dateparser
from dateparser.calendars.jalali import JalaliCalendar
read = [JalaliCalendar(text).get_date().date_obj.date() for text in ("۳۰ اسفند ۱۳۹۸", "۱ فروردین ۱۳۹۹")]
print(*read, dateparser.parse("30 February 2019"))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "dateparser|convertdate"
echo "$seen"
[ "$seen" = "2020-03-20 2020-03-20 None" ]
