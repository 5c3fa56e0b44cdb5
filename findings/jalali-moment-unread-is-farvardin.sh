#!/usr/bin/env bash
# what:    jalali-moment 3.3.11 (npm), parsing with a format; isValid()
# expect:  text that does not fit the format is not valid, as in moment, whose parser the package documents
# happens: what is not read counts as 1 (Farvardin, year 0) and is "valid": «8 مهر 1397» in the locale en is 28 March 2018 (8 Farvardin) and
#          "8 Mehr 1397" in the locale fa is so too; «۱۳۹۷/۰۷/۰۸», in Persian digits, is 21 March of the year 621 in both
# matters: half a year is lost without an error wherever the text is in the other language; textnorm reads both languages and both kinds of digits
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent jalali-moment@3.3.11 >/dev/null
seen=$(TZ=UTC node -e '
const moment = require("jalali-moment")
for (const [text, format] of [["8 Mehr 1397", "jD jMMMM jYYYY"], ["8 مهر 1397", "jD jMMMM jYYYY"], ["۱۳۹۷/۰۷/۰۸", "jYYYY/jMM/jDD"]])
  for (const locale of ["en", "fa"]) {
    const day = moment(text, format, locale)
    console.log(text, locale, day.isValid(), day.locale("en").format("YYYY-MM-DD"))
  }')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "8 Mehr 1397 en true 2018-09-30
8 Mehr 1397 fa true 2018-03-28
8 مهر 1397 en true 2018-03-28
8 مهر 1397 fa true 2018-09-30
۱۳۹۷/۰۷/۰۸ en true 0621-03-21
۱۳۹۷/۰۷/۰۸ fa true 0621-03-21" ]
