#!/usr/bin/env bash
# what:    ICU (Node's Intl), locale so (Somali), calendar persian
# expect:  the months of the Persian calendar have names of their own, as in every other locale (CLDR falls back to «Mehr»)
# happens: they have the Somali names of the Gregorian months: 8 Mehr 1397 (30 September 2018) is «Luuliyo 8, 1397 AP», the 8th of July
# matters: the name of a month says nothing about the calendar there; textnorm knows no such names and gives no day
set -euo pipefail
seen=$(node -e '
const write = (calendar) => new Intl.DateTimeFormat("so-u-ca-" + calendar, {dateStyle: "long", timeZone: "UTC"}).format(new Date("2018-09-30T12:00Z"))
console.log([write("persian"), write("gregory")].join(" | "))')
node -p '"node " + process.version + ", ICU " + process.versions.icu + ", CLDR " + process.versions.cldr'
echo "$seen"
[ "${seen%% | *}" = "Luuliyo 8, 1397 AP" ]
