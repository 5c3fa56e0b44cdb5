#!/usr/bin/env bash
# what:    Babel 2.19.0 (PyPI), format_decimal() and format_date() in the locale fa
# expect:  what CLDR's locale data say for fa: its own digits with its own separators (۱٬۲۳۴٬۵۶۷٫۵), or with numbering_system="latn" both Latin
# happens: the digits are always ASCII; by default the separators are Latin too, and numbering_system="default" sets Persian separators
#          between Latin digits (1٬234٬567٫5)
# matters: such numbers mix two systems in one token; textnorm takes a number of Latin digits and Persian separators for one number
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q babel==2.19.0 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import datetime
from babel.dates import format_date
from babel.numbers import format_decimal
print(format_decimal(1234567.5, locale="fa"), format_decimal(1234567.5, locale="fa", numbering_system="default"),
      format_date(datetime.date(2018, 9, 30), "long", "fa"), sep=" | ")')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i babel
echo "$seen"
[ "$seen" = "1,234,567.5 | 1٬234٬567٫5 | 30 سپتامبر 2018" ]
