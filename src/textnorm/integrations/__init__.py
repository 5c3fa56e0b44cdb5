"""The same functions on the engines that people run: Spark and datatrove.

Thin adapters over the public names, each behind an extra of its own. Nothing here is imported by
``import textnorm``, and nothing here changes a result: row by row, an engine's output is that of the plain
function.
"""
