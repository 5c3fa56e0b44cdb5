#!/usr/bin/env bash
# what:    date-fns-jalali 4.4.0-0 (npm), locale enUS
# expect:  the era of a Solar Hijri year is a Hijri one (AP, SH); the Persian locale of the same package says «بعد از هجرت»
# happens: the tokens G and GGGG write AD and "Anno Domini": 8 Mehr 1397 is "8 Mehr 1397 AD", a year in the Middle Ages
# matters: the era that is there to tell calendars apart tells the wrong one; textnorm refuses a month of Iran beside AD
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent date-fns-jalali@4.4.0-0 >/dev/null
seen=$(TZ=UTC node -e '
const {format} = require("date-fns-jalali"), {enUS, faIR} = require("date-fns-jalali/locale")
const at = new Date(2018, 8, 30)
console.log(format(at, "d MMMM yyyy G, GGGG", {locale: enUS}), "|", format(at, "GGGG", {locale: faIR}))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "8 Mehr 1397 AD, Anno Domini | بعد از هجرت" ]
