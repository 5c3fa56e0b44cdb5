"""Blocks that say themselves where they begin and end: fences, listings of other markup languages, diffs.

Fenced code of Markdown ends with its fence or with the text; every other block is only one when it is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..lazy import lazy_pattern

FENCES = ("```", "~~~")
#: a fence to the end of its line; the same where no tilde is one, which is found sooner
_FENCE, _OF_BACKTICKS = lazy_pattern(r"(?m)(```+|~~~+)[^\n]*$"), lazy_pattern(r"(?m)(```+)[^\n]*$")
_DEEPEST_FENCE = 3
#: what a listing holds, how it opens, and how it closes: BBCode, Jira, Liquid, Org, cards and calendars, AsciiDoc
_LISTINGS = (
    (("[code", "[CODE", "[Code"), lazy_pattern(r"(?i)\[code(?:=[^\]\n]{0,40})?\]"), "[/code]"),
    (("{code", "{noformat"), lazy_pattern(r"\{(code|noformat)(?::[^}\n]{0,80})?\}"), "{{{0}}}"),
    (("{%",), lazy_pattern(r"\{%-?[ \t]*(highlight|raw|verbatim|code)\b[^%\n]{0,80}%\}"), "{{% end{0} %}}"),
    (("#+",), lazy_pattern(r"(?im)^[ \t]*#\+begin_(src|example|export)\b"), "#+end_{0}"),
    (("BEGIN:V",), lazy_pattern(r"(?m)^BEGIN:(VCARD|VCALENDAR)[ \t]*$"), "end:{0}"),
    ((":PROPERTIES:",), lazy_pattern(r"(?m)^[ \t]*:PROPERTIES:[ \t]*$"), ":END:"),
    (("[source", "[listing"), lazy_pattern(r"(?m)^\[(?:source|listing)[^\]\n]{0,80}\]\n(-{4,})$"), "\n{0}"),
)
SIGNS_OF_LISTINGS = tuple(sign for signs, _, _ in _LISTINGS for sign in signs)
#: what says that the deeper lines below it are code or text as it stands: a directive of reStructuredText, a paragraph
#: that ends in two colons, a key of YAML with a text below it, the head of a block of Python, a line that a traceback names;
#: and what stands before the first and the third of these
_INTRODUCTION = lazy_pattern(
    r"(?m)\.\. (?:code-block|sourcecode|code|math|raw|parsed-literal|highlight)::|::$|:[ \t][>|][+-]?$"
    r"|(?P<head>(?:try|else|finally|except(?:[ \t][^\n:]{1,80})?|(?:def|class)[ \t][\w\u200c]{1,60}(?:\([^()\n]{0,200}\))?(?:[ \t]?->[^\n:]{1,60})?"
    r"|for[ \t][^\n:]{1,80}[ \t]in[ \t][^\n:]{1,80}|(?:if|elif|while|with)[ \t][^\n\"'=<>(]{0,100}[\"'=<>(][^\n]{0,100}):$"
    r"|File \"[^\"\n]{1,300}\", line \d{1,9}(?:, in [^\n]{1,100})?$)"
)
#: no line without one of these holds one, with a deeper line below it; a line of a traceback may end in anything
_INTRODUCTION_SIGN = lazy_pattern(
    r"(?m):(?:(?<=[a-z]:):|(?:[ \t][>|][+-]?)?$(?=\n(?:[ \t\r]*\n)*[ \t]+[^ \t\r\n]))"
)
TRACEBACK = 'File "'
#: the exception that a traceback ends with
_RAISED = lazy_pattern(r"[A-Za-z_][\w.]{0,120}(?::[ \t][^\n]{1,2000})?$\n?", re.MULTILINE)
INTRODUCED_BY = ("::", ": >", ": |", ":\t>", ":\t|", ":\n ", ":\n\t", TRACEBACK)
_INTRODUCED = lazy_pattern("|".join(map(re.escape, INTRODUCED_BY)))
_KEY = lazy_pattern(r"[ \t]*+[\w-]{1,40}")
#: the first entry of a mapping in a list of YAML; an entry has a key of one word, and a value that is no sentence
_FIRST_ENTRY = lazy_pattern(r"- [\w\u200c-]{1,40}:(?=[ \t\n])")
_ENTRY = lazy_pattern(r"[\w\u200c-]{1,40}:(?:[ \t][^\n.!?؟؛]{0,60})?$")
#: how a hunk of a diff begins, and its first line
HUNK = "@@ -"
_HUNK = lazy_pattern(r"(?m)^@@ -\d{1,9}(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@[^\n]*\n")
#: the lines before the first hunk of a file
_HEADER = lazy_pattern(
    r"diff |index |--- |\+\+\+ |new file|deleted file|old mode|new mode|rename |similarity |Index: |====="
)


def fenced(text: str) -> list[tuple[int, int]]:
    """Return fenced code blocks, from the opening fence to the closing one (or the end of the text)."""
    found: list[tuple[int, int]] = []
    tildes = "~~~" in text
    if not tildes and "```" not in text:
        return found
    opened: tuple[int, str] | None = None
    for fence in (_FENCE if tildes else _OF_BACKTICKS).finditer(text):
        start = fence.start() - _depth_before(text, fence.start())
        if start < 0 or fence.start() - start > _DEEPEST_FENCE:
            continue
        written = fence[0].strip()
        if opened is None:
            if "`" not in written.lstrip("`") or written[0] == "~":
                opened = start, fence[1]
        elif fence[1].startswith(opened[1]) and written == fence[1]:
            found.append((opened[0], fence.end()))
            opened = None
    if opened is not None:
        found.append((opened[0], len(text)))
    return found


def _depth_before(text: str, place: int) -> int:
    """Return how many spaces stand before *place* at the start of its line; more than there are where something else stands."""
    at = place
    while at and text[at - 1] in " \t":
        at -= 1
    return place - at if not at or text[at - 1] == "\n" else place + 1


def listings(text: str) -> Iterator[tuple[int, int]]:
    """Yield the listings of markup languages other than Markdown and HTML.

    >>> text = "متن\\n[source,sql]\\n----\\nعلي , رضا\\n----\\nمتن"
    >>> [text[start:end] for start, end in listings(text)]
    ['[source,sql]\\n----\\nعلي , رضا\\n----']
    """
    for signs, opens, closing in _LISTINGS:
        if not any(map(text.__contains__, signs)):
            continue
        at = 0
        missing: set[str] = set()
        while (opening := opens.search(text, at)) is not None:
            at = opening.end()
            wanted = closing.format(*opening.groups()).lower()
            closed = None if wanted in missing else in_any_case(wanted).search(text, at)
            if closed is None:
                missing.add(wanted)
            else:
                at = closed.end()
                yield opening.start(), at


@lru_cache(64)
def in_any_case(closing: str) -> re.Pattern[str]:
    """Return the pattern of what closes a block, in small letters or capitals."""
    return re.compile(re.escape(closing), re.IGNORECASE | re.ASCII)


def introduced(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that stand deeper than a line which says that they are code, with that line.

    >>> text = ".. code-block:: sql\\n\\n   علي , رضا\\n\\nمتن"
    >>> [text[start:end] for start, end in introduced(text)]
    ['.. code-block:: sql\\n\\n   علي , رضا\\n']
    """
    floor = 0
    if not _may_introduce(text):
        return
    for found in _introductions(text):
        if found.start() >= floor:
            start = _introduced_from(text, found)
            if start < 0:
                continue
            below = text.find("\n", found.end()) + 1
            end = _end_of_deeper(text, below, _depth(text, start)) if below else 0
            if end > below and found[0].startswith(TRACEBACK) and (raised := _RAISED.match(text, end)):
                end = raised.end()
            if end > below:
                floor = end
                yield start, end


