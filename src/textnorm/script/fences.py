"""Blocks that say themselves where they begin and end: fences, listings of other markup languages, diffs.

Fenced code of Markdown ends with its fence or with the text; every other block is only one when it is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lazy import lazy_pattern

#: no text without one of these holds a block of this kind, but for a fence
LISTING_STARTERS = (
    "[code", "[CODE", "[source", "[listing", "{code", "{noformat", "{%", "#+", ":PROPERTIES:", "::", "@@ -",
)  # fmt: skip
_FENCE = lazy_pattern(r"(?m)^[ \t]{0,3}(```+|~~~+)[^\n]*$")
#: how a listing opens, and how it closes: BBCode, Jira, Liquid, Org, AsciiDoc
_LISTINGS = (
    (lazy_pattern(r"(?i)\[code(?:=[^\]\n]{0,40})?\]"), "[/code]"),
    (lazy_pattern(r"\{(code|noformat)(?::[^}\n]{0,80})?\}"), "{{{0}}}"),
    (lazy_pattern(r"\{%-?[ \t]*(highlight|raw|verbatim|code)\b[^%\n]{0,80}%\}"), "{{% end{0} %}}"),
    (lazy_pattern(r"(?im)^[ \t]*#\+begin_(src|example|export)\b"), "#+end_{0}"),
    (lazy_pattern(r"(?m)^[ \t]*:PROPERTIES:[ \t]*$"), ":END:"),
    (lazy_pattern(r"(?m)^\[(?:source|listing)[^\]\n]{0,80}\]\n(-{4,})$"), "\n{0}"),
)
#: a directive of reStructuredText whose content is code, or a paragraph that ends in two colons, and the deeper lines after it
_DIRECTIVE = lazy_pattern(
    r"(?m)^([ \t]*+)(?:\.\. (?:code-block|sourcecode|code|math|raw|parsed-literal|highlight)::[^\n]*|[^\n]*::)\n"
    r"(?:(?:[ \t]*+\n)*+\1[ \t]++[^\n]++(?:\n|\Z))++"
)
#: the entries of a list in YAML, each with further keys below its first one, and values that are no sentences; and a
#: text below a key that says so
_ENTRY = r"[\w\u200c-]{1,40}:(?:[ \t][^\n.!?؟؛]{0,60}+)?(?:\n|\Z)"
_MAPPINGS = lazy_pattern(
    rf"(?m)^([ \t]*+)- {_ENTRY}(?=(?:\1- {_ENTRY})*+\1  {_ENTRY})(?:\1(?:  |- ){_ENTRY})++"
    r"|^[ \t]*+[\w-]{1,40}:[ \t]+[>|][+-]?[ \t]*\n(?:(?:[ \t]*+\n)*+[ \t]++[^\n]++(?:\n|\Z))++"
)
_HUNK = lazy_pattern(r"(?m)^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@[^\n]*\n")
#: the lines before the first hunk of a file
_HEADER = lazy_pattern(
    r"diff |index |--- |\+\+\+ |new file|deleted file|old mode|new mode|rename |similarity |Index: |====="
)


def fenced(text: str) -> list[tuple[int, int]]:
    """Return fenced code blocks, from the opening fence to the closing one (or the end of the text)."""
    found: list[tuple[int, int]] = []
    if "```" not in text and "~~~" not in text:
        return found
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            if "`" not in fence[0].strip().lstrip("`") or fence[1][0] == "~":
                opened = fence
        elif fence[1].startswith(opened[1]) and fence[0].strip() == fence[1]:
            found.append((opened.start(), fence.end()))
            opened = None
    if opened is not None:
        found.append((opened.start(), len(text)))
    return found


def listings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the listings of markup languages other than Markdown and HTML.

    >>> text = "متن\\n[source,sql]\\n----\\nعلي , رضا\\n----\\nمتن"
    >>> [text[start:end] for start, end in listings(text)]
    ['[source,sql]\\n----\\nعلي , رضا\\n----']
    """
    for opens, closing in _LISTINGS:
        at = 0
        missing: set[str] = set()
        while (opening := opens.search(text, at)) is not None:
            at = opening.end()
            wanted = closing.format(*opening.groups()).lower()
            closed = None if wanted in missing else _loosely(wanted).search(text, at)
            if closed is None:
                missing.add(wanted)
            else:
                at = closed.end()
                yield opening.start(), at


def _loosely(closing: str) -> re.Pattern[str]:
    return re.compile(re.escape(closing), re.IGNORECASE | re.ASCII)


def directives(text: str) -> Iterator[tuple[int, int]]:
    """Yield the code of reStructuredText, with the line that says that it is code."""
    for found in _DIRECTIVE.finditer(text):
        yield found.start(), found.end()


def mappings(text: str) -> Iterator[tuple[int, int]]:
    """Yield lists of mappings in YAML, with keys in whatever letters, and texts below a key.

    >>> text = "- نام: علي\\n  سن: 12\\n- نام: رضا\\n  سن: 13\\n- متن"
    >>> [text[start:end] for start, end in mappings(text)]
    ['- نام: علي\\n  سن: 12\\n- نام: رضا\\n  سن: 13\\n']
    """
    for found in _MAPPINGS.finditer(text):
        yield found.start(), found.end()


def diffs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the hunks of unified diffs with the heads before them; how long a hunk is stands in its first line.

    >>> text = "--- a/x\\n+++ b/x\\n@@ -1 +1 @@\\n-علي\\n+علی\\nمتن"
    >>> [text[start:end] for start, end in diffs(text)]
    ['--- a/x\\n+++ b/x\\n@@ -1 +1 @@\\n-علي\\n+علی\\n']
    """
    floor = 0
    for hunk in _HUNK.finditer(text):
        if hunk.start() < floor:
            continue
        start, end = _head_of(text, hunk.start(), floor), _end_of(text, hunk)
        if end > hunk.end():
            floor = end
            yield start, end


def _head_of(text: str, start: int, floor: int) -> int:
    """Return where the lines begin that name the file of a hunk."""
    while start > floor:
        line = text.rfind("\n", floor, start - 1) + 1 or floor
        if not _HEADER.match(text, line):
            break
        start = line
    return start


def _end_of(text: str, hunk: re.Match[str]) -> int:
    """Return where the lines of a hunk end: so many old and new ones as its first line says."""
    old, new = (1 if count is None else int(count) for count in hunk.groups())
    at = hunk.end()
    while (old > 0 or new > 0) and at < len(text) and text[at] in " +-\\\n":
        sign = text[at]
        old -= sign in " -\n"
        new -= sign in " +\n"
        at = text.find("\n", at) + 1 or len(text)
    return at


__all__ = ["LISTING_STARTERS", "diffs", "directives", "fenced", "listings", "mappings"]
