"""Whether Markdown stays what it is: code, links, tags, front matter, Latin words and hard breaks of real files.

    python benchmarks/markdown.py DATA

DATA is a folder with data/wild/docs_fa.jsonl.gz (JSON lines with `id` and `text`). Prints what changed, by kind; exit 1 if
anything did that may not.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from textnorm import EDITORIAL, STANDARD, normalise

KINDS = {
    "fenced code": r"(?ms)^[ ]{0,3}(```|~~~).*?^[ ]{0,3}\1",
    "inline code": r"`[^`\n]+`",
    "link target": r"(?<=\])\([^()\s]*\)",
    "address": r"https?://[^\s<>()\"]+",
    "tag": r"</?[A-Za-z][^<>\n]*>",
    "anchor": r"\{#[^}\s]+\}",
    "front matter key": r"(?m)\A---\n(?:[\w-]+:)",
    "Latin words": r"[A-Za-z][A-Za-z0-9_]*",
    "hard break": r"(?m)(?<=\S) {2}(?=\n\S)",
    "line": r"(?m)$",
}


def changed(before: str, after: str) -> Counter[str]:
    """How many pieces of each kind are not there any more, or not as they were."""
    lost: Counter[str] = Counter()
    for kind, pattern in KINDS.items():
        was, now = ([match[0] for match in re.finditer(pattern, text)] for text in (before, after))
        if was != now:
            missing = Counter(was) - Counter(now)
            lost[kind] += max(1, sum(missing.values()))
    return lost


def main() -> int:
    path = Path(sys.argv[1]) / "data" / "wild" / "docs_fa.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    worst = 0
    for name, options in {"STANDARD": STANDARD, "EDITORIAL": EDITORIAL}.items():
        total: Counter[str] = Counter()
        for row in rows:
            lost = changed(row["text"], normalise(row["text"], options))
            if lost:
                print(f"{name}: {row['id']}: {dict(lost)}")
            total += lost
        print(f"{name}: {len(rows)} files, changed: {dict(total)}")
        worst += sum(total.values())
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