def _introductions(text: str) -> Iterator[re.Match[str]]:
    """Yield what may introduce code, line by line: the pattern is looked for in lines that hold a sign of it."""
    if TRACEBACK in text:
        yield from _INTRODUCTION.finditer(text)
        return
    at = 0
    while (sign := _INTRODUCTION_SIGN.search(text, at)) is not None:
        end = text.find("\n", sign.start())
        end = len(text) if end < 0 else end
        yield from _INTRODUCTION.finditer(text, text.rfind("\n", at, sign.start()) + 1 or at, end)
        at = end + 1


def _introduced_from(text: str, found: re.Match[str]) -> int:
    """Return where the line of an introduction starts; -1 where more stands before it than may stand there."""
    ends_line = text[found.end() : found.end() + 1] in ("", "\n")
    if not ends_line or found["head"]:
        return found.start() - _depth_before(text, found.start())
    start = text.rfind("\n", 0, found.start()) + 1
    return start if found[0].endswith("::") or _KEY.fullmatch(text, start, found.start()) else -1


def _depth(text: str, start: int) -> int:
    at = start
    while text[at : at + 1] in (" ", "\t"):
        at += 1
    return at - start


def _end_of_deeper(text: str, at: int, depth: int) -> int:
    """Return where the lines from *at* on end that are blank or deeper than *depth*, without the blank ones behind them."""
    end = at
    while at < len(text):
        own = _depth(text, at)
        blank = text[at + own : at + own + 1] in ("", "\n", "\r")
        if own <= depth and not blank:
            break
        at = text.find("\n", at) + 1 or len(text)
        if not blank:
            end = at
    return end


