"""Records are what frozen dataclasses with keywords are."""

from __future__ import annotations

from typing import Any

import pytest

from textnorm.ruleset.record import Record


class _Star(Record):
    name: str
    light: float = 1.0


def test_fields_are_given_by_keyword_and_kept() -> None:
    star = _Star(name="Vega")
    assert (star.name, star.light) == ("Vega", 1.0)
    assert repr(star.replace(light=0.5)) == "_Star(name='Vega', light=0.5)"


@pytest.mark.parametrize("fields", [{}, {"light": 2.0}, {"name": "Vega", "colour": "white"}])
def test_a_missing_and_an_unknown_field_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"needs \['name'\], and \['(name|colour)'\] are wrong"):
        _Star(**fields)


def test_nothing_is_set_or_deleted_later() -> None:
    star = _Star(name="Vega")
    with pytest.raises(AttributeError, match="frozen"):
        star.light = 3.0  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del star.name
