#!/usr/bin/env bash
# what:    PostgreSQL 15 (Debian postgresql-15, version printed), to_tsvector('simple', …) in two databases in UTF-8
# expect:  the same words from the same text, whatever the locale that sorts the database
# happens: with the locale C.UTF-8 a half-space (U+200C) parts a word, with the locale C it is a letter of it; so is every sign
#          that is not ASCII, as the Persian decimal sign
# matters: «می‌روم» is found by «روم» in one database and not in the other, after a dump and restore too.
#          textnorm.integrations.search.postgresql indexes keys in which only letters, digits and spaces are left
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "needs PostgreSQL (Debian: apt-get install postgresql)"; exit 1; }
folder=$(mktemp -d); cd "$folder"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" = 0 ] && chown postgres "$folder"
as "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-c listen_addresses='' -c unix_socket_directories='$folder'" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null; rm -rf "$folder"' EXIT
ask() { psql -h "$folder" -U postgres -qAtX -d "$1" -c "$2"; }
ask postgres "CREATE DATABASE c LOCALE 'C' TEMPLATE template0" >/dev/null
text=$(printf 'می\xe2\x80\x8cروم ۱۲٫۵')
ask postgres 'SHOW server_version'
for database in postgres c; do
  seen="${seen:-}$(ask "$database" "SELECT array_to_string(tsvector_to_array(to_tsvector('simple', '$text')), '|')" | sed 's/\xe2\x80\x8c/_/g');"
done
echo "$seen"
[ "$seen" = "روم|می|۱۲|۵;می_روم|۱۲٫۵;" ]
