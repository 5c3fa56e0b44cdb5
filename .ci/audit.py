"""Asks pip-audit for known weaknesses of pinned packages; says so when the service cannot be asked.

python .ci/audit.py requirements/install.txt …
"""

from __future__ import annotations

import json
import subprocess
import sys


def audited(path: str) -> list[dict[str, object]]:
    """What pip-audit says of each package of a file of requirements."""
    command = ["pip_audit", "--require-hashes", "--disable-pip", "--format=json", "--progress-spinner=off"]
    done = subprocess.run(
        [sys.executable, "-m", *command, "-r", path], capture_output=True, text=True, check=False
    )
    told: list[dict[str, object]] = json.loads(done.stdout)["dependencies"] if done.stdout.strip() else []
    return told


def main(paths: list[str]) -> int:
    weak = False
    for path in paths:
        answered = [package for package in audited(path) if "vulns" in package]
        if not answered:
            print(f"{path}: SKIPPED, no service for known weaknesses can be reached")
            continue
        found = [package for package in answered if package["vulns"]]
        print(f"{path}: {len(answered)} packages, {len(found)} with known weaknesses")
        for package in found:
            weak = True
            print(f"  {package['name']} {package['version']}: {package['vulns']}")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
