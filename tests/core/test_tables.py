"""The tables of the core are those of the rules, and tables of other rules are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.native import built
from support.scripts import load_script
from textnorm import core
from textnorm.chars import ARABIC_LETTERS, ARABIC_MARKS
from textnorm.core import character_tables, making, tables
from textnorm.ruleset.joiners import pair_context


@pytest.mark.slow
@built
def test_the_shipped_tables_are_those_of_the_rules() -> None:
    made = load_script("make_core_tables").tables()
    assert Path(tables.PATH).read_bytes() == made


@built
def test_tables_of_other_rules_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert tables.read() is not None
    stale = tables.pack({"pages": b"1234"}, tables.fingerprint_of_sources() ^ 1)
    (tmp_path / "tables.bin").write_bytes(stale)
    monkeypatch.setattr(tables, "PATH", str(tmp_path / "tables.bin"))
    assert tables.read() is None


def test_every_source_is_there() -> None:
    """One that cannot be read gives no fingerprint at all, so that tables are never used."""
    assert [path for path in tables.sources() if not Path(path).is_file()] == []
    assert tables.fingerprint_of_sources() != 0


def test_tables_that_were_made_while_a_source_was_missing_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "tables.bin").write_bytes(tables.pack({"pages": b"1234"}, 0))
    monkeypatch.setattr(tables, "PATH", str(tmp_path / "tables.bin"))
    monkeypatch.setattr(tables, "sources", lambda: [str(tmp_path / "missing.py")])
    assert tables.read() is None


def test_a_changed_rule_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    changed = tmp_path / "letters.py"
    paths = tables.sources()
    assert any(path.endswith("letters.py") for path in paths)
    changed.write_text("RULES = ()\n", encoding="utf-8")
    before = tables.fingerprint_of_sources()
    replaced = [str(changed) if path.endswith("letters.py") else path for path in paths]
    monkeypatch.setattr(tables, "sources", lambda: replaced)
    assert tables.fingerprint_of_sources() != before


@built
def test_the_classes_are_those_of_the_header() -> None:
    header = (Path(core.__file__).parent / "native" / "core.h").read_text(encoding="utf-8")
    for place, name in enumerate(character_tables.CLASSES):
        assert f"    {name.upper()} = 1 << {place}," in header, name


@pytest.mark.thorough
def test_the_classes_tell_letters_from_what_stands_between_words() -> None:
    """What native/mend.c takes for granted of the rules about marks of direction and shaped forms."""
    classes = character_tables.classes()
    in_word = re.compile(f"[{ARABIC_LETTERS}{ARABIC_MARKS}\u0640]")
    assert all(map(re.compile(f"[{ARABIC_LETTERS}]").match, classes["letter"]))
    assert all(map(in_word.match, classes["mark"] | classes["dropped"]))
    others = classes["gap"] | classes["half_space"] | classes["emoji"]
    assert not any(map(in_word.match, others - classes["odd"] - classes["letter"]))


def test_what_has_no_order_is_no_row_of_the_tables() -> None:
    with pytest.raises(TypeError, match="sort it first"):
        tables.rows({"ام", "اند"})


def test_words_with_a_bit_of_context_are_listed() -> None:
    assert pair_context.told_by_bits() >= {"سال", "من", "در", "جام"}
    assert pair_context.told_by_bits() <= making._listed_words()
