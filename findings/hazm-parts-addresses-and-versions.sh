#!/usr/bin/env bash
# what:    hazm 0.12.1 (PyPI), Normalizer().normalize() with its default settings
# expect:  numbers in Persian digits, and what is no Persian number left alone: the normaliser is for Persian text that names addresses too
# happens: a blank is set on both sides of the decimal sign, also of versions and of addresses: «نسخه 2.10.3» has three numbers and
#          http://a.example/?p=1.5 falls apart at each sign, its digits become Persian; 12:30 stays whole
# matters: links of a corpus that hazm has normalised can no longer be found; Options(engine="hazm") of textnorm hands it Persian runs
#          alone, and addresses, versions and code stay as they are
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python=$(ls -d "$(pyenv root 2>/dev/null)"/versions/3.12.*/bin/python 2>/dev/null | tail -n 1); python=${python:-python3.12}
"$python" -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q hazm==0.12.1 2>/dev/null
cat > "$folder/a.py" <<'P'
from hazm import Normalizer

normalizer = Normalizer()
for text in ("نسخه 2.10.3 آمد", "http://a.example/?p=1.5", "sha256", "ساعت 12:30"):
    print(normalizer.normalize(text))
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^hazm '
echo "$seen"
[ "$seen" = "نسخه ۲ ٫ ۱۰ ٫ ۳ آمد
http: / / a. example / ? p= ۱ ٫ ۵
sha ۲۵۶
ساعت ۱۲:۳۰" ]
