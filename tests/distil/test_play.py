"""The report of a match: goals and results are events, the course of play is not."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]

_REPORT = (
    "Norland defeated Sudia 2-0 on Sunday.",
    "Norland faced Sudia in Tarsk. The striker Anna Berg scored a goal with a header after a corner kick.",
    "The goalkeeper Carl Dahl saved a penalty. The midfielder Eva Holm was booked, and Sudia won a corner.",
)


def test_goals_and_results_are_events_and_acts_of_play_are_not(told: Tell) -> None:
    article = told(*_REPORT)
    words = {word for event in article.distillate.events for word in article.triggers(event)}
    assert {"defeated", "scored"} <= words
    assert not {"saved", "booked"} & words


def test_what_is_no_act_of_play_elsewhere_is_an_event(told: Tell) -> None:
    article = told("Norland and Sudia share a border.", "Anna Berg saved the library of Tarsk in May.")
    assert any("saved" in article.triggers(event) for event in article.distillate.events)


def test_the_match_and_its_result_are_one_event(told: Tell) -> None:
    article = told(*_REPORT)
    assert {"defeated", "faced"} <= set(article.triggers(article.event("defeated")))
