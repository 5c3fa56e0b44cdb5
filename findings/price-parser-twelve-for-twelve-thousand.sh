#!/usr/bin/env bash
# what:    price-parser 0.5.1 (PyPI), Price.fromstring()
# expect:  the amount of a price in any script, as for '12,500 تومان' and '۱۲,۵۰۰ تومان' (both 12500)
# happens: a price with the sign of thousands that Unicode has for Persian, U+066C («۱۲٬۵۰۰ تومان»), or with a Persian comma, is read up
#          to that sign: 12, one thousandth of it, without a warning; the decimal sign U+066B ends the number too
# matters: U+066C is what CLDR writes for Persian, so what edited shops show; textnorm keeps it under STANDARD, and SEARCH takes out
#          the signs of thousands, so normalise(text, SEARCH) before a price is read
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q price-parser==0.5.1 2>/dev/null
cat > "$folder/a.py" <<'P'
from price_parser import Price

for text in ("12,500 تومان", "۱۲,۵۰۰ تومان", "۱۲٬۵۰۰ تومان", "۱۲،۵۰۰ تومان", "۱٬۲۵۰٬۰۰۰ ریال", "۱۲٫۵ دلار"):
    print(text, Price.fromstring(text).amount)
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^price'
echo "$seen"
[ "$seen" = "12,500 تومان 12500
۱۲,۵۰۰ تومان 12500
۱۲٬۵۰۰ تومان 12
۱۲،۵۰۰ تومان 12
۱٬۲۵۰٬۰۰۰ ریال 1
۱۲٫۵ دلار 12" ]
