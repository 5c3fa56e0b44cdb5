#!/usr/bin/env bash
# what:    virastar 0.22.1 (npm), cleanup() with its defaults, which keep Markdown's bold and lists
# expect:  `code` between backticks stays, and so does the line of dashes below the head of a table
# happens: backticks are read as quotation marks: the code stands in «guillemets» with a Persian semicolon, and is changed again by a
#          second call; |---|---| gets em dashes and is no table any more
# matters: documentation is what an editor's tool is used for; textnorm leaves code and the rows of tables alone, and twice is once
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent virastar@0.22.1 >/dev/null
cat > a.mjs <<'J'
import Virastar from 'virastar';
const virastar = new Virastar();
const once = virastar.cleanup('`let x = "باد";` را بنویس');
console.log(once);
console.log(virastar.cleanup(once));
console.log(virastar.cleanup('| باد | باران |\n|---|---|\n| ۱ | ۲ |'));
J
seen=$(node a.mjs)
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = '«let x = "باد"؛» را بنویس
«let x = «باد»؛ » را بنویس
| باد | باران |
|—|—|
| ۱ | ۲ |' ]
