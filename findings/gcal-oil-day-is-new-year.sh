#!/usr/bin/env bash
# what:    gcal 4.1 (Debian 12), holidays of Iran (--cc-holidays=IR)
# expect:  holidays of the Solar Hijri calendar on the days that this calendar gives them: 22 Bahman, and 29 Esfand, which ends most years
# happens: only New Year's Day moves; the others are fixed Gregorian days. In every year like 2024 the day before the New Year falls on
#          the New Year itself, and 22 Bahman 1403 is 11 February 2025, a day late; 29 Esfand 1403 was 19 March
# matters: holidays are features of models and of date checks; take them from the solar day
set -euo pipefail
command -v gcal >/dev/null || apt-get install -y -qq --no-install-recommends gcal >/dev/null 2>&1
gcal --version | head -n 1
seen=$(for year in 2024 2025; do
  LC_ALL=C gcal -n --cc-holidays=IR "$year" | tr -c '[:alnum:]\n' ' ' | tr -s ' ' | sed -nE 's/^(Revolution|Oil|Noruz).* ((Feb|Mar) [0-9]+[a-z]+ 20[0-9]+).*/\1: \2/p'
done | sort)
echo "$seen"
[ "$seen" = "Noruz: Mar 20th 2024
Noruz: Mar 21st 2025
Oil: Mar 20th 2024
Oil: Mar 20th 2025
Revolution: Feb 11th 2024
Revolution: Feb 11th 2025" ]
