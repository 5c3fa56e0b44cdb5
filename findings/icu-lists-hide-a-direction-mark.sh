#!/usr/bin/env bash
# what:    Intl.ListFormat of Node.js 20 to 24 with ICU (seen with ICU 78.2, CLDR 48)
# expect:  a Persian list is what people write, «باد، باران، برف و ابر»; at most it has one comma more
# happens: behind every comma but the last stands U+200F, which nobody sees; the last one has none: the same comma of the same list
#          is two strings
# matters: lists that a page wrote so are not found by a search for «باد، باران», nor parted by split('، '); textnorm drops the mark
set -euo pipefail
node --version
seen=$(node -e '
const list = new Intl.ListFormat("fa").format(["باد", "باران", "برف", "ابر"])
console.log(list.replace(/\u200f/g, "<RLM>"))
console.log(list.includes("باد، باران"), list.split("، ").length)
console.log(new Intl.ListFormat("ar").format(["باد", "باران", "برف"]).includes("\u200f"))')
echo "$seen"
[ "$seen" = "باد،<RLM> باران،<RLM> برف، و ابر
false 2
false" ]
