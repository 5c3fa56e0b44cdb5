#!/usr/bin/env bash
# what:    datatrove 0.10.1 (PyPI), C4QualityFilter, with language="fas"
# expect:  lines without an end of sentence are dropped, lines with one stay, in the language that the filter is told
# happens: the ends are . ? ! and the two straight quotes whatever the language: lines that end in ؟ » … ” go, in silence, while the
#          document passes; FineWeb's filter of the same package does know ؟
# matters: questions and quoted speech vanish out of the middle of Persian texts; dialogues and interviews most of all
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q 'datatrove[processing]==0.10.1' spacy 2>/dev/null
cat > "$folder/a.py" <<'P'
from datatrove.data import Document
from datatrove.pipeline.filters import C4QualityFilter
from datatrove.utils.text import TERMINAL_PUNCTUATION

lines = ["باران از صبح یکسره می‌بارید" + end for end in (".", "؟", "»", "…", "!")]
document = Document(text="\n".join(lines), id="1")
passed = C4QualityFilter(min_num_sentences=-1, language="fas").filter(document)
print(passed, [line[-1] for line in document.text.splitlines()], "؟" in TERMINAL_PUNCTUATION)
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^datatrove '
echo "$seen"
[ "$seen" = "True ['.', '!'] True" ]
