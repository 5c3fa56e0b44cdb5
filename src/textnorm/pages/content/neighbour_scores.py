"""What the second forest sees of each line: the scores of the first one round it, and the run it stands in.

A run is a stretch of lines that neither the list of interface phrases nor the first forest takes for
boilerplate. A post is such a run, below its date or title and above its tools, wherever on the page it stands.
The main stretch of a page (`main_stretch`) may hold rows of boilerplate.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textnorm.pages.content.columns import Column
from textnorm.pages.content.main_stretch import stretch_columns
from textnorm.pages.content.programs import program
from textnorm.pages.content.whole_columns import everywhere, peak

#: a line of a lower score ends a run
_RUN = -2600
#: a line of a higher score is text beyond doubt
_TEXT = 1800
#: scores are seen in steps of this size, at most these many to either side; the last is that of no line
_STEP, _MOST, _NONE = 125, 40, -41
#: lines and sentences of a run are counted as far as this
_LONG, _SENTENCES = 30, 9
RAW = (
    "size", "start", "end", "digits", "stopwords", "inner", "sure", "hits", "colon", "capitals", "intro", "mass",
    "end-1", "role+1", "like-1", "like+1", "words3_3", "unknown_run", "thread_up", "teasers_up", "forum_up",
    "forum_down", "page_lines", "page_known", "page_mass", "page_script", "page_forum", "page_thread",
)  # fmt: skip


def context_columns(raw: Mapping[str, Column], scores: Iterable[int]) -> dict[str, Column]:
    """Return the columns of the second forest: some of the first one's, the scores, the runs."""
    return context({**raw, "exact": Column(scores)})


@program(*RAW, "role", "dated", "sentence", "exact")
def context(raw: Mapping[str, Column]) -> dict[str, Column]:
    """Return the same, the scores of the first forest among the columns, as ``exact``."""
    columns = {name: raw[name] for name in RAW}
    exact = raw["exact"]
    score = (exact // _STEP).at_most(_MOST).at_least(-_MOST)
    columns["score"] = score
    for by in (-1, 1, 2):
        columns[f"score{by:+d}"] = score.shifted(by, _NONE)
    for before, after in ((1, 1), (8, 8), (5, 0)):
        columns[f"score{before}_{after}"] = score.window(before, after)
    text = exact > _TEXT
    columns["text_up"] = text.since()
    columns["text_down"] = text.until()
    columns["page_best"] = peak(score)
    columns |= stretch_columns(exact, raw["size"], score)
    return columns | _runs(raw, (exact > _RUN) & (raw["sure"] < 2) & raw["dated"].equals(0), score)


def _runs(raw: Mapping[str, Column], inside: Column, score: Column) -> dict[str, Column]:
    """Return of the run that each line stands in: its size, best and mean score, and the rows above and below it."""
    role, dated = raw["role"], raw["dated"]
    starts = 1 - inside.equals(inside.shifted(-1, -1))
    size = everywhere(1, inside).sums(starts)
    day = dated.shifted(-1, -1).at_least(dated.shifted(-2, -1)).at_least(dated.shifted(-3, -1))
    found = {
        "run_size": (size.at_most(_LONG), 0),
        "run_best": (score.peaks(starts), _NONE),
        "run_mean": (score.sums(starts) // size, _NONE),
        "run_text": (raw["sentence"].sums(starts).at_most(_SENTENCES), 0),
        "run_above": (role.shifted(-1, -1).held(starts, -1), -1),
        "run_below": (role.shifted(1, -1).held_below(starts.shifted(1, 1), -1), -1),
        "run_dated": ((day + 1).held(starts, 0), -1),
    }
    outside = 1 - inside
    return {name: column * inside + outside * none for name, (column, none) in found.items()}
