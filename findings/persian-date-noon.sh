#!/usr/bin/env bash
# what:    persian-date 1.1.0 (npm), its default format and LLLL
# expect:  a clock of 24 hours has no half of the day, as in moment.js, whose tokens the package documents
# happens: it writes both: a quarter past six in the evening is "18:15:00 PM" and «۱۸:۱۵:۰۰ ب ظ»
# matters: adding twelve hours at «ب ظ» gives 30 o'clock; textnorm adds them below twelve only
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent persian-date@1.1.0 >/dev/null
seen=$(TZ=UTC node -e '
const PersianDate = require("persian-date"), day = new PersianDate(new Date(Date.UTC(2018, 8, 30, 18, 15)))
PersianDate.toLocale("fa"); const fa = day.format()
PersianDate.toLocale("en"); console.log(new PersianDate(new Date(Date.UTC(2018, 8, 30, 18, 15))).format(), "|", fa)')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "1397-07-08 18:15:00 PM | ۱۳۹۷-۰۷-۰۸ ۱۸:۱۵:۰۰ ب ظ" ]
