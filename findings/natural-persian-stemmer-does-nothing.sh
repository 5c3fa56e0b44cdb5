#!/usr/bin/env bash
# what:    natural 8.1.1 (npm), AggressiveTokenizerFa and PorterStemmerFa
# expect:  words without their punctuation, and stems, as the other languages of the package give them
# happens: the Persian comma stays on its word («ما،»), and the stemmer returns every word as it is, plural and endings with it
# matters: «ما،» and «ما» are two words of the index, «کتاب‌ها» never meets «کتاب», and nothing says so
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent natural@8.1.1 >/dev/null 2>&1
seen=$(node -e '
const natural = require("natural")
console.log(new natural.AggressiveTokenizerFa().tokenize("خانه ما، کتاب ما").join(" | "))
console.log(["کتاب\u200cها", "کتابها", "می\u200cروم"].map(word => natural.PorterStemmerFa.stem(word) === word).join(" "), natural.PorterStemmer.stem("books"))' 2>/dev/null | grep -v injected)
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "خانه | ما، | کتاب | ما
true true true book" ]
