#!/usr/bin/env bash
# what:    python-bidi 0.6.12: get_display of the package, and get_display of its module `algorithm` (what versions before 0.5 had)
# expect:  the two, documented as the compiled and the older implementation of one algorithm (UAX 9), give one text
# happens: the compiled one keeps the half-space of «می‌رود»; the older one deletes it, with every other character of class BN (rule X9),
#          so that the word comes out joined: «میرود» turned round
# matters: text laid out by the older one (reportlab, wordcloud and PIL recipes import it so) lost its half-spaces for good; textnorm
#          brings them back by words, not by where they stood
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder" python-bidi==0.6.12 2>/dev/null
seen=$(PYTHONPATH=$folder python3 -c '
import bidi
from bidi import algorithm
for turn in (bidi.get_display, algorithm.get_display):
    print(ascii(turn("می\u200cرود")))')
echo "python-bidi 0.6.12"; echo "$seen"
[ "$seen" = "'\u062f\u0648\u0631\u200c\u06cc\u0645'
'\u062f\u0648\u0631\u06cc\u0645'" ]
