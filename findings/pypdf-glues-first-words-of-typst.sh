#!/bin/bash
# what: pypdf 7.1.1 on a PDF file of Typst 0.15.2 (its font Vazirmatn 33.0.3)
# expect: extract_text() gives the words of a line with the spaces between them, in one order or the other (pypdf's documentation, "Extract Text")
# happens: the words of a Persian line stand from left to right, and the first two of each line are glued, without a space: «شعرچند» for «چند شعر»;
#   pdfminer.six finds the space in the same file
# matters: two words of each line are lost for search, and a reader cannot know which token hides two; textnorm parts glued words where several
#   tokens of a text are no words and consist of words (rule glued-words)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m pip install -q --target packages typst==0.15.2 pypdf==7.1.1 pdfminer.six==20260107
npm install --silent --no-audit --no-fund --prefix . vazirmatn@33.0.3
cat > page.typ <<'END'
#set page(width: 14cm, height: 5cm)
#set text(font: "Vazirmatn", lang: "fa", dir: rtl)
چند شعر برای کوچه

گویی از راه دراز آمده است
END
PYTHONPATH=packages python3 - <<'END'
import typst
from pdfminer.high_level import extract_text
from pypdf import PdfReader

typst.compile("page.typ", output="page.pdf", font_paths=["node_modules/vazirmatn/fonts/ttf"])
lines = [" ".join(line.split()) for line in PdfReader("page.pdf").pages[0].extract_text().splitlines() if line.strip()]
others = [" ".join(line.split()) for line in extract_text("page.pdf").splitlines() if line.strip()]
print("pypdf:       ", lines)
print("pdfminer.six:", others)
words = ("چند شعر برای کوچه", "گویی از راه دراز آمده است")
assert [len(line.split()) for line in others] == [len(line.split()) for line in words]
assert [len(line.split()) for line in lines] == [len(line.split()) - 1 for line in words], "the words are apart now"
END
