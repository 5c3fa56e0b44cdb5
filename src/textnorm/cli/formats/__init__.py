"""Read and edit file formats: each cuts a stream into chunks, and edits or lists the texts of a chunk."""

from __future__ import annotations
