#!/usr/bin/env bash
# what:    date-fns 4.4.0 (npm), locale fa-IR
# expect:  what format writes, parse reads with the same pattern and locale
# happens: July, September and October have short names that end in a tatweel («جولـ»، «سپتـ»، «اکتـ»): parse reads none of
#          them; the tatweel joins the letter to the year when the blank is lost, and is dropped by whoever cleans the text
# matters: such a month is no word and no abbreviation that a reader of dates knows; textnorm takes the tatweel out («9 سپت 2024»)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent date-fns@4.4.0 >/dev/null
seen=$(node -e '
const { format, parse } = require("date-fns")
const { faIR } = require("date-fns/locale")
for (let month = 0; month < 12; month++) {
  const written = format(new Date(2024, month, 9), "d MMM yyyy", { locale: faIR })
  if (isNaN(parse(written, "d MMM yyyy", new Date(2000, 0, 1), { locale: faIR }))) console.log(written)
}')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "9 جولـ 2024
9 سپتـ 2024
9 اکتـ 2024" ]
