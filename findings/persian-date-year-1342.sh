#!/usr/bin/env bash
# what:    persian-date 1.1.0 (npm), whose default calendar is called "astronomical"
# expect:  1 Farvardin 1342 is 21 March 1963 (official list; jalaali-js and ICU agree): 15 Khordad 1342 is 5 June 1963
# happens: it makes 1341 a leap year and every day of 1342 a day late: 15 Khordad 1342 is 1963-06-06; so it does with 1309, 1276 and 1474
# matters: dates of history are converted wrongly; textnorm's days are the official list's
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent persian-date@1.1.0 jalaali-js@2.0.1 >/dev/null
seen=$(TZ=UTC node -e '
const PersianDate = require("persian-date"), jalaali = require("jalaali-js")
const g = jalaali.toGregorian(1342, 3, 15)
console.log(new PersianDate([1342, 3, 15]).toDate().toISOString().slice(0, 10), [g.gy, g.gm, g.gd].join("-"), new PersianDate([1341, 1, 1]).isLeapYear())')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "1963-06-06 1963-6-5 true" ]
