#!/usr/bin/env bash
# what:    pdfjs-dist 5.6.205 (npm), getTextContent over a PDF file that Chromium printed (Debian's chromium, DejaVu Sans)
# expect:  the text in reading order, as its `dir: "rtl"` says and as pdftotext gives it
# happens: the pieces of a line come from left to right, each letter with a neighbour a piece of its own (and a presentation form), but
#          letters that stand alone, and the spaces between them, are one piece in reading order: «باران در» is «ران در», «ا», «ب»
# matters: the joined pieces are neither visual nor reading order, so turning a line round does not help; within a piece nothing may be
#          turned; read such files with pdftotext or PyMuPDF, or keep the pieces
set -euo pipefail
command -v chromium >/dev/null || { echo "needs Debian's package chromium"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent pdfjs-dist@5.6.205 >/dev/null
echo '<meta charset=utf-8><html lang=fa dir=rtl><p style="font-family:DejaVu Sans">باران در تهران</p>' > a.html
chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=a.pdf a.html >/dev/null 2>&1
cat > a.mjs <<'J'
import { readFileSync } from "fs"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
const page = await (await getDocument({ data: new Uint8Array(readFileSync("a.pdf")) }).promise).getPage(1)
console.log((await page.getTextContent()).items.map(item => `[${item.str.normalize("NFKC")} ${item.dir}]`).join(""))
J
seen=$(node a.mjs 2>/dev/null)
chromium --version; npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "[ان rtl][ر rtl][ه rtl][ت rtl][  ltr][ران در rtl][ا rtl][ب rtl]" ]
