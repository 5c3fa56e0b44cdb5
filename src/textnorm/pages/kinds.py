"""The kinds of artefacts, each with its reason: what reports say, and what ``ignore`` may name."""

from __future__ import annotations

from collections.abc import Iterable

#: kind: why it is no part of the text
KINDS = {
    "blank-lines": "one blank line is enough",
    "nbsp": "a no-break space is a space",
    "title-again": "the title is said twice",
    "caption-again": "a caption is said twice",
    "title-glued": "a title line stands inside a sentence",
    "breadcrumb": "the way to the page is no text",
    "image-url": "the address of an image is no text",
    "read-more": "a link of the template",
    "mobile-version": "a link of the template",
    "end-mark": "the sign-off of a news agency",
    "also-read": "a link to another page",
    "widget-tail": "furniture below the text",
    "site-line": "most pages of the site repeat the line",
    "furniture": "the page model takes the line for no part of the article",
    "lost-drop-cap": "the lead lost its ornamented first letter",
    "glued-words": "the words stand apart elsewhere in the text",
    "seo-tail": "key words of the title are glued to the ends of paragraphs",
    "no-space-before-bracket": "a space stands between a word and the acronym in brackets",
    "no-space-after-ellipsis": "a space stands between an ellipsis and the next sentence",
    "space-before-quote": "no space stands before a quote that closes",
}


def artefact_kinds() -> dict[str, str]:
    """Every kind of artefact that `clean` knows, with the reason why it goes.

    These are the words that ``PageOptions(ignore=…)`` takes, and those that reports count.

    >>> artefact_kinds()["title-again"]
    'the title is said twice'
    """
    return dict(KINDS)


def check_kinds(names: Iterable[str]) -> None:
    """Refuse a name that is no kind, with the nearest one that is: ``ValueError``."""
    for unknown in sorted(set(names) - KINDS.keys()):
        from difflib import get_close_matches

        near = get_close_matches(unknown, KINDS, 1)
        hint = f"did you mean {near[0]!r}?" if near else "see textnorm.artefact_kinds()"
        raise ValueError(f"unknown kind of artefact {unknown!r} in ignore; {hint}")
