#!/usr/bin/env bash
# what:    ICU (Node's Intl), locale fa, calendar persian
# expect:  asking for an era adds the era; the order of the numbers stays that of the locale, year/month/day (CLDR, fa, availableFormats)
# happens: with `era` the same date is written month/day/year: «۱۳۹۷/۷/۸» becomes «۷/۸/۱۳۹۷ ه‍.ش.», which hands write for 7 Aban
# matters: the era, which makes the calendar certain, turns the day: such numbers say no day for certain, and textnorm gives none
set -euo pipefail
seen=$(node -e '
const at = new Date("2018-09-30T12:00Z"), numbers = {year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC"}
const write = (more) => new Intl.DateTimeFormat("fa-u-ca-persian", {...numbers, ...more}).format(at)
console.log([write({}), write({era: "short"}).replace(/\u200d/g, ""), write({weekday: "short"})].join(" | "))')
node -p '"node " + process.version + ", ICU " + process.versions.icu + ", CLDR " + process.versions.cldr'
echo "$seen"
[ "$seen" = "۱۳۹۷/۷/۸ | ۷/۸/۱۳۹۷ ه.ش. | یکشنبه ۱۳۹۷/۷/۸" ]
