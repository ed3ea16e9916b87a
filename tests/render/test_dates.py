"""Dates are written as exact as they are."""

from datetime import date
from typing import get_args

import pytest

from generator.model import DateSpan, Precision
from generator.render import dates


@pytest.mark.parametrize(
    ("start", "end", "precision", "written"),
    [
        ("2031-06-18", "2031-06-18", "day", "18 Jun 2031"),
        ("2031-06-16", "2031-06-22", "week", "16–22 Jun 2031"),
        ("2031-07-01", "2031-07-31", "month", "Jul 2031"),
        ("2031-04-01", "2031-06-30", "quarter", "Apr–Jun 2031"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
        ("2030-01-01", "2031-12-31", "range", "2030–2031"),
        ("2030-11-01", "2031-02-28", "range", "Nov 2030 – Feb 2031"),
        ("2031-06-03", "2031-06-09", "range", "3–9 Jun 2031"),
        ("2031-06-28", "2031-07-03", "range", "28 Jun – 3 Jul 2031"),
        ("2030-12-28", "2031-01-03", "range", "28 Dec 2030 – 3 Jan 2031"),
    ],
)
def test_a_span(start: str, end: str, precision: str, written: str) -> None:
    assert precision in get_args(Precision)
    span = DateSpan.model_validate({"start": start, "end": end, "precision": precision, "basis": "stated"})
    assert dates.span(span) == written


def test_no_date() -> None:
    assert dates.span(None) == "undated"


def test_the_last_day_there_is() -> None:
    assert dates.span(DateSpan(start=date(9999, 12, 1), end=date.max, precision="month", basis="stated")) == "Dec 9999"
