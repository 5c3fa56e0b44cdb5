#!/usr/bin/env bash
# what:    @persian-tools/persian-tools 4.0.4 (npm), isPersian()
# expect:  true for a word of Persian letters and marks: the documentation says that it checks whether a text is Persian
# happens: «خانهٔ» and «نتیجۀ» (the ezafe of words in ه) and «امّا» are no Persian, while digits alone and «سلام؟» are
# matters: as a filter it throws away the better-edited half of a corpus; judge by what stands in a text, not by a list of letters
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent @persian-tools/persian-tools@4.0.4 >/dev/null
seen=$(node --input-type=module -e '
import {isPersian} from "@persian-tools/persian-tools"
console.log(["خانه", "خانهٔ", "نتیجۀ", "امّا", "سلام؟", "۱۲۳"].map(text => isPersian(text)).join(" "))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "true false false false true true" ]
