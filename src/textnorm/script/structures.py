"""Structures in a line that only look like prose: data, code, templates, mathematics, link targets.

Each is known by its build (brackets and quotes that balance, keys, pairs), not by a single sign: prose in brackets
or in quotation marks is prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ..chars import ARABIC_LETTERS, ARABIC_MARKS
from ..lazy import lazy_pattern
from .data_brackets import brackets_of_data
from .statements import STATEMENT_HINT, STATEMENT_NEEDS, STATEMENTS, STRING

_KEY = r"[A-Za-z_$][\w$.-]{0,80}"
#: what stands between the commas of a call: a string, a name, a number, each also with the name of a parameter
_ARGUMENT = rf"(?:[\w\u200c]{{1,60}}[ \t]?=[ \t]?)?(?:{STRING}|[bfru]{{1,2}}'(?:[^'\\\n]|\\.)*+'|[\w.\u200c-]{{1,60}})"
_ARGUMENTS = rf"(?:[ \t]{{0,2}},[ \t]{{0,2}}{_ARGUMENT}){{0,50}}[ \t]?"
#: what a set, a list or an interval of mathematics has between its commas
_ELEMENT = r"(?:[-+]?[0-9][0-9.]{0,20}|[-+]?[A-Za-z]{1,3}[0-9]?|\.{2,3}|…|[-+]?∞)"
_VALUE = r"[^\s,;&=|\"'<>(){}\[\]،؛؟«»]+"
#: what a row of data without any space has between its semicolons
_CELL = r"[^\s;،؛؟!]{1,80}"
#: each kind, tried in this order at each place; the quantifiers are bounded, or end at what they exclude
STRUCTURES = {
    "cells": rf"(?m:^){_CELL}(?:;{_CELL}){{2,200}};?(?=[ \t]*$)",
    "template": r"\{\{[^{}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}|<%[^%\n]{0,500}%>|<\?[^\n?]{0,2000}\?>",
    "placeholder": r"\{[0-9A-Za-z_.:-]{0,40}\}|\$\{[^{}\n]{0,200}\}|\$[0-9]{1,2}(?![0-9.,])|\\[0-9]{1,2}(?!\d)"
    r"|%(?:\([A-Za-z_]\w{0,40}\)|[0-9]\$)?[0-9.]{0,5}[sdif](?!\w)",
    "mathematics": r"\$\$[^$\n]{1,1000}\$\$|(?<![\w$])\$(?![\s$])[^$\n]{1,500}(?<![\s\\])\$(?![\w$])"
    r"|\\\((?:[^\\\n]|\\[^)\n]){1,500}\\\)|\\\[(?:[^\\\n]|\\[^\]\n]){1,500}\\\]",
    "link-target": r"(?<=\])\((?:<[^<>\n]{1,1000}>|(?:[^()\s<>]|\([^()\s]{0,200}\)){1,1000})"
    r"(?:[ \t]+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\)",
    "anchor": r"\{#[^{}\s]{1,100}\}",
    "footnote": r"\[\^[^\]\s]{1,60}\]",
    "definition": r"(?<=\]):[ \t]+[^\s،؛]*[/#.:][^\s]*(?:[ \t]+\"[^\"\n]{0,300}\")?",
    # with the spaces before a mark, without which it is the marker of a list no more
    "list-marker": r"(?m:^)[ \t]{0,12}[0-9]{1,3}[.)](?:[ \t]++(?=[،؛؟,;?])|(?=[ \t]))",
    "shortcode": r"\[/?[A-Za-z][\w-]{0,40}(?:[ \t]+[\w-]{1,40}=(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|[^\s\]\"']{1,200})){1,30}[ \t]*/?\]",
    "mapping": r"\{[ \t]*[A-Za-z_$@-][\w$-]{0,80}[ \t]*:[^{}\n]{0,2000}\}",
    "numbers": rf"[\[({{][ \t]?(?=[^\n()\[\]{{}}]{{0,40}}[0-9]){_ELEMENT}(?:[ \t]?[,;][ \t]*{_ELEMENT}){{1,200}}[ \t]?[\])}}]"
    r"|(?<![\d.,])[-+]?[0-9]{1,3}\.[0-9]{2,20}(?:,[ \t]{0,2}[-+]?[0-9]{1,4}\.[0-9]{1,20}){1,5}",
    "chat-head": r"(?<!\d)\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},[ \t]\d{1,2}:\d{2}(?::\d{2})?(?=[ \t\u202f]{0,2}(?:[-–\]]|[AaPp]\.?[Mm]|[قب]\.?ظ))",
    "assignment": rf"(?<![\w\u200c])[\w\u200c]{{1,60}}={STRING};?|(?<![\w$]){_KEY}(?:\[[^\[\]\n]{{0,40}}\])?[ \t]{{0,8}}(?::=|[-+*/.]?=)[ \t]{{0,8}}{STRING}[ \t]{{0,8}};?",
    "pairs": rf"(?<![\w.-])[\w.-]{{1,80}}={_VALUE}(?:[ \t]{{0,2}}[,;&|][ \t]{{0,2}}[\w.-]{{1,80}}=(?:{_VALUE}|{STRING})){{1,100}}"
    rf"|(?<![\w$]){_KEY}={_VALUE}",
    **STATEMENTS,
    "declaration": r"(?<![\w$])(?:(?:let|const|var|int|float|double|string|bool|auto|final|static|local|my)[ \t]+[\w\u200c]{1,60}"
    r"|[A-Z][A-Za-z]{0,40}(?:<[^<>\n]{1,60}>)?(?:\[\])?[ \t]+[\w\u200c]{1,60}|(?:let|const|var)[ \t]+[{\[][^{}\[\]\n]{1,200}[}\]])[ \t]*=[ \t]*[^;\n]{1,200};"
    r"|(?<![\w$])(?:def|function|func|fn|sub)[ \t]+[\w\u200c]{1,60}\([^()\n]{0,200}\)",
    "settings": r"(?<![\w.-])[a-z_][\w.-]{0,40}:[ \t]+[^\n:;,،؛.!?؟]{1,80}(?:[;,][ \t]*[a-z_][\w.-]{0,40}:[ \t]+[^\n:;,،؛.!?؟]{1,80}){1,50};?"
    r"|(?<!\S)[\w\u200c]{1,40}:[^\s:;,،؛]{1,60}(?:;[\w\u200c]{1,40}:[^\s:;,،؛]{1,60}){1,50};?(?!\S)",
    "command": rf"(?<![\w-])--?[A-Za-z][\w-]{{0,40}}[ =]{STRING}|(?<![\w$]){_KEY}[ \t]{{1,4}}{STRING}[ \t]{{0,4}};"
    rf"|(?<![\w$])[a-z][\w-]{{0,40}}(?:[ \t]{{1,4}}{STRING}){{2,9}}",
    "call": rf"(?<![\w$.])[A-Za-z_$][\w$.]{{0,80}}\((?=[^()\n\"'=]{{0,200}}[\"'=]){_ARGUMENT}{_ARGUMENTS}\)"
    r"|(?<![\w$.])[A-Za-z_$][\w$.]{0,80}\(\{[^{}()\n]{1,200}\}\);?"
    rf"|(?m:^)[ \t]*[\w.\u200c]{{1,60}}\((?=[^()\n]{{0,200}}[\"']){_ARGUMENT}{_ARGUMENTS}\);?(?=[ \t]*$)",
    "latex": r"\\(?:begin|end|label|(?:page|eq|auto|c|C)?ref|[a-z]*cite[a-z]*|input|include(?:graphics)?|usepackage|documentclass|url|bib[a-z]+|href"
    r"|setmainfont|newcommand)\*?(?:\[[^\]\n]{0,200}\]){0,2}\{[^{}\n]{0,300}\}"
    r"|\\(?:verb|lstinline)\*?(?:\|[^|\n]{1,200}\||\+[^+\n]{1,200}\+|![^!\n]{1,200}!)",
    "anchored-pattern": r"(?<!\S)\^[^\s]{1,200}\$(?!\S)",
    "substitution": r"(?<![\w/])(?:s|y|tr)/[^/\n]{1,80}/[^/\n]{0,80}/[a-z]{0,4}(?![\w/])",
    "escape": r"(?<!\S)\S{0,100}?\\[bBdDsSwW](?![A-Za-z])\S{0,100}",
    "pattern": r"(?<![\w/])/(?=[^/\s]{0,100}[\[\\(^])[^/\n]{1,100}/[gimsuy]{1,6}(?![\w/])",
    "prompt": r"(?m:^)[ \t]{0,8}(?:\$ (?=[a-z])|>>> )[^\n]{1,1000}",
    "wiki-link": r"\[\[[^\[\]|\n]{1,200}(?:\||\]\])",
    "sender": r"(?<=\w),[ \t]\[\d[^\[\]\n]{2,30}\d:\d{2}(?::\d{2})?(?:[ \u202f]?[AaPp][Mm])?\]",
    "entry": r"(?m:^)[ \t]{0,3}@[A-Za-z]{3,20}\{[^\s,{}]{1,80},?(?=[ \t]*$)",
    "box": "(?:(?<![ \t])[ \t]{1,80}(?=[\u2500-\u259f]))?[\u2500-\u259f](?:[\u2500-\u259f \\t\u00a0]*[\u2500-\u259f])?[ \\t]*",
}
#: code, link targets and anchors in their simplest form, for whoever looks no further: how much of the opening stands
#: before the span, what opens it, what closes it, and what must not stand in it
DELIMITED = ((0, "`", "`", "\n"), (1, "](", ")", "()<> \t\n"), (0, "{#", "}", "{} \t\n"))
#: beginnings of structures that look on for a string, however far off it stands
LOOKING_ON = ("INTO", "CREATE")
#: no line without one of these holds a structure other than the marker of a list
IN_LINE_HINT = (
    r"[{}$=\\]|%(?:\(|[0-9]\$|[0-9.]{0,5}[sdif])|\]\(|\[(?:[\^\d+.\"'{\[-]|[/A-Za-z][^\]\n=\"']{0,500}(?:[=\"']|\][^\n/]{0,100}/[gimsuy]))|\]:|<[%?]|[\"'][ \t]*[;:,\])+]|[(,][ \t]*[\"']|[0-9][,;][ \t]*[-+0-9]|[0-9۰-۹],[ \t][0-9۰-۹]"
    r"|[A-Za-z:<+][ \t]{1,4}[\"']|>>> |[;,][ \t]*[a-z_][\w.-]{0,40}:[ \t]|;(?<=\w;)(?=\w)|(?:def|function|func|fn|sub)[ \t]+[\w\u200c]{1,60}\(|,[ \t]\[|/(?<=(?<![\w/])[sy]/)|[\u2500-\u259f]"
    rf"|(?m:^){_CELL};{_CELL};|{STATEMENT_HINT}"
)
#: no line without one of these holds a structure: cheap, and true for few lines of prose
STRUCTURE_HINT = lazy_pattern(rf"{IN_LINE_HINT}|(?m:^)[ \t]*[0-9]{{1,3}}[.)][ \t]")
_QUOTES = ('"', "'")
#: for each kind, what a line must hold: one piece of each group; a kind that is not named: no need
_NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    **STATEMENT_NEEDS,
    "cells": ((";",),),
    "template": (("{", "<"), ("}", ">")),
    "placeholder": (("{", "$", "\\", "%"),),
    "mathematics": (("$", "\\(", "\\["),),
    "link-target": (("](",),),
    "anchor": (("{#",),),
    "footnote": (("[^",),),
    "definition": (("]:",),),
    "list-marker": (tuple("0123456789"), (". ", ".\t", ") ", ")\t")),
    "shortcode": (("[",), ("=",)),
    "mapping": (("{",), (":",)),
    "numbers": ((",", ";"), (".", "[", "(", "{")),
    "chat-head": ((", ", ",\t"), (":",)),
    "assignment": (("=",), _QUOTES),
    "pairs": (("=",),),
    "declaration": (
        ("=", "("),
        (";", *"def func fn sub".split()),
    ),
    "settings": ((": ", ":\t", ";"),),
    "command": (_QUOTES,),
    "call": (("(",), (*_QUOTES, "=", "{")),
    "latex": (("\\",),),
    "anchored-pattern": (("^",), ("$",)),
    "substitution": (("s/", "y/", "tr/"),),
    "escape": (("\\",),),
    "pattern": (tuple(f"/{flag}" for flag in "gimsuy"), tuple("[\\(^")),
    "prompt": (("$ ", ">>> "),),
    "wiki-link": (("[[",),),
    "sender": ((", [", ",\t["),),
    "entry": (("@",), ("{",)),
}
#: the same for kinds whose pattern is tried in vain in most lines that hold these pieces: what must be found, at less cost
_HINTS = {
    "command": lazy_pattern("[\\w$.-][ =\\t]{1,4}[\"']"),
    "call": lazy_pattern("[\\w$.\\u200c]\\("),
    "box": lazy_pattern("[\u2500-\u259f]"),
}
_KINDS = tuple((_NEEDS.get(kind, ()), _HINTS.get(kind), lazy_pattern(it)) for kind, it in STRUCTURES.items())
_ARABIC = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}،؛؟«»]")
_STRINGS = lazy_pattern(STRING)
#: signs that code has beside its strings, and prose with quotations has not
_CODE_SIGN = lazy_pattern(
    r"(?:Error|Exception|Warning|ERROR|WARNING)\b|[;={}\[\]<>\\|]|&&|\w\(|//|--|^[ \t]*[#\"']"
)
#: lines that are code without such a sign: a row of strings, an entry of a mapping, a setting
_ROW = lazy_pattern(
    rf"{STRING}(?:,(?:{STRING}|[^\s\",،]*+))++|{STRING}(?:[,;][ \t]?{STRING})++[,;]?"
    rf"|{STRING}[ \t]*:[ \t]*(?:{STRING}|-?[0-9.]+|true|false|null|[\[{{])[ \t]*,?"
    rf"|[a-z_][\w.-]*(?:\[[0-9]\])?[ \t]+{STRING}"
)


def structures(line: str, code: Iterable[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Yield the spans of the structures in *line*, in order and disjoint; none begins in *code*, whose spans are known.

    >>> line = 'پاسخ {"عنوان": "باران", "n": [1, 2]} بود'
    >>> [line[start:end] for start, end in structures(line)]
    ['{"عنوان": "باران", "n": [1, 2]}']
    >>> list(structures('او ["باران" را] گفت و (برف, باد) را'))
    []
    """
    if is_code(line):
        yield 0, len(line)
        return
    at = 0
    inside = iter(code)
    known = next(inside, None)
    brackets = iter(brackets_of_data(line))
    bracket = next(brackets, None)
    kinds = _Kinds(line)
    while True:
        kind = kinds.first(at)
        while bracket is not None and bracket[0] < at:
            bracket = next(brackets, None)
        if kind is None and bracket is None:
            return
        start, end = _earlier(kind, bracket)
        while known is not None and known[1] <= start:
            known = next(inside, None)
        if known is not None and known[0] <= start:
            at = known[1]  # what it holds beyond the code may be a structure by itself
            continue
        yield start, end
        at = end


