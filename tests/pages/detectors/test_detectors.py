"""Every detector repairs its examples, as its kind, once for all; and leaves its near-misses alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from textnorm import artefact_kinds, clean, explain_clean, find_artefacts
from textnorm.pages.detectors import DETECTORS, Detector

EXAMPLES = [(detector, *example) for detector in DETECTORS for example in detector.examples]
NEAR = [(detector, text) for detector in DETECTORS for text in detector.near_misses]


def names(rows: list[tuple[Detector, ...]]) -> list[str]:
    return [row[0].kind for row in rows]


@pytest.mark.parametrize(("detector", "before", "after"), EXAMPLES, ids=names(EXAMPLES))
def test_example(detector: Detector, before: str, after: str) -> None:
    assert clean(before, detector.options).rstrip() == after
    assert detector.kind in {found.kind for found in find_artefacts(before, detector.options)}
    assert clean(after, detector.options) == after


@pytest.mark.parametrize(("detector", "before", "after"), EXAMPLES, ids=names(EXAMPLES))
def test_it_is_this_detector_that_repairs(detector: Detector, before: str, after: str) -> None:
    options = replace(detector.options, ignore=frozenset({detector.kind}))
    assert clean(before, options).rstrip() != after


@pytest.mark.parametrize(("detector", "text"), NEAR, ids=names(NEAR))
def test_near_miss(detector: Detector, text: str) -> None:
    assert clean(text, detector.options) == text


@pytest.mark.parametrize(("detector", "before", "after"), EXAMPLES, ids=names(EXAMPLES))
def test_spans_are_those_of_the_explanation(detector: Detector, before: str, after: str) -> None:
    found = find_artefacts(before, detector.options)
    changes = explain_clean(before, detector.options).changes
    assert [(a.start, a.end, a.replacement) for a in found] == [(c.start, c.end, c.after) for c in changes]


def test_a_kind_is_found_in_one_way() -> None:
    kinds = [detector.kind for detector in DETECTORS]
    assert len(set(kinds)) == len(kinds)
    assert set(artefact_kinds()) == {*kinds, "boilerplate", "front-matter"}
