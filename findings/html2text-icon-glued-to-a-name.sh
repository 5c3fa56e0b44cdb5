#!/usr/bin/env bash
# what:    html2text 2025.4.15 (PyPI), an empty element of an icon font before a word, as themes of weblogs set it before names, days and numbers
# expect:  nothing, as a browser shows nothing of it in the text: «##### نسیم»
# happens: two underscores glued to the word, which are in Markdown the beginning of strong words: «##### __نسیم»; an empty one inside a line also stands there
# matters: a name, a day or a number begins with signs that no reader of dates or names takes off, and two such in a line make all between them strong; textnorm takes them away on pages where several lines begin so
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q html2text==2025.4.15 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import html2text
for page in ("<h5><i class=\"fa fa-user\"></i> نسیم</h5>", "<p>باد <i class=\"fa fa-clock\"></i> ۸ مهر</p>"):
    print(ascii(html2text.html2text(page).strip()))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i html2text
echo "$seen"
[ "$seen" = "'##### __\\u0646\\u0633\\u06cc\\u0645'
'\\u0628\\u0627\\u062f __\\u06f8 \\u0645\\u0647\\u0631'" ]
