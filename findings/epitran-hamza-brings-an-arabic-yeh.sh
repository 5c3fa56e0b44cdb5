#!/usr/bin/env bash
# what:    epitran 1.35.3 (PyPI), its Persian map "fas-Arab"
# expect:  phonetic signs for every letter of Persian words in their usual spelling
# happens: ئ is taken apart first (NFD) into the Arabic yeh U+064A and a hamza, and the map has the Persian yeh U+06CC alone, so an Arabic
#          letter stands among the phonetic signs («رئیس»); so does every ي and ك of text from Arabic keyboards, the half-space and «؟»
# matters: a list of sounds grows signs that are none; normalise the text first (textnorm's STANDARD maps ي and ك; ئ is right as it is), and
#          take out what is not in the map's own list of signs
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q epitran==1.35.3 2>/dev/null
cat > "$folder/a.py" <<'P'
import unicodedata

from epitran import Epitran

persian = Epitran("fas-Arab")
for word in ("یار", "رئیس", "مسئله", "كار", "می\u200cرود"):
    told = persian.transliterate(word)
    print(word, told, [unicodedata.name(sign) for sign in told if not unicodedata.name(sign).startswith(("LATIN", "MODIFIER", "GREEK"))])
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^epitran'
echo "$seen"
[ "$seen" = "یار jɒr []
رئیس rيʔjs ['ARABIC LETTER YEH']
مسئله msيʔlh ['ARABIC LETTER YEH']
كار كɒr ['ARABIC LETTER KAF']
می‌رود mj‌rvd ['ZERO WIDTH NON-JOINER']" ]
