#!/usr/bin/env bash
# what:    pandas 3.0.0 (PyPI)
# expect:  one library gives one answer to the question whether '۱۲' is a number and '۲۰۱۸-۰۹-۳۰' a day
# happens: astype(int) reads ۱۲, to_numeric refuses it; read_csv(dtype=int) reads it with engine="python" and refuses it with the
#          default engine; to_datetime reads the day, and refuses it as soon as its format is said
# matters: whether a column of Persian digits is read hangs on which function is asked, and on the engine; textnorm writes ASCII digits for
#          a machine (to_gregorian_many, SEARCH), so convert a column before pandas reads it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pandas==3.0.0 2>/dev/null
cat > "$folder/a.py" <<'P'
import io
import warnings

import pandas

warnings.simplefilter("ignore")


def answer(name, ask):
    try:
        print(name, ask())
    except ValueError:
        print(name, "ValueError")


number, day = pandas.Series(["۱۲"]), ["۲۰۱۸-۰۹-۳۰"]
answer("astype", lambda: number.astype(int)[0])
answer("to_numeric", lambda: pandas.to_numeric(number)[0])
for engine in ("python", "c"):
    answer(engine, lambda: pandas.read_csv(io.StringIO("n\n۱۲\n"), dtype={"n": int}, engine=engine).n[0])
answer("to_datetime", lambda: pandas.to_datetime(day)[0].date())
answer("to_datetime, format", lambda: pandas.to_datetime(day, format="%Y-%m-%d")[0].date())
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^pandas '
echo "$seen"
[ "$seen" = "astype 12
to_numeric ValueError
python 12
c ValueError
to_datetime 2018-09-30
to_datetime, format ValueError" ]
