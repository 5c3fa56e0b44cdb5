#!/usr/bin/env bash
# what:    pdftotext of Poppler 22.12.0 (Debian poppler-utils), on a page of WeasyPrint 70.0 with DejaVu Sans
# expect:  a line of text for the line of the page, as pdfium (pypdfium2 4.30.0) gives one for the same file (with the hamza at its start)
# happens: the small hamza of an ezafe («سامانهٔ»), which the font draws as a mark of its own, parts the line and its own word:
#          what follows comes first and begins with the heh, what stands before it comes second and ends with a blank and the hamza
# matters: every line with an ezafe behind heh falls apart, in the wrong order; files of LibreOffice and other programs that shape with Pango or
#          HarfBuzz have the same; textnorm puts two such lines together again (repair_extracted, source "pdf")
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v pdftotext >/dev/null || { echo "needs pdftotext (Debian: apt-get install poppler-utils)"; exit 1; }
python3 -m pip install -q --target lib weasyprint==70.0 matplotlib==3.11.2 pypdfium2==4.30.0 2>/dev/null
export PYTHONPATH=$folder/lib
python3 -c 'import weasyprint' 2>/dev/null || { echo "needs Pango (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0)"; exit 1; }
python3 - <<'PY'
import pathlib, matplotlib, weasyprint
font = pathlib.Path(matplotlib.__file__).parent / "mpl-data/fonts/ttf/DejaVuSans.ttf"
style = f"@font-face {{ font-family: d; src: url({font.as_uri()}) }} body {{ font-family: d }}"
weasyprint.HTML(string=f"<html lang=fa dir=rtl><style>{style}</style><p>در سامانهٔ بارشی جدید<p>باد و باران آمد").write_pdf("a.pdf")
PY
pdftotext -v 2>&1 | sed -n 1p
pdftotext a.pdf - | python3 -c '
import sys, pypdfium2
seen = [line.strip("\u202b\u202c\f") for line in sys.stdin.read().split("\n") if line.strip("\u202b\u202c\f")]
other = pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_bounded().split("\r\n")
print("pdftotext:", seen)
print("pdfium:   ", other)
assert seen == ["ه بارشی جدید", "در سامان \u0654", "باد و باران آمد"], ascii(seen)
assert len(other) == 2, ascii(other)
'
