"""Feeds and exports: one post for each record, each record once."""
