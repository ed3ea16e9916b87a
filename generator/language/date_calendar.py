"""Arithmetic of days: weeks, months, quarters, seasons, holidays and their parts.

Every function returns None, never an error, where the calendar has no such day ("February 30", the year 12019).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta

from generator.model import Basis, DateSpan, Precision

# A day and month without a year that lies this many days back is nearly always the coming one, a few weeks ahead: of an
# event almost a year ago a writer says "last June" or gives the year.
_LONG_AGO = 340


class Days(NamedTuple):
    """First and last day, both included, and how exact that is."""

    start: date
    end: date
    precision: Precision

    def span(self, basis: Basis) -> DateSpan:
        """The same as a value of the model."""
        return DateSpan(start=self.start, end=self.end, precision=self.precision, basis=basis)


class Readings(NamedTuple):
    """The two readings of a date without a year: `best` by the usual tense of news, `future` the next such date."""

    best: Days | None
    future: Days | None


def day(year: int, month: int, number: int) -> Days | None:
    """One day of the calendar."""
    try:
        found = date(year, month, number)
    except (ValueError, OverflowError):
        return None
    return Days(found, found, "day")


def one_day(found: date) -> Days:
    """The span of a single day."""
    return Days(found, found, "day")


def month(year: int, number: int) -> Days | None:
    """A whole month."""
    first = day(year, number, 1)
    last = first and moved(first.start, "month", 1)
    return Days(first.start, last - timedelta(days=1), "month") if first and last else None


def quarter(year: int, number: int) -> Days | None:
    """A quarter of the calendar year, `number` 1 to 4."""
    return _joined(month(year, 3 * number - 2), month(year, 3 * number), "quarter") if 1 <= number <= 4 else None


def half(year: int, number: int) -> Days | None:
    """A half of the calendar year, `number` 1 or 2."""
    return _joined(month(year, 6 * number - 5), month(year, 6 * number), "range") if number in (1, 2) else None


def year_of(number: int) -> Days | None:
    """A whole calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year") if 1 <= number <= 9999 else None


def years(first: int, last: int) -> Days | None:
    """From the first day of one year to the last day of another, not earlier, one."""
    return _joined(year_of(first), year_of(last), "range") if first <= last else None


def season(year: int, first_month: int) -> Days | None:
    """The season of three months that begins in `first_month` of `year`; winter ends in the year after."""
    last_year, last_month = (year + 1, 2) if first_month == 12 else (year, first_month + 2)
    return _joined(month(year, first_month), month(last_year, last_month), "range")


def nth_weekday(year: int, month_number: int, nth: int, weekday: int) -> Days | None:
    """The `nth` (from 1; -1 is the last) `weekday` (0 is Monday) of a month."""
    whole = month(year, month_number)
    if whole is None:
        return None
    if nth < 0:
        found = whole.end - timedelta(days=(whole.end.weekday() - weekday) % 7)
    else:
        found = whole.start + timedelta(days=(weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))
    return one_day(found) if whole.start <= found <= whole.end else None


def holiday(rule: Mapping[str, Any], year: int) -> Days | None:
    """The day of a holiday of `dates.yml` in a year."""
    if "day" in rule:
        return day(year, *rule["day"])
    if "weekday" in rule:
        month_number, nth, weekday, days_after = rule["weekday"]
        found = nth_weekday(year, month_number, nth, weekday)
        return one_day(found.start + timedelta(days=days_after)) if found else None
    if not 1583 <= year <= 4099:  # the Gregorian calendar's Easter
        return None
    if "easter" in rule:
        return one_day(easter(year, EASTER_WESTERN) + timedelta(days=rule["easter"]))
    return one_day(easter(year, EASTER_ORTHODOX) + timedelta(days=rule["orthodox_easter"]))