def introduces(text: str) -> bool:
    """Return whether a line of *text* says of deeper lines below it that they are code.

    >>> introduces("try:\\n  علي()"), introduces("باد:\\n  برف")
    (True, False)
    """
    return _may_introduce(text) and next(_introductions(text), None) is not None


def _may_introduce(text: str) -> bool:
    """Return whether a line of *text* may; most texts are told at one look for the signs that begin with a colon."""
    may_hold = TRACEBACK in text or _INTRODUCTION_SIGN.search(text) is not None
    return may_hold and _INTRODUCED.search(text) is not None


def mappings(text: str) -> Iterator[tuple[int, int]]:
    """Yield lists of mappings in YAML, with keys in whatever letters; the first key alone may stand in any list.

    >>> text = "- نام: علي\\n  سن: 12\\n- نام: رضا\\n  سن: 13\\n- متن"
    >>> [text[start:end] for start, end in mappings(text)]
    ['- نام: علي\\n  سن: 12\\n- نام: رضا\\n  سن: 13\\n']
    """
    at = 0
    while (first := _FIRST_ENTRY.search(text, at)) is not None:
        start = at = first.start() - _depth_before(text, first.start())
        if start < 0:
            at = first.end()
            continue
        depth, further = _depth(text, start), 0
        while at < len(text) and _depth(text, at) in (depth, depth + 2):
            ends = text.find("\n", at) + 1 or len(text)
            content = at + _depth(text, at)
            new = content == at + depth and text.startswith("- ", content)
            if not (new or content == at + depth + 2) or not _ENTRY.match(
                text[content + 2 * new : ends].rstrip("\n")
            ):
                break
            further += not new
            at = ends
        if further:
            yield start, at
        at = max(at, first.end())


def diffs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the hunks of unified diffs with the heads before them; how long a hunk is stands in its first line.

    >>> text = "--- a/x\\n+++ b/x\\n@@ -1 +1 @@\\n-علي\\n+علی\\nمتن"
    >>> [text[start:end] for start, end in diffs(text)]
    ['--- a/x\\n+++ b/x\\n@@ -1 +1 @@\\n-علي\\n+علی\\n']
    """
    floor = 0
    if HUNK not in text:
        return
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
    """Return where the lines of a hunk end, counting old and new lines as its head says."""
    old, new = (1 if count is None else int(count) for count in hunk.groups())
    at = hunk.end()
    while (old > 0 or new > 0) and at < len(text) and text[at] in " +-\\\n":
        sign = text[at]
        old -= sign in " -\n"
        new -= sign in " +\n"
        at = text.find("\n", at) + 1 or len(text)
    return at


__all__ = [
    "FENCES",
    "HUNK",
    "INTRODUCED_BY",
    "SIGNS_OF_LISTINGS",
    "TRACEBACK",
    "diffs",
    "fenced",
    "introduced",
    "introduces",
    "listings",
    "mappings",
]
