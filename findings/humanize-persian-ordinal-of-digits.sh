#!/usr/bin/env bash
# what:    humanize (PyPI, version below), the locale fa_IR
# expect:  ordinal(3) is «۳ام» or «سوم», as it is "3rd" in English; naturaldate() names the month in Persian
# happens: the ending of the word for "third" is hung on the digit: «3سومین», and naturaldate() stays English ("Sep 30 2018")
# matters: dates of pages that are made with it mix both languages in one token; such «3سومین» is left by textnorm as it stands
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q humanize==4.17.0 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import datetime, humanize
humanize.i18n.activate("fa_IR")
print(humanize.ordinal(3), "|", humanize.naturaldate(datetime.date(2018, 9, 30)), "|", humanize.naturaltime(datetime.timedelta(days=3)))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i humanize
echo "$seen"
[ "$seen" = "3سومین | Sep 30 2018 | 3 روز پیش" ]
