"""The helper that tells linear work from more sees the difference."""

from __future__ import annotations

import pytest

from support import growth


def test_linear_work_passes() -> None:
    growth.assert_linear(sorted, range(100_000), range(800_000), 8)


@pytest.mark.slow
def test_quadratic_work_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "_ATTEMPTS", 1)
    with pytest.raises(pytest.fail.Exception, match="8 times the text took"):
        growth.assert_linear(lambda size: sum(1 for _ in range(size * size)), 400, 3_200, 8)
