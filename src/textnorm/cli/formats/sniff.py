"""Look at the first bytes of a file to see what it is."""

from __future__ import annotations

import re

from textnorm.cli.formats.telegram_escapes import repaired_escapes
from textnorm.cli.io.encodings import SAMPLE

_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_HTML_MARKS = (b"<!doctype html", b"<html")
_DATE_SIGNS = (b"/", b".", b"-")
_FEED_MARKS = (b"<rss", b"<feed", b"xmlns:wp=")


def is_parquet(head: bytes) -> bool:
    """Say whether a file is Parquet."""
    return head.startswith(b"PAR1")


def is_pdf(head: bytes) -> bool:
    """Say whether a file is PDF."""
    return head[:64].lstrip().startswith(b"%PDF-")


def is_html(path: str, head: bytes) -> bool:
    """Say whether a file is a page of HTML, by its name or its first bytes.

    >>> is_html("a.HTM", b""), is_html("-", b"  <!DOCTYPE html>"), is_html("-", b"<p> is a tag")
    (True, True, False)
    """
    start = head[:64].lstrip().lower()
    return path.lower().endswith(_HTML_SUFFIXES) or start.startswith(_HTML_MARKS)


def is_mhtml(head: bytes) -> bool:
    """Say whether a file is a page that a browser saved as one message.

    >>> is_mhtml(b"From: <Saved by Blink>\\nMIME-Version: 1.0\\nContent-Type: multipart/related;\\n"), is_mhtml(b"From: me")
    (True, False)
    """
    start = head[:2000].lower()
    return b"mime-version:" in start and b"content-type: multipart/related" in start and b":" in start[:40]


def is_warc(head: bytes) -> bool:
    """Say whether a file is a web archive."""
    return head.startswith(b"WARC/")


def is_whatsapp(head: bytes) -> bool:
    """Say whether a text is a chat that WhatsApp exported."""
    if not any(digit in head[:80] for digit in _DATE_SIGNS):
        return False
    from textnorm.pages.records.whatsapp import is_chat

    return is_chat(head.decode("utf-8", "ignore"))


def is_tweets(head: bytes) -> bool:
    """Say whether a file is one of Twitter's archive.

    >>> is_tweets(b"window.YTD.tweets.part0 = [ {"), is_tweets(b"window.x = 1")
    (True, False)
    """
    if not head.lstrip().startswith(b"window.YTD."):
        return False
    from textnorm.pages.records.networks import is_archive

    return is_archive(head.decode("utf-8", "ignore"))


def is_mail(head: bytes) -> bool:
    """Say whether a file is a message, or a folder of them as mbox."""
    if not head.lstrip()[:1].isalpha() or b":" not in head[:200]:
        return False
    from textnorm.pages.records.mail import is_mail

    return is_mail(head)


def is_forum_print(head: bytes) -> bool:
    """Say whether a text is what the print page of SMF writes."""
    if b":" not in head[:2000]:
        return False
    from textnorm.pages.posts.boards import is_board

    return is_board(head.decode("utf-8", "ignore"))


def is_feed(head: bytes) -> bool:
    """Say whether a file is RSS, Atom or an export of WordPress.

    >>> is_feed(b'<?xml version="1.0"?><rss>'), is_feed(b"<p> <rss>"), is_feed(b"text")
    (True, True, False)
    """
    return head.lstrip()[:1] == b"<" and any(mark in head for mark in _FEED_MARKS)


def is_table_or_front_matter(head: bytes) -> bool:
    """Say whether a file is a table of records that is known by its columns, one post with front matter, or a dump of MySQL.

    >>> is_table_or_front_matter(b"Date,Link,Message\\n"), is_table_or_front_matter(b"---\\ntitle: Rain\\n---\\n")
    (True, True)
    """
    text = head.decode("utf-8", "ignore")
    if text.startswith(("---", "+++")):
        from textnorm.pages.records.front_matter import is_front_matter

        if is_front_matter(text):
            return True
    if text.startswith(("--", "/*", "#")):
        from textnorm.pages.records.sql_dumps import is_dump

        return is_dump(text)
    if "," not in text.partition("\n")[0]:
        return False
    from textnorm.pages.records.known_tables import table_of

    return table_of(text) is not None


def is_xml_of_records(head: bytes) -> bool:
    """Say whether a file is an export of Disqus or of Evernote, a list of feeds or a sitemap.

    >>> is_xml_of_records(b'<?xml version="1.0"?><disqus>'), is_xml_of_records(b"<p> is a tag")
    (True, False)
    """
    return head.lstrip()[:1] == b"<" and any(
        mark in head[:2000] for mark in (b"<disqus", b"<opml", b"<en-export", b"<urlset", b"<sitemapindex")
    )


