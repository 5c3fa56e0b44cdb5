"""Records the edits of a pipeline, step by step, as changes of the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from .edits import Edit, Region, merged

if TYPE_CHECKING:
    from .explained import Explained


class Recorder:
    """Follows a text through steps of edits and knows where each changed place stood in the source."""

    __slots__ = ("regions", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.regions: list[Region] = []

    def record(self, edits: Sequence[Edit]) -> None:
        """Take over one step's edits, whose offsets are those of the text before the step."""
        if edits:
            self.regions = merged(self.regions, edits)

    def forget(self) -> None:
        """Discard what was recorded."""
        self.regions = []

    def edits(self, text: str, base: int) -> list[Edit]:
        """Return all steps as one: edits of the source, which stands at *base* of a longer text; *text*: the result."""
        source = self.source
        return [
            (base + s0, base + s1, text[c0:c1], rules)
            for s0, s1, c0, c1, rules in self.regions
            if source[s0:s1] != text[c0:c1]
        ]

    def explained(self, text: str) -> Explained:
        """Return the final text with its changes."""
        return _explained()(self.source, text, self.regions)


@cache
def _explained() -> Callable[[str, str, list[Region]], Explained]:
    """Return the function of that name, loaded late: most callers want the text alone."""
    from .explained import explained

    return explained
