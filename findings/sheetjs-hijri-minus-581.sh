#!/usr/bin/env bash
# what:    SheetJS (xlsx) 0.18.5 (npm), number formats that begin with B2, Excel's sign for the lunar Hijri calendar
# expect:  the day that Excel shows: 15 March 2023 is 23 Sha'ban 1444
# happens: 581 is taken from the Gregorian year and month and day stay: "1442/03/15", a day two years off that looks like any other
# matters: the formatted text of a cell (`w`, sheet_to_csv) is what exports of Iranian and Arab offices hold; read the serial number instead
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent xlsx@0.18.5 >/dev/null
seen=$(node -e '
const { utils, SSF } = require("xlsx")
const sheet = { "!ref": "A1:A2", A1: { t: "n", v: 45000, z: "yyyy/mm/dd" }, A2: { t: "n", v: 45000, z: "B2yyyy/mm/dd" } }
console.log(utils.sheet_to_csv(sheet))')
npm ls --depth 0 | tail -n +2
node -e 'console.log("Unicode says", new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", { timeZone: "UTC" }).format(new Date(Date.UTC(2023, 2, 15))))'
echo "$seen"
[ "$seen" = "2023/03/15
1442/03/15" ]
