#!/usr/bin/env bash
# what:    polib 1.2.0 (PyPI), a catalogue read from a string that the same package has written
# expect:  what str(catalogue) writes is read back the same by pofile(), which takes the content of a file as well as its name
# happens: a translation with U+0085 or U+2028 (an ellipsis of windows-1252 that was read as Latin-1; a line break of a word processor) loses
#          the separator and the letter before it: «باران…باد» comes back as «بارا» and «باد» in one; read from a file it is whole
# matters: a letter is gone without an error; in .po files textnorm leaves such a separator, and the letters around it, as they stand
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q polib==1.2.0 2>/dev/null
seen=$(cd "$folder" && venv/bin/python -c '
import polib
catalogue = polib.POFile()
catalogue.append(polib.POEntry(msgid="weather", msgstr="باران\u0085باد"))
catalogue.save("fa.po")
print(*(len(polib.pofile(source)[0].msgstr) for source in ("fa.po", str(catalogue))))')
"$folder/venv/bin/pip" list 2>/dev/null | grep -i polib
echo "$seen"
[ "$seen" = "9 7" ]
