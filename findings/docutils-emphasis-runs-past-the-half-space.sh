#!/usr/bin/env bash
# what:    docutils 0.23 (PyPI), emphasis in reStructuredText whose word takes a Persian ending
# expect:  the end of *word* is seen where the word ends for a reader, as before a blank, a comma or a guillemet
# happens: a half-space (U+200C) is neither white space nor punctuation, so the star before it closes nothing: the emphasis runs on to the
#          next star of the paragraph, over the words between, and shows the two stars in its midst; no warning
# matters: "*word*" with «‌ها» or «‌ی» behind is how Persian writes a plural of a marked term; write the ending inside or "\ " before it
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q docutils==0.23 2>/dev/null
cat > "$folder/a.py" <<'P'
from docutils import core, nodes

for text in ("*واژه* و *متن*", "*واژه*، و *متن*", "*واژه*\u200cها و *متن*"):
    tree = core.publish_doctree(text, settings_overrides={"report_level": 1})
    marked = [node.astext().replace("\u200c", "|") for node in tree.findall(nodes.emphasis)]
    print(len(marked), marked, len(list(tree.findall(nodes.system_message))), "messages")
P
seen=$("$folder/venv/bin/python" "$folder/a.py")
"$folder/venv/bin/pip" list 2>/dev/null | grep -i '^docutils '
echo "$seen"
[ "$seen" = "2 ['واژه', 'متن'] 0 messages
2 ['واژه', 'متن'] 0 messages
1 ['واژه*|ها و *متن'] 0 messages" ]