def moved(start: date, unit: str, count: int) -> date | None:
    """The day `count` units after `start` (before, where negative)."""
    steps = {
        "moment": {"days": 0}, "minute": {"days": count // 1440}, "hour": {"days": int(count / 24)},
        "day": {"days": count}, "weekend": {"days": 7 * count}, "week": {"days": 7 * count},
        "fortnight": {"days": 14 * count}, "month": {"months": count}, "quarter": {"months": 3 * count},
        "year": {"years": count}, "decade": {"years": 10 * count}, "century": {"years": 100 * count},
    }  # fmt: skip
    try:
        return start + relativedelta(**steps[unit])  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


def unit_around(found: date | None, unit: str) -> Days | None:
    """The week, month, ... that holds a day. A step of decades is exact to the year, of fortnights to the week."""
    if found is None:
        return None
    monday = found - timedelta(days=min(found.weekday(), found.toordinal() - 1))
    match unit:
        case "week" | "fortnight":
            return Days(monday, monday + timedelta(days=6), "week") if monday.year < 9999 else None
        case "weekend":
            return Days(monday + timedelta(days=5), monday + timedelta(days=6), "range") if monday.year < 9999 else None
        case "month":
            return month(found.year, found.month)
        case "quarter":
            return quarter(found.year, (found.month + 2) // 3)
        case "year" | "decade" | "century":
            return year_of(found.year)
    return one_day(found)


def part_of(whole: Days | None, part: str) -> Days | None:
    """The early, middle or late third of a month, year or span of years, or its `beginning` or `end`.

    The ends are narrower than the thirds in a year: January, December. A week has no parts.
    """
    if whole is None or whole.precision in ("week", "day"):
        return whole
    first, last = whole.start, whole.end
    if whole.precision == "month":
        bounds = {
            "early": (1, 10),
            "beginning": (1, 10),
            "middle": (11, 20),
            "late": (21, last.day),
            "end": (21, last.day),
        }
        low, high = bounds[part]
        return Days(first.replace(day=low), last.replace(day=high), "range")
    if whole.precision == "year":
        months = {"early": (1, 4), "middle": (5, 8), "late": (9, 12), "beginning": (1, 1), "end": (12, 12)}[part]
        return _joined(month(first.year, months[0]), month(first.year, months[1]), "range")
    if last.year - first.year >= 2:
        return _part_of_years(first.year, last.year, part)
    third = (last - first).days // 3
    cut = {"middle": (third, 2 * third), "late": (2 * third, None), "end": (2 * third, None)}.get(part, (0, third))
    return Days(first + timedelta(days=cut[0]), last if cut[1] is None else first + timedelta(days=cut[1]), "range")


def _part_of_years(first: int, last: int, part: str) -> Days | None:
    """The early (four tenths), middle or late (three tenths each) years: 1990-1993, 1994-1996, 1997-1999."""
    length = last - first + 1
    cuts = [first, first + length * 4 // 10, first + length * 7 // 10, last + 1]
    third = {"early": 0, "beginning": 0, "middle": 1, "late": 2, "end": 2}[part]
    return years(cuts[third], cuts[third + 1] - 1)


def every_year(make: Callable[[int], Days | None], published: date) -> Readings:
    """Which year is meant by "June 12" in a text published on a day: the latest that has begun by then, unless that is
    so long ago that the coming one must be meant; and the next one to begin."""
    past, future = latest_begun(make, published), next_to_begin(make, published)
    if past is None or (future is not None and (published - past.end).days >= _LONG_AGO):
        return Readings(future, future)
    return Readings(past, future)


def latest_begun(make: Callable[[int], Days | None], published: date) -> Days | None:
    """The latest of what `make` gives for years that begins on or before a day. Leap days lie up to 8 years back."""
    for year in range(published.year, max(published.year - 9, 0), -1):
        found = make(year)
        if found and found.start <= published:
            return found
    return None


def next_to_begin(make: Callable[[int], Days | None], published: date) -> Days | None:
    """The first of what `make` gives for years that begins after a day."""
    for year in range(published.year, min(published.year + 9, 10000)):
        found = make(year)
        if found and found.start > published:
            return found
    return None


def weekday_before(start: date, weekday: int) -> date | None:
    """The nearest day of that name strictly before a day."""
    return moved(start, "day", -((start.weekday() - weekday - 1) % 7 + 1))


def weekday_after(start: date, weekday: int) -> date | None:
    """The nearest day of that name strictly after a day."""
    return moved(start, "day", (weekday - start.weekday() - 1) % 7 + 1)


def covering(first: Days | None, last: Days | None) -> Days | None:
    """From the first day of one to the last day of another; None where the second ends before the first begins."""
    return _joined(first, last, "range") if first and last and first.start <= last.end else None


def _joined(first: Days | None, last: Days | None, precision: Precision) -> Days | None:
    return Days(first.start, last.end, precision) if first and last else None
