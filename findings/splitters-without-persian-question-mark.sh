#!/usr/bin/env bash
# what:    segtok 1.5.11 and Chonkie's SentenceChunker 1.7.0 (PyPI), splitters of text into sentences
# expect:  a question is a sentence, whichever script its mark is of: segtok is made for "Indo-European languages", Chonkie's chunker
#          "preserves sentence boundaries"
# happens: "?" ends a sentence and ؟ ends none: question and answer stay one piece in both
# matters: FAQ pages, the most usual thing that is indexed for chat, are nothing but questions; the sentence ends of spaCy know ؟
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q segtok==1.5.11 chonkie==1.7.0 spacy==3.8.18 2>/dev/null
cat > "$folder/a.py" <<'P'
import spacy
from chonkie import SentenceChunker
from segtok.segmenter import split_single

pipeline = spacy.blank("fa")
pipeline.add_pipe("sentencizer")
for mark in "?؟":
    text = f"آیا باران می‌آید{mark} شاید فردا بیاید."
    chunks = SentenceChunker("character", chunk_size=24, chunk_overlap=0, min_characters_per_sentence=1).chunk(text)
    print("Latin  " if mark == "?" else "Persian", len(list(split_single(text))), len(chunks), len(list(pipeline(text).sents)))
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE '^(segtok|chonkie|spacy) '
echo "$seen"
[ "$seen" = "Latin   2 2 2
Persian 1 1 2" ]
