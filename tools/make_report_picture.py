"""Write docs/guides/report.png: what `textnorm tidy --report` makes of our sample page, as Chromium shows it.

    python tools/make_report_picture.py            CHROMIUM names the browser, where it has another name

The fonts are those of the machine; one with Noto Naskh Arabic or Vazirmatn gives the prettier picture.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "fixtures" / "page" / "weather-blog.txt"
PICTURE = ROOT / "docs" / "guides" / "report.png"
SIZE = "1120,880"


def write_report(to: Path) -> None:
    """The report of the sample page."""
    command = [sys.executable, "-m", "textnorm", "tidy", "--quiet", "--report", str(to), str(SAMPLE)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, check=True)


def photograph(page: Path, to: Path) -> None:
    """The top of a page as a picture."""
    browser = os.environ.get("CHROMIUM", "chromium")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}")
    subprocess.run(
        [browser, *flags, f"--screenshot={to}", page.as_uri()], stderr=subprocess.DEVNULL, check=True
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        write_report(report)
        photograph(report, PICTURE)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes")
