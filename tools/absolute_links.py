"""Make the links of README.md absolute, for the page of a package index, which has no other file of ours.

    python tools/absolute_links.py https://example.org/someone/textnorm v0.1.0

The release workflow runs it before it builds, with the address and the tag that it knows; in the repository the
links stay relative, so that they work in every clone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]\n]*)\]\((?![a-z]+:|#)(?P<path>[^)\s]+)\)")


def absolute(text: str, repository: str, tag: str) -> str:
    """The text with its links to files of the repository as addresses.

    >>> absolute("![a](b.png) [c](d.md#e) [f](https://example.org) [g](#h)", "https://x.example/y", "v1")
    '![a](https://x.example/y/raw/v1/b.png) [c](https://x.example/y/blob/v1/d.md#e) [f](https://example.org) [g](#h)'
    """

    def whole(link: re.Match[str]) -> str:
        kind = "raw" if link["image"] else "blob"
        return f"{link['image']}[{link['text']}]({repository.rstrip('/')}/{kind}/{tag}/{link['path']})"

    return _LINK.sub(whole, text)


if __name__ == "__main__":
    README.write_text(absolute(README.read_text(encoding="utf-8"), *sys.argv[1:3]), encoding="utf-8")
