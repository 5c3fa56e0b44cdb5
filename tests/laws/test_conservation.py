"""No rule may lose text silently: on arbitrary text, on the rules' own examples and on the whole dev set."""

from __future__ import annotations

import pytest
from hypothesis import given

from support.conservation import losses
from support.public import PROFILES
from support.shared_data import dev_rows
from support.strategies import every_text
from textnorm import Change, normalise, rules
from textnorm.dates import explain_dates

each_profile = pytest.mark.parametrize("profile", PROFILES)


@each_profile
@given(text=every_text)
def test_nothing_is_lost(profile: str, text: str) -> None:
    assert not list(losses(text, PROFILES[profile]))


@each_profile
def test_nothing_is_lost_of_the_examples(profile: str) -> None:
    texts = [
        text for rule in rules() for text in (*(before for before, _ in rule.examples), *rule.near_misses)
    ]
    assert [found for text in texts for found in losses(text, PROFILES[profile])] == []


@pytest.mark.slow
@each_profile
def test_nothing_is_lost_of_the_dev_set(profile: str) -> None:
    rows = dev_rows()[:: 1 if profile == "STANDARD" else 5]
    assert [found for row in rows for found in losses(row["noisy"], PROFILES[profile])] == []


def test_the_checker_sees_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    from support import conservation
    from textnorm import Explained

    silent = Explained("با", (Change(0, 3, "باد", "با", ("space-run",)),))
    monkeypatch.setattr(conservation, "explain", lambda text, options: silent)
    assert [loss.missing for loss in losses("باد", PROFILES["STANDARD"])] == ["د"]


@given(text=every_text)
def test_dates_change_only_what_they_found(text: str) -> None:
    done = explain_dates(text)
    at = 0
    for change in done.changes:
        shift = done.to_result(change.start) - change.start
        assert text[at : change.start] == done.text[at + shift : change.start + shift]
        at = change.end
    assert done.text.endswith(text[at:])


@given(text=every_text)
def test_letters_beside_a_word_stay(text: str) -> None:
    """A paragraph of plain words is not touched by whatever stands in another one."""
    plain = "باران در شهر ما آمد."
    assert normalise(f"{plain}\n\n{text.replace('`', '').replace('~', '')}").startswith(plain)
