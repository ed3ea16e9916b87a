"""Words that describe a thing, say what it is for, or name the time of another happening."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The rebels of Sudia, armed with rifles, invaded Norland.", "armed"),
        ("Norland, backed by Sudia, has invaded the island.", "backed"),
        ("Norland has held events intended to commemorate the treaty.", "commemorate"),
        ("Anna Berg was released in May without any charges being brought against her.", "charges being brought"),
        ("Anna Berg criticised the way the council of Norland is elected.", "elected"),
        ("Anna Berg will resign once the island is stabilized.", "stabilized"),
        ("It is the first time any president has visited Norland.", "visited"),
        ("Anna Berg chose Sudia as opposed to Norland.", "opposed"),
        ("Pieces of metal covered the street in front of the embassy building in Norland.", "building"),
        ("Anna Berg won the race thanks to Norland.", "thanks"),
        ('"Anna Berg is a thief who deserved to die," Carl Dahl said.', "die"),
    ],
)
def test_what_describes_another_thing_is_no_event(told: Tell, sentence: str, word: str) -> None:
    article = told("Anna Berg is the governor of Norland.", sentence)
    assert not any(word in article.triggers(event) for event in article.distillate.events), article.titles


def test_a_backing_with_a_day_of_its_own_is_an_event(told: Tell) -> None:
    article = told("Norland built the bridge backed by Sudia in September 2020.")
    assert any("backed" in article.triggers(event) for event in article.distillate.events)


def test_the_next_step_with_the_same_man_is_no_second_event(told: Tell) -> None:
    article = told("The police of Norland arrested and questioned Carl Dahl on Sunday.")
    assert [event.type.value for event in article.distillate.events] == ["COERCE"]


def test_a_happening_that_only_dates_another_is_none(told: Tell) -> None:
    lead = ("Norland and Sudia share a border.", "The border is long.")
    article = told(*lead, "After the match, Anna Berg resigned.")
    assert [event.title for event in article.distillate.events] == ["Anna Berg resigns"]


def test_a_headline_that_tells_the_lead_in_other_words_is_no_second_event(told: Tell) -> None:
    article = told(
        "Anna Berg on Sunday opened a new theatre in Tarsk.", headline="Stage celebrated on the shore of Tarsk"
    )
    assert len(article.distillate.events) == 1


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Carl Dahl failed to close the border of Sudia.", "close"),
        ("Anna Berg wrote of the fears raised by an official of Sudia.", "raised"),
        ("Speaking at a rally, Anna Berg praised the crews of Norland.", "Speaking"),
        ("Carl Dahl told reporters that his candidacy was very serious.", "candidacy"),
        ('"We thank the officials who have supported us," Carl Dahl said.', "supported"),
        ('"They support the rebels of Sudia," Carl Dahl said.', "support"),
    ],
)
def test_what_is_told_by_the_way_is_no_event(told: Tell, sentence: str, word: str) -> None:
    article = told("Anna Berg is the governor of Norland.", sentence)
    assert not any(word in article.triggers(event) for event in article.distillate.events), article.titles
