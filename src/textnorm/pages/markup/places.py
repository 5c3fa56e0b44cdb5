"""Where the text of a page stands in its tree: what the elements round it are called and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from textnorm.cache import BoundedCache
from textnorm.pages.markup.builder import INLINE

#: what classes and ids say of an element: beginnings of words, those of up to three letters whole words; Latin ones that
#: Persian sites use too; the order is that of bits
WORDS = {
    "article": "article entry post story stories news blog single khabar hentry",
    "body": "content body text paragraph prose rich matn detail description",
    "main": "main page column primary center middle",
    "comment": "comment reply replies disqus respond nazar discussion",
    "related": "relat recommend popular trending more teaser next prev similar outbrain taboola latest recent most also",
    "share": "share sharing social follow telegram whatsapp twitter facebook embed",
    "promo": "promo sponsor banner ad ads advert adv dfp cta donate support",
    "subscribe": "subscri newsletter signup register login paywall account",
    "nav": "menu nav breadcrumb pagination pager toc topbar toolbar link skip",
    "footer": "foot copyright legal bottom disclaimer",
    "header": "header masthead logo brand top",
    "side": "side aside widget rail left right block",
    "about": "author byline bio meta date time tag tags categor publish profile avatar info",
    "picture": "caption credit figure gallery image img photo media video player slide carousel swiper",
    "overlay": "cookie consent gdpr modal popup overlay dialog tooltip dropdown hidden hide visually noprint screen",
    "tool": "tool print search rating rate vote like button btn form copy font control action",
    "title": "title headline heading kicker rutitr titr",
    "lead": "lead lede intro summary excerpt abstract subtitle standfirst dek deck",
    "list": "list card grid item tile row box collection archive feed",
    "shop": "product price cart shop buy store sku offer review",
    "forum": "message msg bbcode postbody signature forum topic thread quote bbp",
}  # fmt: skip
#: the same for discussions, which no column of the model says: what was said, who said it, and what else stands there
DISCUSSION = {
    "said": "text content body message msg post matn inner wrapper bbwrapper cooked postmsg postbody postcontent posttext kmsg",
    "who": "user bigusername author member poster creator owner nick avatar sender asker profile name",
    "aside": "signature sig edit modif notice forward user author member poster info head meta foot button date time count"
    " title subject avatar view link number reply tool",
}
_BIT = {name: 1 << number for number, name in enumerate([*WORDS, *DISCUSSION])}
COMMENT, RELATED, ABOUT = _BIT["comment"], _BIT["related"], _BIT["about"]
OFFER = _BIT["promo"] | _BIT["subscribe"]
BANNER, TEXT = _BIT["promo"] | _BIT["footer"], _BIT["article"] | _BIT["body"]
#: what an element is called whose links lead elsewhere
ELSEWHERE = _BIT["nav"] | _BIT["related"]
SAID, WHO, ASIDE = _BIT["said"], _BIT["who"], _BIT["aside"]
#: what an element is called that stands right round a text
ROUND = _BIT["share"] | _BIT["footer"] | _BIT["tool"] | _BIT["nav"]
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WHOLE = 3
#: elements that say by themselves what is in them
LANDMARKS = (
    "article", "main", "section", "aside", "nav", "footer", "header", "form", "list", "table", "figure", "blockquote",
)  # fmt: skip
_LANDMARK = {name: 1 << place for place, name in enumerate(LANDMARKS)} | {
    name: 1 << LANDMARKS.index("list") for name in ("ul", "ol", "dl", "menu")
}
#: landmarks of what stands beside a text
BESIDE, FOOT, ARTICLE = _LANDMARK["aside"] | _LANDMARK["nav"], _LANDMARK["footer"], _LANDMARK["article"]
_ROLES = {
    "navigation": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "banner": "header",
    "search": "form",
}
TAGS = (
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "span", "a", "button", "label", "figcaption",
    "blockquote", "pre", "dt", "dd", "section", "article", "address", "time", "form", "nav", "footer", "aside",
)  # fmt: skip
_TAG = {name: number for number, name in enumerate(TAGS, 1)}
PRE = _TAG["pre"]
#: what the text of some elements does: 1 for links, 2 for buttons
_LINKS = {"a": 1, "button": 2, "label": 2, "summary": 2}
#: what a role says of an element
LANDMARKS_OF_ROLES = {role: _LANDMARK[name] for role, name in _ROLES.items()}
#: attributes by which elements are called
NAMED = frozenset(("class", "id", "role", "itemprop"))
#: so much of the names of an element is looked at
LONGEST = 200


_WHOLES: dict[str, int] = {}
_BEGINNINGS: dict[str, int] = {}
for _place, _words in enumerate([*WORDS.values(), *DISCUSSION.values()]):
    for _one in _words.split():
        _table = _BEGINNINGS if len(_one) > _WHOLE else _WHOLES
        _table[_one] = _table.get(_one, 0) | 1 << _place


#: all words, as the native core takes them
BITS_OF_WORDS = _WHOLES | _BEGINNINGS
_FIRSTS = frozenset(word[: _WHOLE + 1] for word in _BEGINNINGS)


def _bits_of_word(word: str) -> int:
    bits = _WHOLES.get(word, 0)
    if word[: _WHOLE + 1] not in _FIRSTS:
        return bits
    for size in range(_WHOLE + 1, len(word) + 1):
        bits |= _BEGINNINGS.get(word[:size], 0)
    return bits


#: words come again, on one page and on all
_BITS: BoundedCache[str, int] = BoundedCache(_bits_of_word, 4096)


def _bits(token: str) -> int:
    """Return what a class or an id says, as bits in the order of ``WORDS`` and ``DISCUSSION``."""
    if token.isascii() and token.isalpha() and token.islower():
        return _BITS[token]
    bits = 0
    for word in _WORD.findall(token):
        bits |= _BITS[word.lower()]
    return bits


#: classes come again, on one page and on all
TOKENS: BoundedCache[str, int] = BoundedCache(_bits, 16384)


def _bits_of_names(names: str) -> int:
    """Return what the classes and ids of an element say together."""
    bits = 0
    for word in _WORD.findall(names):
        bits |= _BITS[word.lower()]
    return bits


#: elements of one kind have the same classes
BITS_OF_NAMES: BoundedCache[str, int] = BoundedCache(_bits_of_names, 4096, LONGEST)


class Place:
    """An element as its text sees it: what is said of it and of those round it."""

    __slots__ = (
        "block",
        "depth",
        "element",
        "landmarks",
        "link",
        "names",
        "near",
        "own",
        "parent",
        "tag",
        "words",
    )

    def __init__(
        self, element: Any, tag: str, called: Sequence[tuple[str, str]], parent: Place | None
    ) -> None:
        """Note where an element stands; *called* are its attributes of those in ``NAMED``."""
        self.element = element
        own, landmark, names = 0, _LANDMARK.get(tag, 0), ""
        if called:
            names = called[0][1] if len(called) == 1 else " ".join([value for _, value in called])
            own = BITS_OF_NAMES[names[:LONGEST]]
            for name, value in called:
                if name == "role":
                    landmark |= LANDMARKS_OF_ROLES.get(value, 0)
        self.parent = parent
        self.names = names
        self.own = own
        link = _LINKS.get(tag, 0)
        if parent is None:
            self.words, self.near, self.landmarks, self.depth, self.link = own, own, landmark, 0, link
            self.tag, self.block = _TAG.get(tag, 0), self
            return
        self.words = parent.words | own
        self.near = own or parent.near
        self.landmarks = parent.landmarks | landmark
        self.link = link or parent.link
        if tag in INLINE:
            self.tag, self.block, self.depth = parent.tag, parent.block, parent.depth
        else:
            self.tag, self.block, self.depth = _TAG.get(tag, 0), self, parent.depth + 1


def packed(tag: str, kind: int) -> int:
    """Return what a tag says as one number, as the native core takes it: a kind of three bits, and behind it the link,
    the number of the tag and the landmarks."""
    return kind | _LINKS.get(tag, 0) << 3 | _TAG.get(tag, 0) << 5 | _LANDMARK.get(tag, 0) << 13


def all_tags() -> frozenset[str]:
    """Return the tags that say anything."""
    return frozenset((*_LINKS, *_TAG, *_LANDMARK))
