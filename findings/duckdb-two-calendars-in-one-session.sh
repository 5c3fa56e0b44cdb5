#!/usr/bin/env bash
# what:    duckdb 2.0.1 (PyPI, with its ICU extension inside), SET Calendar = 'persian'
# expect:  one calendar for a session, as the setting's description says ("The current calendar"); a day that the calendar does not have is an error,
#          as 30 February is
# happens: a TIMESTAMPTZ written without an offset is Solar Hijri, the same one with an offset Gregorian, so that '2018-09-30' is a day of the year 2639;
#          DATE and strptime stay Gregorian; 30 Esfand 1398, which is none, is 20 March 2020
# matters: ISO times of a file move by 621 years by how they are written; leave the calendar alone and convert columns (textnorm: to_gregorian_many)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q duckdb==2.0.1 pytz
seen=$("$folder/venv/bin/python" -c '
import datetime, duckdb
db = duckdb.connect()
db.execute("SET TimeZone = \"UTC\""); db.execute("SET Calendar = \"persian\"")
for sql in ("TIMESTAMPTZ \"1397-07-08\"", "TIMESTAMPTZ \"2018-09-30\"", "TIMESTAMPTZ \"2018-09-30 00:00:00+00\"", "DATE \"2018-09-30\"",
            "strptime(\"2018-09-30 +00\", \"%Y-%m-%d %z\")", "TIMESTAMPTZ \"1398-12-30\""):
    seconds = db.execute(f"SELECT epoch({sql})".replace("\"", chr(39))).fetchone()[0]
    print(sql, datetime.date(1970, 1, 1) + datetime.timedelta(seconds=seconds))
try:
    db.execute("SELECT DATE " + chr(39) + "2019-02-30" + chr(39))
except duckdb.ConversionException:
    print("30 February is an error")')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i duckdb
echo "$seen"
[ "$seen" = 'TIMESTAMPTZ "1397-07-08" 2018-09-30
TIMESTAMPTZ "2018-09-30" 2639-12-21
TIMESTAMPTZ "2018-09-30 00:00:00+00" 2018-09-30
DATE "2018-09-30" 2018-09-30
strptime("2018-09-30 +00", "%Y-%m-%d %z") 2018-09-30
TIMESTAMPTZ "1398-12-30" 2020-03-20
30 February is an error' ]
