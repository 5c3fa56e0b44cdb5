#!/usr/bin/env bash
# what:    \w and \d in Python's re, regex 2026.11.19, polars 2.1.0, duckdb 2.0.1 (PyPI)
# expect:  one pattern finds the same words in a Python script, in a data frame and in a query
# happens: «می‌روم» is two words for re (the half-space parts them), one for regex and polars (Unicode's definition of \w, UTS #18, has the
#          join controls), and none at all for DuckDB, whose \w is ASCII and whose \p{L} parts it again; ۱۲ is a number for three of them
# matters: words are counted otherwise as soon as a job moves to another engine; normalise with one profile first (SEARCH has no
#          half-space inside words) and say the letters in the pattern
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q regex==2026.11.19 polars==2.1.0 duckdb==2.0.1 2>/dev/null
cat > "$folder/a.py" <<'P'
import re

import duckdb
import polars
import regex

text = "می\u200cروم ۱۲"


def shown(words):
    print(*(word.replace("\u200c", "_") for word in words), sep=" | ")


shown(["re", *re.findall(r"\w+", text)])
shown(["regex", *regex.findall(r"\w+", text)])
shown(["polars", *polars.Series([text]).str.extract_all(r"\w+")[0]])
for pattern in (r"\w+", r"[\pL]+", r"\d+"):
    shown([f"duckdb {pattern}", *duckdb.execute("select regexp_extract_all(?, ?)", [text, pattern]).fetchall()[0][0]])
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -iE '^(regex|polars|duckdb) '
echo "$seen"
[ "$seen" = "re | می | روم | ۱۲
regex | می_روم | ۱۲
polars | می_روم | ۱۲
duckdb \w+
duckdb [\pL]+ | می | روم
duckdb \d+" ]
