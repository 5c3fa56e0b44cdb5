"""What the page model sees of each line in its page: small whole numbers, column by column.

A page is a list of lines that are not blank. Each feature is a column with one small integer a line, so the whole
page is handled by arithmetic with columns, and the model's thresholds are integers too. Nothing
here depends on the script: words for boilerplate come in English and in Persian, and the letter case
is one feature among many, absent for Persian. Time is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Mapping

from textnorm.pages.content.columns import Column
from textnorm.pages.content.counted_words import CONCEPTS
from textnorm.pages.content.line_features import AROUND, FORUM, OWN_NAMES, TEASERS, THREAD, Own
from textnorm.pages.content.programs import program
from textnorm.pages.content.shared_words import repeats, shared
from textnorm.pages.content.whole_columns import line_count, places, size_table, total

_TOP = 16
#: the class of a line's end that is a colon
_COLON = 4
#: as far as the last colon counts, and cues, and cues since a sentence; the most lines of a forum or of a thread
_INTRO, _CUES_SEEN, _SINCE, _MANY = 15, 15, 12, 20
#: a line counts as often as this at most
_OFTEN = 4
#: more light lines on end than these end a block
_LIGHT = 5
_WINDOWS = ((3, 3), (8, 8), (6, 0), (0, 6), (20, 0), (0, 20))
_SHIFTS = (("size", 1), ("end", -1), ("end", 1), ("role", -1), ("role", 1), ("start", 1))
_HIDDEN = ("words", "concepts", "bits")


#: what `features` is given
GIVEN = (*OWN_NAMES, "sentence", "shared", "repeats")


def page_columns(page: Own) -> dict[str, Column]:
    """Return a column for each feature, of the lines of one page."""
    return features(given_columns(page))


def given_columns(page: Own) -> dict[str, Column]:
    """Return what each line of a page is alone, and what it shares with others."""
    own = page.columns
    words, end = own["words"], own["end"]
    sentence = (words > 24) | ((words > 9) & (end > 0) & (end < 4))
    return own | {"sentence": sentence} | _repeat_columns(page, sentence)


@program(*GIVEN)
def features(own: Mapping[str, Column]) -> dict[str, Column]:
    """Return a column for each feature, of what each line is alone and what it shares with others."""
    words, sentence = own["words"], own["sentence"]
    weight = words * sentence
    columns = {name: column for name, column in own.items() if name not in _HIDDEN}
    columns["size"] = words.steps(size_table())
    for name, by in _SHIFTS:
        columns[f"{name}{by:+d}"] = columns[name].shifted(by, -1)
    columns |= _word_columns(words, sentence, own["hits"])
    columns |= _place_columns(weight, sentence, _cues(own))
    columns |= _role_columns(own["bits"], own["sure"], sentence)
    columns |= _shape_columns(own)
    return columns | _page_columns(own, sentence, weight)


def _word_columns(words: Column, sentence: Column, hits: Column) -> dict[str, Column]:
    """Return how much text stands near each line."""
    columns = {}
    for before, after in _WINDOWS:
        steps = size_table(before + after + 1, 2)
        columns[f"words{before}_{after}"] = words.window(before, after).steps(steps)
    columns["sentence3_3"] = sentence.window(3, 3)
    columns["hits4_4"] = hits.window(4, 4)
    columns["run"] = (words < 6).runs()
    return columns


def _place_columns(weight: Column, sentence: Column, cue: Column) -> dict[str, Column]:
    """Return where on its page each line stands: among its lines, and among its sentences."""
    mass, above = total(weight), weight.totals()
    return {
        "place": places(weight) * _TOP // line_count(weight),
        "mass": (above - weight) * _TOP // mass.at_least(1),
        "rest": (mass - above).bit_lengths(),
        "up": sentence.shifted(-1, 0).since(),
        "block_mass": _blocks(weight, mass),
        "cues_top": _cues_from_top(cue, above, mass),
    }


def _role_columns(bits: Column, sure: Column, sentence: Column) -> dict[str, Column]:
    """Return how many lines near each have a role, and how far the last and the next of some roles are."""
    known = sure > 1
    around, thread, forum, teasers = map(bits.has, (AROUND, THREAD, FORUM, TEASERS))
    return {
        "known6_6": known.window(6, 6),
        "unknown_run": (1 - known).runs(),
        "around_since": _since_sentence(around, sentence),
        "around_down": around.until(),
        "thread_up": thread.since(),
        "teasers_up": teasers.since(),
        "forum_up": forum.since(),
        "forum_down": forum.until(),
        "page_known": total(known) * _TOP // line_count(bits),
        "page_forum": total(forum).at_most(_MANY),
        "page_thread": total(thread).at_most(_MANY),
    }


def _shape_columns(own: Mapping[str, Column]) -> dict[str, Column]:
    """Tell whether each line begins, ends and is divided like its neighbours, as rows of a list are."""
    start, end, colon = (own[name].equals(own[name].shifted(-1, -1)) for name in ("start", "end", "colon"))
    like = start + end + colon
    return {"like-1": like, "like+1": like.shifted(1, 0), "intro": _intro(own["end"], own["sure"])}


#: concepts whose words mark what stands round an article
_CUES = sum(
    1 << CONCEPTS.index(name) for name in ("comment", "related", "share", "subscribe", "legal", "account")
)


def _cues(own: Mapping[str, Column]) -> Column:
    """Return short lines that usually stand round an article: comments, related, share, newsletter."""
    end = own["end"]
    return own["concepts"].has(_CUES) & (own["words"] < 9) & ((end < 1) | (end > 2))


def _since_sentence(flags: Column, sentence: Column) -> Column:
    """Return how many flagged lines stand between each line and the last sentence above it."""
    above = flags.totals() - flags
    return (above - above.held(sentence, 0)).at_most(_SINCE)


def _page_columns(own: Mapping[str, Column], sentence: Column, weight: Column) -> dict[str, Column]:
    """Return what is said of the page as a whole, for each line."""
    lines, words = line_count(weight), total(own["words"]).at_least(1)
    caseless, upper, lower = (total(own["start"].equals(kind)) for kind in (4, 1, 2))
    return {
        "page_lines": lines.bit_lengths(),
        "page_words": words.bit_lengths(),
        "page_mass": total(weight) * _TOP // words,
        "page_sentences": total(sentence) * _TOP // lines,
        "page_mean": (words // lines).at_most(40),
        "page_script": caseless * 8 // (caseless + upper + lower).at_least(1),
    }


def _cues_from_top(cue: Column, above: Column, mass: Column) -> Column:
    """Return cues between each line and the middle of the page's sentences (0 above it)."""
    seen = cue.totals()
    top = total(above < mass // 2)
    return (seen - top.steps(seen)).at_least(0).at_most(_CUES_SEEN)


def _blocks(weight: Column, mass: Column) -> Column:
    """Return the share of the page's sentences in each line's block."""
    place = places(weight)
    light = place - place.held(weight, -1)
    return weight.sums(light.equals(_LIGHT + 1)) * _TOP // mass.at_least(1)


def _intro(ends: Column, sure: Column) -> Column:
    """Return how many lines above each the last one with a colon at its end is, none of interface between; 15: none."""
    colon = ends.equals(_COLON)
    told = colon | (sure > 1)
    place = places(ends)
    gap = place - 1 - place.held(told, -1).shifted(-1, -1)
    return _INTRO - colon.held(told, 0).shifted(-1, 0) * (_INTRO - gap.at_most(_INTRO))


def _repeat_columns(page: Own, sentence: Column) -> dict[str, Column]:
    """Return how many of a line's words the page's other sentences have too, in eighths, and how often it stands there."""
    first, often = repeats(page.lines, sentence)
    return {
        "shared": shared(page.telling, page.counts, sentence, first),
        "repeats": often.at_most(_OFTEN),
    }
