#!/usr/bin/env bash
# what:    pdftotext of Poppler 22.12.0 (Debian poppler-utils), on a page of fpdf2 2.8.9 with DejaVu Sans
# expect:  the space behind a number where it is read, behind the number
# happens: a right-to-left line is enclosed in U+202B … U+202C and a number in U+202A … U+202C, and the space that follows the number stands inside, before it
# matters: who takes the direction controls out gets «سال  ۱۳۹۷باران»: two spaces before, none behind; textnorm reads what is enclosed as the page shows it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v pdftotext >/dev/null || { echo "needs pdftotext (Debian: apt-get install poppler-utils)"; exit 1; }
python3 -m pip install -q --target lib fpdf2==2.8.9 uharfbuzz==0.57.0 matplotlib==3.11.2  2>/dev/null
export PYTHONPATH=$folder/lib
python3 - <<'PY'
import os, matplotlib
from fpdf import FPDF
pdf = FPDF(); pdf.add_page()
pdf.add_font("D", "", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf"))
pdf.set_font("D", size=14); pdf.set_text_shaping(True, direction="rtl", script="arab", language="fas")
for line in ("سال ۱۳۹۷ باران آمد",):
    pdf.cell(180, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
pdf.output("a.pdf")
PY
pdftotext -v 2>&1 | sed -n 1p
seen=$(pdftotext a.pdf - | tr -d '\f\n' | python3 -c 'import sys; print(ascii(sys.stdin.read()))')
echo "$seen"
python3 - "$seen" <<'PY'
import sys
assert sys.argv[1] == ascii("\u202bسال \u202a ۱۳۹۷\u202cباران آمد\u202c"), sys.argv[1]
PY
