#!/usr/bin/env bash
# what:    Django 5.2.19 (PyPI), urlize; marked 18.2.1 (npm), addresses of GitHub's Markdown
# expect:  marks of the sentence behind an address are no part of it, as with the ASCII comma, question mark and bracket
# happens: ، ؛ ؟ » are: «http://example.org/a، سپس» links to …/a%D8%8C; the closing bracket before such a mark goes with it, and an e-mail
#          address takes the comma too (Django); an address in guillemets alone is no link for Django
# matters: the links of Persian text lead nowhere; textnorm ends an address before these marks, so write the links from its spans, or put a
#          blank before the mark
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q django==5.2.19 2>/dev/null
cd "$folder"; npm install --silent marked@18.2.1 >/dev/null
cat > a.py <<'P'
import re

from django.conf import settings
from django.utils.html import urlize

settings.configure()
for text in ("http://example.org/a, b", "http://example.org/a، b", "(http://example.org/a); b", "(http://example.org/a)؛ b", "c@example.org، b", "«http://example.org/a»"):
    print(text, re.findall('href="(.*?)"', urlize(text)))
P
seen=$(venv/bin/python a.py; node -e '
const { marked } = require("marked")
for (const text of ["http://example.org/a, b", "http://example.org/a، b", "http://example.org/a؟"]) console.log(text, marked.parse(text).match(/href="(.*?)"/)[1])')
venv/bin/pip list 2>/dev/null | grep -i '^django'; npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "http://example.org/a, b ['http://example.org/a']
http://example.org/a، b ['http://example.org/a%D8%8C']
(http://example.org/a); b ['http://example.org/a']
(http://example.org/a)؛ b ['http://example.org/a)%D8%9B']
c@example.org، b ['mailto:c@example.org%D8%8C']
«http://example.org/a» []
http://example.org/a, b http://example.org/a
http://example.org/a، b http://example.org/a%D8%8C
http://example.org/a؟ http://example.org/a%D8%9F" ]
