#!/usr/bin/env bash
# what:    whisper_normalizer 0.1.15 (PyPI), BasicTextNormalizer, the usual step before word error rates of all languages but English
# expect:  the same words after it, without marks: vowel marks and the hamza of an ezafe go, or stay
# happens: every mark (category M) becomes a blank, so a word with a vowel or a doubled letter inside falls into pieces: «مُعلّم» is three words;
#          the half-space stays, so «می‌رود» and «می رود» differ by one word more
# matters: one vowelled word of a reference counts as three errors; compare normalise(text, SEARCH) of both sides instead
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q whisper_normalizer==0.1.15 jiwer==4.0.0 2>/dev/null
cat > "$folder/a.py" <<'P'
from jiwer import wer
from whisper_normalizer.basic import BasicTextNormalizer

normal = BasicTextNormalizer()
for said, heard in (("مُعلّم آمد", "معلم آمد"), ("کتابِ ما", "کتاب ما"), ("خانهٔ ما", "خانه ما"), ("می\u200cرود", "می رود")):
    print(normal(said).split(), normal(heard).split(), wer(normal(said), normal(heard)))
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE '^(whisper|jiwer)'
echo "$seen"
[ "$seen" = "['م', 'عل', 'م', 'آمد'] ['معلم', 'آمد'] 0.75
['کتاب', 'ما'] ['کتاب', 'ما'] 0.0
['خانه', 'ما'] ['خانه', 'ما'] 0.0
['می\\u200cرود'] ['می', 'رود'] 2.0" ]
