#!/usr/bin/env bash
# what:    htmldate 1.11.0 (PyPI), find_date() on a page whose only date is a Solar Hijri one
# expect:  None, or 30 September 2018: the page says <time datetime="1397-07-08">۸ مهر ۱۳۹۷</time>
# happens: the first of January of the year in the copyright line of the footer, for every post of the site; without that line None
# matters: a collection of a Persian site gets one made-up date for all its posts; textnorm reads the Solar Hijri date, and takes none from a footer
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q htmldate==1.11.0 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
from htmldate import find_date
page = """<html><head><title>باران</title></head><body><article><h1>باران</h1><time datetime="1397-07-08">۸ مهر ۱۳۹۷</time>
<p>هوا سرد است و باران می‌بارد، و باد از شمال می‌وزد.</p></article><footer>{}</footer></body></html>"""
print(find_date(page.format("© 2016")), find_date(page.format("تماس با ما")))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i htmldate
echo "$seen"
[ "$seen" = "2016-01-01 None" ]
