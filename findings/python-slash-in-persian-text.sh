#!/usr/bin/env bash
# what:    `"/" in text` of CPython 3.11 to 3.13, on Persian text that has no slash
# expect:  to look for a character that a text does not have takes as long for one character as for another, and next to nothing
# happens: for / 1 * " it takes fifteen to twenty times as long as for Z or #. A text of Persian has two bytes a character, and CPython looks for the
#          low byte of the one wanted: / is 2F and د is 062F, 1 is 31 and ر is 0631, * is 2A and ت is 062A, " is 22 and آ is 0622, so that
#          it stops at each of these letters, which are among the commonest of Persian. In the same text as UTF-8 bytes there is no difference
# matters: quick looks («has the line a slash at all?») before patterns are run, as every tool for text has them, are no longer quick; a look
#          for a character whose low byte no common letter has (<, #, [, `), or one pass for all characters, is
set -euo pipefail
python3 --version
python3 - <<'PY'
import timeit

text = "در این دشت سرد باد از دور می‌آید و دل مردم را شاد می‌کند، و رود در دره آرام است. " * 2000
assert not set("/1*\"Z#[`") & set(text)


def least(look):
    return min(timeit.repeat(look, number=20, repeat=15))


def times(look, others):
    base = min(least(lambda c=c: look(c)) for c in "Z#[")
    return {c: round(least(lambda c=c: look(c)) / base, 1) for c in others}


slow, quick = times(lambda c: c in text, "/1*\""), times(lambda c: c in text, "`@")
print("times as long as for Z, in str:  ", slow, quick)
data = text.encode()
in_bytes = times(lambda c: c.encode() in data, "/1*\"")
print("times as long as for Z, in bytes:", in_bytes)
assert min(slow.values()) > 5, slow
assert max(quick.values()) < 3, quick
assert max(in_bytes.values()) < 3, in_bytes
PY
