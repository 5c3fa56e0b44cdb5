#!/usr/bin/env bash
# what:    stopwordsiso 0.7.1 (PyPI), stopwords("fa"): the list of stopwords-iso that many tools ship
# expect:  a list of words, each a token, in the spelling of the language
# happens: three entries hold a blank, two of them two words run together («شش  نداشته», «تر  براساس»), which no token is; 91 are typed with
#          Arabic yeh, and 29 («ميليون», «زيرا», «فكر») stand there in that spelling only
# matters: text whose letters were put right keeps «میلیون» and «زیرا» as content words; fold the list as the text is folded
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q stopwordsiso==0.7.1 2>/dev/null
seen=$("$folder/venv/bin/python" -c '
import stopwordsiso
words = stopwordsiso.stopwords("fa")
letters = str.maketrans("يك", "یک")
print(len(words), sum(" " in word for word in words), sum("ي" in word for word in words))
print(sum(word.translate(letters) not in words for word in words))
print("ميليون" in words, "میلیون" in words)')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i stopwordsiso
echo "$seen"
[ "$seen" = "799 3 91
29
True False" ]
