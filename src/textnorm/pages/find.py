"""find_artefacts() and clean(): every careful rule, in passes, until nothing is left to repair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textnorm.pages import blanks, furniture, glue, repeats
from textnorm.pages.artefact import Artefact, apply, composed, disjoint
from textnorm.pages.heads import heads_of
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.pages.sheet import Sheet
from textnorm.pages.site_lines import find_site_lines
from textnorm.pages.whole import whole_page

#: a repair can bring two more leftovers together; real pages need two passes, so this is only a fuse
_PASSES = 12


def check_text(text: object) -> None:
    """Refuse what is no text, and say what to do."""
    if not isinstance(text, str):
        raise TypeError(
            f"text must be a str, not {type(text).__name__}: decode it first, for example as UTF-8"
        )


def _structure(sheet: Sheet, options: PageOptions) -> Iterator[Artefact]:
    heads = heads_of(sheet)
    for head in heads:
        yield from furniture.find_breadcrumb(sheet, head)
        yield from repeats.find_titles(sheet, head[: repeats.HEAD])
    titles = _titles(sheet, heads)
    yield from repeats.find_captions(sheet)
    yield from repeats.find_glued(sheet, titles)
    yield from furniture.find_images(sheet)
    yield from furniture.find_phrases(sheet, options)
    yield from glue.find_drop_caps(sheet, heads)
    yield from glue.find_camels(sheet)
    yield from glue.find_seo(sheet, titles)
    yield from glue.find_acronyms(sheet)
    yield from glue.find_quotes(sheet)
    if "C" in options.certain:
        yield from glue.find_ellipses(sheet)


def _titles(sheet: Sheet, heads: Sequence[Sequence[int]]) -> list[str]:
    """The lines that may be titles: the first of each head, a bounded number of them."""
    lines = [sheet.lines[number] for head in heads[:8] for number in head[:2]]
    return list(dict.fromkeys(line for line in lines if 8 < len(line) < 200))


def _site_lines(sheet: Sheet, options: PageOptions) -> Iterator[Artefact]:
    return find_site_lines(sheet, options.site)


def _blanks(sheet: Sheet, options: PageOptions) -> Iterator[Artefact]:
    return blanks.find_blanks(sheet)


def _wanted(artefacts: Iterator[Artefact], options: PageOptions) -> list[Artefact]:
    return disjoint(a for a in artefacts if a.certainty in options.certain and a.kind not in options.ignore)


def _careful(text: str, options: PageOptions) -> Iterator[list[Artefact]]:
    """The edits of each pass, each in terms of the text after the one before."""
    for _ in range(_PASSES):
        before = text
        sheet = Sheet(text)
        for rules in (_blanks, _site_lines, _structure):
            edits = _wanted(rules(sheet, options), options)
            if edits:
                yield edits
                text = apply(text, edits)
                sheet = Sheet(text)
        if text == before:
            return


def find_artefacts(text: str, options: PageOptions = CAREFUL) -> list[Artefact]:
    """The leftovers of scraping in a text, as edits of it: sorted, disjoint, each with its reason.

    What is found depends on ``options``; repairs of certainty ``"C"`` are listed only when asked for.
    Unbalanced quotes, cut headings and typing errors of the source are never touched.

    >>> [(a.kind, a.start, a.end) for a in find_artefacts("Rain is expected on the coast.\\n\\nRead More")]
    [('read-more', 31, 41)]
    """
    check_text(text)
    return found_for(text, options)


def found_for(text: str, options: PageOptions, rescue: bool = False) -> list[Artefact]:
    """find_artefacts(), and for ``read_page`` with the lines it needs saved from the page model."""
    found: list[Artefact] = []
    between = text
    for edits in passes(text, options, rescue):
        found = composed(between, found, edits) if found else edits
        between = apply(between, edits)
    return found


def passes(text: str, options: PageOptions, rescue: bool = False) -> Iterator[list[Artefact]]:
    if options.mode == "careful":
        yield from _careful(text, options)
        return
    for _ in range(_PASSES):
        before = text
        if furniture := [a for a in whole_page(text, options, rescue) if a.kind not in options.ignore]:
            yield furniture
            text = apply(text, furniture)
        for edits in _careful(text, options):
            yield edits
            text = apply(text, edits)
        if text == before:
            return


def clean(text: str, options: PageOptions = CAREFUL) -> str:
    """The text without the leftovers of scraping.

    Careful by default: a clean article comes out letter for letter, only blank space at its end may go.
    Doing it twice changes nothing more. ``TypeError`` for bytes.

    >>> clean("City win the cup\\n\\n\\nCity win the cup\\n\\nThe match was long.\\n\\nExit mobile version")
    'City win the cup\\n\\nThe match was long.\\n'
    """
    check_text(text)
    for edits in passes(text, options):
        text = apply(text, edits)
    return text
