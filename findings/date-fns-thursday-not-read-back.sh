#!/usr/bin/env bash
# what:    date-fns 4.4.0 (npm), its Persian locale (faIR), format and parse with one and the same pattern
# expect:  parse reads what format has written, as the English locale does for all days of the week and all months
# happens: every Thursday is lost (format writes «پنجشنبه», which parse does not know), and so are the short months of July, September
#          and October, which are written with a kashida at their end («جولـ», «سپتـ», «اکتـ»); the other days and months come back
# matters: one day in seven and three months of twelve of a log or a form that was written with this library; read days and months from
#          the text with a tool that knows all spellings
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent date-fns@4.4.0 >/dev/null
seen=$(TZ=UTC node -e '
const { format, parse, isValid } = require("date-fns"), { faIR, enUS } = require("date-fns/locale")
const lost = (locale, pattern, days) => days.map(day => format(day, pattern, { locale })).filter((text, k) => !isValid(parse(text, pattern, days[k], { locale })))
const week = [7, 8, 9, 10, 11, 12, 13].map(day => new Date(2024, 0, day)), year = [...Array(12).keys()].map(month => new Date(2024, month, 12))
for (const locale of [enUS, faIR]) console.log(locale.code, "|", lost(locale, "EEEE", week).join(" "), "|", lost(locale, "d MMM yyyy", year).join(", "))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "en-US |  | 
fa-IR | پنجشنبه | 12 جولـ 2024, 12 سپتـ 2024, 12 اکتـ 2024" ]
