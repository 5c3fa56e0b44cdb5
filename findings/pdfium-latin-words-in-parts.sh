#!/usr/bin/env bash
# what:    pypdfium2 5.15.2 (PyPI), get_text_range(), on a Persian page that Chromium of Debian prints with Noto Naskh Arabic
# expect:  Latin words, numbers and addresses in their order: UAX #9 keeps a run from left to right whole inside a line from right to left
# happens: the parts between their signs come from right to left, each with its letters in order: «Fi-Wi», «js.Node», «com.example@info»; not so in a line with fewer Persian words than Latin ones
# matters: addresses and versions are wrong and look right; textnorm puts them in order where an address or several such words prove it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
for tool in chromium; do command -v $tool >/dev/null || { echo "needs Debian's chromium and fonts-noto-core"; exit 1; }; done
python3 -m pip install -q --target lib pypdfium2==5.15.2 2>/dev/null
export PYTHONPATH=$folder/lib
printf '<html lang=fa dir=rtl><meta charset=utf-8><body style="font-family:Noto Naskh Arabic"><p>روز خوبی بود و Wi-Fi هم داشت و با Node.js کار کرد و باران آمد<p>نامه را برای info@example.com بنویس که باد آمد و باران بارید<p>روز Wi-Fi و Node.js داشت' > a.html
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=a.pdf a.html >/dev/null 2>&1
seen=$(python3 -c 'import pypdfium2, re; print(*re.findall(r"[A-Za-z@.-]*[A-Za-z]", pypdfium2.PdfDocument("a.pdf")[0].get_textpage().get_text_range()))')
chromium --version 2>/dev/null | grep -o 'Chromium [0-9.]*'; python3 -m pip list --path lib 2>/dev/null | grep -i '^pypdfium2 '
echo "$seen"
[ "$seen" = "Fi-Wi js.Node com.example@info Node.js Wi-Fi" ]
