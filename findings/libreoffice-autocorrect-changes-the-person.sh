#!/usr/bin/env bash
# what:    the Persian list of AutoCorrect of LibreOffice 7.4.7 (Debian 12, libreoffice-common, acor_fa-IR.dat), on by default
# expect:  a list of slips of the pen: what is right stays, and what the list wrote it leaves alone
# happens: some right words become others: «نمی بریم» (we do not take) is «نمی‌برد» (he does not), «می شناسند» is «می‌شناسد», «پیش‌داوری»
#          gets a plural, «کافر» a vowel; and fourteen of its own results are entries again: «زن ها» is «زن‌ها» the first time and «زنها»
#          where the writer had it so
# matters: documents hold half-spaces both ways, and slips that no typist made; textnorm joins endings and never changes a person
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; apt-get download -qq libreoffice-common >/dev/null 2>&1
dpkg-deb -f libreoffice-common*.deb Package Version
dpkg-deb --fsys-tarfile libreoffice-common*.deb | tar -x ./usr/lib/libreoffice/share/autocorr/acor_fa-IR.dat
cat > a.py <<'P'
import html
import re
import zipfile

with zipfile.ZipFile("usr/lib/libreoffice/share/autocorr/acor_fa-IR.dat") as pack:
    text = pack.read("DocumentList.xml").decode()
pairs = re.findall(r'abbreviated-name="([^"]*)" block-list:name="([^"]*)"', text)
becomes = {html.unescape(wrong): html.unescape(right) for wrong, right in pairs}
for word in ("نمی بریم", "می شناسند", "پیش\u200cداوری", "کافر", "زن ها", "زن\u200cها"):
    print(word.replace("\u200c", "|"), "->", becomes[word].replace("\u200c", "|"))
again = [word for word, result in becomes.items() if becomes.get(result, result) != result and word != result]
print(len(becomes), "entries,", len(again), "of which give what another entry changes")
P
seen=$(python3 a.py)
echo "$seen"
[ "$seen" = "نمی بریم -> نمی|برد
می شناسند -> می|شناسد
پیش|داوری -> پیش|داوری|ها
کافر -> کافِر
زن ها -> زن|ها
زن|ها -> زنها
6335 entries, 14 of which give what another entry changes" ]
