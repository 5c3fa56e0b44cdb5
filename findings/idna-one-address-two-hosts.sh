#!/usr/bin/env bash
# what:    Python's own codec "idna" (3.11 to 3.13, used by urllib and http.client) and idna 3.20 (PyPI, used by requests, httpx and yarl)
# expect:  one host for one address: a half-space is part of the name «نامه‌ای», and registries of Persian names allow it (RFC 5892, appendix A.1)
# happens: the codec follows IDNA 2003 and deletes it: the same address leads to xn--mgba3gch31f.example with the one library and to
#          xn--mgba3gch31f060k.example with the other
# matters: a crawler that mixes both meets two hosts, of which one may be nobody's; keep half-spaces in addresses, as textnorm does, and encode hosts with idna
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q idna==3.20
seen=$("$folder/venv/bin/python" -c '
import idna
host = "نامه\u200cای.example"
print(host.encode("idna").decode(), idna.encode(host).decode(), idna.decode(idna.encode(host)) == host)')
"$folder/venv/bin/python" --version; "$folder/venv/bin/pip" list 2>/dev/null | grep -i idna
echo "$seen"
[ "$seen" = "xn--mgba3gch31f.example xn--mgba3gch31f060k.example True" ]
