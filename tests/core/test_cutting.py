"""A text of several lines in pieces: how its blocks are told by the lines in which they stand."""

from __future__ import annotations

from support.native import built
from textnorm import STANDARD, core, pipeline
from textnorm.compiled import compile_rules
from textnorm.lines import lines_of_blocks
from textnorm.script.blocks import blocks


class Counted(str):
    """A string that knows how many of its characters were looked at to count lines."""

    __slots__ = ("looked_at",)

    def count(self, sub: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        end = len(self) if end is None else end
        self.looked_at = getattr(self, "looked_at", 0) + end - start
        return super().count(sub, start, end)


def test_the_lines_of_blocks_are_counted_once() -> None:
    text = Counted("باد\n```\nx = 1\n```\n" * 50 + "باران\n")
    found = lines_of_blocks(text)
    assert found[:2] == [(1, 3), (5, 7)]
    assert len(found) == len(blocks(text)) == 50
    assert text.looked_at <= len(text)


@built
def test_a_line_that_ends_in_an_opening_bracket_is_done_by_the_core() -> None:
    text = "كتاب را ديد (\nباد و باران «\nبرف) بود\n"
    native = core.new_core(core.native_module(), STANDARD, 1 << 10)
    assert native.normalise(text) == pipeline.run(text, compile_rules(STANDARD))
    assert native.counts()["left"] == 0


@built
def test_a_full_stop_behind_a_tab_is_of_the_word_behind_it_where_the_rules_say_so() -> None:
    text = "می\t.ست"
    native = core.new_core(core.native_module(), STANDARD, 1 << 10)
    assert native.normalise(text) == pipeline.run(text, compile_rules(STANDARD))
