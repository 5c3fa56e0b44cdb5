#!/usr/bin/env bash
# what:    phonenumbers 9.0.43 (PyPI), PhoneNumberMatcher(text, "IR", leniency=Leniency.POSSIBLE)
# expect:  a date with slashes is no telephone number: the matcher has a pattern that leaves such dates out, and so it does for 1399/07/08
# happens: the same date in Persian digits is a telephone number (+98 13990708), and with a time behind it one of ten digits; in ASCII
#          digits nothing is found
# matters: Solar Hijri dates begin with the year and are written in Persian digits on nearly all Persian pages; take Leniency.VALID, or the
#          dates out of the text first (textnorm's find_dates gives their places)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q phonenumbers==9.0.43 2>/dev/null
cat > "$folder/a.py" <<'P'
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, format_number

for text in ("در 1399/07/08 آمد", "در ۱۳۹۹/۰۷/۰۸ آمد", "1402/01/15 12:30", "۱۴۰۲/۰۱/۱۵ ۱۲:۳۰"):
    for leniency in (Leniency.POSSIBLE, Leniency.VALID):
        print(text, leniency, [format_number(found.number, PhoneNumberFormat.E164) for found in PhoneNumberMatcher(text, "IR", leniency=leniency)])
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^phone'
echo "$seen"
[ "$seen" = "در 1399/07/08 آمد 0 []
در 1399/07/08 آمد 1 []
در ۱۳۹۹/۰۷/۰۸ آمد 0 ['+9813990708']
در ۱۳۹۹/۰۷/۰۸ آمد 1 []
1402/01/15 12:30 0 []
1402/01/15 12:30 1 []
۱۴۰۲/۰۱/۱۵ ۱۲:۳۰ 0 ['+981402011512']
۱۴۰۲/۰۱/۱۵ ۱۲:۳۰ 1 []" ]
