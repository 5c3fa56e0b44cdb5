#!/usr/bin/env bash
# what:    date-holidays 3.37.0 (npm), the holidays of Iran in Persian
# expect:  names in Persian letters: «عید سعید قربان»
# happens: 15 of 24 names (most of the religious ones) are written in presentation forms (U+FBxx, U+FExx), as copied from a PDF file, some of them half and
#          half, so a search for «عید» finds none; the other holidays are in letters
# matters: calendars made with it cannot be searched or joined by name; textnorm's ENCODING and STANDARD turn the forms into letters
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent date-holidays@3.37.0 >/dev/null
seen=$(node -e '
const Holidays = require("date-holidays"), names = [...new Set(new Holidays("IR").getHolidays(2024).map(day => day.name))]
const forms = names.filter(name => /[\ufb50-\ufdff\ufe70-\ufeff]/.test(name))
console.log(names.length, forms.length, names.filter(name => name.includes("عید")).length, names.filter(name => name.normalize("NFKC").includes("عید")).length)')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "24 15 0 4" ]
