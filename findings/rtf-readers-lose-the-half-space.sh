#!/usr/bin/env bash
# what:    striprtf 0.0.35 (PyPI), pandoc 3.9 (pypandoc_binary 1.17) and the control word \zwnj of RTF
# expect:  a half-space (U+200C): "\zwnj: Zero-width nonjoiner" stands among the special characters of the specification (RTF 1.9.1)
# happens: both know it written as \u8204 only; \zwnj is dropped without a word, and the two halves of each word are glued
# matters: the same text keeps or loses its half-spaces by the program that saved it; textnorm puts back what is certain
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q striprtf==0.0.35 pypandoc_binary==1.17 2>/dev/null
cat > "$folder/a.py" <<'P'
import pypandoc
from striprtf.striprtf import rtf_to_text

letters = {letter: rf"\u{ord(letter)}?" for letter in "کتابه"}
for sign in (r"\zwnj ", r"\u8204?"):
    text = "".join(letters[letter] for letter in "کتاب") + sign + letters["ه"] + letters["ا"]
    rtf = r"{\rtf1\ansi\uc1 " + text + r"\par}"
    found = rtf_to_text(rtf).strip(), pypandoc.convert_text(rtf, "plain", format="rtf").strip()
    print(sign.strip(), [reading.replace("\u200c", "|") for reading in found])
print("pandoc", pypandoc.get_pandoc_version())
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE '^(striprtf|pypandoc)'
echo "$seen"
[ "$seen" = "\\zwnj ['کتابها', 'کتابها']
\\u8204? ['کتاب|ها', 'کتاب|ها']
pandoc 3.9" ]
