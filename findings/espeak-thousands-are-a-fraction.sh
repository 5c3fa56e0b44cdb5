#!/usr/bin/env bash
# what:    eSpeak NG (Debian's espeak-ng 1.51), voice fa, numbers with the Arabic thousands separator U+066C
# expect:  ۱٬۲۳۴, as Unicode's own data (CLDR, fa) writes it, is read like 1,234 and like ۱۲۳۴: a thousand two hundred and thirty-four
# happens: it is read "one, comma, two hundred and thirty-four", word for word as ۱٫۲۳۴ (one point two three four) is
# matters: prices read out by screen readers; take the separator out before text is spoken
set -euo pipefail
command -v espeak-ng >/dev/null || { echo "needs Debian's package espeak-ng"; exit 1; }
said() { espeak-ng -v fa -q -x "$1" | sed 's/^ *//'; }
espeak-ng --version
for text in ۱۲۳۴ 1,234 ۱٬۲۳۴ ۱٫۲۳۴; do echo "$text: $(said "$text")"; done
[ "$(said ۱٬۲۳۴)" = "$(said ۱٫۲۳۴)" ]
[ "$(said ۱٬۲۳۴)" != "$(said ۱۲۳۴)" ]
said ۱٬۲۳۴ | grep -q "v'iRgul"
said 1,234 | grep -q "hez'ARo"
