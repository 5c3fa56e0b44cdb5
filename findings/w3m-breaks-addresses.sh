#!/usr/bin/env bash
# what:    w3m 0.5.3 (Debian w3m), -dump -cols
# expect:  an address that does not fit on a line stands whole on the next one, as in lynx
# happens: the line is broken behind "https://", so that scheme and host stand on different lines
# matters: addresses found by a pattern are lost in dumped pages; textnorm joins them again with --reflow
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
command -v w3m >/dev/null || { echo "needs w3m (Debian: apt-get install w3m)"; exit 1; }
printf '<meta charset=utf-8><p>This page tells where the weather of the last ten days is found: see https://weather.example.org/archive' > a.html
w3m -version | grep -o 'w3m/[0-9.+a-z]*' | sed -n 1p
seen=$(w3m -dump -cols 80 -O utf-8 a.html)
echo "$seen"
grep -q 'https://$' <<<"$seen"
