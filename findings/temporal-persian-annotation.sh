#!/usr/bin/env bash
# what:    @js-temporal/polyfill 0.5.1 (npm): Temporal.PlainDate.from("1397-07-08[u-ca=persian]")
# expect:  a date that says it is Persian is 8 Mehr 1397 (30 September 2018)
# happens: the date before the bracket is always Gregorian (RFC 9557): it is 18 Tir 776, in the year 1397 of our era
# matters: who writes Solar Hijri numbers into that form says another day; textnorm finds no date in it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent @js-temporal/polyfill@0.5.1 >/dev/null
seen=$(node -e '
const {Temporal} = require("@js-temporal/polyfill")
const read = Temporal.PlainDate.from("1397-07-08[u-ca=persian]")
const meant = Temporal.PlainDate.from({year: 1397, month: 7, day: 8, calendar: "persian"})
console.log(read.year, read.month, read.day, meant.toString())')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "776 4 18 2018-09-30[u-ca=persian]" ]
