#!/usr/bin/env bash
# what:    sentencepiece 0.2.3 (PyPI), a model trained with its defaults (normalisation nmt_nfkc)
# expect:  decode(encode(text)) is the text but for its normalisation, which the documentation calls NFKC with some more
#          around spaces; NFKC keeps the half-space (U+200C)
# happens: the half-space becomes a space before anything is learnt: «می‌روم» comes back as «می روم»
# matters: a model trained so can never write a half-space; train with the table of
#          `textnorm export --for sentencepiece --profile encoding`, which keeps it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib sentencepiece==0.2.3 2>/dev/null
export PYTHONPATH=$folder/lib
python3 -m pip list --path lib 2>/dev/null | grep -i '^sentencepiece '
seen=$(python3 - 2>/dev/null <<'PY'
import sentencepiece as spm
text = "او به خانه می\u200cرود و کتاب\u200cها را می\u200cخواند"
open("a.txt", "w", encoding="utf-8").write(f"{text}\n" * 50)
for name in ("nmt_nfkc", "nfkc"):
    spm.SentencePieceTrainer.train(
        input="a.txt", model_prefix=name, vocab_size=40, hard_vocab_limit=False,
        **({} if name == "nmt_nfkc" else {"normalization_rule_name": name}),
    )
    model = spm.SentencePieceProcessor(model_file=f"{name}.model")
    print(name, model.decode(model.encode(text)).count("\u200c"), "of", text.count("\u200c"))
PY
)
echo "$seen"
[ "$seen" = "nmt_nfkc 0 of 3
nfkc 3 of 3" ]
