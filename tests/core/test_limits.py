"""What the core remembers is bounded, threads share it, failures of rules are failures of the call."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from support import public
from support.native import built
from support.shared_data import dev_rows
from textnorm import core, normalise, pipeline

PROFILES = {name: options for name, options in public.PROFILES.items() if options.engine == "textnorm"}


def core_of(profile: str, most: int = 1 << 15) -> Any:
    """Return a core of its own for the profile, that remembers at most so many words; None if it has none."""
    module = core._native()[0]
    options = PROFILES[profile]
    return None if core.core_for(options) is None else core.new_core(module, options, most)


@pytest.mark.slow
@built
def test_new_words_without_end_take_no_memory_without_end() -> None:
    one = core_of("STANDARD", 1 << 12)
    letters = "ابپتجچدرزسشفقکگلمنو"
    most = 0
    for start in range(0, 40_000, 20):
        words = (
            "".join(letters[number // 19**place % 19] for place in range(5))
            for number in range(start * 61, start * 61 + 20)
        )
        one.answer(" ".join(words))
        most = max(most, one.counts()["words"], one.counts()["units"] >> 8)
    assert most <= (1 << 12) + 64


@pytest.mark.slow
@built
def test_gaps_without_end_take_no_memory_without_end() -> None:
    one = core_of("STANDARD", 64)
    for number in range(9000):
        one.answer("باد" + "،." * (number % 17) + "!" * (number % 19) + "؟:" * (number % 23) + " باد")
    assert one.counts()["gaps"] <= 64 // 4 + 8192


@pytest.mark.slow
@built
def test_lines_without_end_take_no_memory_without_end() -> None:
    one = core_of("STANDARD", 64)
    for number in range(20_000):
        one.answer(f"باد {number}")
    assert one.counts()["seen"] <= 1 << 14


@built
def test_a_line_that_comes_again_is_not_looked_at_again() -> None:
    one = core_of("STANDARD")
    text = "علي كتاب هاي خوب را مي خواند\nباد آمد"
    expected = one.normalise(text)
    lines = one.counts()["lines"]
    assert one.normalise(text) == expected
    assert one.counts()["lines"] == lines
    one.forget()
    assert one.normalise(text) == expected
    assert one.counts()["lines"] == 2 * lines


@built
def test_threads_share_a_core() -> None:
    one = core_of("STANDARD")
    rows = [row["noisy"] for row in dev_rows()[::37]]
    expected = [normalise(row) for row in rows]
    wrong: list[str] = []

    def work() -> None:
        for row, right in zip(rows, expected, strict=True):
            if one.normalise(row) != right:
                wrong.append(row)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@built
def test_a_rule_that_fails_fails_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, *_: object) -> str:
        raise RuntimeError(text)

    one = core_of("STANDARD")
    monkeypatch.setattr(pipeline, "run", fail)
    with pytest.raises(RuntimeError):
        one.normalise("باد ,؛ ,! ؛؛, بود")
    monkeypatch.undo()
    assert one.normalise("علي") == "علی"
