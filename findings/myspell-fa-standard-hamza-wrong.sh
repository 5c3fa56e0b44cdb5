#!/usr/bin/env bash
# what:    the Persian dictionary of Debian (myspell-fa, version printed) with hunspell (Debian, version printed)
# expect:  the spellings of the Academy's orthography (دستور خط فارسی, on hamza: مسئول, رئیس, هیئت, تأثیر) are right
# happens: all four are wrong, and the suggestions are a rarer spelling (مسوول، رییس), another word (هیبت) and, for «تأثیر», one whose
#          last choice has a half-space in the middle of the word; «مسؤول», the older spelling, is right
# matters: a lexicon of words that a spell checker calls right is none of Persian orthography; textnorm's comes from treebanks,
#          and hamza stays as it was written
set -euo pipefail
command -v hunspell >/dev/null || { echo "needs hunspell (Debian: apt-get install hunspell)"; exit 1; }
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download myspell-fa >/dev/null 2>&1
ls myspell-fa_*.deb; hunspell --version | sed -n 1p
dpkg -x myspell-fa_*.deb .
export LC_ALL=C.UTF-8
seen=$(printf '%s\n' مسئول رئیس هیئت تأثیر مسؤول | hunspell -d "$folder/usr/share/hunspell/fa_IR" -i utf-8 -a | sed '1d;/^$/d')
echo "$seen"
[ "$seen" = "& مسئول 1 0: مسوول
& رئیس 1 0: رییس
& هیئت 1 0: هیبت
& تأثیر 4 0: تأثری, تأثر, تأثیرات, تأ$(printf '\342\200\214')ثیر
*" ]
