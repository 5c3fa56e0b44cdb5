#!/usr/bin/env bash
# what:    sacremoses 0.2.0 (PyPI), MosesTokenizer(lang="fa") and MosesDetokenizer(lang="fa")
# expect:  words and marks, and the text again from its tokens, as in other languages
# happens: the half-space is a token of its own: «می‌روم» is می, U+200C, روم, and the detokeniser leaves a blank on both sides of it and before
#          Persian marks
# matters: machine translation is trained and scored on such tokens, and what comes out has half-spaces that join nothing; textnorm takes
#          the blanks around such a half-space away
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q sacremoses==0.2.0
seen=$("$folder/venv/bin/python" -c '
from sacremoses import MosesDetokenizer, MosesTokenizer
for language, text in (("en", "Rain fell, and the wind rose."), ("fa", "می\u200cروم، باران")):
    tokens = MosesTokenizer(lang=language).tokenize(text)
    back = MosesDetokenizer(lang=language).detokenize(tokens)
    print(" | ".join(tokens).replace("\u200c", "_"), "->", back.replace("\u200c", "_"), back == text)')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i moses
echo "$seen"
[ "$seen" = "Rain | fell | , | and | the | wind | rose | . -> Rain fell, and the wind rose. True
می | _ | روم | ، | باران -> می _ روم ، باران False" ]
