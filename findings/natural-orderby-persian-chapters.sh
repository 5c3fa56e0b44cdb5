#!/usr/bin/env bash
# what:    natural-orderby 5.0.0 (npm), which sorts "chapter 2" before "chapter 10"
# expect:  «فصل ۲» before «فصل ۱۰», as ICU's numeric collation has it
# happens: only 0-9 are numbers to it: ۱، ۱۰، ۲; and chapters that two keyboards numbered are sorted by two rules in one list
# matters: posts, chapters and parts of serials come in the wrong order without a word; compare by Intl.Collator with numeric
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent natural-orderby@5.0.0 >/dev/null
seen=$(node -e '
const { orderBy } = require("natural-orderby")
const chapters = ["فصل ۱۰", "فصل ۲", "فصل ۱"]
console.log(orderBy(["فصل 10", "فصل 2", "فصل 1"]).join(" < "))
console.log(orderBy(chapters).join(" < "))
console.log([...chapters].sort(new Intl.Collator("fa", { numeric: true }).compare).join(" < "))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "فصل 1 < فصل 2 < فصل 10
فصل ۱ < فصل ۱۰ < فصل ۲
فصل ۱ < فصل ۲ < فصل ۱۰" ]
