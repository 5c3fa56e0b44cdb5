#!/usr/bin/env bash
# what:    MariaDB 10.11 (Debian mariadb-server, version printed), collations utf8mb4_persian_ci and utf8mb4_unicode_ci
# expect:  the collation for Persian equates at least what the general one does, and the Arabic and Persian ی and ک
# happens: neither equates the letters of the two keyboards; both equate digits and leave half-spaces out; but «خانهٔ» and «خانه» are equal in the
#          general collation and differ in the Persian one
# matters: WHERE name = 'علی' misses what was typed «علي»; with the Persian collation an ezafe makes another word. Store
#          `search_keys` and compare those
set -euo pipefail
command -v mariadbd >/dev/null || { echo "needs MariaDB (Debian: apt-get install mariadb-server)"; exit 1; }
folder=$(mktemp -d); cd "$folder"
user=$(id -un); if [ "$user" = root ]; then user=mysql; chown mysql "$folder"; fi
mariadb-install-db --no-defaults --user="$user" --datadir="$folder/data" --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
mariadbd --no-defaults --user="$user" --datadir="$folder/data" --socket="$folder/socket" --skip-networking >log 2>&1 &
server=$!
trap 'kill "$server"; wait "$server" 2>/dev/null; rm -rf "$folder"' EXIT
ask() { mariadb --no-defaults -u root -S "$folder/socket" --default-character-set=utf8mb4 -N -e "$1"; }
for _ in $(seq 100); do ask 'SELECT 1' >/dev/null 2>&1 && break; sleep .3; done
ask 'SELECT version()'
zwnj=$(printf '\xe2\x80\x8c')
for collation in utf8mb4_unicode_ci utf8mb4_persian_ci; do
  seen="${seen:-}$(ask "SET NAMES utf8mb4 COLLATE $collation; SELECT 'علي'='علی', 'كتاب'='کتاب', '۱۲'='12', 'می${zwnj}روم'='میروم', 'خانهٔ'='خانه'" | tr '\t' ' ');"
done
echo "$seen"
[ "$seen" = "0 0 1 1 1;0 0 1 1 0;" ]
