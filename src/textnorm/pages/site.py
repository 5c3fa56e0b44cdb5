"""Site profiles: the lines that most pages of one site repeat."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from textnorm.arguments import check_several, check_text
from textnorm.lazy import lazy_function
from textnorm.pages.keys import line_key

_FORMAT = 1
#: copies of a page are searched for among this many pages before it
_RECENT = 500
#: after this many pages, lines that are rare are forgotten
_BATCH = 100


#: it loads a library of 3 MB, which who has no site profile can do without
_blake2b = lazy_function("hashlib", "blake2b")


def line_hash(line: str) -> str:
    """Return a short, stable name of a line: letters and digits alone, whatever its case and punctuation."""
    name: str = _blake2b(line_key(line).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return name


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """How many pages of a site hold each line; only repeated lines are kept, by hash.

    >>> profile = learn_site(["Menu\\nRain", "Menu\\nSnow", "Menu\\nHail"])
    >>> profile.repeats("menu"), profile.repeats("Rain")
    (True, False)
    >>> SiteProfile.from_json(profile.to_json()) == profile
    True
    """

    pages: int
    lines: dict[str, int] = field(hash=False)

    def repeats(self, line: str) -> bool:
        """Tell whether more than half of the site's pages, and at least two, hold the line."""
        return self.is_repeated(line_hash(line))

    def is_repeated(self, name: str) -> bool:
        """Tell the same of the hash of a line."""
        count = self.lines.get(name, 0)
        return count >= 2 and count * 2 > self.pages

    def to_json(self) -> str:
        """Return the profile as one JSON object, its lines sorted."""
        return json.dumps({"format": _FORMAT, "pages": self.pages, "lines": dict(sorted(self.lines.items()))})

    @classmethod
    def from_json(cls, source: str) -> SiteProfile:
        """Read what ``to_json`` wrote; ``ValueError`` for anything else."""
        try:
            data = json.loads(source)
            known = data["format"] == _FORMAT
            profile = cls(int(data["pages"]), {str(k): int(v) for k, v in data["lines"].items()})
        except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise ValueError(
                "this is not a site profile: learn one with learn_site(), or `textnorm learn-site` in a shell"
            ) from error
        if not known:
            raise ValueError(f"this site profile has format {data['format']!r}; this version reads {_FORMAT}")
        return profile


def _hashes(page: str) -> frozenset[str]:
    return frozenset(line_hash(line) for line in page.split("\n") if line_key(line))


def _is_copy(page: frozenset[str], others: Iterable[frozenset[str]]) -> bool:
    return any(_are_alike(page, other) for other in others)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two pages have nine tenths of their lines in common."""
    small, large = sorted((len(one), len(other)))
    if small * 10 < 9 * large:
        return False
    common = len(one & other)
    return common * 10 >= 9 * (small + large - common)


class LineCounts:
    """On how many pages each line stands, in the memory of some hundred pages however many there are.

    Lossy counting (Manku and Motwani): after each hundred pages the lines go that stand on fewer than one of a
    hundred. A line that comes again starts from what it may have had, so a count is never too low, and too high by
    one of a hundred pages at most; up to the first hundred pages counts are exact.
    """

    def __init__(self) -> None:
        self.pages = 0
        self._counts: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._counts)

    @property
    def _forgotten(self) -> int:
        """Return how many pages with a line may have been forgotten."""
        return self.pages // _BATCH

    def add(self, page: Iterable[str]) -> None:
        """Count the different lines of one page."""
        counts, forgotten = self._counts, self._forgotten
        for name in page:
            counts[name] = counts.get(name, forgotten) + 1
        self.pages += 1
        if self.pages % _BATCH == 0:
            self._counts = self.above(self._forgotten)

    def above(self, least: int) -> dict[str, int]:
        """Return the lines with more pages than this."""
        return {name: count for name, count in self._counts.items() if count > least}


def learn_site(pages: Iterable[str]) -> SiteProfile:
    """Count on how many pages of a site each line stands.

    Near-duplicate pages (nine tenths of their lines in common) count once, or a page fetched twice would
    turn its own article into boilerplate. The memory that is needed does not grow with the number of pages: lines
    on fewer than one page of a hundred are forgotten on the way.

    >>> learn_site(["Home\\nGoals", "Home\\nGoals", "Home\\nCups"]).pages
    2
    """
    recent: deque[frozenset[str]] = deque(maxlen=_RECENT)
    counts = LineCounts()
    for page in check_several(pages):
        check_text(page)
        hashes = _hashes(page)
        if hashes and not _is_copy(hashes, recent):
            recent.append(hashes)
            counts.add(hashes)
    return SiteProfile(counts.pages, counts.above(1))
