#!/usr/bin/env bash
# what:    jdatetime 6.1.1 and persiantools 6.2.0 (PyPI), strptime() of what strftime() of the same package wrote, in Persian
# expect:  "%I:%M %p" is read back, as in English and as in Python's datetime
# happens: jdatetime writes «06:05 بعد از ظهر» and refuses it; persiantools writes Persian digits beside an English PM, and refuses them too
# matters: logs and exports written in Persian cannot be read by the library that wrote them; textnorm reads «بعد از ظهر», «ب.ظ» and PM beside Persian digits
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q jdatetime==6.1.1 persiantools==6.2.0
seen=$("$folder/venv/bin/python" -c '
import jdatetime
from persiantools.jdatetime import JalaliDateTime
form = "%Y/%m/%d %I:%M %p"
def back(read, text):
    try:
        return read(text)
    except ValueError:
        return "refused"
text = JalaliDateTime(1397, 7, 8, 18, 5).strftime(form)
print(text, back(lambda text: JalaliDateTime.strptime(text, form), text))
text = JalaliDateTime(1397, 7, 8, 18, 5).strftime(form, locale="fa")
print(text, back(lambda text: JalaliDateTime.strptime(text, form, locale="fa"), text))
jdatetime.set_locale("fa_IR")
text = jdatetime.datetime(1397, 7, 8, 18, 5).strftime(form)
print(text, back(lambda text: jdatetime.datetime.strptime(text, form), text))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "jdatetime|persiantools"
echo "$seen"
[ "$seen" = "1397/07/08 06:05 PM 1397-07-08 18:05:00
۱۳۹۷/۰۷/۰۸ ۰۶:۰۵ PM refused
1397/07/08 06:05 بعد از ظهر refused" ]
