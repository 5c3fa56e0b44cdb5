"""The export of Disqus: threads, one for each page of a site, and the comments in them."""

from __future__ import annotations

from collections.abc import Iterator

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import record
from textnorm.pages.records.xml import Node
from textnorm.pages.results import Post

DISQUS = "disqus:"


def disqus_posts(node: Node, threads: dict[str, Node]) -> Iterator[Post]:
    """Yield the comment that an item is; what is a thread is noted in *threads*, for those behind it.

    A comment has the title and the address of its page. Those that are deleted or spam are of the kind ``"trash"`` or
    ``"spam"``.
    """
    number = node.attributes.get("id", "")
    if node.tag == f"{DISQUS}thread":
        threads[number] = node
        return
    about = node.first(f"{DISQUS}thread")
    thread = threads.get(about.attributes.get("id", "") if about else "")
    author = node.first(f"{DISQUS}author")
    address = thread.said(f"{DISQUS}link") if thread else ""
    yield record(
        "\n".join(fragment_lines(node.said(f"{DISQUS}message"))),
        node.said(f"{DISQUS}createdAt"),
        number,
        author=author.said(f"{DISQUS}name", f"{DISQUS}username") if author else "",
        title=thread.said(f"{DISQUS}title") if thread else "",
        url=f"{address}#comment-{number}" if address else "",
        kind="spam" if _is(node, "isSpam") else "trash" if _is(node, "isDeleted") else "comment",
    )


def _is(node: Node, name: str) -> bool:
    return node.said(f"{DISQUS}{name}") == "true"
