"""hazm's own Normalizer and InformalNormalizer, made safe: Persian runs only, line by line, until it stays.

The one module that imports hazm, and only when it is asked for (import and word lists take some seconds
and 200 MB). Everything that is not Persian never reaches hazm; spaces at the ends of a run are put back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib import import_module
from typing import Any

from ..chars import ARABIC_LETTERS, ARABIC_MARKS, ZWNJ
from ..edits import Edit
from ..lazy import lazy_pattern
from ..ruleset.rule import Rule
from ..script.segments import persian_spans


class HazmUnavailable(RuntimeError):
    """hazm was asked for (``HAZM``, ``engine="hazm"``) and cannot run here.

    hazm 0.12 needs Python 3.12 or 3.13. There is no silent fallback: the output never depends on what is
    installed. Use another profile, or a Python where ``pip install textnorm`` brings hazm along.
    """


#: hazm's releases differ in their output; this is the one that the profile stands for
_RELEASE = "0.12."
#: passes after which a line that still changes is left as found
_MOST_PASSES = 8
#: hazm takes quadratic time on long runs: longer ones are given to it in parts, cut at spaces
_LONGEST = 2_000
_LINE_END = lazy_pattern("([\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+)")
_CORE = lazy_pattern(r"\S(?:.*\S)?", re.DOTALL)
_TOKEN = lazy_pattern(r"\s+|\S+")
_WORD = lazy_pattern(f"[{ARABIC_LETTERS}{ARABIC_MARKS}{ZWNJ}]+")


def _imported() -> Any:
    from importlib import metadata

    try:
        hazm, release = import_module("hazm"), metadata.version("hazm")
    except Exception as error:  # whatever keeps it from loading, the answer is the same
        raise HazmUnavailable(f"hazm cannot be imported ({error}); {_ADVICE}") from error
    if not release.startswith(_RELEASE):
        raise HazmUnavailable(f"hazm {_RELEASE}x is needed, not {release}; {_ADVICE}")
    return hazm


_ADVICE = "it runs on Python 3.12 and 3.13: pip install 'hazm>=0.12.1,<0.13', or use another profile"


@lru_cache(maxsize=1)
def _normalizer() -> Any:
    return _imported().Normalizer()


@lru_cache(maxsize=1)
def _informal() -> Any:
    return _imported().InformalNormalizer()


@lru_cache(maxsize=8_192)
def formal_word(word: str) -> str:
    """Return the first of hazm's formal forms that is formal itself; without one, the word as found.

    hazm lists several forms, likeliest first, and some of them are informal again («خوبه» gives
    «خوبه است», then «خوب است»): those are passed over, so that doing it twice changes nothing more.
    """
    return next((form for form in _forms(word) if form and all(map(_is_formal, form.split()))), word)


def _is_formal(word: str) -> bool:
    return _forms(word)[0] == word


@lru_cache(maxsize=8_192)
def _forms(word: str) -> tuple[str, ...]:
    return tuple(_informal().normalized_word(word)) or (word,)


def _formal(line: str) -> str:
    return _WORD.sub(lambda match: formal_word(match[0]), line)


def _hazm(line: str) -> str:
    return str(_normalizer().normalize(line))


def _hazm_formal(line: str) -> str:
    return _formal(_hazm(line))


def rule(engine: str, informal: str) -> Rule | None:
    """Return what options ask of hazm, as a rule for the whole text; None where they ask nothing.

    Raises HazmUnavailable at once, whatever the text, where hazm cannot run.
    """
    if engine != "hazm":
        return None
    _normalizer()
    if informal == "formal":
        _informal()
    step = _STEPS[engine, informal]
    return Rule(
        id="hazm",
        family="hazm",
        why="hazm's own rules, on Persian runs.",
        scope="text",
        find=partial(find_changes, step=step),
        source="hazm 0.12.1",
    )


_STEPS: dict[tuple[str, str], Callable[[str], str]] = {
    ("hazm", "keep"): _hazm,
    ("hazm", "formal"): _hazm_formal,
}


def find_changes(text: str, step: Callable[[str], str]) -> list[Edit]:
    """Return the edits that *step* makes to the Persian runs of each line of *text*, done until they stay."""
    edits: list[Edit] = []
    for start, end in _persian_lines(text):
        before, after = text[start:end], settled(text[start:end], step)
        if after != before:
            edits += [(start + a, start + b, new, "hazm") for a, b, new in differences(before, after)]
    return edits


def _persian_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield lines that hold Persian (those of fenced code do not)."""
    done = 0
    for start, stop in persian_spans(text):
        at = max(done, text.rfind("\n", 0, start) + 1)
        while at < stop:
            done = text.find("\n", at) + 1 or len(text)
            yield at, done
            at = done


def settled(line: str, step: Callable[[str], str]) -> str:
    """Return the line after *step*, again and again until it stays; a line that never does is left as found."""
    after = line
    for _ in range(_MOST_PASSES):
        before, after = after, _over_runs(after, step)
        if after == before:
            return line if _is_fence(after) and not _is_fence(line) else after
    return line


def _is_fence(line: str) -> bool:
    """Tell whether a line would turn the lines below into code."""
    return line.lstrip().startswith(("```", "~~~"))


def _over_runs(line: str, step: Callable[[str], str]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in persian_spans(line):
        pieces += (line[at:start], *(_inside_blanks(part, step) for part in _parts(line[start:end])))
        at = end
    return "".join((*pieces, line[at:]))


def _parts(run: str) -> Iterator[str]:
    """Yield a run in parts that are no longer than hazm can stand."""
    for part in _LINE_END.split(run):
        at = 0
        while len(part) - at > _LONGEST:
            end = part.rfind(" ", at + 1, at + _LONGEST) + 1 or at + _LONGEST
            yield part[at:end]
            at = end
        yield part[at:]


def _inside_blanks(part: str, step: Callable[[str], str]) -> str:
    core = _CORE.search(part)
    return part[: core.start()] + step(core[0]) + part[core.end() :] if core else part


def differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield where two versions of a line differ, token by token, in linear time.

    >>> list(differences("کتاب ها را می خوانم", "کتاب‌ها را می‌خوانم"))
    [(0, 7, 'کتاب\\u200cها'), (11, 19, 'می\\u200cخوانم')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    i = j = at = 0
    while i < len(old) or j < len(new):
        i_next, j_next = _resynchronised(old, new, i, j)
        width = sum(map(len, old[i:i_next]))
        if (i_next, j_next) != (i, j):
            yield at, at + width, "".join(new[j:j_next])
            i, j, at = i_next, j_next, at + width
        else:
            i, j, at = i + 1, j + 1, at + len(old[i])


#: tokens looked ahead for the place from which two versions agree again
_AHEAD = 12


def _resynchronised(old: list[str], new: list[str], i: int, j: int) -> tuple[int, int]:
    """Return the nearest place from *i*, *j* on where a word and what follows it agree; the ends if there is none."""
    if i < len(old) and j < len(new) and old[i] == new[j]:
        return i, j
    for total in range(1, 2 * _AHEAD):
        for a in range(max(0, total - _AHEAD), min(total, _AHEAD) + 1):
            b = total - a
            if old[i + a : i + a + 2] == new[j + b : j + b + 2] != []:
                return i + a, j + b
    return len(old), len(new)
