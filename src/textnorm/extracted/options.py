"""What `repair_extracted` is to do: `ExtractedOptions`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Source = Literal["auto", "pdf", "html"]
_SOURCES = ("auto", "pdf", "html")


@dataclass(frozen=True, kw_only=True)
class ExtractedOptions:
    """Where a text was extracted from and what is to be done with its lines. Immutable, hashable, picklable.

    source : ``"pdf"`` or ``"html"`` for text that a reader of such files gave; ``"auto"`` does what the text itself
             proves, and nothing to a text that proves nothing
    reflow : join the lines of wrapped paragraphs, and take out running heads, page numbers and form feeds

    >>> ExtractedOptions(source="pdf", reflow=True)
    ExtractedOptions(source='pdf', reflow=True)
    >>> ExtractedOptions(source="doc")
    Traceback (most recent call last):
    ValueError: source must be one of 'auto', 'pdf', 'html', not 'doc'
    """

    source: Source = "auto"
    reflow: bool = False

    def __post_init__(self) -> None:
        if self.source not in _SOURCES:
            raise ValueError(f"source must be one of {', '.join(map(repr, _SOURCES))}, not {self.source!r}")
        if not isinstance(self.reflow, bool):
            raise ValueError(f"reflow must be True or False, not {self.reflow!r}")
