#!/usr/bin/env bash
# what:    jalaliday 3.1.1 with dayjs 1.11.23 (npm), isValid() of a Solar Hijri string
# expect:  a day that the calendar does not have is not valid, as dayjs says of Gregorian strings in its strict mode
# happens: 30 Esfand of a common year and month 13 are "valid" and roll over: 1398/12/30 is 1399/01/01, 1397/13/01 is 1398/01/02
#          (not even the first of a month), and there is no strict mode for Solar Hijri strings
# matters: a misread date becomes another, right-looking day; textnorm gives no day and says that Esfand 1398 has 29
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent dayjs@1.11.23 jalaliday@3.1.1 >/dev/null
seen=$(TZ=UTC node --input-type=module -e '
import dayjs from "dayjs"; import jalaliday from "jalaliday"
dayjs.extend(jalaliday)
for (const text of ["1399/12/30", "1398/12/30", "1397/13/01"]) {
  const day = dayjs(text, {jalali: true})
  console.log(text, day.isValid(), day.calendar("jalali").format("YYYY/MM/DD"))
}')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "1399/12/30 true 1399/12/30
1398/12/30 true 1399/01/01
1397/13/01 true 1398/01/02" ]
