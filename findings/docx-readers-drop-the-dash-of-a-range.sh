#!/usr/bin/env bash
# what:    docx2txt 0.9 and docx2python 3.7.1 (PyPI), a document with Word's non-breaking hyphen (w:noBreakHyphen)
# expect:  «۲۰-۳۰ نفر»: the element stands for a character that is seen (python-docx gives "-", mammoth U+2011)
# happens: the element is dropped without a blank: «۲۰۳۰ نفر», twenty to thirty people are two thousand and thirty
# matters: numbers come out wrong and nothing shows it; nothing can put it right afterwards
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0 2>/dev/null
seen=$(cd "$folder" && venv/bin/python -W ignore -c '
import docx, docx2txt, mammoth
from docx.oxml import OxmlElement
from docx2python import docx2python
document = docx.Document()
run = document.add_paragraph().add_run("۲۰")
run._r.append(OxmlElement("w:noBreakHyphen"))
run.add_text("۳۰ نفر")
document.save("range.docx")
with open("range.docx", "rb") as file:
    mammoths = mammoth.extract_raw_text(file).value
read = docx.Document("range.docx").paragraphs[0].text, mammoths, docx2txt.process("range.docx"), docx2python("range.docx").text
print(" | ".join(text.strip() for text in read))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE "docx|mammoth"
echo "$seen"
[ "$seen" = "۲۰-۳۰ نفر | ۲۰‑۳۰ نفر | ۲۰۳۰ نفر | ۲۰۳۰ نفر" ]
