"""Make every generated page and accepted output anew, and show what changed: accepting a change is reading that diff.

    python tools/accept.py [--quiet]

Run it after a change of rules, dates or pages, on the Python of your environment. The page of Arabic code points is made
on Python 3.11 only, whose Unicode it names; on another Python it is left as it is, and that is said.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACCEPTING = (
    "tests/golden/test_rules_version.py",
    "tests/golden/test_golden.py",
    "tests/pages/test_fixture_pages.py",
)


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of this Python in the repository, with the package of the checkout."""
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )


def main() -> int:
    run("tools/make_rule_reference.py").check_returncode()
    if sys.version_info[:2] == (3, 11):
        fates = run("tools/make_arabic_fates.py")
        fates.check_returncode()
        (ROOT / "docs" / "arabic-code-points.md").write_text(fates.stdout, encoding="utf-8")
    else:
        print("docs/arabic-code-points.md: left as it is; run this on Python 3.11 to make it anew")
    accepted = run("-m", "pytest", "-q", "-m", "", *ACCEPTING, TEXTNORM_ACCEPT="1")
    print(accepted.stdout.splitlines()[-1])
    if "--quiet" not in sys.argv:
        subprocess.run(["git", "--no-pager", "diff", "--stat"], cwd=ROOT, check=False)
        subprocess.run(
            ["git", "--no-pager", "diff", "--", "docs", "tests", "fixtures"], cwd=ROOT, check=False
        )
    return accepted.returncode


if __name__ == "__main__":
    sys.exit(main())
