"""Days as the head of an article writes them: "Published: January 15, 2024", "26 juillet 2023", "2019-06-23".

The names of months and days of the week are Babel's. A day written in digits alone counts only when no reader could
read it otherwise; dots and the order year, month, day settle it.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_day_names, get_month_names

from generator.articles.languages import language_knowledge

_EARLIEST, _LATEST = 1900, 2100


@dataclass(frozen=True)
class WrittenDate:
    """A date in a line: where it stands, and its day; None where it could be read in two ways."""

    start: int
    end: int
    day: date | None


def find_dates(line: str) -> list[WrittenDate]:
    """Every whole date in a line, in order, none overlapping another."""
    found: list[WrittenDate] = []
    for pattern, order in _forms():
        for match in pattern.finditer(line):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            days = {day for day in _readings(match, order) if day is not None}
            if days:
                found.append(WrittenDate(match.start(), match.end(), days.pop() if len(days) == 1 else None))
    return sorted(found, key=lambda each: each.start)


def _readings(match: re.Match[str], orders: str) -> Iterator[date | None]:
    """The days that the groups of a match can mean: one for each order in "ymd", "dmy|mdy", ..."""
    for order in orders.split("|"):
        parts = dict(zip(order, match.groups(), strict=True))
        month = _months().get(parts["m"].lower().rstrip("."), 0) or (int(parts["m"]) if parts["m"].isdecimal() else 0)
        year = int(parts["y"])
        try:
            yield date(year, month, int(parts["d"])) if _EARLIEST <= year <= _LATEST else None
        except ValueError:
            yield None


@functools.cache
def _months() -> dict[str, int]:
    names: dict[str, int] = dict(language_knowledge()["dates"]["months"])
    for language in language_knowledge()["dates"]["languages"]:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(str(name).lower().rstrip("."), int(number))
    return {name: number for name, number in names.items() if not name.isdecimal()}


@functools.cache
def month_pattern() -> str:
    """A regular expression without groups for the name of a month, in full or short, in any of the languages."""
    return "(?:" + "|".join(map(re.escape, sorted(_months(), key=lambda name: (-len(name), name)))) + r")\b\.?"


@functools.cache
def weekday_pattern() -> str:
    """A regular expression without groups for the name of a day of the week, in full or in three letters and more."""
    names = {
        str(name).lower().rstrip(".")
        for language in language_knowledge()["dates"]["languages"]
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for name in get_day_names(width, context, language).values()
    } | set(language_knowledge()["dates"]["weekdays"])
    return (
        "(?:"
        + "|".join(
            map(re.escape, sorted((name for name in names if len(name) > 2), key=lambda name: (-len(name), name)))
        )
        + r")\b\.?"
    )


@functools.cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    month = "(" + month_pattern() + ")"
    day = r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
    year = r"(\d{4})"
    edge = r"(?<![\d.,/-])"
    # A time may follow at once ("2024-01-15T06:04:00Z"); another digit may not.
    after = r"(?![\d]|[./-]\d)"
    return tuple(
        (re.compile(pattern, re.IGNORECASE), orders)
        for pattern, orders in (
            (edge + year + r"-(\d{1,2})-(\d{1,2})" + after, "ymd"),
            (edge + year + r"/(\d{1,2})/(\d{1,2})" + after, "ymd"),
            (edge + year + r"\.(\d{1,2})\.(\d{1,2})\.?" + after, "ymd"),
            (edge + year + r"\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]", "ymd"),
            (
                edge
                + day
                + r"\s*(?:of|de|d')?\s*[-/ ]?\s*"
                + month
                + r",?\s*(?:de|del|of)?\s*[-/ ]?\s*"
                + year
                + after,
                "dmy",
            ),
            (r"(?<!\w)" + month + r"[\s-]*" + day + r"[\s,-]+(?:of\s+)?" + year + after, "mdy"),
            (edge + year + r",?[\s-]+" + month + r"[\s-]*" + day + after, "ymd"),
            (edge + r"(\d{1,2})\.\s?(\d{1,2})\.\s?" + year + after, "dmy"),
            (edge + r"(\d{1,2})[/-](\d{1,2})[/-]" + year + after, "dmy|mdy"),
        )
    )
