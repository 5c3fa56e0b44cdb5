#!/usr/bin/env bash
# what:    autolinker 4.1.5 and twitter-text 3.1.0 (npm), addresses and hashtags in Persian text
# expect:  the address and the tag as a browser and the network take them: the half-space is a letter of both (#می‌روم is one tag)
# happens: autolinker ends the address «https://example.ir/کتاب‌ها» and the tag at the half-space («…/کتاب», «#می»); twitter-text has the tag whole
#          and ends the address before its first Persian letter
# matters: the links lead to other pages, without an error; textnorm takes both whole
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent autolinker@4.1.5 twitter-text@3.1.0 >/dev/null
seen=$(node -e '
const autolinker = require("autolinker"), twitter = require("twitter-text")
const text = "به https://example.ir/کتاب\u200cها برو #می\u200cروم"
const shown = list => list.join(" | ").replaceAll("\u200c", "_")
const found = (autolinker.default || autolinker).parse(text, {hashtag: "twitter"})
console.log(shown(found.map(match => match.getMatchedText())))
console.log(shown([...twitter.extractUrls(text), ...twitter.extractHashtags(text)]))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "https://example.ir/کتاب | #می
https://example.ir/ | می_روم" ]
