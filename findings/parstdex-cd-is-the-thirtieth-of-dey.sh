#!/usr/bin/env bash
# what:    parstdex 1.3.1, the extractor of Persian dates and times
# expect:  a month is found where it is a word; a half-space stands within a word (Unicode 16, 23.2: it does not part words)
# happens: «سی‌دی» (a CD) is the thirtieth («سی») of Dey («دی», the tenth month), and the end of «دی‌وی‌دی» (a DVD) is that month
#          again: the half-space counts as the end of a word, or as the blank between two
# matters: spelled-out Latin letters (دی‌وی‌دی, سی‌دی, ال‌ای‌دی) are common in shops and news of technology; a month's name alone is no
#          date for textnorm, and never a part of a word
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"; "$folder/v/bin/pip" install --quiet parstdex==1.3.1 2>/dev/null
seen=$("$folder/v/bin/python" -c '
from parstdex import Parstdex
found = Parstdex()
for text in ("فیلم را روی سی\u200cدی نوشت", "فیلم را روی دی\u200cوی\u200cدی نوشت"):
    print(found.extract_marker(text)["date"])')
echo "parstdex 1.3.1"; echo "$seen"
[ "$seen" = "{'[12, 17]': 'سی\u200cدی'}
{'[12, 14]': 'دی', '[18, 20]': 'دی'}" ]
