"""What the output should look like: `Options`, and the profiles that most people need."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

#: of a file of words: a few millions of them
_MOST_CHARACTERS = 1 << 26


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the output should look like. Immutable, hashable, picklable.

    spacing : set spaces and punctuation of Persian text; False leaves them all as found
    words   : which letters and words are repaired: ``"all"``, or ``"letters"`` for code points only
    joins   : half-spaces restored: ``"certain"`` ones, ``"all"`` with the likely ones (for text that lost its half-spaces), or ``"none"``
    digits  : ``"keep"`` leaves ASCII digits in Persian text; ``"persian"`` sets Persian ones
    quotes  : ``"keep"``, or ``"guillemets"``
    ezafe   : ``"keep"``, or ``"hamza"`` for هٔ
    signs   : ``"keep"``, or ``"persian"`` for … and ٪
    fold    : fold for search: case, marks, hamza, digits, ZWNJ
    engine  : ``"textnorm"``, or ``"hazm"`` for hazm's own rules instead of ours; they leave no choice, so
              every other option but *informal* must stay at its default
    informal: ``"keep"``, or ``"formal"`` for words of speech made formal (می‌رم → می‌روم); with ``engine="hazm"``
              by hazm
    ignore  : ids of rules or families to leave out
    user_words: your own names and jargon: a set of them, or the path of a file with one a line. «میلاد» is never
              cut or made half of a compound; what is written with a joiner («نگار\u200cخانه») is joined so, and
              «درست کار» is kept apart. A file is read once, when the options are made

    What hazm does is done on Persian runs only; where it cannot run, `HazmUnavailable` is raised.

    An unknown value, rule or family is a ValueError that names the near matches.

    >>> Options(ignore={"arabic-yeh"}).ignore
    frozenset({'arabic-yeh'})
    >>> Options(ignore={"arabic-yej"})
    Traceback (most recent call last):
    ValueError: unknown rule or family 'arabic-yej' in ignore; did you mean 'arabic-yeh'?
    """

    spacing: bool = True
    words: Literal["all", "letters"] = "all"
    joins: Literal["none", "certain", "all"] = "certain"
    digits: Literal["keep", "persian"] = "keep"
    quotes: Literal["keep", "guillemets"] = "keep"
    ezafe: Literal["keep", "hamza"] = "keep"
    signs: Literal["keep", "persian"] = "keep"
    fold: bool = False
    engine: Literal["textnorm", "hazm"] = "textnorm"
    informal: Literal["keep", "formal"] = "keep"
    ignore: frozenset[str] = frozenset()
    user_words: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return self.__dict__["_hash"]  # type: ignore[no-any-return] # kept: every call looks up its compiled rules by it

    def __reduce__(self) -> tuple[object, ...]:
        return _from_dict, ({f.name: getattr(self, f.name) for f in fields(self)},)

    def __post_init__(self) -> None:
        names = {self.ignore} if isinstance(self.ignore, str) else set(self.ignore)
        object.__setattr__(self, "ignore", frozenset(names))
        object.__setattr__(self, "user_words", _entries(self.user_words))
        object.__setattr__(self, "_hash", self._hashed())
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(
                    f"{name} must be one of {', '.join(map(repr, allowed))}, not {getattr(self, name)!r}"
                )
        for unknown in sorted(names - _names()) if names else ():
            from difflib import get_close_matches

            near = get_close_matches(unknown, sorted(_names()), 1)
            known = "textnorm.rules() has them, and `textnorm rules` in a shell"
            hint = f"did you mean {' or '.join(map(repr, near))}?" if near else known
            raise ValueError(f"unknown rule or family {unknown!r} in ignore; {hint}")
        if self.engine == "hazm":
            self._leave_all_to_hazm()

    def _hashed(self) -> int:
        return hash((*(getattr(self, name) for name in CHOICES), self.ignore, self.user_words))

    def unchecked(self, **values: object) -> Options:
        """Return these options with other values that are known to be right: to check names of rules loads all rules."""
        made = object.__new__(Options)
        made.__dict__.update(self.__dict__, **values)
        made.__dict__["_hash"] = made._hashed()
        return made

    def _leave_all_to_hazm(self) -> None:
        for f in fields(self):
            if f.init and f.name not in ("engine", "informal") and getattr(self, f.name) != f.default:
                raise ValueError(f"engine='hazm' does as hazm does: {f.name} must be {f.default!r}")


def _entries(words: object) -> frozenset[str]:
    """Return the entries of a set of words, or of the file at a path."""
    if words == frozenset():
        return frozenset()
    from .ruleset.joiners.user_words import read_lines

    if isinstance(words, (str, os.PathLike)):
        with open(words, encoding="utf-8-sig") as stream:
            content = stream.read(_MOST_CHARACTERS + 1)
        if len(content) > _MOST_CHARACTERS:  # a device, or a file that was not meant, may have no end
            raise ValueError(f"user_words: {os.fspath(words)} has more than {_MOST_CHARACTERS:,} characters")
        return read_lines(content.split("\n"))
    entries: list[Any] = list(words) if isinstance(words, Iterable) else [None]
    if not all(isinstance(entry, str) for entry in entries):
        raise TypeError("user_words is a set of words, or the path of a file with one a line")
    return read_lines(entries)


def _from_dict(values: dict[str, Any]) -> Options:
    return Options(**values)


#: the values of each option
CHOICES: dict[str, tuple[object, ...]] = {
    "spacing": (True, False),
    "words": ("all", "letters"),
    "joins": ("none", "certain", "all"),
    "digits": ("keep", "persian"),
    "quotes": ("keep", "guillemets"),
    "ezafe": ("keep", "hamza"),
    "signs": ("keep", "persian"),
    "fold": (True, False),
    "engine": ("textnorm", "hazm"),
    "informal": ("keep", "formal"),
}


@cache
def _names() -> frozenset[str]:
    """Return the ids and families of all rules, which are loaded for those who name one."""
    from .ruleset import ALL

    return frozenset(name for rule in ALL for name in (rule.id, rule.family))


#: repairs encoding damage and Persian orthography; keeps meaning and style
STANDARD = Options()
#: STANDARD, and what an editor sets: Persian digits, guillemets, … and ٪, هٔ
EDITORIAL = Options(digits="persian", quotes="guillemets", ezafe="hamza", signs="persian")
#: folded for an index and its queries; not for reading
SEARCH = Options(fold=True, joins="all")
#: characters only, never a space
ENCODING = Options(spacing=False, words="letters", joins="none")
#: hazm's own Normalizer on Persian runs, everything else untouched; needs hazm (Python 3.12 or 3.13)
HAZM = Options(engine="hazm")
