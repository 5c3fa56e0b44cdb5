#!/usr/bin/env bash
# what:    Tesseract with its Persian model (Debian's tesseract-ocr 5.3 and tesseract-ocr-fas 4.1), numbers with the separators of CLDR's fa
# expect:  ۱۲٬۵۰۰ and ۱۲٫۵ in clean print are read as they stand, or the sign is lost
# happens: at most sizes of print the thousands separator becomes a digit and the price is ten times as much (۱۳۰۵۰۰, ۱۲۰۵۰۰, ۱۲۹۵۰۰), or the
#          decimal separator goes and the rate is ten times as much (۱۲۵); numbers without signs are read right at each size
# matters: nothing can put such numbers right afterwards, so textnorm leaves them; check amounts out of scanned Persian
set -euo pipefail
command -v tesseract >/dev/null || { echo "needs Debian's packages tesseract-ocr and tesseract-ocr-fas"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pillow==12.0.0 2>/dev/null
"$folder/venv/bin/pip" install -q --no-deps matplotlib==3.10.7 2>/dev/null # for the font DejaVu Sans
cat > "$folder/a.py" <<'P'
import glob
import sys

from PIL import Image, ImageDraw, ImageFont, features

assert features.check("raqm"), "Pillow without complex layout"
for size in (24, 28, 36, 48):
    font = ImageFont.truetype(glob.glob(sys.prefix + "/lib/*/site-packages/matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf")[0], size)
    for name, text in (("price", "قیمت ۱۲٬۵۰۰ تومان بود."), ("rate", "نرخ ۱۲٫۵ درصد بود."), ("plain", "قیمت ۱۲۵۰۰ تومان بود.")):
        image = Image.new("L", (size * 16, size * 3), 255)
        ImageDraw.Draw(image).text((size * 16 - 20, size), text, font=font, fill=0, anchor="ra", direction="rtl", language="fa")
        image.save(f"{sys.argv[1]}/{name}-{size}.png")
P
"$folder/venv/bin/python" "$folder/a.py" "$folder"
tesseract --version 2>&1 | head -1
read_number() { tesseract "$folder/$1.png" - -l fas --psm 7 2>/dev/null | cut -d' ' -f2; }
for name in price rate plain; do
  echo "$name: $(for size in 24 28 36 48; do read_number "$name-$size"; done | paste -sd ' ')"
done | tee "$folder/seen"
[ "$(cat "$folder/seen")" = "price: ۱۳۰۵۰۰ ۱۲۰۵۰۰ ۱۲۹۵۰۰ ۱۲۵۰۰
rate: ۱۲,۵ ۱۲۵ ۱۲,۵ ۱۲۵
plain: ۱۲۵۰۰ ۱۲۵۰۰ ۱۲۵۰۰ ۱۲۵۰۰" ]
