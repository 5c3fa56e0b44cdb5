"""clean(), explain_clean() and find_artefacts(): every detector, in passes, until nothing is left to repair."""

from __future__ import annotations

from collections.abc import Sequence

from textnorm.explained import Explained
from textnorm.pages.composer import Composer, drop_overlaps, to_fixed_point
from textnorm.pages.content.segment import whole_page
from textnorm.pages.detectors import STAGES, Detector
from textnorm.pages.document import Document, check_text
from textnorm.pages.options import CAREFUL, PageOptions
from textnorm.pages.posts.keep_metadata import rescued
from textnorm.pages.results import Artefact

#: a repair can bring two more leftovers together; real pages need two passes, so this is only a fuse
_PASSES = 12


class Cleaning:
    """One page on its way through the passes: its document now, and what was done to it."""

    def __init__(self, text: str, options: PageOptions, *, rescue: bool = False) -> None:
        self.options = options
        self.composer = Composer(text)
        self.document = Document(text)
        self._rescue = rescue

    def run(self) -> Composer:
        """Clean the page: the page model, then the careful detectors, until neither finds more."""
        to_fixed_point(self._careful if self.options.mode == "careful" else self._whole, _PASSES)
        return self.composer

    def _whole(self) -> bool:
        """Run the page model, then the careful detectors to their end."""
        keep = rescued if self._rescue else None
        found = whole_page(self.document, self.options, keep)
        changed = self._make([a for a in found if a.kind not in self.options.ignore])
        before = self.composer.text
        to_fixed_point(self._careful, _PASSES)
        return changed or self.composer.text != before

    def _careful(self) -> bool:
        """Run each stage of detectors once."""
        changed = [self._make(self._found(stage)) for stage in STAGES]
        return any(changed)

    def _found(self, stage: Sequence[Detector]) -> list[Artefact]:
        options = self.options
        found = (a for detector in stage for a in detector.find(self.document, options))
        return drop_overlaps(
            a for a in found if a.certainty in options.certain and a.kind not in options.ignore
        )

    def _make(self, found: Sequence[Artefact]) -> bool:
        if not found:
            return False
        before = self.composer.text
        self.composer.apply(found)
        self.document = Document(self.composer.text)
        return self.composer.text != before


def find_artefacts(text: str, options: PageOptions = CAREFUL) -> list[Artefact]:
    """List the leftovers of scraping in a text, as edits of it: sorted, disjoint, each with its reason.

    What is found depends on ``options``; repairs of certainty ``"C"`` are listed only when asked for.
    Unbalanced quotes, cut headings and typing errors of the source are never touched.

    >>> [(a.kind, a.start, a.end) for a in find_artefacts("Rain is expected on the coast.\\n\\nRead More")]
    [('read-more', 31, 41)]
    """
    check_text(text)
    return Cleaning(text, options).run().artefacts()


def clean(text: str, options: PageOptions = CAREFUL) -> str:
    """Return the text without the leftovers of scraping.

    Careful by default: a clean article comes out letter for letter, only blank space at its end may go.
    Doing it twice changes nothing more. ``TypeError`` for bytes.

    >>> clean("City win the cup\\n\\n\\nCity win the cup\\n\\nThe match was long.\\n\\nExit mobile version")
    'City win the cup\\n\\nThe match was long.\\n'
    """
    check_text(text)
    return Cleaning(text, options).run().text


def explain_clean(text: str, options: PageOptions = CAREFUL) -> Explained:
    """Like `clean`, with every change: where in the source, and the kinds of artefact as its rules.

    ``explain_clean(x).text == clean(x)``, with the same options and errors; its changes have the spans of
    ``find_artefacts(x)``.

    >>> explain_clean("Rain is expected on the coast.\\n\\nRead More").changes[-1].after
    ''
    """
    check_text(text)
    return Cleaning(text, options).run().explained()
