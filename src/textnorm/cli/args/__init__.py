"""Read the arguments and the configuration: parsers, flags of options, help and completion."""

from __future__ import annotations
