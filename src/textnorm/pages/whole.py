"""Page mode: placeholder until the model lands."""
from __future__ import annotations
from collections.abc import Iterator
from textnorm.pages.artefact import Artefact
from textnorm.pages.options import PageOptions
def whole_page(text: str, options: PageOptions) -> Iterator[list[Artefact]]:
    return iter(())
