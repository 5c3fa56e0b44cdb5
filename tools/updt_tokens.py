"""Make tokens of the Uppsala treebank's training sentences: ``updt_tokens.py TEXT HELD... OUT``.

TEXT is ``third_party/fa/updt/updt-with-diacritics.txt`` of google/language-resources (Apache-2.0), one sentence a line; HELD are the
``dev`` and ``test`` files of UD_Persian-Seraji, whose sentences are left out, also where a few of their letters differ.
OUT is of the form that `make_lexicon.py` reads.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

from textnorm.chars import ARABIC_LETTERS, ZWNJ

#: so many letters in a row tell a sentence, and this share of its rows tells that it is held out
ROW, SHARE = 18, 0.3
_MARKS = re.compile("[\u064b-\u0653\u0670]")
_SIGNS = re.compile(r"([،.؛:؟!«»\"()\[\]…])")
_LONE_JOINER = re.compile(f"{ZWNJ}+(?=\\s|$)|(?<=\\s){ZWNJ}+|(?<={ZWNJ}){ZWNJ}+")
_NO_LETTERS = re.compile(f"[^{ARABIC_LETTERS}]")
_ONE_LETTER = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "ۀ": "ه", "ة": "ه", "أ": "ا", "آ": "ا", "إ": "ا", "ؤ": "و", "ئ": "ی"})  # fmt: skip
_OURS = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "ۀ": "هٔ"})


def letters(text: str) -> str:
    """Return the letters of *text*, those that are often taken for one another as one."""
    return _NO_LETTERS.sub("", _MARKS.sub("", text).translate(_ONE_LETTER))


def rows(text: str) -> set[str]:
    return {text[at : at + ROW] for at in range(max(1, len(text) - ROW + 1))}


def held_rows(paths: Iterable[Path]) -> set[str]:
    """Return the rows of letters of all sentences in *paths*."""
    found: set[str] = set()
    for path in paths:
        for sentence in re.findall(r"^# text = (.*)", path.read_text(encoding="utf-8"), re.MULTILINE):
            found |= rows(letters(sentence))
    return found


def is_held(text: str, held: set[str]) -> bool:
    own = rows(letters(text))
    return len(own & held) > SHARE * len(own)


def tokens(line: str) -> list[str]:
    plain = _LONE_JOINER.sub("", _MARKS.sub("", line).translate(_OURS))
    return _SIGNS.sub(r" \1 ", plain).split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", type=Path)
    parser.add_argument("held", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    held = held_rows(arguments.held)
    lines = arguments.text.read_text(encoding="utf-8", errors="replace").splitlines()
    kept = ["\n".join(tokens(line)) for line in lines if line.strip() and not is_held(line, held)]
    arguments.out.write_text("\n\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
