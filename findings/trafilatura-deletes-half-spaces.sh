#!/usr/bin/env bash
# what:    trafilatura 2.3.1 (PyPI), extract() and html2txt()
# expect:  the text of the page: the zero-width non-joiner is part of how Persian is written (Unicode, chapter 9.2), and a browser copies it
# happens: all of them are deleted: «می‌روم» is «میروم» and «خانه‌های ما» «خانههای ما», whether the page has the character or &zwnj;
# matters: every Persian corpus made with it (and by what builds on it) has lost its half-spaces; textnorm reads HTML by itself and
#          gives them back to such text where the lexicon is certain
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q trafilatura==2.3.1 lxml_html_clean 2>/dev/null
seen=$("$folder/venv/bin/python" -W ignore -c '
import trafilatura
half_space = "\u200c"
text = f"من می{half_space}روم و خانه&zwnj;های ما کنار دریاست. " + "هوا سرد است و باد تندی از شمال آمد. " * 6
page = f"<html><body><article><h1>باران</h1><p>{text}</p></article></body></html>"
for read in (trafilatura.extract(page), trafilatura.html2txt(page)):
    print(half_space in read, "میروم" in read, "خانههای" in read)')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i trafilatura
echo "$seen"
[ "$seen" = "False True True
False True True" ]
