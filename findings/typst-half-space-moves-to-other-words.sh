#!/usr/bin/env bash
# what:    Typst 0.15.2 (its font Vazirmatn 33.0.3), read by pdfminer.six 20260107 and pypdf 7.1.1
# expect:  a half-space that was typed in one word is read in that word, and in no other
# happens: the file says of a shape what it stood for where it came first: the ه that begins «ها» in «خانه‌ها» stands for half-space and ه, and
#          so does every ه that begins a word of the document. «هوا» is read as «ه‌وا» (pdfminer.six, in visual order); pypdf takes a shape
#          of two characters for text from left to right besides and puts it at the end: «وا‌ه»
# matters: words without a half-space come out with one as soon as another word of the document has it, so that neither is found
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target packages typst==0.15.2 pypdf==7.1.1 pdfminer.six==20260107 2>/dev/null
npm install --silent --no-audit --no-fund --prefix . vazirmatn@33.0.3 >/dev/null
seen=$(PYTHONPATH=packages python3 - <<'END'
import typst
from pdfminer.high_level import extract_text
from pypdf import PdfReader

HEAD = '#set page(width: 14cm, height: 5cm)\n#set text(font: "Vazirmatn", lang: "fa", dir: rtl)\n'
for text in ("هوا سرد است", "خانه‌ها گرم است\n\nهوا سرد است"):
    with open("page.typ", "w", encoding="utf-8") as page:
        page.write(HEAD + text)
    typst.compile("page.typ", output="page.pdf", font_paths=["node_modules/vazirmatn/fonts/ttf"])
    for name, read in (("pdfminer.six", extract_text("page.pdf")), ("pypdf", PdfReader("page.pdf").pages[0].extract_text())):
        print(f"{name}: {[line.strip() for line in read.splitlines() if line.strip()][-1]!a}")
END
)
echo "Typst 0.15.2, pdfminer.six 20260107, pypdf 7.1.1"; echo "$seen"
[ "$seen" = "pdfminer.six: '\u062a\u0633\u0627 \u062f\u0631\u0633 \u0627\u0648\u0647'
pypdf: '\u0627\u0633\u062a \u0633\u0631\u062f\u0647\u0648\u0627'
pdfminer.six: '\u062a\u0633\u0627 \u062f\u0631\u0633 \u0627\u0648\u200c\u0647'
pypdf: '\u0627\u0633\u062a \u0633\u0631\u062f\u0648\u0627\u200c\u0647'" ]
