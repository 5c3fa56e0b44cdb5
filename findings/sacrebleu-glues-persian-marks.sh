#!/usr/bin/env bash
# what:    sacrebleu 2.6.0 (PyPI), BLEU with its default tokeniser 13a
# expect:  punctuation apart from its word or at it is the same to BLEU, as it is in English: that is what 13a is for
# happens: ، ؛ ؟ « » stay at their words: a translation right in every word has BLEU 10 where the English one has 100, for nothing
#          but spaces; tokenize="intl" has 100 for both
# matters: figures of Persian machine translation hang on how a system spaces its marks; name the tokeniser, and normalise both sides
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q sacrebleu==2.6.0 2>/dev/null
cat > "$folder/a.py" <<'P'
from sacrebleu import sentence_bleu

for tokeniser in ("13a", "intl"):
    print(
        tokeniser,
        round(sentence_bleu("باد آمد ، باران رفت ؟", ["باد آمد، باران رفت؟"], tokenize=tokeniser).score),
        round(sentence_bleu("wind came , rain left ?", ["wind came, rain left?"], tokenize=tokeniser).score),
    )
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^sacrebleu'
echo "$seen"
[ "$seen" = "13a 10 100
intl 100 100" ]
