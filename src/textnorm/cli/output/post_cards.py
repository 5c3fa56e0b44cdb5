"""Posts to look at: ``posts --report FILE``, one HTML page with the posts as cards and what went, by kind."""

from __future__ import annotations

import json
import sys

from textnorm.cli.io.reading import Opened


class PostReport:
    """A writer that counts posts, keeps some of them, and writes the page when all is done."""

    def __init__(self, path: str) -> None:
        from textnorm.report.posts import PostTally

        self._path, self._tally = path, PostTally()
        self._waiting: list[bytes] = []

    def begin(self, opened: Opened) -> None:
        """Take what one file gives: all of it counts, or nothing."""
        self._waiting.clear()

    def write(self, data: bytes) -> None:
        """Keep some records until their file is whole."""
        self._waiting.append(data)

    def commit(self, changed: bool) -> None:
        """Count the records of a file."""
        for data in self._waiting:
            for line in data.decode("utf-8", "replace").split("\n"):
                if line:
                    self._tally.add(json.loads(line))
        self._waiting.clear()

    def abort(self) -> None:
        """Forget the records of a file."""
        self._waiting.clear()

    def close(self) -> None:
        """Write the page."""
        from textnorm.report.posts import posts_report

        page = posts_report(self._tally).encode("utf-8", "replace")
        if self._path == "-":
            sys.stdout.buffer.write(page)
            sys.stdout.buffer.flush()
            return
        from textnorm.cli.io.output import write_whole

        write_whole(self._path, page)

    def discard(self) -> None:
        """Write nothing of a run that was broken off."""
