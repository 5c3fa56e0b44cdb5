#!/usr/bin/env bash
# what:    pdftotext of Poppler 22.12.0 (Debian poppler-utils) and PyMuPDF 2.0 (PyPI), on a page of fpdf2 2.8.9 with DejaVu Sans
# expect:  the two letters of the ligature «لا» in the order in which the map of the font gives them (U+0644 U+0627), as pypdf reads them from the same file
# happens: both give alef before lam: «بالا و اطلاعات» is "باال و اطالعات"
# matters: some of the commonest words of Persian become words that are none («اطالعات», «باال»); textnorm turns them back where only that makes a word
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v pdftotext >/dev/null || { echo "needs pdftotext (Debian: apt-get install poppler-utils)"; exit 1; }
python3 -m pip install -q --target lib fpdf2==2.8.9 uharfbuzz==0.57.0 matplotlib==3.11.2 pymupdf==2.0 pypdf==7.1.1 2>/dev/null
export PYTHONPATH=$folder/lib
python3 - <<'PY'
import os, matplotlib
from fpdf import FPDF
pdf = FPDF(); pdf.add_page()
pdf.add_font("D", "", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf"))
pdf.set_font("D", size=14); pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for line in ("بالا و اطلاعات",):
    pdf.cell(180, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("a.pdf")
PY
pdftotext -v 2>&1 | sed -n 1p
python3 -m pip list --path lib 2>/dev/null | grep -iE '^(pymupdf|pypdf) '
seen=$(pdftotext a.pdf - | tr -d '\f' | python3 -c '
import sys, pymupdf, pypdf
print("|".join((sys.stdin.read().strip("\u202b\u202c\n"), pymupdf.open("a.pdf")[0].get_text().strip(),
    pypdf.PdfReader("a.pdf").pages[0].extract_text().strip())))')
echo "$seen"
[ "$seen" = "باال و اطالعات|باال و اطالعات|بالا و اطلاعات" ]
