"""Progress on standard error: a line for people at a terminal, JSON for programs."""

from __future__ import annotations

import math
import sys
import time

_PAUSE = 0.2


class Progress:
    """Counts files and bytes. ``mode`` is ``auto`` (only at a terminal), ``json`` or ``none``."""

    def __init__(self, mode: str, files: int | None, size: int | None) -> None:
        self._mode = ("line" if sys.stderr.isatty() else "none") if mode == "auto" else mode
        self._files, self._size = files, size
        self.done = self._bytes = 0
        self._start = self._shown = time.monotonic()

    def advance(self, size: int) -> None:
        """More bytes were read."""
        self._bytes += size
        if self._mode != "none" and time.monotonic() - self._shown >= _PAUSE:
            self._show()

    @property
    def shown(self) -> bool:
        """Tell whether anybody sees it."""
        return self._mode != "none"

    def files_done(self, number: int = 1) -> None:
        """More files are through."""
        self.done += number

    def finish(self) -> None:
        """Say the last word; wipe a line for people."""
        if self._mode == "json":
            self._show()
        elif self._mode == "line":
            self._clear()

    def _clear(self) -> None:
        sys.stderr.write("\r\x1b[K")

    def _show(self) -> None:
        self._shown = time.monotonic()
        seconds = max(self._shown - self._start, 1e-9)
        rate = self._bytes / seconds
        left = (self._size - self._bytes) / rate if self._size and rate else None
        if self._mode == "json":
            import json

            fields = {"files": self.done, "of": self._files, "bytes": self._bytes, "of_bytes": self._size,
                      "seconds": round(seconds, 3), "bytes_per_second": round(rate),
                      "seconds_left": None if left is None else round(max(left, 0), 1)}  # fmt: skip
            sys.stderr.write(json.dumps(fields) + "\n")
        else:
            of = f"/{self._files}" if self._files else ""
            eta = f", {lasting(left)} left" if left and left > 0 else ""
            self._clear()
            sys.stderr.write(f"{self.done}{of} files, {self._bytes / 1e6:.1f} MB, {rate / 1e6:.1f} MB/s{eta}")
        sys.stderr.flush()


def lasting(seconds: float) -> str:
    """Return a time that is to come, as long as somebody wants to read.

    >>> lasting(7.2), lasting(400), lasting(9_000)
    ('8 s', '6 min 40 s', '2 h 30 min')
    """
    minutes, rest = divmod(math.ceil(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
