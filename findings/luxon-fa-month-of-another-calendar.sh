#!/usr/bin/env bash
# what:    luxon 3.7.2 (npm), toFormat() and fromFormat() in the locale fa
# expect:  day, month and year of one calendar (the documentation of "Intl" says that tokens use the Gregorian one unless an output calendar is set)
# happens: day and year are Gregorian and the name of the month is the Solar Hijri one: 30 September 2018 is «۳۰ مهر ۲۰۱۸»,
#          a day of no calendar; fromFormat() takes «8 مهر 1397» for 8 October of the year 1397
# matters: such strings stand on Persian pages; textnorm reads a month of Iran beside a Gregorian year as no date
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent luxon@3.7.2 >/dev/null
seen=$(node -e '
const {DateTime} = require("luxon")
const day = DateTime.fromISO("2018-09-30", {zone: "UTC"}).setLocale("fa")
console.log(day.toFormat("d LLLL yyyy"), "|", day.toLocaleString(DateTime.DATE_FULL), "|",
  DateTime.fromFormat("8 مهر 1397", "d LLLL yyyy", {locale: "fa", zone: "UTC"}).toISODate())')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "۳۰ مهر ۲۰۱۸ | ۸ مهر ۱۳۹۷ | 1397-10-08" ]