def _earlier(kind: tuple[int, int] | None, bracket: tuple[int, int] | None) -> tuple[int, int]:
    """Return the one that begins first, never empty; a kind that goes on into a bracket, as far as that."""
    if kind is None or (bracket is not None and bracket[0] <= kind[0]):
        assert bracket is not None
        return bracket
    start, end = kind
    if bracket is not None and start < bracket[0] < end < bracket[1]:
        return start, bracket[1]  # an assignment of a list
    return start, max(end, start + 1)


def may_hold_structure(text: str) -> bool:
    """Return False where a cheap look shows that no structure stands in the lines of *text*.

    >>> may_hold_structure("باد، باران (و برف)"), may_hold_structure("x = 1")
    (False, True)
    """
    return bool((_may_hold or STRUCTURE_HINT.search)(text))


_may_hold: Callable[[str], object] | None = None


def tell_kinds_by(kinds: Callable[[str], int], may_hold: Callable[[str], object] | None = None) -> None:
    """Have *kinds* tell which kinds may stand in a line, a bit for each in the order of `STRUCTURES`, and *may_hold*, if it is
    one, whether any may: the core has automata for it."""
    global _kinds_of, _may_hold
    _kinds_of, _may_hold = kinds, may_hold


def kinds_by_pieces(line: str) -> int:
    """Return the same by the pieces that a line must hold."""
    found = 0
    for number, (needs, hint, _) in enumerate(_KINDS):
        for pieces in needs:  # all() and any() would cost more than the look at the line
            for piece in pieces:
                if piece in line:
                    break
            else:
                break
        else:
            if hint is None or hint.search(line):
                found |= 1 << number
    return found


