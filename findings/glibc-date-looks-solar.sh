#!/usr/bin/env bash
# what:    the locale fa_IR of the GNU C library (seen with 2.36), `date` and every program that asks strftime for %x and %c
# expect:  either a Solar Hijri date, or one that shows it is none: four digits of the year, as the locales around it have
# happens: the day is Gregorian, in Persian digits, and its year has two: 19 March 2024 is «۲۴/۰۳/۱۹», which reads as a Solar day,
#          and «۱۹ مارس ۲۴» in %c, between two controls of direction that nobody sees (U+202B, U+202C)
# matters: the century is lost for good; a two-digit year in Persian digits does not tell its calendar, so textnorm gives such a date
#          no Gregorian day unless the page or an option says more
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
getconf GNU_LIBC_VERSION
localedef -f UTF-8 -i fa_IR "$folder/fa_IR.UTF-8" >/dev/null 2>&1 || [ -d "$folder/fa_IR.UTF-8" ]
export LOCPATH="$folder"
seen=$(LC_ALL=fa_IR.UTF-8 date -d '2024-03-19 20:00' '+%x
%c
%A %d %B %Y' | sed 's/\xe2\x80\xab/<RLE>/; s/\xe2\x80\xac/<PDF>/')
echo "$seen"
[ "$seen" = "۲۴/۰۳/۱۹
<RLE>سه‌شنبه ۱۹ مارس ۲۴، ۲۰:۰۰:۰۰<PDF>
سه‌شنبه 19 مارس 2024" ]
