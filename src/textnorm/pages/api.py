"""clean(), explain_clean() and find_artefacts(): every detector, in passes, until nothing is left to repair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import chain, repeat

from textnorm.arguments import check_options, check_text
from textnorm.edits import Edit
from textnorm.explained import Explained
from textnorm.pages.composer import Composer, drop_overlaps, to_fixed_point
from textnorm.pages.content.post_days import with_days
from textnorm.pages.content.segment import kept_lines
from textnorm.pages.detectors import STAGES, Detector
from textnorm.pages.document import Document, Known
from textnorm.pages.inline_cuts import sentences
from textnorm.pages.options import DEFAULT, PageOptions
from textnorm.pages.results import Artefact

#: a repair can bring two more artefacts together; real pages need two passes, so this is only a fuse
_PASSES = 12
#: why lines go that the page model takes for no text
_BOILERPLATE = Artefact(0, 0, "boilerplate", "", "B", "page model")
#: the numbers of all stages of detectors, and of those before the page model: whitespace, lines of the site
_ALL, _BEFORE = range(len(STAGES)), range(2)


class Cleaning:
    """One page on its way through the passes: its document now, and what was done to it."""

    def __init__(
        self,
        text: str,
        options: PageOptions,
        *,
        reading: bool = False,
        record: bool = True,
        known: Known | None = None,
    ) -> None:
        check_options(options, PageOptions)
        self.options = options
        self.reading = reading
        self.source = text
        self.composer = Composer(text, record=record)
        self.document = Document(text, known)
        #: the text in which the careful detectors found nothing more
        self._settled: str | None = None
        #: by stage, the text in which it found nothing
        self._nothing: dict[int, str] = {}

    def run(self) -> Composer:
        """Clean the page: the page model, then the careful detectors, until neither finds more."""
        self.prepare()
        if self.options.mode == "careful":
            self.careful()
        else:
            to_fixed_point([self._whole], _PASSES, "page model and detectors")
        return self.composer

    def prepare(self) -> None:
        """Take out whitespace and the lines of the site, which the page model should not see."""
        self._stages(_BEFORE)

    def judge(self, document: Document | None = None) -> list[bool] | None:
        """Ask the page model which lines are text; None when the page does not look like a naive scrape.

        They are seen as they stand in another *document* where one is given, which has as many.
        """
        mode = "read" if self.reading and self.options.mode == "auto" else self.options.mode
        return kept_lines(document or self.document, mode, reading=self.reading)

    def careful(self) -> bool:
        """Run the careful detectors to their end; tell whether they changed anything."""
        before = self.composer.text
        if before != self._settled:
            self._stages(_ALL)
            self._settled = self.composer.text
        return self.composer.text != before

    def _whole(self) -> bool:
        """Run the page model, then the careful detectors to their end."""
        judged = None if "boilerplate" in self.options.ignore else self._judged()
        changed = judged is not None and self._drop_but(judged)
        return self.careful() or changed

    def _judged(self) -> list[bool] | None:
        """Ask the page model about the lines as they stand, or about the sentences that they are pieces of."""
        rows = sentences(self.document)
        if rows is None:
            return self.judge()
        lines = self.document.lines
        judged = self.judge(Document("\n".join(" ".join(lines[n] for n in row) for row in rows)))
        sizes = [len(row) for row in rows if lines[row[0]]]
        return judged and [*chain.from_iterable(map(repeat, judged, sizes))]

    def _drop_but(self, judged: Sequence[bool]) -> bool:
        """Take out the lines that are no text, but days of posts."""
        numbers = self.document.nonblank
        kept = with_days([self.document.lines[number] for number in numbers], judged)
        return self._drop([number for number, stays in zip(numbers, kept, strict=True) if not stays])

    def _drop(self, numbers: Sequence[int]) -> bool:
        """Take out the lines that the page model takes for no text."""
        if not numbers:
            return False
        self.composer.drop(self.document.spans(numbers), _BOILERPLATE)
        self.document = Document(self.composer.text, self.document.known)
        return True

    def _stages(self, stages: Sequence[int]) -> None:
        """Run stages of detectors, by their numbers, one after the other, until none changes anything."""
        to_fixed_point([partial(self._run, stage) for stage in stages], _PASSES, "page detectors")

    def _run(self, stage: int) -> bool:
        options, text = self.options, self.composer.text
        if self._nothing.get(stage) is text:
            return False
        asked = _asked_of(stage, options.certain, options.ignore)
        found = (a for detector in asked for a in detector.find(self.document, options))
        wanted = [a for a in found if a.certainty in options.certain]
        if not self.make(drop_overlaps(wanted)):
            self._nothing[stage] = text
            return False
        return True

    def make(self, found: Sequence[Artefact]) -> bool:
        """Make some edits; tell whether they changed anything."""
        if not found:
            return False
        before = self.composer.text
        self.composer.apply(found)
        self.document = Document(self.composer.text, self.document.known)
        return self.composer.text != before


@lru_cache(64)
def _asked_of(stage: int, certain: str, ignore: frozenset[str]) -> Sequence[Detector]:
    """Return the detectors of a stage that can find what options ask for."""
    least = max(certain, default="")
    return [d for d in STAGES[stage] if d.certainty[0] <= least and d.kind not in ignore]


def find_artefacts(text: str, options: PageOptions = DEFAULT) -> list[Artefact]:
    """List the artefacts of scraping in a text, as edits of it: sorted, disjoint, each with its reason.

    What is found depends on ``options``; repairs of certainty ``"C"`` are listed only when asked for.
    Unbalanced quotes, cut headings and typing errors of the source are never touched.

    >>> [(a.kind, a.start, a.end) for a in find_artefacts("Rain is expected on the coast.\\n\\nRead More")]
    [('read-more', 31, 41)]
    """
    check_text(text)
    return Cleaning(text, options).run().artefacts()


def clean(text: str, options: PageOptions = DEFAULT) -> str:
    """Return the text without the artefacts of scraping.

    A clean article comes out letter for letter, only whitespace at its end may go; of a whole page, with
    menus or footers at its edges, the article stays.
    Doing it twice changes nothing more. ``TypeError`` for bytes.

    >>> clean("City win the cup\\n\\n\\nCity win the cup\\n\\nThe match was long.\\n\\nExit mobile version")
    'City win the cup\\n\\nThe match was long.\\n'
    """
    check_text(text)
    return Cleaning(text, options, record=False).run().text


class Cleaner:
    """Cleans the states of one page in turn: what is found out about a line is kept for the next."""

    def __init__(self, options: PageOptions) -> None:
        self._options = options
        self._known: Known = {}

    def clean(self, text: str) -> str:
        """Return what `clean` gives."""
        return Cleaning(text, self._options, record=False, known=self._known).run().text

    def edits(self, text: str) -> tuple[str, list[Edit]]:
        """Return what `clean` gives, and the edits of the text that make it."""
        done = Cleaning(text, self._options, known=self._known).run()
        return done.text, done.edits()


def explain_clean(text: str, options: PageOptions = DEFAULT) -> Explained:
    """Do what `clean` does, and return every change: where in the source, and the kinds of artefact as its rules.

    ``explain_clean(x).text == clean(x)``, with the same options and errors; its changes have the spans of
    ``find_artefacts(x)``.

    >>> explain_clean("Rain is expected on the coast.\\n\\nRead More").changes[-1].after
    ''
    """
    check_text(text)
    return Cleaning(text, options).run().explained()
