#!/usr/bin/env bash
# what:    jusText 3.0.2 (PyPI), its stop list "Persian", by which it tells text from boilerplate
# expect:  the function words of Persian
# happens: it holds 485 strings as they stand between blanks, many from articles on villages: «است.», «شد،», «(به», «خانوار)», «جمعیت.», «۱۳۸۵»,
#          «ایران،», «آلبوم», while «آیا» and «شاید» are not there; 46 hold a mark or a digit. Of the words of a
#          line of a census .92 are "stop words", of those of plain prose .33
# matters: what is kept of a Persian crawl hangs on it; give justext a list of your own
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q justext==3.0.2 lxml_html_clean==0.4.6 2>/dev/null
cat > "$folder/a.py" <<'P'
import re

import justext

stop = justext.get_stoplist("Persian")
print(len(stop), sum(bool(re.search(r"[^\w\u200c\u064b]|\d", word)) for word in stop))
print(*(word in stop for word in ("است.", "(به", "خانوار)", "۱۳۸۵", "آلبوم", "آیا", "هیچ", "ولی", "شاید")))
for line in ("جمعیت این روستا در سال ۱۳۸۵ در ایران ۵ نفر (۲ خانوار) است.", "مادرم صبح زود بیدار شد و چای دم کرد ولی کسی نخورد."):
    words = line.split()
    print(round(sum(word in stop for word in words) / len(words), 2))
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^justext'
echo "$seen"
[ "$seen" = "485 46
True True True True True False True True False
0.92
0.33" ]