_kinds_of: Callable[[str], int] = kinds_by_pieces


class _Kinds:
    """The places of all kinds in a line, each looked for from where it was found last."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._next: list[tuple[re.Pattern[str], tuple[int, int]]] = []
        left = _kinds_of(line)
        for _, _, pattern in _KINDS:
            if left & 1:
                self._add(pattern, 0)
            left >>= 1

    def _add(self, pattern: re.Pattern[str], at: int) -> None:
        found = pattern.search(self._line, at)
        if found is not None:
            self._next.append((pattern, found.span()))

    def first(self, at: int) -> tuple[int, int] | None:
        """Return the span that begins first from *at* on; of several, that of the kind that is named first."""
        if any(start < at for _, (start, _) in self._next):
            waiting, self._next = self._next, []
            for pattern, (start, end) in waiting:
                if start < at:
                    self._add(pattern, at)
                else:
                    self._next.append((pattern, (start, end)))
        return min((span for _, span in self._next), key=lambda span: span[0], default=None)


def is_code(line: str) -> bool:
    """Return whether *line* is code or data from end to end: its Persian stands in strings, and other signs of code beside them.

    >>> is_code('var x = "باران";'), is_code('He said "باران" to us.'), is_code('گفت: "باران";')
    (True, False, False)
    """
    outside = without_strings(line)
    if outside == line or _ARABIC.search(outside):
        return False
    return _CODE_SIGN.search(outside) is not None or _ROW.fullmatch(line.strip()) is not None


def without_strings(line: str) -> str:
    """Return *line* without the strings of a program in it."""
    return _STRINGS.sub("", line) if '"' in line or "'" in line else line


__all__ = ["IN_LINE_HINT", "LOOKING_ON", "STRING", "STRUCTURES", "STRUCTURE_HINT"]
__all__ += ["is_code", "may_hold_structure", "structures", "without_strings"]
