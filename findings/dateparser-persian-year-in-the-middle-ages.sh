#!/usr/bin/env bash
# what:    dateparser 1.5.0 (PyPI), parse() with languages=["fa"]
# expect:  a Persian numeric date in Persian digits is Solar Hijri, or None: the package ships a Jalali calendar and lists Persian among its languages
# happens: «۱۳۹۷/۰۷/۰۸» is 8 July of the year 1397; with the name of the month, «۸ مهر ۱۳۹۷», it is None: the calendar has to be called by itself
# matters: the numeric form, the commonest on Persian pages, is the one that comes out wrong in silence
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q dateparser==1.5.0 2>/dev/null
seen=$("$folder/venv/bin/python" -W ignore -c '
import dateparser
print(*(dateparser.parse(text, languages=["fa"]) for text in ("۱۳۹۷/۰۷/۰۸", "۸ مهر ۱۳۹۷")))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i dateparser
echo "$seen"
[ "$seen" = "1397-07-08 00:00:00 None" ]
