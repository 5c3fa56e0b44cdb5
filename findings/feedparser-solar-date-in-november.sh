#!/usr/bin/env bash
# what:    feedparser 6.0.14 (PyPI), published_parsed of a feed whose pubDate is 1397/07/08
# expect:  None, as for other forms that are not read ("8 Mehr 1397"), or year, month and day as they stand
# happens: year 1397, month 11, day 1: the year is kept and the rest of the date is another
# matters: Persian feeds carry such dates; sorted by what is read, a month of posts falls on one day. textnorm reads the text of the element
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q feedparser==6.0.14 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import feedparser
feed = "<rss version=\"2.0\"><channel><item><title>باران</title><pubDate>{}</pubDate></item></channel></rss>"
for text in ("1397/07/08", "1397/12/20", "8 Mehr 1397"):
    read = feedparser.parse(feed.format(text)).entries[0].get("published_parsed")
    print(text, read and tuple(read)[:3])')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i "^feedparser "
echo "$seen"
[ "$seen" = "1397/07/08 (1397, 11, 1)
1397/12/20 (1397, 11, 1)
8 Mehr 1397 None" ]
