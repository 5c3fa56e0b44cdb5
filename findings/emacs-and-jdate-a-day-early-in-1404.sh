#!/usr/bin/env bash
# what:    the Persian calendar of GNU Emacs 28.2 (cal-persia) and jdate of jcal 0.4.1 (libjalali), both as Debian 12 has them
# expect:  New Year's Day 1404 on 21 March 2025, as every calendar printed in Iran had it: 1403 was a leap year
# happens: both reckon by the cycle of 2,820 years, to which 1403 is none and 1404 is one: they say 1404/01/01 on 20 March 2025, and
#          every day of that year is one too early; jdate also takes 1403/12/30 and gives it the same Gregorian day as 1404/01/01
# matters: logs, diaries and file names of 2025/26 that were stamped by them are one day off, and right again from Farvardin 1405 on;
#          textnorm has the official years
set -euo pipefail
command -v emacs >/dev/null && command -v jdate >/dev/null \
  || apt-get install -y -qq --no-install-recommends emacs-nox jcal >/dev/null 2>&1
emacs --version | head -n 1
jdate --version | head -n 1
new_year() {
  emacs --batch --eval "(progn (require 'calendar) (require 'cal-persia)
    (princ (format \"Emacs $1: %s\" (calendar-date-string (calendar-gregorian-from-absolute
      (calendar-persian-to-absolute '(1 1 $1)))))))" 2>/dev/null
  echo
}
seen=$(for year in 1403 1404 1405; do new_year "$year"; done
  for day in 1403/12/30 1404/01/01 1405/01/01; do echo "jdate $day: $(TZ=UTC jdate -g "$day")"; done)
echo "$seen"
[ "$seen" = "Emacs 1403: Wednesday, March 20, 2024
Emacs 1404: Thursday, March 20, 2025
Emacs 1405: Saturday, March 21, 2026
jdate 1403/12/30: Thu Mar 20 00:00:00 UTC 2025
jdate 1404/01/01: Thu Mar 20 00:00:00 UTC 2025
jdate 1405/01/01: Sat Mar 21 00:00:00 UTC 2026" ]