def json_kind(head: bytes) -> str:
    """Return ``jsonl`` for records one a line, ``json`` for the start of one value, ``text`` for neither.

    >>> json_kind(b'{"a": 1}\\n{"a": 2}\\n'), json_kind(b'{"a":\\n 1}'), json_kind(b"{a}")
    ('jsonl', 'json', 'text')
    """
    if head.lstrip()[:1] not in (b"{", b"["):
        return "text"
    import json

    text = repaired_escapes(head.decode("utf-8", "ignore").lstrip())
    try:
        _, end = json.JSONDecoder(parse_int=str).raw_decode(text)
    except RecursionError:
        return "text"
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text) - 10 or error.msg.startswith("Unterminated string")
        return "json" if cut and len(head) >= SAMPLE else "text"
    rest = text[end:].lstrip(" \t\r")
    if "\n" in text[:end] or not (rest == "" or rest.startswith("\n")):
        return "json" if not rest.strip() else "text"
    if is_telegram(text) or is_json_feed(text):
        return "json"
    return "jsonl" if rest.strip() or text.startswith("{") else "json"


def is_telegram(line: str) -> bool:
    """Say whether a line is a whole export of Telegram Desktop, as ``jq -c`` writes it.

    >>> is_telegram('{"name":"x","type":"private_channel","id":1,"messages":[{"id":1}]}'), is_telegram('{"text":1}')
    (True, False)
    """
    return line.startswith("{") and re.search(r'"(?:messages|chats)"\s*:\s*[\[{]', line[:SAMPLE]) is not None


def is_json_feed(line: str) -> bool:
    """Say whether a line is a whole JSON Feed, as most servers write it.

    >>> is_json_feed('{"version":"https://jsonfeed.org/version/1.1","items":[]}'), is_json_feed('{"version":"1.1"}')
    (True, False)
    """
    head = line[:SAMPLE]
    return head.startswith("{") and '"version"' in head and "jsonfeed.org" in head


def is_telegram_line(head: bytes) -> bool:
    """Say whether the first line is a message of Telegram Desktop.

    >>> is_telegram_line(b'{"id":1,"type":"message","text":[],"text_entities":[]}\\n{"id":2}\\n')
    True
    """
    line = head.lstrip().partition(b"\n")[0]
    return line.startswith(b"{") and b'"text_entities"' in line and b'"messages"' not in line


_DELIMITER = {"csv": ",;", "tsv": "\t"}
#: what a column may be called where a single delimiter is all that speaks for a table
_PLAIN_NAME = re.compile(r'"?[A-Za-z_][\w .-]{0,40}"?')


def table_kind(head: bytes) -> str:
    """Return ``csv`` or ``tsv`` where the first lines are those of a table, else nothing.

    >>> table_kind(b"id,text\\n1,a\\n2,b\\n"), table_kind("a\\tb\\n1\\t2\\n3\\n".encode()), table_kind(b"Yes, he came.\\nNo, no.\\n")
    ('csv', 'tsv', '')
    """
    lines = head.decode("utf-8", "ignore").splitlines()
    if len(head) >= SAMPLE:
        lines = lines[:-1]  # it may be cut
    lines = [line for line in lines if line.strip()][:50]
    if len(lines) < 2:
        return ""
    for name, delimiters in _DELIMITER.items():
        if any(_is_table(lines, delimiter) for delimiter in delimiters):
            return name
    return ""


def _is_table(lines: list[str], delimiter: str) -> bool:
    import csv  # a filter over lines without delimiters needs none

    if delimiter not in lines[0]:
        return False
    rows = list(csv.reader(lines, delimiter=delimiter))
    width = len(rows[0])
    same = sum(len(row) == width for row in rows)
    names = [name.strip() for name in rows[0]]
    if len(set(names)) < width or not all(names):
        return False
    if delimiter == "\t":  # prose holds no tab between words, so most rows will do
        return 2 * same > len(rows)
    if same < len(rows):
        return False
    if any(name.startswith((" ", "\u200c")) or name.endswith((".", "!", "؟", "?")) for name in rows[0]):
        return False
    return all(map(_PLAIN_NAME.fullmatch, names)) or (width > 2 and all(len(name) <= 40 for name in names))


_CODE_SUFFIXES = frozenset(
    ".py .pyi .js .mjs .cjs .ts .tsx .jsx .vue .svelte .c .h .cc .cpp .cxx .hpp .java .kt .kts .scala .go .rs .rb"
    " .php .pl .pm .lua .swift .dart .cs .vb .fs .hs .ml .ex .exs .erl .clj .r .jl .sql .sh .bash .zsh .fish .ps1"
    " .bat .cmd .css .scss .sass .less .toml .yaml .yml .ini .cfg .conf .lock .gradle .cmake .ipynb .tex .bib".split()
)
_CODE_NAMES = frozenset("makefile dockerfile gemfile rakefile vagrantfile jenkinsfile cmakelists.txt".split())


def is_code(path: str) -> bool:
    """Say whether a file is source code or the settings of a program, by its name.

    >>> is_code("a/b.PY"), is_code("Makefile"), is_code("notes.txt")
    (True, True, False)
    """
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    return name in _CODE_NAMES or name[name.rfind(".") :] in _CODE_SUFFIXES
