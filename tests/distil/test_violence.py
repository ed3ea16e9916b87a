"""A violent act and its course, told in sentences of their own, are one event."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import EventType

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]

_LEAD = "Rebels of Sudia bombed a market in Varn on Sunday."


@pytest.mark.parametrize(
    "sentence",
    [
        "Thirty people were killed.",
        "Half of the village was burned down.",
        "Dozens were injured.",
        "The attack lasted for two hours.",
        "A shop was destroyed.",
    ],
)
def test_whom_and_what_it_harmed_is_the_act(told: Tell, sentence: str) -> None:
    article = told(_LEAD, sentence)
    assert article.only().type is EventType.ASSAULT
    assert article.only().title == "Rebels of Sudia bomb a market in Varn"


@pytest.mark.parametrize(
    "sentence",
    [
        "Two soldiers were killed by a roadside bomb in Tarsk.",
        "Norland's attack on the port of Tarsk killed ten people.",
        "Two guards were killed on Friday.",
    ],
)
def test_another_act_stays_another_event(told: Tell, sentence: str) -> None:
    article = told(_LEAD, sentence)
    assert len(article.distillate.events) == 2, article.titles


def test_harm_by_a_storm_is_no_part_of_an_act_told_before(told: Tell) -> None:
    article = told(_LEAD, "A storm hit Tarsk on Friday, killing ten people.")
    assert {event.type for event in article.distillate.events} == {EventType.ASSAULT, EventType.OTHER}


def test_a_clause_on_a_known_thing_tells_the_act_again(told: Tell) -> None:
    claim = "Sudia denied that it owned the missile which shot down the airliner."
    article = told("An airliner was shot down over Norland.", claim)
    assert sum(event.type is EventType.ASSAULT for event in article.distillate.events) == 1, article.titles
