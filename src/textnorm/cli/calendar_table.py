"""``textnorm dates --table YEAR``: where the months of a Solar Hijri year begin."""

from __future__ import annotations

from datetime import timedelta

import textnorm
from textnorm.cli.errors import Failure

MONTHS = ("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
          "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand")  # fmt: skip


def table(year: int) -> str:
    """One line a month: number, name, first day and last day as ISO dates, number of days."""
    try:
        starts = [textnorm.to_gregorian(year, month, 1) for month in range(1, 13)]
        following = textnorm.to_gregorian(year + 1, 1, 1)
    except ValueError as error:
        raise Failure(str(error)) from None
    lines = []
    for number, (name, start, end) in enumerate(
        zip(MONTHS, starts, [*starts[1:], following], strict=True), 1
    ):
        last = end - timedelta(days=1)
        lines.append(f"{year}-{number:02}  {name:<12}{start}  {last}  {(end - start).days}\n")
    return "".join(lines)
