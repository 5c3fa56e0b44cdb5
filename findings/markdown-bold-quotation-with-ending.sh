#!/usr/bin/env bash
# what:    turndown 7.2.5 writes, markdown-it 15.0.3, commonmark 0.31.2 and marked 18.2.1 (npm) read
# expect:  bold text of a page is bold in its Markdown, and again in what is made of it: <b>«باد»</b>‌ها has an ending behind the quotation
# happens: "**«باد»**‌ها" is not bold in any of them, and the asterisks are shown: after a mark of punctuation, «**» closes only before a space or
#          another mark (CommonMark, "right-flanking"), and a half-space is neither
# matters: quotations, brackets and a comma before an ending are common in Persian; asterisks are left in the corpus. Put the ending inside, or use tags
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"; npm install --silent turndown@7.2.5 markdown-it@15.0.3 commonmark@0.31.2 marked@18.2.1 >/dev/null
seen=$(node --input-type=module -e '
import turndown from "turndown"; import markdownIt from "markdown-it"; import {marked} from "marked"; import * as commonmark from "commonmark"
for (const page of ["<b>باد</b>\u200cها", "<b>«باد»</b>\u200cها"]) {
  const text = new turndown().turndown(page)
  const tree = new commonmark.Parser().parse(text)
  console.log([text, markdownIt().render(text), new commonmark.HtmlRenderer().render(tree), marked.parse(text)].map(it => it.trim().replaceAll("\u200c", "_")).join(" "))
}')
npm ls --depth 0 | tail -n +2
echo "$seen"
[ "$seen" = "**باد**_ها <p><strong>باد</strong>_ها</p> <p><strong>باد</strong>_ها</p> <p><strong>باد</strong>_ها</p>
**«باد»**_ها <p>**«باد»**_ها</p> <p>**«باد»**_ها</p> <p>**«باد»**_ها</p>" ]
