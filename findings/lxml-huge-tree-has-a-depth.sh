#!/usr/bin/env bash
# what:    lxml 6.1.0, etree.HTMLParser(huge_tree=True)
# expect:  huge_tree "disables security restrictions and supports very deep trees" (lxml.de/api, HTMLParser): a page of 3,000 nested div is read
# happens: all below depth 2,048 is gone without an exception, the text inside and the text behind it; only the log says "Excessive depth in
#          document: 2048, use XML_PARSE_HUGE option", the option that was given
# matters: pages of some editors and threads of replies nest that deep, and an archive loses the texts silently. textnorm looks at the log and
#          reads such a page by lines with the standard library
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder" lxml==6.1.0
seen=$(PYTHONPATH="$folder" python3 -c '
from lxml import etree
print("lxml", etree.__version__, "libxml2", ".".join(map(str, etree.LIBXML_VERSION)), file=__import__("sys").stderr)
parser = etree.HTMLParser(huge_tree=True)
root = etree.fromstring("<html><body><p>first</p>" + "<div>" * 3000 + "inside" + "</div>" * 3000 + "<p>behind</p></body></html>", parser)
print("".join(root.itertext()), "|", parser.error_log.last_error.message)')
echo "$seen"
[ "$seen" = "first | Excessive depth in document: 2048, use XML_PARSE_HUGE option" ]
