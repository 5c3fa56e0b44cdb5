#!/usr/bin/env bash
# what:    pg_trgm of PostgreSQL 15 (Debian postgresql-15, version printed), in a database in UTF-8 with the locale C
# expect:  trigrams of the word's letters; the documentation says that characters which are not alphanumeric are ignored
# happens: no Persian letter is alphanumeric there, so that there is no trigram at all and equal words have the similarity 0;
#          in a database with the locale C.UTF-8 they have 1
# matters: a search for similar Persian words finds nothing, without an error; the full-text parser of the same server takes
#          the same letters for letters
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
ask postgres 'SHOW server_version'
for database in postgres c; do
  ask "$database" 'CREATE EXTENSION pg_trgm' >/dev/null
  seen="${seen:-}$(ask "$database" "SELECT similarity('باران', 'باران'), cardinality(show_trgm('باران'))");"
done
echo "$seen"
[ "$seen" = "1|6;0|0;" ]
