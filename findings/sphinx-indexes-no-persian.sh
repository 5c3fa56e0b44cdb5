#!/usr/bin/env bash
# what:    Sphinx 2.2.11 (Debian sphinxsearch), an index in UTF-8 with the default charset_table
# expect:  Persian words are words; since 2.2 every index is in UTF-8
# happens: the default table knows Latin and Cyrillic letters only: all Persian words are left out, without a warning, and the index has one word, 12
# matters: the index is made, is empty, and every query finds nothing; name the Persian letters in charset_table
set -euo pipefail
command -v indexer >/dev/null || { echo "needs Sphinx (Debian: apt-get install sphinxsearch)"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '1\tباران و باد\n2\tسال ۱۴۰۲ و 12\n' > a.tsv
cat > a.conf <<CONF
source s {
  type = tsvpipe
  tsvpipe_command = cat $folder/a.tsv
  tsvpipe_field = x
}
index i {
  source = s
  path = $folder/i
  dict = keywords
}
CONF
indexer --config a.conf --all | sed -n 1p
seen=$(indextool --config a.conf --dumpdict i | sed -n '/^keyword,/,$p' | tail -n +2 | cut -d, -f1,2)
echo "$seen"
[ "$seen" = "12,1" ]
