"""An index of two fields in the search engines that people run, so that every way of typing half-spaces finds.

`query.py` says what to index and what to ask for; a module for each engine says it in the engine's own terms.
"""
