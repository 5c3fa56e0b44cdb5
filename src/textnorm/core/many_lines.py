"""Many lines in one go: a question about one line costs nearly as much as one about twenty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

#: lines whose answers are remembered
_MOST_LINES, _LONGEST_LINE = 1 << 13, 400
_Answer = TypeVar("_Answer")


def remembered(function: Callable[[str], _Answer]) -> Callable[[str], _Answer]:
    """Return *function*, with the answers for some lines remembered: lines come again too."""
    known: dict[str, _Answer] = {}

    def answer(line: str) -> _Answer:
        if line in known:
            return known[line]
        found = function(line)
        if len(line) <= _LONGEST_LINE:
            if len(known) >= _MOST_LINES:
                known.clear()
            known[line] = found
        return found

    return answer


def in_one_go(do: Callable[[str], str | None], pieces: Sequence[str]) -> list[str] | None:
    """Return what *do* makes of each piece of whole lines, which it does line by line; None where it tells nothing.

    >>> in_one_go(str.upper, ["a\\nb\\n", "", "\\nc"])
    ['A\\nB\\n', '', '\\nC']
    """
    done = do("".join(pieces))
    if done is None:
        return None
    lines = done.split("\n")
    found: list[str] = []
    at = 0
    for piece in pieces[:-1]:
        end = at + piece.count("\n")
        found.append("\n".join([*lines[at:end], ""]))
        at = end
    return [*found, "\n".join(lines[at:])]


def by_lines(ask: Callable[[str], str], together: Callable[[str], bool]) -> Callable[[str], str | None]:
    """Return *ask* for many lines in one go, where these are lines that may stand *together*; None where lines come or go.

    Answers are remembered: lines come again too.
    """
    known: dict[str, str] = {}

    def answer(text: str) -> str | None:
        if text in known:
            return known[text]
        lines = lines_of(text)
        new = [line for line in dict.fromkeys(lines) if line not in known]
        found = _each(ask, new, together)
        if found is None:
            return None
        result = "".join(found[line] if line in found else known[line] for line in lines)
        if len(known) + len(found) > _MOST_LINES:
            known.clear()
        known.update((line, after) for line, after in found.items() if len(line) <= _LONGEST_LINE)
        return result

    return answer


def _each(
    ask: Callable[[str], str], lines: list[str], together: Callable[[str], bool]
) -> dict[str, str] | None:
    """Return the answer for each line: for all that may stand together in one go; None where lines come or go."""
    found: dict[str, str] = {}
    beside = [line for line in lines if together(line)]
    joined = "".join(beside)
    done = ask(joined) if together(joined) else ""
    # what one of them becomes may look like a part of something beside what another becomes
    if together(done) and len(after := lines_of(done)) == len(beside):
        found.update(zip(beside, after, strict=True))
    for line in lines:
        if line not in found:
            found[line] = ask(line)
            if found[line].count("\n") != line.count("\n"):
                return None
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each with its line break."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
