#!/usr/bin/env bash
# what:    pysbd 0.3.4 (PyPI), Segmenter(language="fa")
# expect:  abbreviations end no sentence, as "Dr. Smith" and "p. 12" do not in English; Persian is one of its languages
# happens: there are none for Persian: «سال ۱۳۹۷ ه.ش. بود» is three sentences, cut inside of the era too, and so is «دکتر م. علوی»
# matters: dates lose their era, which alone tells solar from lunar years; find the dates before you cut sentences
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pysbd==0.3.4
seen=$("$folder/venv/bin/python" -W ignore -c '
import pysbd
for language, text in (("en", "Dr. Smith saw p. 12 in 1397 A.H. and left."), ("fa", "سال ۱۳۹۷ ه.ش. بود."), ("fa", "دکتر م. علوی رفت.")):
    print(" | ".join(part.strip() for part in pysbd.Segmenter(language=language, clean=False).segment(text)))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i pysbd
echo "$seen"
[ "$seen" = "Dr. Smith saw p. 12 in 1397 A.H. and left.
سال ۱۳۹۷ ه. | ش. | بود.
دکتر م. | علوی رفت." ]
