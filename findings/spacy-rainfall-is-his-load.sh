#!/usr/bin/env bash
# what:    spaCy 3.8.18 (PyPI), the tokeniser of its Persian (spacy.blank("fa"))
# expect:  words stay whole, or endings are parted alike
# happens: 677 words of a treebank are parted wherever they stand, others with the same endings never: «کتابش» is two tokens and «دفترچه‌اش»
#          one; words that only look so are cut too: «بارش» (rainfall) is بار + ش, «خویش» (self), «کشش» (pull), «زیبایی» (beauty), «چت» (chat)
# matters: counts, vectors and look-ups of these words are wrong and others of their kind are not; normalising does not change it, so compare
#          with another tokeniser before a corpus is counted
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q spacy==3.8.18 2>/dev/null
cat > "$folder/a.py" <<'P'
import spacy

persian = spacy.blank("fa")
for text in ("کتابش", "دفترچه\u200cاش", "بارش باران", "خویش", "کشش", "زیبایی", "چت", "ریزش باران"):
    print(text, [token.text for token in persian(text)])
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^spacy '
echo "$seen"
[ "$seen" = "کتابش ['کتاب', 'ش']
دفترچه‌اش ['دفترچه\u200cاش']
بارش باران ['بار', 'ش', 'باران']
خویش ['خوی', 'ش']
کشش ['کش', 'ش']
زیبایی ['زیبای', 'ی']
چت ['چ', 'ت']
ریزش باران ['ریزش', 'باران']" ]
