"""Titles of events without times that only the article's own day explains."""

from collections.abc import Callable

import pytest

from generator.distil.title_times import without_times
from tests.distil.conftest import Told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Ferry sinks on Monday off Kelm", "Ferry sinks off Kelm"),
        ("Norland's parliament votes late on Wednesday", "Norland's parliament votes"),
        ("Anna Berg announces the vote in a letter earlier this week", "Anna Berg announces the vote in a letter"),
        ("Norland loses orders for six ships over the past week", "Norland loses orders for six ships"),
        ("Police ban yesterday's march", "Police ban the march"),
        ("Violence mars Saturday's election in Kelm", "Violence mars the election in Kelm"),
        # names, other happenings, and what would say nothing without its time
        ("Good Friday Agreement is signed", "Good Friday Agreement is signed"),
        ("The Sunday Herald prints a letter", "The Sunday Herald prints a letter"),
        ("Sudia boycotts next year's contest", "Sudia boycotts next year's contest"),
        ("Anna Berg announces her resignation effective next Wednesday",) * 2,
        ("Anna Berg says: “We march on Friday”",) * 2,
        ("Dockers march on Monday", "Dockers march on Monday"),
    ],
)
def test_a_title_stands_alone(title: str, told: str) -> None:
    assert without_times(title, dated=True) == told


def test_a_day_stays_where_none_stands_beside_the_title() -> None:
    assert without_times("Norland's parliament votes on Wednesday", dated=False).endswith("on Wednesday")
    assert without_times("Police ban yesterday's march", dated=False) == "Police ban the march"


def test_an_event_has_its_day_beside_its_title(told: Callable[..., Told]) -> None:
    article = told("Norland began talks with Sudia on Monday. The talks on Monday in Kelm were the first in years.")
    assert article.distillate.events
    for event in article.distillate.events:
        assert event.date is not None
        assert "Monday" not in event.title
