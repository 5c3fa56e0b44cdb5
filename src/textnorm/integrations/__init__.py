"""The same functions on the engines that people run: Spark, datatrove, and search engines.

Thin adapters over the public names, each for a package that is installed by itself. Nothing here is imported by
``import textnorm``, and nothing here changes a result: row by row, an engine's output is that of the plain
function.
"""
