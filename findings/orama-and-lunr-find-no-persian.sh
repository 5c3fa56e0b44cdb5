#!/usr/bin/env bash
# what:    @orama/orama 3.1.18 and lunr 2.3.9 (npm), an index with their defaults
# expect:  a word that was added is found by itself, as the documentation shows; in a language without a stemmer, without stemming
# happens: no Persian word is ever found: both drop every letter that is not Latin while indexing, and neither warns; MiniSearch 7, the same
#          kind of library, finds them
# matters: the search box of a Persian site (documentation sites use both) answers "nothing found" to everything
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent @orama/orama@3.1.18 lunr@2.3.9 minisearch@7.2.0 >/dev/null
seen=$(node --input-type=module -e '
import {create, insert, search} from "@orama/orama"; import lunr from "lunr"; import MiniSearch from "minisearch"
const text = "باران در تهران rain"
const orama = create({schema: {text: "string"}}); insert(orama, {text})
const index = lunr(function () { this.ref("id"); this.field("text"); this.add({id: 1, text}) })
const mini = new MiniSearch({fields: ["text"]}); mini.add({id: 1, text})
for (const word of ["rain", "باران", "تهران"])
  console.log(word, (await search(orama, {term: word})).count, index.search(word).length, mini.search(word).length)')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "rain 1 1 1
باران 0 0 1
تهران 0 0 1" ]
