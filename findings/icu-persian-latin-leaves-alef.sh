#!/usr/bin/env bash
# what:    ICU 72.1 (Debian's icu-devtools, uconv -x), transforms Persian-Latin/BGN and "Any-Latin; Latin-ASCII"
# expect:  Latin letters for all of a Persian text; ASCII after Latin-ASCII
# happens: Persian-Latin/BGN leaves every alef that has no vowel mark («ktاb», «bاrاn»), the hamza of an ezafe and the half-space;
#          Any-Latin; Latin-ASCII leaves the half-space too, and puts a combining macron below (U+0331) behind the decimal sign: «12,̱5»
# matters: slugs and file names made with it are not ASCII; textnorm's to_ascii(text, persian="romanise") gives ASCII alone
set -euo pipefail
command -v uconv >/dev/null || { echo "needs Debian's package icu-devtools"; exit 1; }
uconv --version
seen=$(for transform in "Persian-Latin/BGN" "Any-Latin; Latin-ASCII"; do
  for text in کتاب باران 'خانهٔ ما' $'می\u200cرود' '۱۲٫۵'; do
    printf '%s\t' "$text"; printf %s "$text" | uconv -f utf-8 -t utf-8 -x "$transform" | python3 -c 'import sys; print(ascii(sys.stdin.read()))'
  done
done)
echo "$seen"
[ "$(echo "$seen" | cut -f2 | tr '\n' ' ')" = "'kt\\u0627b' 'b\\u0627r\\u0627n' 'kh\\u0627nh\\u0654 m\\u0627' 'my\\u200crvd' '12,5' 'ktab' 'baran' 'khanh ma' 'my\\u200crwd' '12,\\u03315' " ]
