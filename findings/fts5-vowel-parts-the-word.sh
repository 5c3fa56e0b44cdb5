#!/usr/bin/env bash
# what:    FTS5 of SQLite (the one inside Python 3; version printed), tokenizer unicode61 with its defaults
# expect:  a word with a vowel mark is one word, with or without the mark, as a Latin letter with its accent is
#          ("remove_diacritics" is on by default)
# happens: only Latin marks are taken for diacritics; a Persian vowel mark or hamza above parts the word like a space
# matters: «مُهم» (important) is «م» and «هم» (also): who looks for «هم» finds it, who looks for «مهم» does not.
#          textnorm.integrations.search.sqlite indexes keys without marks, with the tokenizer ascii
set -euo pipefail
seen=$(python3 - <<'PY'
import sqlite3
db = sqlite3.connect(":memory:")
db.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
db.execute("INSERT INTO t VALUES ('کاری مُهم بود')")
db.execute("INSERT INTO t VALUES ('un caf\u00e9 noir')")
print("SQLite", sqlite3.sqlite_version)
for word in ("مهم", "هم", "cafe"):
    print(word, db.execute("SELECT count(*) FROM t WHERE t MATCH ?", (word,)).fetchone()[0])
PY
)
echo "$seen"
[ "$(tail -n 3 <<<"$seen")" = "مهم 0
هم 1
cafe 1" ]
