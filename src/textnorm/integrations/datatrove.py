"""textnorm as steps of a datatrove pipeline (extra ``datatrove``), under any of its executors.

    pipeline = [JsonlReader("pages"), CleanStep(), NormaliseStep(EDITORIAL), DateStep(), JsonlWriter("out")]

Each document comes out with the text that the plain function gives for it, in the order in which it came. A
document without text passes through; one on which a function fails passes through unchanged, with the reason
in its metadata under ``textnorm_error``. The options travel with the step by value. Each step counts its
``documents``, those ``changed``, ``missing`` (no text) and ``failed``, and the ``characters`` it read;
datatrove merges the statistics of all tasks, and runs a task again that was interrupted. Its ``stats.json``
holds the tasks of the last run only: after an interruption, ``merge_stats LOGS/stats`` merges those of all.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.utils.stats import Stats

import textnorm
from textnorm import STANDARD, DateOptions, Options, PageOptions
from textnorm.integrations import plain_data
from textnorm.integrations.rows import attempt, checked

ERROR_KEY = "textnorm_error"


class _Step(PipelineStep):
    """Runs over documents, minds the missing and the bad ones, keeps count. What it does to one: `work`."""

    type = "textnorm"

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        # one step may run several tasks, each of which reports for itself
        self.stats = Stats(str(self))
        for document in data or ():
            self.stat_update("documents")
            if document.text is None:
                self.stat_update("missing")
            else:
                self._over(document)
            yield document

    def _over(self, document: Document) -> None:
        before = document.text
        self.stat_update("characters", value=len(before), unit="document")
        with self.track_time():
            error = attempt(partial(self.work, document), before).error
        if error is not None:
            document.text = before
            document.metadata[ERROR_KEY] = f"{self.name}: {error}"
            self.stat_update("failed")
        elif document.text != before:
            self.stat_update("changed")

    @abstractmethod
    def work(self, document: Document, text: str) -> None:
        """Change the document, whose text is *text*."""


class NormaliseStep(_Step):
    """`textnorm.normalise` on the text of each document.

    With *changes_key*, the changes are kept in the metadata under that name, as dicts, and the statistics
    count them by rule; this is what `textnorm.explain` gives, at about half the speed.
    """

    name = "normalise"

    def __init__(self, options: Options = STANDARD, *, changes_key: str | None = None) -> None:
        super().__init__()
        self.options = options
        checked(partial(textnorm.normalise, options=options))
        self.changes_key = changes_key

    def work(self, document: Document, text: str) -> None:
        if self.changes_key is None:
            document.text = textnorm.normalise(text, self.options)
            return
        explained = plain_data.explained(text, self.options)
        document.text = explained["text"]
        document.metadata[self.changes_key] = explained["changes"]
        for rule, count in explained["counts"].items():
            self.stat_update(f"changes by {rule}", value=count)


class CleanStep(_Step):
    """`textnorm.clean` on the text of each document."""

    name = "clean"

    def __init__(self, options: PageOptions | None = None) -> None:
        super().__init__()
        self.options = options or PageOptions()
        checked(partial(textnorm.clean, options=self.options))

    def work(self, document: Document, text: str) -> None:
        document.text = textnorm.clean(text, self.options)


class PostStep(_Step):
    """The posts of pages of HTML, as datatrove's ``WarcReader`` gives them, each a document of its own.

    What `textnorm.read_html` finds, the address in the metadata being that of the page: the text is the body, the
    metadata is that of the page with ``title``, ``author``, ``date`` and the other fields of `textnorm.Post` below
    *key*, and the id that of the page with the number of the post. A page without posts gives none and is counted as
    ``empty``; one that cannot be read passes through unchanged, as with the other steps. Needs the extra ``html``.
    """

    name = "posts"

    def __init__(self, options: PageOptions | None = None, *, key: str = "post") -> None:
        super().__init__()
        self.options = options or PageOptions()
        checked(partial(textnorm.read_html, options=self.options))
        self.key = key

    def run(self, data: Iterable[Document] | None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        for document in super().run(data, rank, world_size):
            yield from document.metadata.pop(_POSTS, [document])

    def work(self, document: Document, text: str) -> None:
        page = textnorm.read_html(text, self.options, url=document.metadata.get("url"))
        self.stat_update("found", value=len(page.posts), unit="document")
        if not page.posts:
            self.stat_update("empty")
        document.metadata[_POSTS] = [
            self._document(document, number, post) for number, post in enumerate(page.posts)
        ]

    def _document(self, page: Document, number: int, post: textnorm.Post) -> Document:
        fields = asdict(post)
        body = fields.pop("body")
        about = {name: _as_json(value) for name, value in fields.items()}
        return Document(text=body, id=f"{page.id}/{number}", metadata={**page.metadata, self.key: about})


#: where the posts of a page wait for their turn
_POSTS = "textnorm_posts"


def _as_json(value: Any) -> Any:
    """Return a day as JSON can hold it, and what else there is as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value


class DateStep(_Step):
    """The dates of each document, in its metadata under *key*; with *convert*, in the text as well.

    The metadata is a list of dicts with the fields of `textnorm.FoundDate`, days as ``YYYY-MM-DD``; their
    offsets are those of the text before it is converted.
    """

    name = "dates"

    def __init__(
        self, options: DateOptions | None = None, *, key: str = "dates", convert: bool = False
    ) -> None:
        super().__init__()
        self.options = options or DateOptions()
        checked(partial(textnorm.convert_dates, options=self.options))
        self.key = key
        self.convert = convert

    def work(self, document: Document, text: str) -> None:
        found = plain_data.dates(text, self.options)
        document.metadata[self.key] = [_written(date) for date in found]
        self.stat_update("found", value=len(found), unit="document")
        if self.convert:
            document.text = textnorm.convert_dates(text, self.options)


def _written(found: dict[str, Any]) -> dict[str, Any]:
    """Return the date as JSON can hold it."""
    return found | {"date": _as_json(found["date"])}
