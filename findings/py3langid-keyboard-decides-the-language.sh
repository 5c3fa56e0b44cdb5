#!/usr/bin/env bash
# what:    py3langid 0.4.0 (PyPI), classify()
# expect:  the language of a text does not hang on which of two keyboards typed its yeh and kaf: both ways are common in Persian archives
# happens: with Persian ی and ک a sentence is Persian; with Arabic ي and ك the same words are Arabic, or Egyptian Arabic
# matters: corpora that are cut by language lose the older half of the Persian web, which was typed on Arabic keyboards; normalise()
#          before asking. textnorm tells languages apart by words and letters of their own, never by these two
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q py3langid==0.4.0 2>/dev/null
seen=$("$folder/venv/bin/python" -W ignore -c '
from py3langid import classify
arabic_keyboard = str.maketrans("یک", "يك")
for text in (
    "باران دیشب تا صبح بارید و رودخانه کنار شهر بالا آمد",
    "کتابی که دیروز خریدم درباره تاریخ شهر ماست",
):
    print(classify(text)[0], classify(text.translate(arabic_keyboard))[0])')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i langid
echo "$seen"
[ "$seen" = "fa ar
fa arz" ]
