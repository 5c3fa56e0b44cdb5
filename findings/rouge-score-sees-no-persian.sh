#!/usr/bin/env bash
# what:    rouge_score 0.1.2 (PyPI, Google Research's), default tokeniser
# expect:  a Persian summary compared with itself has ROUGE 1, and a score says how much of the words two texts share
# happens: all that is no ASCII letter or digit is a blank: Persian against itself is 0, and two sentences that share nothing but
#          "Python 3" are 1: mixed text is judged by its English words and Latin digits alone
# matters: tables of Persian summarisation hold both kinds of figure; give RougeScorer a tokenizer= of your own
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q rouge_score==0.1.2 2>/dev/null
cat > "$folder/a.py" <<'P'
from rouge_score import rouge_scorer


class Words:
    def tokenize(self, text):
        return text.split()


pairs = ("باران آمد", "باران آمد"), ("نصب Python 3 آسان بود", "کتاب Python 3 گران شد")
for scorer in (rouge_scorer.RougeScorer(["rouge1"]), rouge_scorer.RougeScorer(["rouge1"], tokenizer=Words())):
    print([round(scorer.score(*pair)["rouge1"].fmeasure, 2) for pair in pairs])
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^rouge'
echo "$seen"
[ "$seen" = "[0.0, 1.0]
[1.0, 0.4]" ]
