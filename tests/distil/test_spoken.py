"""Happenings made by words alone: what somebody demands, condemns, praises, offers or announces."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ('"The council should open the harbour again," Anna Berg said on Monday.', "REQUEST"),
        ('"The plan is unfair to the sailors," Anna Berg said on Monday.', "ACCUSE"),
        ('"We are grateful to the sailors of Tarsk," Anna Berg said on Monday.', "SUPPORT"),
        ('"We stand ready with whatever the island needs," Anna Berg said on Monday.', "AID"),
        ('"Piracy on our coast will not be tolerated," Anna Berg said on Monday.', "THREATEN"),
        ('"Nobody can tell us where our border lies," Anna Berg said on Monday.', "REJECT"),
    ],
)
def test_a_quotation_does_what_its_words_do(told: Tell, statement: str, kind: str) -> None:
    event = told("Anna Berg is the governor of Norland.", statement).only()
    assert event.type.value == kind


def test_the_title_of_a_quotation_tells_who_said_what(told: Tell) -> None:
    article = told("Anna Berg is the governor of Norland.", '"The plan is unfair to the sailors," Anna Berg said.')
    assert article.titles == ["Anna Berg says: “The plan is unfair to the sailors”"]


def test_the_evidence_of_a_quotation_holds_the_words_that_do_it(told: Tell) -> None:
    article = told(
        "Anna Berg is the governor of Norland.",
        'Anna Berg said, "Our harbour has twelve piers. The plan is unfair to the sailors."',
    )
    assert "The plan is unfair" in article.only().evidence[0].quote


def test_a_quotation_that_only_describes_is_no_event(told: Tell) -> None:
    assert told("Anna Berg is the governor.", '"Our harbour has twelve piers," Anna Berg said.').titles == []


def test_one_speaker_does_one_thing_once_in_a_paragraph(told: Tell) -> None:
    article = told(
        "Anna Berg is the governor of Norland.",
        '"The plan is unfair to the sailors," Anna Berg said. "It is also ridiculous," she added.',
    )
    assert [event.type.value for event in article.distillate.events] == ["ACCUSE"]


def test_what_a_named_speaker_is_reported_to_say_is_told_once(told: Tell) -> None:
    event = told("Anna Berg is the governor of Norland.", "Anna Berg said that the harbour will grow.").only()
    assert (event.type.value, event.title) == ("OTHER", "Anna Berg says that the harbour will grow")


def test_a_reported_happening_is_not_told_again_as_words(told: Tell) -> None:
    article = told("Anna Berg is the governor.", "Anna Berg said that Norland shelled Tarsk on Monday.")
    assert article.titles == ["Norland shells Tarsk"]


def test_an_announcement_is_of_the_type_of_what_it_promises(told: Tell) -> None:
    article = told("On Monday, Norland announced it would withdraw its troops from the border.")
    assert article.event("announced").type.value == "RETREAT"


def test_an_announcement_of_two_plans_is_of_the_type_of_the_one_that_has_one(told: Tell) -> None:
    article = told("On Monday, Norland announced plans to foster and deepen its ties with Sudia.")
    assert article.event("announced").type.value == "COOPERATE"


@pytest.mark.parametrize(
    "statement",
    [
        '"The sailors will have to find a new harbour," Anna Berg said on Monday.',
        '"The sailors had to leave," Anna Berg said on Monday.',
        '"Those ships must have been old," Anna Berg said on Monday.',
        '"It will take time to reach the harbour," Anna Berg said on Monday.',
        "Anna Berg says the figures confirm the existence of an inadequate supply of fish.",
        '"The catch was not illegal," Anna Berg said on Monday.',
    ],
)
def test_a_word_alone_neither_demands_nor_blames(told: Tell, statement: str) -> None:
    events = told("Anna Berg is the governor of Norland.", statement).distillate.events
    assert not {event.type.value for event in events} & {"REQUEST", "ACCUSE"}


def test_saying_what_something_is_like_is_no_event(told: Tell) -> None:
    lead = "Anna Berg is the governor of Norland."
    assert told(lead, "Anna Berg says the matter is complicated and takes time.").distillate.events == []
    assert told(lead, "Anna Berg said the ships sank in the harbour.").titles


def test_words_that_follow_what_the_article_tells_of_their_speaker_are_no_second_event(told: Tell) -> None:
    article = told(
        "Anna Berg is the governor of Norland.",
        'Anna Berg denounced the march. "We have to talk of peace," she said.',
    )
    assert [event.type.value for event in article.distillate.events] == ["ACCUSE"]


@pytest.mark.parametrize(
    "statement",
    [
        '"There was no need to send the ships," Anna Berg said.',
        '"Our task is to deal with criminals in the harbour," Anna Berg said.',
        '"Sudia is one of the states that we have to work with," Anna Berg said.',
    ],
)
def test_words_that_demand_or_blame_nobody_are_no_event(told: Tell, statement: str) -> None:
    assert told("Anna Berg is the governor of Norland.", statement).distillate.events == []


def test_what_somebody_says_of_the_past_is_a_statement_and_what_is_to_come_an_event(told: Tell) -> None:
    lead = "Anna Berg is the governor of Norland."
    assert told(lead, "Anna Berg said forty teams took part.").distillate.events == []
    assert told(lead, "Anna Berg said she would repair the bridge.").titles


def test_a_refusal_told_by_its_own_verb_is_no_rebuke_beside_it(told: Tell) -> None:
    article = told(
        "Anna Berg is a senator of Norland.",
        '"I will not support the bill because it is the wrong answer," Anna Berg said.',
    )
    assert [event.type.value for event in article.distillate.events] == ["REJECT"]
