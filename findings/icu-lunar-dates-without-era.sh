#!/usr/bin/env bash
# what:    ICU (Node's Intl), locales da and lo, calendar islamic-umalqura
# expect:  dates of another calendar carry an era, so that a reader can tell the calendar (so it is in nearly all locales)
# happens: short dates have none: 11 January 1977 is «21.1.1397» and «1397-01-21», which cannot be told from Solar Hijri dates of 2018
# matters: lunar years 1300-1405 (1883-1985) and solar ones look the same; nothing in the text helps, so know your source
set -euo pipefail
seen=$(node -e '
const write = (locale, calendar) => new Intl.DateTimeFormat(locale + "-u-ca-" + calendar, {dateStyle: "short", timeZone: "UTC"}).format(new Date("1977-01-11T12:00Z"))
console.log([write("da", "islamic-umalqura"), write("lo", "islamic-umalqura"), write("sv", "islamic-umalqura")].join(" | "))')
node -p '"node " + process.version + ", ICU " + process.versions.icu + ", CLDR " + process.versions.cldr'
echo "$seen"
case $seen in "21.1.1397 | 1397-01-21 | "*AH*) ;; *) exit 1 ;; esac
