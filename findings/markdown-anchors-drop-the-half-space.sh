#!/usr/bin/env bash
# what:    github-slugger 2.0.0 (npm), markdown-it 14.1.0 with markdown-it-anchor 9.2.0 (npm), Python-Markdown 3.10 (PyPI, toc with its slugify_unicode)
# expect:  the anchor of a heading keeps its letters and what joins them: «کتاب‌های خوب» is reached by #کتاب‌های-خوب
# happens: two of the three delete the half-space (#کتابهای-خوب) and one keeps it, so that one file has different anchors on
#          different sites, and a link copied from the heading meets nothing where the half-space is deleted
# matters: where a half-space of a heading is put in or taken out, a link to its old anchor breaks on some sites only: «کتاب های»
#          gives #کتاب-های on all; textnorm never changes the targets of links, README says what follows for headings
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q Markdown==3.10 2>/dev/null
npm init -y >/dev/null
npm install --silent --no-audit --no-fund github-slugger@2.0.0 markdown-it@14.1.0 markdown-it-anchor@9.2.0 >/dev/null
cat > a.mjs <<'J'
import GithubSlugger from 'github-slugger'
import MarkdownIt from 'markdown-it'
import anchor from 'markdown-it-anchor'

const heading = 'کتاب\u200cهای خوب'
console.log('github-slugger', JSON.stringify(new GithubSlugger().slug(heading).includes('\u200c')))
const html = MarkdownIt().use(anchor).render('# ' + heading)
console.log('markdown-it-anchor', JSON.stringify(decodeURIComponent(/id="([^"]*)"/.exec(html)[1]).includes('\u200c')))
J
cat > a.py <<'P'
import re

import markdown
from markdown.extensions.toc import slugify_unicode

html = markdown.markdown("# کتاب\u200cهای خوب", extensions=["toc"], extension_configs={"toc": {"slugify": slugify_unicode}})
print("Python-Markdown", str("\u200c" in re.search('id="([^"]*)"', html)[1]).lower())
P
seen=$(node a.mjs; venv/bin/python a.py)
npm ls --depth 0 | grep -E 'slugger|markdown'; venv/bin/pip list 2>/dev/null | grep -i '^markdown '
echo "$seen"
[ "$seen" = "github-slugger false
markdown-it-anchor true
Python-Markdown false" ]
