"""Text that readers of PDF and HTML files gave: what they break is put right, where the text proves it."""

from __future__ import annotations

from .options import ExtractedOptions
from .reader import PdfExtraMissing, pdf_to_text
from .repair import explain_extracted, repair_extracted

__all__ = ["ExtractedOptions", "PdfExtraMissing", "explain_extracted", "pdf_to_text", "repair_extracted"]
