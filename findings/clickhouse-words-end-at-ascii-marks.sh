#!/usr/bin/env bash
# what:    ClickHouse by chdb 4.4.0 (PyPI): hasToken, tokens, splitByNonAlpha
# expect:  words without punctuation, as the functions are described (parted at white space and punctuation)
# happens: every character beyond ASCII counts as a letter: «کتاب،» and «قلم؟» are words with their marks, and hasToken('کتاب، دفتر', 'کتاب')
#          is 0, while the same with an ASCII comma is 1
# matters: a token index over Persian text misses each word before ، ؛ ؟ »; put blanks for what is neither letter, mark nor half-space by a pattern
#          of Unicode classes before the text is loaded
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q chdb==4.4.0 2>/dev/null
cat > "$folder/a.py" <<'P'
import chdb

for what in ("hasToken('کتاب، دفتر', 'کتاب')", "hasToken('کتاب, دفتر', 'کتاب')", "tokens('کتاب، «دفتر». قلم؟')", "splitByNonAlpha('کتاب، قلم؟')"):
    print(what, str(chdb.query(f"select {what} format TSVRaw")).strip())
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^chdb '
echo "$seen"
[ "$seen" = "hasToken('کتاب، دفتر', 'کتاب') 0
hasToken('کتاب, دفتر', 'کتاب') 1
tokens('کتاب، «دفتر». قلم؟') ['کتاب،','«دفتر»','قلم؟']
splitByNonAlpha('کتاب، قلم؟') ['کتاب،','قلم؟']" ]
