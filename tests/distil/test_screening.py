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
        "Most sailors of Norland meet on Sundays.",
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


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland has a slew of disputes and sanctions against Sudia.",
        "The plan requires the approval of Norland.",
        "The lack of a concession from Norland is well known.",
    ],
)
def test_what_is_named_in_passing_is_no_event(told: Tell, sentence: str) -> None:
    assert told(sentence).titles == []


def test_what_is_not_yet_agreed_is_not_refused(told: Tell) -> None:
    assert told("Norland and Sudia have not yet agreed on the border.").titles == []


def test_what_demands_include_is_not_done(told: Tell) -> None:
    article = told("The sailors of Norland marched on Monday. Their demands include dissolving the parliament.")
    assert all("dissolve" not in title for title in article.titles)


def test_what_or_adds_to_a_denial_did_not_happen(told: Tell) -> None:
    article = told("President Tomas Okeru did not concede or admit defeat.")
    assert [event.type.value for event in article.distillate.events] == ["REJECT"]


def test_the_press_reporting_a_happening_is_no_event_of_its_own(told: Tell) -> None:
    article = told("Reuters reported that Norland attacked Sudia on Monday.")
    assert [event.type.value for event in article.distillate.events] == ["ASSAULT"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The database is used by officers to track and prosecute sailors.",
        "The illness is marked by fevers occurring in early life.",
        "The ministry has rules for pilgrims travelling to Sudia.",
    ],
)
def test_what_a_thing_is_for_or_like_is_no_event(told: Tell, sentence: str) -> None:
    assert told("Norland and Sudia share a border.", sentence).distillate.events == []


def test_what_is_told_of_nobody_and_no_day_is_no_event_behind_the_lead(told: Tell) -> None:
    lead = ("Norland and Sudia share a border.", "The border is long.")
    assert told(*lead, "A wooden house stood there. Its roof broke in the wind.").distillate.events == []
    assert told(*lead, "In May its roof broke in the wind.").titles


@pytest.mark.parametrize(
    "sentence",
    [
        "Tourists arrive in Tarsk each year.",
        "The museum was well attended by tourists.",
        "Her skin broke in the cold, and Anna Berg changed her clothes.",
    ],
)
def test_habits_and_everyday_details_are_no_events(told: Tell, sentence: str) -> None:
    assert told("Norland and Sudia share a border.", sentence).distillate.events == []


def test_a_detail_told_once_of_nobody_is_no_event_behind_the_lead(told: Tell) -> None:
    lead = ("Norland and Sudia share a border.", "The border is long.")
    assert told(*lead, "Vendors painted the old bridge.").distillate.events == []
    assert told(*lead, "Anna Berg painted the old bridge.").titles
