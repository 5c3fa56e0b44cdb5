#!/usr/bin/env bash
# what:    jalali-plugin-dayjs 1.1.4 with dayjs 1.11.23 (npm): startOf and endOf in the Solar Hijri calendar, in UTC
# expect:  as in dayjs: the start of a month is its first midnight, the end the last millisecond of its last day
# happens: months, years and weeks begin at 01:00:00 and end at 01:59:59.999 of their last day, so that the last 22 hours belong to no
#          month; days are right (00:00:00 to 23:59:59)
# matters: a list "posts of this month" made with both ends loses nearly the whole last day; textnorm converts days, and says where a
#          time has no zone
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent dayjs@1.11.23 jalali-plugin-dayjs@1.1.4 >/dev/null
seen=$(TZ=UTC node -e '
const dayjs = require("dayjs"), plugin = require("jalali-plugin-dayjs")
dayjs.extend(plugin.default || plugin)
const noon = dayjs("2025-08-10T12:00:00").calendar("jalali")
for (const unit of ["month", "year", "week", "day"])
  console.log(unit, noon.startOf(unit).format("YYYY/MM/DD HH:mm:ss"), noon.endOf(unit).format("YYYY/MM/DD HH:mm:ss"))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "month 1404/05/01 01:00:00 1404/05/31 01:59:59
year 1404/01/01 01:00:00 1404/12/29 01:59:59
week 1404/05/18 01:00:00 1404/05/24 01:59:59
day 1404/05/19 00:00:00 1404/05/19 23:59:59" ]
