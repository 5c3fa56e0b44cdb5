#!/usr/bin/env bash
# what:    lodash 4.18.1 (npm): words, kebabCase and what is made of them
# expect:  marks of punctuation part words and belong to none, in Persian as in English; a half-space stands within a word
# happens: the other way round: U+200C lies in its range of general punctuation and cuts «می‌رود» in two; ، ؛ ؟ do not, and end up in
#          the words, and in the identifiers and addresses that kebabCase makes
# matters: anchors and keys made by it hold marks; textnorm's slugify drops them
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent lodash@4.18.1 >/dev/null
seen=$(node -e '
const _ = require("lodash")
console.log(JSON.stringify(_.words("wind, rain; snow?")), JSON.stringify(_.words("باد، باران؛ برف؟")))
console.log(JSON.stringify(_.words("می\u200cرود")), _.kebabCase("باد، باران"))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = '["wind","rain","snow"] ["باد،","باران؛","برف؟"]
["می","رود"] باد،-باران' ]
