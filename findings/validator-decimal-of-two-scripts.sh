#!/usr/bin/env bash
# what:    validator 13.15.35 (npm), isDecimal and isAlpha with the locale fa-IR
# expect:  isDecimal takes a decimal number as Persian writes it, ۱۲٫۵ (CLDR, fa), and isAlpha takes Persian words
# happens: isDecimal refuses ۱۲٫۵ and 12.5 and takes 12٫5, Latin digits around the Persian separator, which nobody types; isAlpha refuses
#          «می‌روم» for its half-space and «خانهٔ» for its hamza
# matters: forms that validate by it refuse right spelling, and what they let through is a number of two scripts
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent validator@13.15.35 >/dev/null
seen=$(node -e '
const { isAlpha, isDecimal } = require("validator")
for (const number of ["۱۲٫۵", "12.5", "12٫5"]) console.log(number, isDecimal(number, { locale: "fa-IR" }))
for (const word of ["کتاب", "می\u200cروم", "خانهٔ"]) console.log(word, isAlpha(word, "fa-IR"))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "$(printf '%s\n' '۱۲٫۵ false' '12.5 false' '12٫5 true' 'کتاب true' $'می\u200cروم false' 'خانهٔ false')" ]
