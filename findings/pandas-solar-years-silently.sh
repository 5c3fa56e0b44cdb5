#!/usr/bin/env bash
# what:    pandas 3.1.1 (PyPI), to_datetime
# expect:  a forgotten conversion is an error: pandas 2.2.3 raises OutOfBoundsDatetime for 1397/07/08, since years before 1677 did not fit
# happens: columns have microseconds now, and «۱۳۹۷/۰۷/۰۸», Persian digits too, becomes the 8th of July 1397 without a word
# matters: the error that told people of Solar Hijri columns is gone; convert first (textnorm: to_gregorian_many)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
for version in 2.2.3 3.1.1; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install -q "pandas==$version" 2>/dev/null
done
read='
import pandas
for text in ("1397/07/08", "۱۳۹۷/۰۷/۰۸"):
    try:
        print(pandas.to_datetime(pandas.Series([text])).dt.strftime("%Y-%m-%d")[0], end=" ")
    except Exception as error:
        print(type(error).__name__, end=" ")'
seen="$("$folder/2.2.3/bin/python" -c "$read")| $("$folder/3.1.1/bin/python" -c "$read")"
echo "pandas 2.2.3 | pandas 3.1.1"
echo "$seen"
[ "${seen#*| }" = "1397-07-08 1397-07-08 " ] && [ "${seen%% *}" = OutOfBoundsDatetime ]
