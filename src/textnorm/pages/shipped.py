"""The data files of the package: read by what loaded its modules, which needs far less than `importlib.resources` loads."""

from __future__ import annotations

import os
import sys


def shipped(name: str) -> bytes:
    """Return a file of ``data``, from a folder as well as from a zip.

    >>> shipped("phrases.toml")[:2]
    b'# '
    """
    loader = sys.modules[__name__].__loader__
    assert loader is not None
    return loader.get_data(os.path.join(os.path.dirname(__file__), "data", name))  # type: ignore[attr-defined, no-any-return]
