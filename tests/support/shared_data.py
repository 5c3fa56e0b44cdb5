"""Where the dev data lies, if it lies here: TEXTNORM_DATA, or a folder `shared` beside the repository."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TEXTNORM_DATA", ROOT.parent / "shared"))


def dev_rows(*kinds: str) -> list[dict[str, Any]]:
    """The pairs of the restoration dev set, all or of some kinds; skips the test where there is none."""
    path = SHARED / "data" / "restore" / "dev.jsonl.gz"
    if not path.exists():
        pytest.skip("the dev set is not at hand; set TEXTNORM_DATA")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if not kinds or row["kind"] in kinds]
