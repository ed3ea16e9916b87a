"""Dates as a reader sees them: as exact as the articles give them, and no more."""

from datetime import date, timedelta
from functools import cache

from babel.dates import format_date

from generator.model import DateSpan

_LANGUAGE = "en"

BASIS = {
    "stated": "as the article states it",
    "relative": "worked out from the date of publication",
    "inferred": "taken from other articles",
}
PUBLISHED_BASIS = {
    "stated": "stated in the text",
    "sidecar": "given by an analyst",
    "file": "from the file",
    "inferred": "worked out",
}


def day(value: date) -> str:
    """One day: "18 Jun 2024"."""
    return _written(value, "d MMM y")


def month_name(month: int) -> str:
    """The name of a month from 1 to 12: "June"."""
    return _written(date(2000, month, 1), "LLLL")


def span(value: DateSpan | None) -> str:
    """A date as exact as it is: "18 Jun 2024", "Jul 2023", "Apr–Jun 2024", "2023", "3–9 Jun 2024", or "undated"."""
    if value is None:
        return "undated"
    first, last = value.start, value.end
    if first == last:
        return day(first)
    if _whole_months(first, last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{_written(first, 'd MMM')} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return _written(first, "MMM y")
    if first.year != last.year:
        whole_years = first.month == 1 and last.month == 12
        return f"{first.year}–{last.year}" if whole_years else f"{_written(first, 'MMM y')} – {_written(last, 'MMM y')}"
    if first.month == 1 and last.month == 12:
        return str(first.year)
    return f"{_written(first, 'MMM')}–{_written(last, 'MMM y')}"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)


@cache
def _written(value: date, pattern: str) -> str:
    return str(format_date(value, pattern, locale=_LANGUAGE))


def basis(value: DateSpan | None) -> str:
    """How the date is known, in words; empty for none."""
    return BASIS[value.basis] if value else ""
