#!/usr/bin/env bash
# what:    pypdfium2 5.15.2 (PyPI), get_text_range(), on a page that Chromium of Debian prints with Noto Naskh Arabic
# expect:  all words of a line in one direction: that in which they are read, or that of the page
# happens: words whose last letter is joined to the one before come out backwards, the others do not: «من در خانه نان تازه را خوردم» holds two words of the one kind and five of the other
# matters: no rule for whole lines repairs that, and the words that are turned are often words themselves; textnorm learns from the text which endings are turned
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in chromium; do command -v $tool >/dev/null || { echo "needs Debian's chromium and fonts-noto-core"; exit 1; }; done
python3 -m pip install -q --target lib pypdfium2==5.15.2 2>/dev/null
export PYTHONPATH=$folder/lib
printf '<html lang=fa dir=rtl><meta charset=utf-8><body style="font-family:Noto Naskh Arabic"><p>من در خانه نان تازه را خوردم' > a.html
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=a.pdf a.html >/dev/null 2>&1
seen=$(python3 -c 'import pypdfium2; print(pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_range().strip())')
chromium --version 2>/dev/null | grep -o 'Chromium [0-9.]*'; python3 -m pip list --path lib 2>/dev/null | grep -i '^pypdfium2 '
echo "$seen"
[ "$seen" = "نم در هناخ نان تازه را خوردم" ]
