"""An artefact is an edit with its reason: where, what instead, how certain, by which witness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from textnorm.pages.kinds import KINDS

Certainty = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A leftover of scraping in ``text[start:end]``, and what should stand there instead.

    ``start`` and ``end`` are code points of the source. ``certainty`` is ``"A"`` for repairs that hardly
    ever hit clean text, ``"B"`` for repairs that a second witness in the same text supports (``witness``
    says which), ``"C"`` for what is only reported unless it is asked for.

    >>> Artefact(3, 5, "nbsp", " ", "A").length
    2
    """

    start: int
    end: int
    kind: str
    replacement: str
    certainty: Certainty
    witness: str = ""

    @property
    def length(self) -> int:
        """How many characters of the source the artefact covers."""
        return self.end - self.start

    @property
    def why(self) -> str:
        """Why this kind of artefact is no part of the text, in a few words."""
        return KINDS.get(self.kind, "")


def apply(text: str, artefacts: Iterable[Artefact]) -> str:
    """The text with the edits made; they must be sorted and disjoint.

    >>> apply("a  b", [Artefact(1, 3, "nbsp", " ", "A")])
    'a b'
    """
    parts: list[str] = []
    done = 0
    for edit in artefacts:
        parts += text[done : edit.start], edit.replacement
        done = edit.end
    parts.append(text[done:])
    return "".join(parts)


def disjoint(artefacts: Iterable[Artefact]) -> list[Artefact]:
    """The edits in order, without those that overlap an earlier or a longer one at the same place."""
    kept: list[Artefact] = []
    for edit in sorted(artefacts, key=lambda a: (a.start, -a.end)):
        touches = kept and edit.start < kept[-1].end
        same = kept and edit.start == kept[-1].start and edit.end == kept[-1].end
        if not touches and not same:
            kept.append(edit)
    return kept


_Item = tuple[int, int, int, Artefact]


def _after(first: Iterable[Artefact]) -> Iterator[_Item]:
    """Each edit of the first pass with the place of its replacement in the edited text."""
    shift = 0
    for edit in first:
        start = edit.start - shift
        yield start, start + len(edit.replacement), 0, edit
        shift += edit.length - len(edit.replacement)


def _chains(items: Iterable[_Item]) -> list[list[_Item]]:
    """The items that touch each other, together, where a second-pass edit (1) is among them."""
    chains: list[list[_Item]] = []
    end, mixed = -1, 0
    for item in items:
        if chains and item[0] <= end and (mixed or item[2]):
            chains[-1].append(item)
            end, mixed = max(end, item[1]), 1
        else:
            chains.append([item])
            end, mixed = item[1], item[2]
    return chains


def _joined(between: str, chain: Sequence[_Item], start: int, shift: int) -> Artefact:
    """One edit of the source for a chain; ``start`` counts in ``between``."""
    end = max(item[1] for item in chain)
    parts: list[str] = []
    done = start
    for edit in [item[3] for item in chain if item[2]]:
        parts += between[done : edit.start], edit.replacement
        done = edit.end
    parts.append(between[done:end])
    reasons = sorted((item[3] for item in chain), key=lambda edit: edit.kind in ("blank-lines", "nbsp"))
    growth = sum(item[3].length - len(item[3].replacement) for item in chain if not item[2])
    return replace(reasons[0], start=start + shift, end=end + shift + growth, replacement="".join(parts))


def composed(between: str, first: Sequence[Artefact], second: Sequence[Artefact]) -> list[Artefact]:
    """Two passes as one: edits of the source that do what ``first`` and then ``second`` do.

    ``between`` is the text after the first pass, which the second pass edits. Where edits of the two
    passes touch, they become one edit that carries the more telling reason of the two.

    >>> once = [Artefact(1, 3, "nbsp", " ", "A")]
    >>> twice = composed("a b c", once, [Artefact(3, 5, "tail", "", "A")])
    >>> [(a.start, a.end, a.replacement) for a in twice]
    [(1, 3, ' '), (4, 6, '')]
    """
    later: list[_Item] = [(edit.start, edit.end, 1, edit) for edit in second]
    result: list[Artefact] = []
    shift = 0
    for chain in _chains(sorted([*_after(first), *later], key=lambda item: item[:3])):
        if any(item[2] for item in chain):
            result.append(_joined(between, chain, chain[0][0], shift))
        else:
            result.append(chain[0][3])
        shift += sum(item[3].length - len(item[3].replacement) for item in chain if not item[2])
    return result
