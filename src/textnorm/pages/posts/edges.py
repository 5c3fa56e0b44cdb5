"""The edges of a text: lines between the rows of a header and the first sentence, and what reads like interface."""

from __future__ import annotations

import re

from textnorm.pages.posts.bylines import is_job
from textnorm.pages.posts.facts import facts_of
from textnorm.pages.posts.likeness import interface_words
from textnorm.pages.posts.line_forms import ends_in_verb
from textnorm.pages.posts.lists import contents_of, numbered_parts
from textnorm.pages.posts.names import is_name, may_be_name
from textnorm.pages.posts.page_lines import PageLines
from textnorm.pages.posts.salutations import opens_letter

#: most lines without a verdict of the model between the rows of a header and the first sentence
_LEAD = 4
#: a heading of more words looks like a link
HEADING = 4
_LONGEST_ROW = 120
#: most words of a row «label: value» below the date
_FIELD, _PAIR = 8, re.compile(r"[^\W\d][^:.؟?]{1,24}\s?:\s[^:.؟?]*[^:.؟?!؛،]")
#: more names than this are a list of people
_FEW_PEOPLE = 2
#: what the first part of a text is called; fewest headings of parts below it
_OPENING = re.compile(
    r"(?:چکیده|خلاصه|مقدمه|پیش[\s\u200c]?گفتار|دیباچه|درآمد|سرآغاز|شرح|داستان|توضیح|توضیحات|متن|معرفی|درباره|آشنایی با)(?:[\u200cٔیء]{0,2}\s[^\W\d]+){0,3}\s?:?"
)
_PARTS = 2
#: the heading of the answer to a question, which may be some lines above
_ANSWERS, _NEAR = re.compile(r"(?:پاسخ|جواب)(?:\s[^\W\d]+){0,2}\s?:"), 4
#: the heading of a question, that of its answer, and how many lines below at most
_ASKED = re.compile(r"(?:(?:متن|شرح) )?(?:پرسش|سوال|سؤال)\s?:?")
_ANSWERED = re.compile(r"(?:متن )?(?:پاسخ|جواب)(?: (?:اجمالی|تفصیلی|کوتاه|کامل))?\s?:?")
_ANSWER = 12
#: most words of such a heading
_PART_WORDS = 6
#: a link to the page before or after: «بعدی: قند و استکان»
_BESIDE = re.compile(r"(?:بعدی|قبلی|پیشین|next|previous|prev)\s?:\s?\S", re.IGNORECASE)
#: signs of links to the post before and after
_ARROWS = frozenset("←→‹›◄►◀▶⟵⟶")
#: fewest content words of a sentence that must be interface words
_MANY = 6
#: fewest in a verse
_VERSE = 2


def lead_of(page: PageLines, head: range, title: int | None) -> list[int]:
    """Return the lines between the rows of a header and its first sentence that belong to the text."""
    start = head.start
    sure = {*page.once("facts", facts_of), *page.once("numbered parts", numbered_parts)}
    for place in head:
        if place not in sure and (
            place == title
            or page.is_meta(place)
            or page.is_junk(place)
            or page.is_about(place)
            or page.is_outside(place)
            or reads_like_interface(page, place, above=True)
            or _is_row_of_tags(page.texts[place])
            or (page.texts[place][0] == "@" and " " not in page.texts[place])
            or (
                start == place and _is_field(page, place) and any(map(page.is_meta, range(head.start, place)))
            )
            or (
                place - 1 in head
                and start == place
                and place > head.start + 1
                and _is_field(page, place)
                and _is_field(page, place - 1)
            )
            or (place and may_be_name(page.texts[place - 1]) and is_job(page.texts[place]))
        ):
            start = place + 1
    contents = page.once("contents", contents_of)
    lead = [n for n in range(start, head.stop) if page.words[n] > 1 or (page.kept and page.kept[n])]
    lead = [n for n in lead if n not in contents]
    opening = head.stop - 1
    if opening != title and _opens_text(page, opening):
        sure.add(opening)
        lead += [opening] if opening not in lead else []
    kept = [n for n in lead if (page.kept and page.kept[n]) or n in sure or opens_letter(page, n)]
    if title is None or len(lead) > _LEAD:
        return kept
    dated = any(page.is_meta(n) for n in range(head.start, start))
    heading = [n for n in lead[-1:] if page.words[n] <= HEADING]
    return [n for n in lead if n in kept or n in heading or not dated or page.texts[n][-1] in ".:؟?!"]


def lead_over_rows(page: PageLines, title: int | None, first: int) -> list[int]:
    """Return the sentence right below a title, with rows of the post and nothing else between it and the text."""
    lead = len(page) if title is None else title + 1
    if (
        lead + 1 >= first
        or not page.sentences[lead]
        or page.roles[lead]
        or page.texts[lead][-1] not in ".!؟…"
    ):
        return []
    rows = range(lead + 1, first)
    told = any(map(page.is_meta, rows)) and all(
        page.is_meta(n) or page.roles[n] or page.is_bare(n) or _is_field(page, n) for n in rows
    )
    return [lead] if told else []


