#!/usr/bin/env bash
# what:    CountVectorizer of scikit-learn 1.9.1 (PyPI) with its defaults
# expect:  a token is a word of two letters or more, as the documentation of token_pattern says
# happens: a vowel mark and a half-space are no letters for Python's \w, so the word is cut there, and what is left with one letter is dropped:
#          «مُهم» (important) becomes «هم» (also), «می‌روم» two tokens
# matters: the counts are those of other words, without a warning; give the vectoriser textnorm's normalise with SEARCH as its
#          preprocessor (docs/recipes.md)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q scikit-learn==1.9.1 2>/dev/null || { echo "needs a Python that scikit-learn 1.9.1 is made for (3.11 and later)"; exit 1; }
venv/bin/pip list 2>/dev/null | grep '^scikit-learn '
seen=$(venv/bin/python - <<'PY'
from sklearn.feature_extraction.text import CountVectorizer
print("|".join(CountVectorizer().build_analyzer()("کار مُهم و هم می\u200cروم")))
PY
)
echo "$seen"
[ "$seen" = "کار|هم|هم|می|روم" ]
