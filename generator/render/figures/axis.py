"""A time axis from 0 to 1 on which much room goes to the months of which much is told."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.model import DateSpan
from generator.render import dates
from generator.render.figures.measures import NARROW, WIDE, text_width

_SHORT = 92  # Days; a longer span only has its ends on the axis and does not widen it.
_GAP = 0.8
_TICK_SIZE = 11
_TICK_ROOM = 8  # Pixels between two names of months.


@dataclass(frozen=True)
class Stretch:
    """A run of months on the axis from `left`, 0 to 1; an empty run is drawn short and dotted.

    `first` is the number of its first month, counted from the year 0.
    """

    first: int
    months: int
    left: float
    width: float
    empty: bool


@dataclass(frozen=True)
class Tick:
    """The name of a month at the place where it begins; the year where it changes and after an empty run.

    `wide` and `narrow` say whether it has room in a figure as wide as a page and as wide as a phone.
    """

    x: float
    words: str
    wide: bool
    narrow: bool


class Axis:
    """Days → places from 0 to 1. `today`, if given, has a place too. Empty runs of months are cut short."""

    def __init__(self, spans: Iterable[DateSpan], today: date | None = None) -> None:
        everything = list(spans)
        told = Counter(m for span in everything if span.days <= _SHORT for m in {_month(span.start), _month(span.end)})
        months = sorted(
            {_month(day) for span in everything for day in (span.start, span.end)}
            | ({_month(today)} if today else set())
        )
        widths = [(first, 1, told[first] ** 0.6 or _GAP / 2, False) for first in months]
        widths += [(a + 1, b - a - 1, min(_GAP, (b - a - 1) / 2), True) for a, b in pairwise(months) if b - a > 1]
        total = sum(width for _, _, width, _ in widths)
        self.stretches: list[Stretch] = []
        left = 0.0
        for first, count, width, empty in sorted(widths):
            self.stretches.append(Stretch(first, count, left, width / total, empty))
            left += width / total

    def place(self, day: date) -> float:
        """Where a day stands; it must be in a month of one of the spans, or in today's."""
        month = _month(day)
        stretch = next(s for s in self.stretches if s.first <= month < s.first + s.months)
        inside = (month - stretch.first + (day.day - 0.5) / 31) / stretch.months
        return stretch.left + inside * stretch.width

    def ticks(self) -> list[Tick]:
        """The names of the months that have room."""
        named: list[tuple[float, str]] = []
        before: Stretch | None = None
        for stretch in self.stretches:
            if not stretch.empty:
                first = date(stretch.first // 12, stretch.first % 12 + 1, 1)
                words = dates.span(DateSpan(start=first, end=_last_day(first), precision="month", basis="stated"))
                same = before is not None and not before.empty and before.first // 12 == stretch.first // 12
                named.append((round(stretch.left, 4), words.split(" ")[0] if same else words))
            before = stretch
        wide, narrow = (_with_room(named, width) for width in (WIDE[0], NARROW[0]))
        return [Tick(x, words, (x, words) in wide, (x, words) in narrow) for x, words in named if (x, words) in wide]


def _with_room(named: Sequence[tuple[float, str]], width: float) -> set[tuple[float, str]]:
    """Those that do not touch in a figure of this width: names with a year first, others only where theirs is there."""
    taken: list[tuple[float, float]] = []

    def fits(x: float, words: str) -> bool:
        start, end = x * width, x * width + text_width(words, _TICK_SIZE)
        if end > width or not all(end + _TICK_ROOM <= a or b + _TICK_ROOM <= start for a, b in taken):
            return False
        taken.append((start, end))
        return True

    found = {(x, words) for x, words in named if " " in words and fits(x, words)}
    year_shown = False
    for x, words in named:
        if " " in words:
            year_shown = (x, words) in found
        elif year_shown and fits(x, words):
            found.add((x, words))
    return found


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _last_day(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
