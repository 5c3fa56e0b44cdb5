"""Which parts of a text are Persian: spans by script, protected spans, and identification of languages in Arabic script."""
