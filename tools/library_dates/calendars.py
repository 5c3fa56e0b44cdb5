"""Print, for each Python library, the Gregorian day of 1 Farvardin of 1206-1499: a JSON object a library."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator
from importlib.metadata import version

YEARS = range(1206, 1500)
Nowruz = Callable[[int], datetime.date]


def libraries() -> Iterator[tuple[str, str, Nowruz]]:
    """Yield package, version and its Nowruz."""
    import icu
    import jdatetime
    import khayyam
    from convertdate import persian
    from persiantools.jdatetime import JalaliDate

    calendar = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale("fa@calendar=persian"))

    def by_icu(year: int) -> datetime.date:
        calendar.clear()
        calendar.set(year, 0, 1)
        return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=calendar.getTime())).date()

    yield "jdatetime", version("jdatetime"), lambda year: jdatetime.date(year, 1, 1).togregorian()
    yield "persiantools", version("persiantools"), lambda year: JalaliDate(year, 1, 1).to_gregorian()
    yield "Khayyam", version("Khayyam"), lambda year: khayyam.JalaliDate(year, 1, 1).todate()
    yield "convertdate", version("convertdate"), lambda year: datetime.date(*persian.to_gregorian(year, 1, 1))
    yield f"PyICU (ICU {icu.ICU_VERSION})", version("PyICU"), by_icu


def main() -> None:
    """Print them."""
    for name, release, nowruz in libraries():
        days = {}
        for year in YEARS:
            try:
                days[year] = nowruz(year).isoformat()
            except (ValueError, OverflowError) as error:
                days[year] = type(error).__name__
        print(json.dumps({"library": name, "version": release, "nowruz": days}))


if __name__ == "__main__":
    main()
