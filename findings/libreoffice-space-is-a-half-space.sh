#!/usr/bin/env bash
# what:    LibreOffice 7.4.7 (Debian libreoffice-writer) with the font Amiri (fonts-hosny-amiri), read by pypdf 7.1.1 (PyPI)
# expect:  a space of the document is a space (U+0020) of the PDF file
# happens: the font draws space and half-space with one glyph, and the file maps it to one character: where the text holds a half-space, every space is a half-space (U+200C)
# matters: a whole line is one word to every tokenizer, in pdfminer.six and pdfplumber too; textnorm makes spaces of them where function words stand between half-spaces
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v soffice >/dev/null || { echo "needs Debian's libreoffice-writer and fonts-hosny-amiri"; exit 1; }
python3 -m pip install -q --target lib pypdf==7.1.1 2>/dev/null
printf '<html lang=fa dir=rtl><meta charset=utf-8><title>t</title><body style="font-family:Amiri"><h1>باد</h1><p>باران</p><p>باد آمد و ما به خانه می\342\200\214رویم' > a.html
for step in "odt a.html" "pdf a.odt"; do
  soffice -env:UserInstallation=file://$folder/home --headless --convert-to $step >/dev/null 2>&1
done
seen=$(PYTHONPATH=lib python3 -c '
import pypdf
text = pypdf.PdfReader("a.pdf").pages[0].extract_text().strip().split("\n")[-1]
print("spaces", text.count(" "), "half-spaces", text.count("\u200c"))')
soffice --version | cut -c1-20; PYTHONPATH=lib python3 -c 'import pypdf; print("pypdf", pypdf.__version__)'
echo "$seen"
[ "$seen" = "spaces 0 half-spaces 7" ]
