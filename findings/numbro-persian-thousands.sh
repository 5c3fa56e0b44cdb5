#!/usr/bin/env bash
# what:    numbro 2.5.0 (npm), its language fa-IR
# expect:  the separators of Unicode for Persian, U+066C for thousands and U+066B for decimals (or at least that these are read)
# happens: it writes thousands with «،», the comma of lists: three amounts in a row are «1،250، 2،500»; and `unformat` does not read
#          U+066C at all
# matters: in such a text a comma without a blank is part of a number; textnorm leaves «،» between digits alone
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent numbro@2.5.0 >/dev/null
seen=$(node -e '
const numbro = require("numbro")
numbro.registerLanguage(require("numbro/dist/languages.min.js")["fa-IR"], true)
console.log([1250, 2500].map(amount => numbro(amount).format({ thousandSeparated: true })).join("، "))
console.log(numbro.unformat("1،250"), numbro.unformat("1\u066c250"))
console.log("Unicode", new Intl.NumberFormat("fa-u-nu-latn").format(1250), new Intl.NumberFormat("fa").format(1250))')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "1،250، 2،500
1250 undefined
Unicode 1,250 ۱٬۲۵۰" ] || [ "$seen" = "1،250، 2،500
1250 null
Unicode 1,250 ۱٬۲۵۰" ]
