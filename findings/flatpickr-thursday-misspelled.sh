#!/usr/bin/env bash
# what:    flatpickr 4.6.13 (npm), its Persian language (l10n/fa)
# expect:  the names of the days: Thursday is «پنج‌شنبه»
# happens: it is «پنچ‌شنبه», with چ for ج, in what the calendar shows and in dates written with `l`; no other library knows that day
# matters: sites that use it show and store such dates; read as the word «شنبه» behind a word it is Saturday, another day than the date;
#          textnorm's find_dates takes it for Thursday
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent flatpickr@4.6.13 >/dev/null
cat > a.js <<'J'
const { Persian } = require("flatpickr/dist/l10n/fa.js").default.fa ? { Persian: require("flatpickr/dist/l10n/fa.js").default.fa } : require("flatpickr/dist/l10n/fa.js")
const unicode = day => new Intl.DateTimeFormat("fa", { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, 7 + day)))
const bare = text => text.replace(/\u200c/g, "")
for (let day = 0; day < 7; day++) if (bare(unicode(day)) !== bare(Persian.weekdays.longhand[day])) console.log(unicode(day), Persian.weekdays.longhand[day])
J
seen=$(node a.js)
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "پنجشنبه پنچ‌شنبه" ]
