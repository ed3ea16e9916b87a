"""Words that look like happenings and tell none, or tell again what another word tells."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers of Norland usually meet in Brenholm.",
        "Norland has a fleet of ships built to curb piracy.",
        "Anyone arrested by Norland is given a lawyer.",
    ],
)
def test_habits_purposes_and_rules_are_no_events(told: Tell, sentence: str) -> None:
    assert told(sentence).titles == []


def test_the_occasion_of_words_is_no_event_of_its_own(told: Tell) -> None:
    article = told("Anna Berg is the governor.", 'Anna Berg said at a press conference, "The plan is unfair to us."')
    assert [event.type.value for event in article.distillate.events] == ["ACCUSE"]


def test_what_happened_before_a_refusal_is_no_part_of_it(told: Tell) -> None:
    article = told("Norland rejected the bill after last week's protests of the sailors in Tarsk.")
    assert [event.type.value for event in article.distillate.events] == ["REJECT", "PROTEST"]


def test_what_is_told_beside_the_main_clause_is_an_event(told: Tell) -> None:
    article = told("Six ports bid for the office of the league, with Norland winning the bid.")
    assert any("winning" in article.triggers(event) for event in article.distillate.events)


def test_a_noun_without_a_day_inside_another_happening_is_not_counted_again(told: Tell) -> None:
    article = told("Norland condemned the closure of the border by Sudia.")
    assert article.titles == ["Norland condemns the closure of the border by Sudia"]


def test_a_decree_is_of_the_type_of_what_it_does(told: Tell) -> None:
    event = told("Anna Berg is the governor.", "On Monday, Anna Berg signed a decree banning fireworks.").event(
        "signed"
    )
    assert event.type.value == "COERCE"
