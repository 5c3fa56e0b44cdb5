#!/usr/bin/env bash
# what:    @persian-tools/persian-tools 4.0.4 (npm), wordsToNumber()
# expect:  the number that the words name, or an error (numberToWords() of the same package writes such words)
# happens: words are added up: «هزار میلیارد», the usual unit of Iranian budgets, is 1,000,001,000 and not 10 to the power 12;
#          «دو ممیز پنج» (2.5) is 7; words that are not known are passed over, so «صدوبیست» is 0
# matters: sums of money taken from news texts come out wrong by a factor of a thousand, without an error
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent @persian-tools/persian-tools@4.0.4 >/dev/null
seen=$(node --input-type=module -e '
import {wordsToNumber} from "@persian-tools/persian-tools"
console.log(["هزار میلیارد", "دو ممیز پنج", "صدوبیست", "سه هزار و دویست"].map(text => wordsToNumber(text)).join(" "))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "1000001000 7 0 3200" ]
