#!/usr/bin/env bash
# what:    mammoth 1.13.0 (PyPI), which MarkItDown reads .docx files with, and bold text in Persian
# expect:  what Word shows bold is bold: for right-to-left runs (w:rtl) that is w:bCs, "Complex Script Bold", and w:b says nothing (ECMA-376,
#          part 1, 17.3.2.1 and 17.3.2.2)
# happens: the other way round: the run that Word shows bold comes out plain, and the one that Word shows plain is strong; pandoc reads both right
# matters: bold lines are the headings of Persian office documents, and HTML made of them loses these and gains others
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q mammoth==1.13.0 python-docx==1.2.0 pypandoc_binary==1.17 2>/dev/null
cat > "$folder/a.py" <<'P'
import sys

import mammoth
import pypandoc
from docx import Document
from docx.oxml import OxmlElement

path = sys.argv[1]
document = Document()
for text, tags in (("عنوان", ("bCs", "rtl")), ("متن", ("b", "rtl"))):
    run = document.add_paragraph().add_run(text)
    for tag in tags:
        run._r.get_or_add_rPr().append(OxmlElement("w:" + tag))
document.save(path)
with open(path, "rb") as file:
    print("mammoth", mammoth.convert_to_html(file).value)
print("pandoc", "".join(pypandoc.convert_file(path, "html").split()))
P
seen=$("$folder/venv/bin/python" "$folder/a.py" "$folder/a.docx")
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE '^(mammoth|python-docx|pypandoc)'
echo "$seen"
[ "$(echo "$seen" | head -1)" = "mammoth <p>عنوان</p><p><strong>متن</strong></p>" ]
[ "$(echo "$seen" | tail -1)" = 'pandoc <p><strong><spandir="rtl">عنوان</span></strong></p><p><spandir="rtl">متن</span></p>' ]
