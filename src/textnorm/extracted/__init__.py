"""Text that readers of PDF and HTML files gave: what they break is put right, where the text proves it."""

from __future__ import annotations

from .options import ExtractedOptions
from .repair import explain_extracted, repair_extracted

__all__ = ["ExtractedOptions", "explain_extracted", "repair_extracted"]
