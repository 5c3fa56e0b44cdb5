#!/usr/bin/env bash
# what:    lxml 6.1.3 (libxml2 of its wheel), lxml.html.document_fromstring, on a page without the optional tags of head and body
# expect:  the first element that does not belong into the head ends it (HTML Living Standard, 13.2.6.4.4), so main and article are in body
# happens: main is put into the head beside the title, and the page has no body at all; a div, which HTML 4 knew, begins the body
# matters: readers that look for the text in body, as extractors do, find none; textnorm looks for sections in the head too
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
pip install --quiet --target "$folder" lxml==6.1.3 2>/dev/null
seen=$(PYTHONPATH=$folder python3 -c '
from lxml import etree, html
print("lxml", etree.__version__)
for tag in ("main", "div"):
    page = html.document_fromstring(f"<!DOCTYPE html><title>باد</title><{tag}>باران آمد</{tag}>")
    print(etree.tostring(page, encoding="unicode"))')
echo "$seen"
[ "$(echo "$seen" | tail -n 2)" = "<html><head><title>باد</title><main>باران آمد</main></head></html>
<html><head><title>باد</title></head><body><div>باران آمد</div></body></html>" ]
