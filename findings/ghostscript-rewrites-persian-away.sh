#!/usr/bin/env bash
# what:    Ghostscript 10.00.0 (Debian ghostscript), its device pdfwrite, on pages of reportlab 5.1.0 with DejaVu Sans
# expect:  a PDF file that is written anew, as one does to make it smaller, still tells its text: each font of reportlab has a map to Unicode
#          (ToUnicode), and the documentation of pdfwrite keeps text as text
# happens: Latin text stays and Persian is gone, though the page looks the same; files of XeLaTeX and Qt fare alike, those of fpdf2 keep it
# matters: search, copying and every reader find nothing in the smaller file, and nobody can repair it: read the text before a file is rewritten
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in gs pdftotext; do command -v $tool >/dev/null || { echo "needs $tool (Debian: apt-get install ghostscript poppler-utils)"; exit 1; }; done
python3 -m pip install -q --target lib reportlab==5.1.0 matplotlib==3.11.2 2>/dev/null
PYTHONPATH=lib python3 - <<'PY'
import os, matplotlib
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
pdfmetrics.registerFont(TTFont("D", os.path.join(os.path.dirname(matplotlib.__file__), "mpl-data/fonts/ttf/DejaVuSans.ttf")))
for name, text in (("persian", "باد شهر"[::-1]), ("latin", "wind town")):
    page = Canvas(f"{name}.pdf"); page.setFont("D", 20); page.drawString(100, 700, text); page.save()
PY
gs --version; pdftotext -v 2>&1 | sed -n 1p
letters() { pdftotext "$1" - | python3 -c 'import sys; print(sum(map(str.isalpha, sys.stdin.read())))'; }
seen=""
for name in persian latin; do
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=$name-new.pdf $name.pdf
    seen+="$name $(letters $name.pdf) $(letters $name-new.pdf) "
done
echo "letters before and after: $seen"
[ "$seen" = "persian 6 0 latin 8 8 " ]