def _opens_text(page: PageLines, place: int) -> bool:
    """Tell whether a line right above a text is its greeting or the heading of its first part."""
    return opens_letter(page, place) or heads_first_part(page, place)


def heads_first_part(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of the first part of a text, right above its first sentence.

    It is one by what it says, or because the parts below have headings, too.
    """
    text, below = page.texts[place], place + 1
    short = (
        page.words[place] <= (HEADING if ":" in text else _PART_WORDS)
        and not page.is_meta(place)
        and page.key_counts[page.keys[place]] == 1
    )
    if (
        not short
        or page.sentences[below : below + 1] != [True]
        or page.is_certain(place)
        or not text[0].isalpha()
    ):
        return False
    if _OPENING.fullmatch(text) or (text[-1] == ":" and _parts_alike(page, place)):
        return True
    if heads_question(page, place):
        return True
    if page.is_junk(place):
        return False
    known, telling = interface_words(text)
    plain = not page.roles[place] and known < max(telling, 1) and text[-1].isalpha()
    plain = plain and (ends_in_verb(text) or not may_be_name(text))
    return plain and len(page.once("headings of parts", _headings)) >= _PARTS


def heads_question(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of a question: that of its answer stands below, both right above a sentence."""
    below = range(place + 2, min(place + _ANSWER, len(page) - 1))
    asks = _ASKED.fullmatch(page.texts[place]) is not None and page.sentences[place + 1 : place + 2] == [True]
    return asks and any(_ANSWERED.fullmatch(page.texts[n]) and page.sentences[n + 1] for n in below)


def heads_answer(page: PageLines, place: int) -> bool:
    """Tell whether a line is the heading of an answer inside a text: «پاسخ کارشناس:» between two sentences, a question near above."""
    inside = 0 < place < len(page) - 1 and page.is_text(place - 1) and page.is_text(place + 1)
    asked = any("؟" in text for text in page.texts[max(place - _NEAR, 0) : place])
    return inside and asked and _ANSWERS.fullmatch(page.texts[place]) is not None


def _parts_alike(page: PageLines, place: int) -> bool:
    """Tell whether a line with a colon heads one of several parts: «استعلام:», further down «نظریه مشورتی:», each above a sentence."""
    parts = page.once("parts with colons", _parts_with_colons)
    return not page.roles[place] and parts[-1:] > [place]


def _parts_with_colons(page: PageLines) -> list[int]:
    return [
        n
        for n in range(len(page) - 1)
        if page.texts[n][-1] == ":"
        and page.words[n] <= _PART_WORDS
        and not page.roles[n]
        and page.is_text(n + 1)
    ]


def _headings(page: PageLines) -> list[int]:
    """Return the short lines above a sentence and below another or a row, kept by the model as what stands below them is."""
    kept = page.kept or []
    return [
        n
        for n, flag in enumerate(kept[:-1])
        if flag and n and kept[n + 1] and page.words[n] <= _PART_WORDS and (page.sentences[n - 1] or page.is_meta(n - 1)) and page.sentences[n + 1]
        and not page.sentences[n] and not page.is_meta(n)
    ]  # fmt: skip


def _is_field(page: PageLines, place: int) -> bool:
    """Tell whether a line is something and its value, in a few words: «شماره ابلاغ: ۲۲۳۱»."""
    return (
        page.words[place] <= _FIELD
        and _PAIR.fullmatch(page.texts[place]) is not None
        and not _are_people(page.texts[place])
    )


def _are_people(text: str) -> bool:
    """Tell whether a line lists people: «حاضران: نگین صبوری، میلاد آذرنوش، ترانه گلزار»."""
    names = text.partition(":")[2].split("\N{ARABIC COMMA}")
    return len(names) > _FEW_PEOPLE and all(is_name(name.strip()) for name in names[:_FEW_PEOPLE])


def _is_row_of_tags(text: str) -> bool:
    """Tell whether a line is three to seven names of one or two words, with commas: «dns, linux, شبکه»."""
    parts = text.replace("\N{ARABIC COMMA}", ",").split(",") if len(text) < _LONGEST_ROW else []
    plain = all(part.split() and part.replace(" ", "").replace("\u200c", "").isalnum() for part in parts)
    return 3 <= len(parts) <= 7 and plain and all(len(part.split()) <= 2 for part in parts)


def reads_like_interface(page: PageLines, place: int, *, above: bool) -> bool:
    """Tell whether the words of a line at either end of a text are those of interfaces: all, or half of them above it.

    Sentences, which need many, and what the model keeps hold nothing else.
    """
    text = page.texts[place]
    if place in page.code or text[0] in "-•>":
        return False
    if text[0] in _ARROWS or text[-1] in _ARROWS or _BESIDE.match(text):  # a link to the post before or after
        return True
    if above and text.startswith(("http://", "https://")) and " " not in text:
        return True
    known, telling = interface_words(text)
    if not above and telling < _VERSE and page.is_prose(place) and not page.sentences[place]:
        return False  # a verse
    ended = text[-1] == "."
    if above and not ended and not page.sentences[place] and not (page.kept and page.kept[place]):
        return known * 2 >= telling > 0
    return known == telling >= (_MANY if ended else 1)
