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


_MATCHES = (
    "Norland beat Sudia 3-0. Vestria beat Karland 2-1. Ostland defeated Merland 4-3. Arlia drew 1-1 with Tarsia.",
    "Anna Berg opened the scoring for Norland with a penalty. Eva Holm scored a try before half time.",
    "Norland comfortably defeated Sudia 3-0 to stay in the cup.",
)


def test_where_several_matches_are_told_goals_are_play(told: Tell) -> None:
    article = told(*_MATCHES)
    words = {word for event in article.distillate.events for word in article.triggers(event)}
    assert not {"opened", "scored", "scoring"} & words
    assert {"beat", "drew"} <= words


def test_one_score_is_one_match(told: Tell) -> None:
    article = told(*_MATCHES)
    [match] = [event for event in article.distillate.events if "Norland" in article.parts(event)]
    assert article.triggers(match) == ["beat", "defeated"]


def test_of_a_single_match_the_goals_are_told(told: Tell) -> None:
    article = told("Norland beat Sudia 2-1 on Sunday.", "Anna Berg scored with a header.")
    assert any("scored" in article.triggers(event) for event in article.distillate.events)
