"""What people say in a story, each on a line of its own behind a sign: «- کجا رفتی؟», «+ به خانه.»."""

from __future__ import annotations

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.page_lines import PageLines

#: a sign, and words behind it that end as speech does
_SPEECH = lazy_pattern(r"[-+–—]\s?[^\W\d].{0,200}[.!?؟…]+[»”\"]?")
#: fewest such lines of a dialogue, and how many others stand between two
_FEWEST, _BETWEEN = 3, 2


def speeches_of(page: PageLines) -> list[int]:
    """Return the lines of a dialogue: three that begin with one of two signs and end as speech does, few others between, a text beside."""
    found = [n for n, text in enumerate(page.texts) if text[0] in "-+–—" and _SPEECH.fullmatch(text)]
    runs: list[list[int]] = []
    for place in found:
        if runs and place - runs[-1][-1] <= _BETWEEN + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [
        place
        for run in runs
        if len(run) >= _FEWEST and 2 * sum(page.roles[n] > 0 for n in run) < len(run)
        for place in run
    ]
