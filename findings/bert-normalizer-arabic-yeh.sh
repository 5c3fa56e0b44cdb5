#!/usr/bin/env bash
# what:    tokenizers 0.23.3 (PyPI), BertNormalizer() with its defaults (lower case, so accents are stripped)
# expect:  accents gone, and the letters as typed, since "strip_accents" is documented as stripping accents
# happens: a letter with hamza is taken apart first, so the Persian «ئ» leaves an ARABIC yeh (U+064A) and «ۀ» the Kurdish
#          U+06D5; «آن» (that) becomes «ان»; half-spaces are deleted
# matters: «رئیس» comes out with two different yehs, and meets neither «رییس» nor «رئیس» typed in another way; «می‌روم» is «میروم».
#          Normalise with textnorm and set BertNormalizer(lowercase=False, strip_accents=False, clean_text=False)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib tokenizers==0.23.3 2>/dev/null
export PYTHONPATH=$folder/lib
python3 -m pip list --path lib 2>/dev/null | grep -i '^tokenizers '
seen=$(python3 - <<'PY'
from tokenizers.normalizers import BertNormalizer
for word in ("رئیس", "خانۀ", "آن", "می\u200cروم"):
    print(*(f"{ord(letter):04X}" for letter in BertNormalizer().normalize_str(word)))
PY
)
echo "$seen"
[ "$seen" = "0631 064A 06CC 0633
062E 0627 0646 06D5
0627 0646
0645 06CC 0631 0648 0645" ]
