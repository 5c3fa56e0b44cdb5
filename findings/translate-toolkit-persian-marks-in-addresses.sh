#!/usr/bin/env bash
# what:    translate-toolkit (PyPI), lang.fa: punctranslate, which gives the source text with Persian punctuation
# expect:  marks of sentences change; numbers, addresses, entities and formats stay (quotation marks inside of tags do)
# happens: every comma, semicolon and question mark changes: "1,000" is "1،000", "&nbsp;" is "&nbsp؛", the question mark of an address is «؟», and
#          the quotation marks of printf("%d, %s") are «»
# matters: pofilter and pretranslation build on it; textnorm's rules of punctuation leave numbers, addresses, entities and code alone
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q translate-toolkit==3.20.4 2>/dev/null
cat > "$folder/a.py" <<'P'
from translate.lang import factory

persian = factory.getlanguage("fa")
for text in ("Yes, or no?", '<a href="x">Yes</a>', "1,000 files", "a&nbsp;b", "http://example.org/?q=1", 'printf("%d, %s")'):
    print(text, "|", persian.punctranslate(text))
P
seen=$("$folder/venv/bin/python" "$folder/a.py" 2>/dev/null)
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^translate'
echo "$seen"
[ "$seen" = 'Yes, or no? | Yes، or no؟
<a href="x">Yes</a> | <a href="x">Yes</a>
1,000 files | 1،000 files
a&nbsp;b | a&nbsp؛b
http://example.org/?q=1 | http://example.org/؟q=1
printf("%d, %s") | printf(«%d، %s»)' ]
