#!/usr/bin/env bash
# what:    ClickHouse by chdb 4.4.0 (PyPI): toDateOrNull, parseDateTimeBestEffortOrNull
# expect:  null for a day that the type cannot hold, as the names say and as they give it for 'abc'
# happens: a Solar Hijri date, a day of the year 1402 for ClickHouse, becomes 1970-01-01, by both of them; toDate32OrNull, whose type
#          is said to begin in 1900, gives 1402-01-15
# matters: a column of Iranian dates turns into one day without an error; convert the dates first (textnorm's to_gregorian), then load
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q chdb==4.4.0 2>/dev/null
cat > "$folder/a.py" <<'P'
import chdb

for what in ("toDateOrNull('abc')", "toDateOrNull('1402-01-15')", "parseDateTimeBestEffortOrNull('1402/01/15')", "toDate32OrNull('1402-01-15')"):
    print(what, str(chdb.query(f"select {what}", "TSVRaw")).strip())
P
seen=$(TZ=UTC "$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^chdb '
echo "$seen"
[ "$seen" = "toDateOrNull('abc') \\N
toDateOrNull('1402-01-15') 1970-01-01
parseDateTimeBestEffortOrNull('1402/01/15') 1970-01-01 00:00:00
toDate32OrNull('1402-01-15') 1402-01-15" ]
