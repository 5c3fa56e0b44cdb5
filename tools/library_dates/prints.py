"""Print what each Python library writes for 8 Mehr 1397, 18:05:09: a JSON object a string."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from importlib.metadata import version

DAY = (1397, 7, 8, 18, 5, 9)
FORMATS = [
    "%c",
    "%x",
    "%A %d %B %Y",
    "%a %d %b %Y",
    "%d %b %Y",
    "%b %d, %Y",
    "%d %b %y",
    "%y/%m/%d",
    "%Y/%m/%d",
]
KHAYYAM = ["%C", "%c", "%x", "%q", "%Q", "%A %D %B %N", "%a %d %b %Y", "%E %d %G %Y", "%n/%m/%d", "%Y-%m-%d"]


def written() -> Iterator[tuple[str, str, str]]:
    """Yield package, call and string."""
    import jdatetime
    import khayyam
    from persiantools.jdatetime import JalaliDateTime

    for locale in ("en_US", "fa_IR"):
        jdatetime.set_locale(locale)
        day = jdatetime.datetime(*DAY)
        yield "jdatetime", f"str ({locale})", str(day)
        for form in FORMATS:
            yield "jdatetime", f"{form} ({locale})", day.strftime(form)
    for locale in ("en", "fa"):
        moment = JalaliDateTime(*DAY, locale=locale)
        yield "persiantools", f"isoformat ({locale})", moment.isoformat()
        for form in FORMATS:
            yield "persiantools", f"{form} ({locale})", moment.strftime(form)
    instant = khayyam.JalaliDatetime(*DAY)
    yield "Khayyam", "str", str(instant)
    for form in KHAYYAM:
        yield "Khayyam", form, instant.strftime(form)


def by_icu() -> Iterator[tuple[str, str, str]]:
    """Yield the same of PyICU."""
    import icu

    at = datetime.datetime(2018, 9, 30, 18, 5, 9, tzinfo=datetime.UTC).timestamp()
    styles = {
        "full": icu.DateFormat.FULL,
        "long": icu.DateFormat.LONG,
        "medium": icu.DateFormat.MEDIUM,
        "short": icu.DateFormat.SHORT,
    }
    for locale in ("fa", "fa_AF", "ps", "ckb", "en", "ar"):
        for name, style in styles.items():
            form = icu.DateFormat.createDateInstance(style, icu.Locale(f"{locale}@calendar=persian"))
            form.setTimeZone(icu.TimeZone.getGMT())
            yield "PyICU", f"{name} ({locale})", form.format(at)


def main() -> None:
    """Print them."""
    for library, call, text in (*written(), *by_icu()):
        print(
            json.dumps(
                {"library": library, "version": version(library), "call": call, "text": text},
                ensure_ascii=False,
            )
        )


if __name__ == "__main__":
    main()
