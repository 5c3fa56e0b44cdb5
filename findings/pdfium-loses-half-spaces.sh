#!/usr/bin/env bash
# what:    pypdfium2 5.15.2 (PyPI), get_text_range(), on a page of fpdf2 2.8.9 with DejaVu Sans
# expect:  the half-space (U+200C), which the file maps to Unicode and which pdfminer.six gives from the same page
# happens: it is gone, and nothing stands in its place: «می‌روم و کتاب‌ها» is "میروم و کتابها"
# matters: words that nobody writes so; a tokenizer sees new words; textnorm sets the half-spaces again by its lexicon
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib fpdf2==2.8.9 uharfbuzz==0.57.0 matplotlib==3.11.2 pypdfium2==5.15.2 pdfminer.six==20260107 2>/dev/null
export PYTHONPATH=$folder/lib
python3 - <<'PY'
import os, matplotlib
from fpdf import FPDF
pdf = FPDF(); pdf.add_page()
pdf.add_font("D", "", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf"))
pdf.set_font("D", size=14); pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for line in ("می\u200cروم و کتاب\u200cها",):
    pdf.cell(180, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("a.pdf")
PY
seen=$(python3 -c 'import pypdfium2; print(pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_range().strip())')
other=$(python3 -c 'from pdfminer.high_level import extract_text; print(extract_text("a.pdf").count("\u200c"))')
python3 -m pip list --path lib 2>/dev/null | grep -iE '^(pypdfium2|pdfminer.six) '
echo "$seen; half-spaces that pdfminer.six finds: $other"
[ "$seen; $other" = "میروم و کتابها; 2" ]
