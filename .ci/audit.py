"""Ask pip-audit for known weaknesses of pinned packages; say so when it could not be asked, and never call that a pass.

python .ci/audit.py requirements/install.txt …

With TEXTNORM_REQUIRE_AUDIT=1, as in the workflow, a file that could not be audited is a failure.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

FINE, WEAK, NOT_ASKED = 0, 1, 2


def audited(path: str) -> tuple[list[dict[str, Any]], str]:
    """Return what pip-audit says of each package of a file of requirements, and why if it says nothing."""
    command = ["pip_audit", "--require-hashes", "--disable-pip", "--format=json", "--progress-spinner=off"]
    done = subprocess.run(
        [sys.executable, "-m", *command, "-r", path], capture_output=True, text=True, check=False
    )
    if done.stdout.strip():
        return json.loads(done.stdout)["dependencies"], ""
    return [], (done.stderr.strip().splitlines() or ["no answer"])[-1]


def judged(path: str) -> int:
    """Audit one file and print the verdict."""
    packages, why_not = audited(path)
    asked = [package for package in packages if "vulns" in package]
    why_not = why_not or next((str(p["skip_reason"]) for p in packages if p.get("skip_reason")), "no answer")
    pinned = len(re.findall(r"^[A-Za-z0-9][^ ]*==", Path(path).read_text(encoding="utf-8"), re.MULTILINE))
    if len(asked) < pinned // 2:
        print(f"{path}: NOT AUDITED, {len(asked)} of {pinned} packages were answered for: {why_not}")
        return NOT_ASKED
    weak = [package for package in asked if package["vulns"]]
    print(f"{path}: {len(asked)} of {pinned} packages audited, {len(weak)} with known weaknesses")
    for package in weak:
        print(f"  {package['name']} {package['version']}: {[found['id'] for found in package['vulns']]}")
    return WEAK if weak else FINE


def main(paths: list[str]) -> int:
    verdicts = {judged(path) for path in paths}
    if WEAK in verdicts:
        return 1
    return int(NOT_ASKED in verdicts and os.environ.get("TEXTNORM_REQUIRE_AUDIT") == "1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
