#!/usr/bin/env bash
# what:    duckdb 1.5.5 with its full-text extension (duckdb-extension-fts 1.5.5, PyPI), create_fts_index with its defaults
# expect:  numbers are words, or are none (the documentation gives the pattern of what is ignored as everything but a to z)
# happens: Persian words and Persian digits are indexed, ASCII digits are not; آ loses its madda, the half-space stays inside the word
# matters: of one year in two spellings «۱۴۰۲» is found and «1402» is not; textnorm.integrations.search.duckdb gives keys, to be
#          indexed with ignore='( )+', strip_accents=0, lower=0, stemmer='none', stopwords='none'
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m pip install -q --target lib duckdb==1.5.5 duckdb-extension-fts==1.5.5 duckdb-extensions==1.5.5 2>/dev/null
export PYTHONPATH=$folder/lib HOME=$folder
python3 -m pip list --path lib 2>/dev/null | grep -iE '^duckdb(-extension-fts)? '
seen=$(python3 - <<'PY'
import duckdb
from duckdb_extensions import import_extension
import_extension("fts")
db = duckdb.connect()
db.execute("LOAD fts")
db.execute("CREATE TABLE t (id INTEGER, x VARCHAR)")
db.execute("INSERT INTO t VALUES (1, 'سال ۱۴۰۲ باران'), (2, 'سال 1402 باران')")
db.execute("PRAGMA create_fts_index('t', 'id', 'x')")
for asked in ("۱۴۰۲", "1402", "باران"):
    sql = "SELECT count(fts_main_t.match_bm25(id, ?)) FROM t"
    print(asked, db.execute(sql, [asked]).fetchone()[0])
PY
)
echo "$seen"
[ "$seen" = "۱۴۰۲ 1
1402 0
باران 2" ]
