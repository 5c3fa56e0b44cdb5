#!/usr/bin/env bash
# what:    PyMuPDF 2.0 (PyPI), Page.get_text(), on a page of fpdf2 2.8.9 with DejaVu Sans
# expect:  a line in the order in which it is read, as its right-to-left spans are
# happens: each right-to-left span is in order, but the spans stand from left to right: what follows a Latin word comes first, without its space, and the full stop begins the line
# matters: sentences begin with their end, and words are glued to numbers; textnorm puts the spans in order again where neighbours and marks prove it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib fpdf2==2.8.9 uharfbuzz==0.57.0 matplotlib==3.11.2 pymupdf==2.0 2>/dev/null
export PYTHONPATH=$folder/lib
python3 - <<'PY'
import os, matplotlib
from fpdf import FPDF
pdf = FPDF(); pdf.add_page()
pdf.add_font("D", "", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf"))
pdf.set_font("D", size=14); pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for line in ("زبان Python خوب است.", "من در خانه بودم."):
    pdf.cell(180, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("a.pdf")
PY
seen=$(python3 -c 'import pymupdf; print(pymupdf.open("a.pdf")[0].get_text().strip())')
python3 -m pip list --path lib 2>/dev/null | grep -i '^pymupdf '
echo "$seen"
[ "$seen" = $'. خوب استPython زبان\n.من در خانه بودم' ]
