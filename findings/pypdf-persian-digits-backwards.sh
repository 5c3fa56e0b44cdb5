#!/usr/bin/env bash
# what:    pypdf 7.1.1 (PyPI), extract_text(), on a page of fpdf2 2.8.9 with DejaVu Sans
# expect:  the digits of a number in the order in which they are read, as the ASCII digits of the same page come out
# happens: Persian digits come out backwards, so that «سال ۱۳۹۷» is "سال ۷۹۳۱"
# matters: years, dates and prices are wrong and look right; textnorm turns them round where years, dates and leading noughts of the text prove it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib fpdf2==2.8.9 uharfbuzz==0.57.0 matplotlib==3.11.2 pypdf==7.1.1 2>/dev/null
export PYTHONPATH=$folder/lib
python3 - <<'PY'
import os, matplotlib
from fpdf import FPDF
pdf = FPDF(); pdf.add_page()
pdf.add_font("D", "", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf"))
pdf.set_font("D", size=14); pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for line in ("سال ۱۳۹۷ باران آمد", "سال 1397 باران آمد"):
    pdf.cell(180, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("a.pdf")
PY
seen=$(python3 -c 'import pypdf; print(pypdf.PdfReader("a.pdf").pages[0].extract_text())')
python3 -c 'import pypdf; print("pypdf", pypdf.__version__)'
echo "$seen"
[ "$seen" = $'سال ۷۹۳۱ باران آمد\n باران آمد1397 سال' ]
