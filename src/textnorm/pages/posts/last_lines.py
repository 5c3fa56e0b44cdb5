"""The last lines of a text that are the site's: where it is from, what a reader should do, what it got, whose price stands below."""

from __future__ import annotations

import re

from textnorm.pages.keys import is_domain
from textnorm.pages.posts.bylines import JOB
from textnorm.pages.posts.calls import is_call, is_source, leads_to_channel
from textnorm.pages.posts.lists import is_poll
from textnorm.pages.posts.page_lines import PageLines

#: the name of a file with its size: «نقشه.jpg (312 KB)»
_FILE = re.compile(r"\S{1,80}\.[a-z]\w{1,3}\s?\(?[\d.,]{1,9}\s?(?:KB|MB|kb|mb|کیلوبایت|مگابایت)\)?")
#: a button with how many pressed it: «من هم همین مشکل را دارم (۵)»
_COUNTED = re.compile(r"[^.!؟?:()«»]{3,50}\s\(\d{1,3}\)")
#: what a site gave: «امتیاز چرخ‌نما: ۶.۵»
_SCORED = re.compile(r"(?:امتیاز|نمره)(?:\s[^\W\d][\w\u200c]*){0,3}\s?:\s?[\d٫.,/★☆\s]{1,12}(?:از \d{1,3})?")
#: most words of who said something, below it
_SIGNED = 6
#: the box about who wrote a text, on one line
_WRITER = re.compile(r"درباره(?:[ٔ\u200cی]{1,2}|\sی)?\s?(?:نویسنده|مترجم|گردآورنده)\s?[:：]\s?\S.{0,200}")
#: where a text was printed; a line that parts what stands below from the text
_PRINTED = re.compile(
    r"این [^\W\d]{2,12} (?:پیش[\s\u200c]?تر |نخستین بار |اول بار )?در شماره [^.!؟]{1,60} (?:چاپ|منتشر) (?:شده|شد)(?: است| بود)?\."
)
_RULER = re.compile(r"[_=–—-]{10,}")
#: what a site says of its writers behind their names
_BORN = re.compile(r"(?:نام مستعار|متولد|زاده[ٔ\s]|دانش[\s\u200c]?آموخته|فارغ[\s\u200c]?التحصیل)")
#: whose price stands below
_PRICED = re.compile(r"(?:قیمت|بهای|هزینه)\s[^:.!؟?]{2,40}")
#: a line of more words that ends in a colon may be a sentence
_LABEL = 5
#: how the row of likes begins
_LIKES = "موافقین"
#: most words of a tag, and most tags
_TAG, _TAGS = 3, 10


def is_of_site(page: PageLines, place: int) -> bool:
    """Tell whether a line at the end of a text says where it is from, asks the reader for something, or is a label."""
    text = page.texts[place]
    if text[-1] in ":：" and page.words[place] <= _LABEL and place not in page.code:
        return True  # what it announces does not stand there
    if _RULER.fullmatch(text) or (_RULER.fullmatch(page.texts[place - 1]) and not page.sentences[place]):
        return True
    code = text.isdigit() and place not in page.code
    asks = is_call(text) or is_poll(page, place) or leads_to_channel(text)
    address = text.startswith(("http://", "https://")) and page.has(place - 1, "tool", "share")
    told = (
        is_domain(text)
        or is_source(text)
        or _WRITER.fullmatch(text)
        or _FILE.fullmatch(text)
        or _COUNTED.fullmatch(text)
    )
    tag = _is_over_likes(page, place)
    scored = _SCORED.fullmatch(text) or _heads_price(page, place)
    return bool(tag or asks or told or code or scored or (address and " " not in text))


def is_about_writer(page: PageLines, place: int) -> bool:
    """Tell whether a line says what the writer of the page is: «ماه‌گل نام مستعار آموزگاری در کابل است.» below a row that names her; or where it was printed."""
    text = page.texts[place]
    if _PRINTED.fullmatch(text):
        return True
    name = next((name for name in page.authors.values() if text.startswith(name)), "")
    said = text[len(name) :].lstrip(" ،,") if name else ""
    return bool(said) and (_BORN.match(said) or JOB.match(said)) is not None and text.endswith("است.")


def _is_over_likes(page: PageLines, place: int) -> bool:
    """Tell whether a line is one of the tags that stand above the likes of a post, as Bayan has them."""
    below = place
    while below < min(place + _TAGS, len(page) - 1) and _is_tag(page, below):
        below += 1
    return below > place and page.texts[below].startswith(_LIKES)


def _is_tag(page: PageLines, place: int) -> bool:
    plain = page.texts[place][-1].isalnum() and not page.texts[place].startswith(_LIKES)
    return plain and page.words[place] <= _TAG and not page.is_meta(place)


def _heads_price(page: PageLines, place: int) -> bool:
    below = place + 1
    priced = below < len(page) and page.has(below, "shop") and page.is_certain(below)
    return priced and _PRICED.fullmatch(page.texts[place]) is not None


def signs_again(page: PageLines, place: int) -> bool:
    """Tell whether a line below a sentence is who said it, as lines below the two sentences above are: letters of readers."""
    told = [place - 1, place - 3, place - 5]
    signs = [place, place - 2, place - 4]
    if told[-1] < 0 or not all(page.is_text(n) for n in told):
        return False
    return all(
        page.words[n] <= _SIGNED and not page.sentences[n] and not page.is_certain(n) and not page.is_meta(n)
        for n in signs
    )
