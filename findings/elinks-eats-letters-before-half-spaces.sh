#!/usr/bin/env bash
# what:    ELinks (Debian's elinks 0.13.2), -dump of a page in UTF-8
# expect:  the text of the page in UTF-8, with all of its letters at least, as lynx gives it, which leaves out half-spaces (U+200C) alone
# happens: each letter before a half-space or a combining mark goes with it, and six bytes that are no UTF-8 stand in their place (0xFD ...,
#          a form that Unicode does not have): «می‌رود» loses its ی, «نامهٔ» its ه
# matters: dumps of text browsers are a usual way to get text out of pages; what went cannot be put back, so take another one
set -euo pipefail
command -v elinks >/dev/null || { echo "needs Debian's package elinks"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
printf '<meta charset=utf-8><p>باد</p><p>می\u200cرود</p><p>نامه\u0654</p>' > "$folder/a.html"
HOME=$folder elinks -dump -dump-charset utf-8 "$folder/a.html" > "$folder/dump"
elinks -version | head -1
seen=$(python3 - "$folder/dump" <<'P'
import sys

for line in open(sys.argv[1], "rb").read().split(b"\n"):
    if line.strip():
        print(line.strip().decode("utf-8", "backslashreplace"))
P
)
echo "$seen"
case "$seen" in
  'باد
م\xfd\xbf\xbf'*'رود
نام\xfd\xbf\xbf'*) ;;
  *) exit 1 ;;
esac
