"""Joiners (ZWNJ) restored, from spaces and from glued forms."""
