"""What Ghost exports of a site as JSON: its posts and pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.fields import identity, inner, listed, record, said
from textnorm.pages.results import Post


def is_ghost(value: Any) -> bool:
    """Tell whether a value is such an export."""
    first = next(iter(listed(value, "db")), {}) if isinstance(value, dict) else {}
    return isinstance(inner(first, "data").get("posts"), list)


def ghost_posts(value: Any) -> Iterator[Post]:
    """Yield the posts and pages of a site, with the names of their authors and tags; drafts are told by their kind."""
    for site in listed(value, "db"):
        data = inner(site, "data")
        authors = _joined(data, "posts_authors", "author_id", "users")
        tags = _joined(data, "posts_tags", "tag_id", "tags")
        users = {identity(user.get("id")): said(user, "name") for user in listed(data, "users")}
        for post in listed(data, "posts"):
            number = identity(post.get("id"))
            html = said(post, "html")
            kind, status = (
                said(post, "type") or ("page" if post.get("page") else "post"),
                said(post, "status"),
            )
            names = authors[number] or [users.get(identity(post.get("author_id")), "")]
            yield record(
                "\n".join(fragment_lines(html) if html else said(post, "plaintext").split("\n")).strip(),
                post.get("published_at") or post.get("created_at"),
                number,
                author=("، " if any(name > "\u0600" for name in names) else ", ").join(names),
                title=said(post, "title"),
                tags=tags[number],
                url=said(post, "canonical_url"),
                changed=post.get("updated_at"),
                kind=kind
                if status in ("", "published", "sent")
                else status
                if kind == "post"
                else f"{kind}-{status}",
            )


def _joined(data: dict[str, Any], table: str, key: str, others: str) -> defaultdict[str | None, list[str]]:
    """Return, for each post, the names of what a table joins to it; what is for the site alone begins with «#»."""
    names = {identity(one.get("id")): said(one, "name") for one in listed(data, others)}
    found: defaultdict[str | None, list[str]] = defaultdict(list)
    for row in sorted(listed(data, table), key=lambda row: _order(row.get("sort_order"))):
        name = names.get(identity(row.get(key)), "")
        if name and not name.startswith("#"):
            found[identity(row.get("post_id"))].append(name)
    return found


def _order(value: Any) -> int:
    return value if isinstance(value, int) else 0
