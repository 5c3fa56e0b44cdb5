"""Mail as records: one message or a folder, whatever its charset, its parts and its separators."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest

from textnorm import Post, read_records
from textnorm.cli import main
from textnorm.pages.records.read_records import records_in

LETTER = """From: =?utf-8?B?2LHZiNiy2YbYp9mF2Ycg2qnZiNqG2Yc=?= <news@koocheh.example>
To: readers@koocheh.example
Subject: =?windows-1256?B?x+TH0SDj7eHM5w==?=
Date: Tue, 18 Feb 2020 08:30:00 +0330
Message-ID: <1@koocheh.example>
Keywords: کوچه, انار
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=utf-8

انار میلاد رسید. نسخهٔ ساده
--inner
Content-Type: text/html; charset=windows-1256
Content-Transfer-Encoding: base64

PGRpdiBzdHlsZT0iZGlzcGxheTpub25lIj7t7dTk4+fZ5zwvZGl2PjxwPsfkx9Eg0dPt0i48L3A+PHA+
3dHHIMjt58fq3TwvcD4=
--inner--
--outer
Content-Type: text/plain; name="list.txt"
Content-Disposition: attachment; filename="list.txt"

این پیوست است
--outer
Content-Type: message/rfc822

From: x@y.example
Subject: نامهٔ دیگر

این نامهٔ دیگری است
--outer--
"""


def rows(posts: list[Post]) -> list[tuple[Any, ...]]:
    return [(p.id, p.title, p.author, p.date and p.date.isoformat(), p.body, p.kind) for p in posts]


def read(data: bytes) -> list[Post]:
    return list(records_in(io.BytesIO(data)))


def test_a_letter_is_read_from_its_html_without_attachments_and_letters_in_it() -> None:
    pytest.importorskip("lxml")
    html = '<div style="display:none">پيش نمايش</div><p>انار آمد.</p><p>فردا باران</p>'
    encoded = base64.b64encode(html.encode("windows-1256")).decode()
    head, _, rest = LETTER.partition("PGRpdiBz")
    letter = head + encoded + "\n--inner--" + rest.partition("--inner--")[2]
    (post,) = read(letter.replace("\n", "\r\n").encode())
    assert (post.id, post.author, post.date and post.date.isoformat(), post.tags) == (
        "1@koocheh.example", "روزنامه کوچه", "2020-02-18", ("کوچه", "انار"),
    )  # fmt: skip
    assert post.body.splitlines() == ["انار آمد.", "فردا باران"]


FOLDER = """From 1@x Tue Feb 18 08:30:00 +0000 2020
From: Sara <sara@a.example>
Subject: باران
Date: Tue, 18 Feb 2020 08:30:00 +0000
Message-ID: <a@a.example>
Content-Type: text/plain; charset=utf-8; format=flowed

از صبح باران می‌بارد و کوچه~
پر از آب است.

>From the window it looks grey.
From now on I write in a line of its own.

From - Tue Feb 18 09:30:00 2020
X-Mozilla-Status: 0009
From: ali@a.example
Subject: پاک شده
Date: Tue, 18 Feb 2020 09:30:00 +0000
Message-ID: <b@a.example>

دیگر نیست

From - Wed Feb 19 09:30:00 2020
From: ali@a.example
Subject: Re: باران
In-Reply-To: <a@a.example>
Message-ID: <c@a.example>
Content-Type: text/plain; charset=unknown-8bit

این‌جا آفتاب است

From - Wed Feb 19 09:31:00 2020
From: Sara <sara@a.example>
Subject: باران
Date: Tue, 18 Feb 2020 08:30:00 +0000
Message-ID: <a@a.example>
Content-Type: text/plain; charset=utf-8; format=flowed

از صبح باران می‌بارد و کوچه~
پر از آب است.

>From the window it looks grey.
From now on I write in a line of its own.
"""
FOLDER = FOLDER.replace("~", " ")
RIGHT = [
    ("a@a.example", "باران", "Sara", "2020-02-18", "از صبح باران می‌بارد و کوچه پر از آب است.\nFrom the window it looks grey.\nFrom now on I write in a line of its own.", "post"),
    ("b@a.example", "پاک شده", "ali@a.example", "2020-02-18", "دیگر نیست", "trash"),
    ("c@a.example", "Re: باران", "ali@a.example", None, "این‌جا آفتاب است", "comment"),
]  # fmt: skip


def test_a_folder_gives_each_message_once() -> None:
    assert rows(read(FOLDER.encode())) == RIGHT


@pytest.mark.parametrize("name", ["posts.mbox", "INBOX"])
def test_the_cli_reads_a_folder(name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(FOLDER.encode())
    assert main(["posts", "--json", str(path)]) == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == len(RIGHT)
    assert rows(list(read_records(path))) == RIGHT


@pytest.mark.parametrize(
    "text",
    [
        "From: me to you",
        "Subject: tea\n\nDate: x",
        "Note: rain\nDate: today\n\nrain",
        "From now on it rains at 10:30 often\nx",
    ],
)
def test_other_texts_are_no_mail(text: str) -> None:
    with pytest.raises(ValueError, match="no feed"):
        read(text.encode())


def test_a_message_of_parts_in_parts_without_end_is_read_by_its_head() -> None:
    head = "From: a@b.example\nDate: Tue, 18 Feb 2020 08:30:00 +0000\nSubject: باد\nMIME-Version: 1.0\n"
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    (post,) = read((head + parts).encode())
    assert (post.title, post.body) == ("باد", "")
