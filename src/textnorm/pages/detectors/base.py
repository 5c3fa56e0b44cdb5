"""What a detector is: the artefacts it finds, why they go, and the texts that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact


@dataclass(frozen=True, kw_only=True, slots=True)
class Detector:
    """One way to find artefacts, as data.

    ``kinds`` are those of the artefacts that ``find`` yields.
    """

    kinds: tuple[str, ...]
    find: Callable[[Document, PageOptions], Iterable[Artefact]]
