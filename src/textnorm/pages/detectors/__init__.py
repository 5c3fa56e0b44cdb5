"""All detectors, in the order in which they run.

A stage sees the text that the stage before left. Whitespace goes first, so that lines stand beside each
other; a site's own lines next, so that they hide no title and no tail from the third stage. Inside a stage
the order says only which of two edits at one place wins: the longer, then the one that stands first.
"""

from __future__ import annotations

from textnorm.pages.detectors.detector import Detector
from textnorm.pages.detectors.detector_table import SITE, STRUCTURE, WHITESPACE

__all__ = ["DETECTORS", "STAGES", "Detector"]

STAGES = (WHITESPACE, SITE, STRUCTURE)
DETECTORS = tuple(detector for stage in STAGES for detector in stage)
