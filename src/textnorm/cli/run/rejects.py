"""``--rejects FILE``: what could not be handled, with the reason, as JSON Lines."""

from __future__ import annotations

from typing import BinaryIO

from textnorm.cli.io.output import refuse_if_read
from textnorm.cli.messages import OutputFailure, reason
from textnorm.cli.output.json_records import Record, to_json


class Rejects:
    """Appends to a file that is made when the first reject comes."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._stream: BinaryIO | None = None

    def check(self, path: str) -> None:
        """Refuse to write into a file that is read."""
        refuse_if_read("rejects", self._path, path)

    def add(self, source: str, message: str, line: int | None = None, data: bytes = b"") -> None:
        """Keep one record, or one file where ``line`` is None."""
        if self._path is None:
            return
        record: Record = {"file": source, "line": line, "reason": message}
        try:
            record["data"] = data.decode("utf-8")
        except UnicodeDecodeError:
            import base64

            record["data_base64"] = base64.b64encode(data).decode("ascii")
        self.append((to_json(record) + "\n").encode("utf-8", "backslashreplace"))

    def append(self, line: bytes) -> None:
        """Add whole lines."""
        try:
            self._stream = self._stream or open(self._path or "", "ab", buffering=0)  # noqa: SIM115 - closed in close()
            self._stream.write(line)
        except OSError as error:
            raise OutputFailure(reason(error), self._path) from None

    def close(self) -> None:
        """Close the file if there is one."""
        if self._stream is not None:
            self._stream.close()

    def collected(self) -> CollectedRejects:
        """Return the same, for a process that is not to write."""
        return CollectedRejects(self._path)


class CollectedRejects(Rejects):
    """Keeps the lines for another process to append."""

    def __init__(self, path: str | None) -> None:
        super().__init__(path)
        self.data = b""

    def append(self, line: bytes) -> None:
        self.data += line
