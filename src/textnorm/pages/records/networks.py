"""What Mastodon (ActivityPub), Twitter (X), Instagram and Facebook export: a post of a member as a post."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from textnorm.pages.markup.builder import fragment_lines
from textnorm.pages.records.chats import meta_text
from textnorm.pages.records.fields import inner, listed, record, said
from textnorm.pages.results import Post

_TAG = re.compile(r"(?:^|(?<=\s))#(\w{1,100})")
#: how the files of Twitter's archive begin
_ARCHIVE = re.compile(r"\s*window\.YTD\.\w{1,40}\.part\d{1,4}\s?=\s?")
_COLLECTIONS = frozenset(("OrderedCollection", "OrderedCollectionPage", "Collection", "CollectionPage"))


def is_outbox(value: Any) -> bool:
    """Tell whether a value is the outbox of an account of Mastodon, or another collection of ActivityPub."""
    if not isinstance(value, dict) or value.get("type") not in _COLLECTIONS:
        return False
    return isinstance(value.get("orderedItems", value.get("items")), list)


def outbox_posts(value: Any) -> Iterator[Post]:
    """Yield what a member wrote; what only shares a post of another is of the kind ``service``, its address the text."""
    items = value.get("orderedItems", value.get("items"))
    for activity in listed(items):
        note = inner(activity, "object") or activity
        if activity.get("type") == "Announce":
            yield _shared(activity)
            continue
        lines = fragment_lines(said(note, "content"))
        warning = " ".join(fragment_lines(said(note, "summary")))
        languages = list(inner(note, "contentMap"))
        yield record(
            "\n".join(lines),
            note.get("published") or activity.get("published"),
            note.get("id") or activity.get("id"),
            author=said(note, "attributedTo") or said(activity, "actor"),
            title=said(note, "name") or warning,
            tags=[said(tag, "name") for tag in listed(note, "tag") if tag.get("type") == "Hashtag"],
            url=said(note, "url"),
            changed=note.get("updated"),
            language=languages[0] if len(languages) == 1 else "",
            kind="comment" if note.get("inReplyTo") else "post",
        )


def _shared(activity: dict[str, Any]) -> Post:
    address = said(activity, "object") or said(inner(activity, "object"), "id", "url")
    return record(
        address, activity.get("published"), activity.get("id"), author=said(activity, "actor"), kind="service"
    )


def is_archive(text: str) -> bool:
    """Tell whether a text is a file of Twitter's archive."""
    return _ARCHIVE.match(text) is not None


def archived(text: str) -> Any:
    """Return the value of a file of Twitter's archive, which is a program of one assignment."""
    start = _ARCHIVE.match(text)
    return json.loads(text[start.end() if start else 0 :].rstrip().rstrip(";"))


def is_tweets(value: Any) -> bool:
    """Tell whether a value is a list of tweets."""
    first = next(iter(listed(value)), {})
    return bool(_text_of_tweet(inner(first, "tweet") or first)) and "created_at" in (
        inner(first, "tweet") or first
    )


def tweets(value: Any) -> Iterator[Post]:
    """Yield the tweets of an archive; shortened addresses in them are written out, those of pictures go."""
    for one in listed(value):
        tweet = inner(one, "tweet") or one
        entities = inner(tweet, "entities")
        text = _text_of_tweet(tweet)
        for link in listed(entities, "urls"):
            if said(link, "url"):
                text = text.replace(said(link, "url"), said(link, "expanded_url") or said(link, "url"))
        for picture in listed(entities, "media"):
            text = text.replace(said(picture, "url") or "\0", "").strip()
        yield record(
            html.unescape(text),
            tweet.get("created_at"),
            tweet.get("id_str", tweet.get("id")),
            tags=[said(tag, "text") for tag in listed(entities, "hashtags")],
            language=said(tweet, "lang").replace("und", ""),
            kind="comment" if tweet.get("in_reply_to_status_id_str") else "post",
        )


def _text_of_tweet(tweet: dict[str, Any]) -> str:
    return said(tweet, "full_text", "text")


def is_meta_posts(value: Any) -> bool:
    """Tell whether a value is what Instagram or Facebook export of a member's posts."""
    first = next(iter(_meta_items(value)), {})
    is_instagram = bool(listed(first, "media")) and "creation_timestamp" in (
        first | listed(first, "media")[0]
    )
    return is_instagram or ("creation_timestamp" in first and "uri" in first) or _is_of_facebook(first)


def _is_of_facebook(item: dict[str, Any]) -> bool:
    return "timestamp" in item and ("data" in item or "attachments" in item)


def _meta_items(value: Any) -> list[dict[str, Any]]:
    """Return the posts in a value: a list of them, or an object that holds one under a name of Instagram's."""
    if isinstance(value, dict):
        groups = [
            found for name, found in value.items() if name.startswith("ig_") and isinstance(found, list)
        ]
        return listed(groups[0]) if len(groups) == 1 else []
    return listed(value)


def meta_posts(value: Any) -> Iterator[Post]:
    """Yield the posts that Instagram or Facebook export of a member."""
    for item in _meta_items(value):
        media = listed(item, "media")
        first = media[0] if media else {}
        if _is_of_facebook(item):
            text = "\n".join(filter(None, (meta_text(one, "post") for one in listed(item, "data"))))
        else:
            text = meta_text(item, "title") or meta_text(first, "title")
        when = next(
            (
                v
                for v in (
                    item.get("creation_timestamp"),
                    item.get("timestamp"),
                    first.get("creation_timestamp"),
                )
                if v
            ),
            None,
        )
        yield record(text, when, None, tags=_TAG.findall(text))
