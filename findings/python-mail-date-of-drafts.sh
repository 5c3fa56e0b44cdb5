#!/usr/bin/env bash
# what:    Python's email.utils.parsedate_to_datetime, on the pubDate of drafts in exports of WordPress
# expect:  "Mon, 30 Nov -0001 00:00:00 +0000" is no date of RFC 5322: ValueError, as the documentation says of invalid dates
# happens: 2000-11-30 00:00:00-00:01: the year is read as 0 and 1 of the hour's zone, so every draft of a blog is of 30 November 2000
# matters: WordPress writes this day for each draft without a date; archives sorted by day get a false year. textnorm gives no day
set -euo pipefail
seen=$(python3 -c '
from email.utils import parsedate_to_datetime
print(parsedate_to_datetime("Mon, 30 Nov -0001 00:00:00 +0000"))')
python3 --version
echo "$seen"
[ "$seen" = "2000-11-30 00:00:00-00:01" ]
