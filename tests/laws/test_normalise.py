"""The laws of the design, on arbitrary text."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import example, given

from support.public import PROFILES
from support.shared_data import dev_rows
from support.strategies import texts
from textnorm import Options, explain, normalise, rules
from textnorm.lines import CHUNK, outside_blocks
from textnorm.script.blocks import blocks
from textnorm.script.segments import segments

each_profile = pytest.mark.parametrize("profile", PROFILES)


@each_profile
@given(text=texts)
@example(text="&amp;amp;zwnj; &#1740;ک")
@example(text="واژۀ ســکو")
@example(text="<<سلام ''باد'' می>> رفت")
@example(text="ط« ظ„ مثل")
@example(text="باد;/\u200c2")
@example(text="زمان;12:\u200c30")
@example(text="خانه ی/tmp/كتاب")
@example(text="\u064b\u200cناما ،دش مکح")
def test_twice_is_once(profile: str, text: str) -> None:
    once = normalise(text, PROFILES[profile])
    assert normalise(once, PROFILES[profile]) == once


@each_profile
@given(text=texts)
@example(text="<<B>>؟ خوب")
@example(text="کتاب\u2009  خوب")
def test_explained_changes_make_the_text(profile: str, text: str) -> None:
    explained = explain(text, PROFILES[profile])
    assert explained.text == normalise(text, PROFILES[profile])
    at, pieces = 0, []
    for change in explained.changes:
        assert at <= change.start <= change.end
        assert text[change.start : change.end] == change.before != change.after
        assert change.rules
        pieces += [text[at : change.start], change.after]
        at = change.end
    assert "".join([*pieces, text[at:]]) == explained.text


@given(text=texts)
def test_segments_join_back(text: str) -> None:
    assert "".join(text[s.start : s.end] for s in segments(text)) == text
    assert all(s.start < s.end for s in segments(text))


@given(text=texts)
def test_lines_can_be_cut_anywhere(text: str) -> None:
    """The segments of a text are those of its lines, unless code or data stand over several."""
    if blocks(text + "\n"):
        return
    at, found = 0, []
    for line in text.split("\n"):
        found += [(s.kind, s.start + at, s.end + at) for s in segments(line + "\n")]
        at += len(line) + 1
    joined = segments(text + "\n")
    assert {i for s in joined for i in (s.start, s.end)} <= {i for _, a, b in found for i in (a, b)}


@pytest.mark.slow
@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
@given(text=texts)
def test_apply_and_edits_agree(rule, text: str) -> None:
    from textnorm.edits import splice

    assert splice(text, rule.edits(text)) == rule.apply(text)


@given(text=texts)
def test_ignoring_everything_changes_nothing(text: str) -> None:
    everything = Options(ignore=frozenset(rule.id for rule in rules()))
    assert normalise(text, everything) == text


@pytest.mark.parametrize("profile", PROFILES)
def test_options_are_pickled_by_value(profile: str) -> None:
    assert pickle.loads(pickle.dumps(PROFILES[profile])) == PROFILES[profile]


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(TypeError, match="decode"):
        normalise(b"abc")


def test_unknown_choices_are_refused() -> None:
    with pytest.raises(ValueError, match="joins must be one of"):
        Options(joins="some")
    with pytest.raises(ValueError, match="did you mean 'tatweel'"):
        Options(ignore=frozenset({"tatwel"}))


@given(text=texts)
def test_blocks_and_what_stands_outside_them_join_back(text: str) -> None:
    long = f"{text}\n" * (2 + CHUNK // (len(text) + 1))
    spans = sorted([*blocks(long), *outside_blocks(long)])
    assert "".join(long[start:end] for start, end in spans) == long


@pytest.mark.slow
@each_profile
def test_dev_set_twice_and_explained(profile: str) -> None:
    options = PROFILES[profile]
    for row in dev_rows()[:: 1 if profile == "STANDARD" else 7]:
        once = normalise(row["noisy"], options)
        assert normalise(once, options) == once
        assert explain(row["noisy"], options).text == once
