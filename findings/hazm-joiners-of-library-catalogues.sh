#!/usr/bin/env bash
# what:    hazm 0.12.1 (PyPI, Python 3.12), Normalizer, Lemmatizer and Stemmer; virastar 0.22.1 (npm), cleanup()
# expect:  «ک‍ت‍اب‍ه‍ا» with U+200D between letters, as Iranian library catalogues write their records, is the word «کتابها»: between letters that
#          join anyway the joiner asks for what is there (the Unicode Standard, chapter 23, on cursive joining)
# happens: both leave every joiner where it stands, so that the stemmer sees no plural in it and the lemmatiser no word
# matters: a search for «کتاب» finds no record of a catalogue; textnorm takes such joiners out (rule zwj-in-word), and leaves those that stand for a half-space to its other rules
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python=$(ls -d "$(pyenv root 2>/dev/null)"/versions/3.12.*/bin/python 2>/dev/null | tail -n 1); python=${python:-python3.12}
"$python" -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q hazm==0.12.1
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^hazm'
cd "$folder"; npm install --silent virastar@0.22.1 >/dev/null 2>&1
npm ls --depth 0 | tail -n +2
seen=$("$folder/venv/bin/python" -c '
import hazm
for word in ("ک\u200dت\u200dاب\u200dه\u200dا", "کتابها"):
    word = hazm.Normalizer().normalize(word)
    print(word.count("\u200d"), ascii(hazm.Stemmer().stem(word)), "کتاب" in hazm.Lemmatizer().lemmatize(word))
' 2>/dev/null; node -e '
const Virastar = require("virastar")
console.log(new Virastar().cleanup("ک\u200dت\u200dاب\u200dه\u200dا").split("\u200d").length - 1)')
echo "$seen"
[ "$seen" = "4 '\u06a9\u200d\u062a\u200d\u0627\u0628\u200d\u0647\u200d\u0627' False
0 '\u06a9\u062a\u0627\u0628' True
4" ]
