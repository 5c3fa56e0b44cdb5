"""Letters and words that scrapers lose or glue together, each repaired only with evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from textnorm.lazy import lazy_pattern
from textnorm.pages.detectors.detector import heads, titles
from textnorm.pages.document import Document
from textnorm.pages.options import PageOptions
from textnorm.pages.results import Artefact

_ACRONYM = lazy_pattern(r"\((?<=[a-z]{3}\()(?=[A-Z]{2,30}\))")
#: inside a name: a capitalised word stands before or after it
_TWO_NAMES = lazy_pattern(r"(?<![\w./#@-])([A-Z][a-z]{2,19})([A-Z][a-z]{2,19})(?![\w./(:=-])")
_NAME = lazy_pattern(r"[A-Z][a-z]+ $")
_SEO = lazy_pattern(r"(?<=[.!?؟…])[\"”»']? ((?:[^\s.!?؟…,،:;]+ ){0,3}[^\s.!?؟…,،:;]+)$")
_ELLIPSIS = lazy_pattern(r"(?<=[a-zآ-ی])…(?=[A-Zآ-ی])")
#: drop caps of short words, whose rest is a word or a fragment of its own
_CAPS = {"he": "T", "his": "T", "hese": "T", "hen": "W", "hile": "W", "fter": "A", "hey": "T", "hat": "W"}
_LETTERS = lazy_pattern(r"[a-z]+")


def find_acronyms(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """``Corps(ABC)``."""
    for match in _ACRONYM.finditer(document.text) if document.look.may_have_acronyms else ():
        yield Artefact(match.start(), match.start(), "no-space-before-bracket", " ", "A")


def find_ellipses(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find an ellipsis without a space behind it; on request only."""
    for match in _ELLIPSIS.finditer(document.text):
        yield Artefact(match.end(), match.end(), "no-space-after-ellipsis", " ", "C")


def find_glued_names(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """``NovakPetra`` where the text has ``Novak Petra`` elsewhere."""
    found = _two_names(document.text, document.look.glued) if document.look.may_have_names else ()
    if not found:
        return
    often = Counter(match.group() for match in found)
    for match in found:
        apart = f"{match.group(1)} {match.group(2)}"
        named = _NAME.search(document.text, max(match.start() - 24, 0), match.start())
        if named and often[match.group()] == 1 and len(often) < 200 and apart in document.text:
            yield Artefact(match.end(1), match.end(1), "glued-words", " ", "B", apart)


def _two_names(text: str, humps: Iterable[int]) -> list[re.Match[str]]:
    """Return the words of two capitalised halves, of which the places of the second capitals are given."""
    found = []
    for hump in humps:
        start = hump - 1
        while start and hump - start < 20 and text[start].islower():
            start -= 1
        match = _TWO_NAMES.match(text, start)
        if match and match.start(2) == hump:
            found.append(match)
    return found


def find_keyword_tails(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the same few words of the title, glued to the end of two paragraphs."""
    found: list[tuple[int, int, str]] = []
    lines = document.lines
    long = [n for n in document.look.unended if lines[n][-1].isalnum()]
    for number in long if len(long) > 1 else ():
        line = lines[number]
        match = _SEO.search(line, max(len(line) - 80, 0))
        if match:
            end = document.starts[number] + document.raw[number].index(line) + len(line)
            found.append((end - len(match.group(1)) - 1, end, match.group(1)))
    if len(found) < 2:
        return
    often = Counter(words for _, _, words in found)
    folded = [title.casefold() for title in titles(document)]
    for start, end, words in found:
        if (
            often[words] > 1
            and len(words) > 4
            and not words.islower()
            and any(words.casefold() in title for title in folded)
        ):
            yield Artefact(start, end, "seo-tail", "", "B", words)


def find_drop_caps(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find the first letter of the lead, lost with its ornament."""
    if not document.look.may_have_leads:
        return
    lines = document.lines
    for head in heads(document, lambda head: any(_is_lead(lines[number]) for number in head[1:4])):
        number = next(number for number in head[1:4] if _is_lead(lines[number]))
        line = lines[number]
        first, _, rest = line.partition(" ")
        letter, evidence = _lost_letter(document.text, line, first, rest)
        if letter:
            start = document.starts[number] + document.raw[number].index(line)
            yield Artefact(start, start, "lost-drop-cap", letter, "B", evidence)


def _is_lead(line: str) -> bool:
    """Tell whether a line begins with a word in small letters."""
    return (
        "a" <= line[0] <= "z" and len(line) >= 12 and _LETTERS.fullmatch(line.partition(" ")[0]) is not None
    )


def _lost_letter(text: str, line: str, first: str, rest: str) -> tuple[str, str]:
    """Return the letter and its evidence: the rest of the words elsewhere, or the one word that fits."""
    phrase = " ".join(rest.split()[:4])
    if first in _CAPS and phrase[:1].isupper() and len(rest.split()) >= 3 and text.count(phrase) > 1:
        return _CAPS[first], phrase
    if len(first) < 4 or re.search(rf"(?<![^\W_]){first}(?![^\W_])", text.replace(line, "", 1)):
        return "", ""
    whole = set(re.findall(rf"(?<![^\W_])([A-Za-z]){first}(?![^\W_])", text))
    letters = {letter.upper() for letter in whole}
    if len(letters) == 1:
        letter = letters.pop()
        return letter, letter + first
    return "", ""


def find_quotes(document: Document, options: PageOptions) -> Iterator[Artefact]:
    """Find a space before a straight quote that closes, as the paragraph's quotes say."""
    for number in document.look.closing:
        if number not in document.fenced:
            yield from _closing(document.raw[number], document.starts[number])


def _closing(raw: str, offset: int) -> Iterator[Artefact]:
    places = [match.start() for match in re.finditer('"', raw)]
    if len(places) % 2 or any(not _opens(raw, place) for place in places[::2]):
        return
    for place in places[1::2]:
        after = raw[place + 1 : place + 2]
        ends = after == "(" or (raw[place - 2 : place - 1] in tuple(".!?,…") and after in ("", " ", ".", ","))
        if raw[place - 1 : place] == " " and place > 1 and ends:
            wanted = '" ' if after == "(" else '"'
            yield Artefact(
                offset + place - 1,
                offset + place + 1,
                "space-before-quote",
                wanted,
                "B",
                "the paragraph's quotes",
            )


def _opens(raw: str, place: int) -> bool:
    """Tell whether a straight quote can be an opening one."""
    before, after = raw[place - 1 : place] if place else "", raw[place + 1 : place + 2]
    return (not before or not before.isalnum()) and bool(after) and not after.isspace()
