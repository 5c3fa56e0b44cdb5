#!/usr/bin/env bash
# what:    chrF of sacrebleu 2.6.0 (PyPI), default settings
# expect:  a half-space that the reference has and the hypothesis has not costs what a blank does, or nothing: chrF leaves white space out
# happens: the half-space is no white space and stays a character: the right spelling «کتاب‌ها می‌روند» against a reference without
#          half-spaces has 44 of 100, the wrong one with blanks has 100
# matters: a system is punished for Persian orthography; take half-spaces out of both sides, or put both into one form, before it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q sacrebleu==2.6.0 2>/dev/null
cat > "$folder/a.py" <<'P'
from sacrebleu.metrics import CHRF

for hypothesis in ("کتاب\u200cها می\u200cروند", "کتاب ها می روند", "کتابها میروند"):
    print(ascii(hypothesis.count("\u200c")), round(CHRF().sentence_score(hypothesis, ["کتابها میروند"]).score))
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^sacrebleu'
echo "$seen"
[ "$seen" = "2 44
0 100
0 100" ]
