"""Dates of several reports as one."""

from collections.abc import Sequence

from generator.model import DateSpan

_BASES = ["stated", "relative", "inferred"]


def exactest(dates: Sequence[DateSpan]) -> DateSpan | None:
    """The shortest span; of equal ones the one that an article states in full, then the earliest."""
    return min(dates, key=lambda d: (d.days, _BASES.index(d.basis), d.start), default=None)


def days_apart(a: DateSpan, b: DateSpan) -> int:
    """Days between two spans, 0 if they overlap."""
    if a.overlaps(b):
        return 0
    return max((a.start - b.end).days, (b.start - a.end).days)
