#!/usr/bin/env bash
# what:    html-text 0.7.1 (PyPI), extract_text() with inline elements inside of a word
# expect:  <b>, <a> and <wbr> are inline: a browser shows and copies «می‌روم», «کتاب‌ها» and «کتابخانه» as one word each
# happens: a blank is put at each border between letters: «می ‌روم», «کتاب ‌ها», «کتاب خانه»
# matters: emphasis and links inside of words are common in Persian, since endings are written behind the link;
#          textnorm puts nothing at the border of an inline element
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q html-text==0.7.1 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import html_text
print(ascii(html_text.extract_text("<p><b>می</b>&zwnj;روم <a href=\"/x\">کتاب</a>&zwnj;ها، کتاب<wbr>خانه")))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i html.text
echo "$seen"
[ "$seen" = "'\\u0645\\u06cc \\u200c\\u0631\\u0648\\u0645 \\u06a9\\u062a\\u0627\\u0628 \\u200c\\u0647\\u0627\\u060c \\u06a9\\u062a\\u0627\\u0628 \\u062e\\u0627\\u0646\\u0647'" ]
