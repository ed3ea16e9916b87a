"""What somebody did, told by a verb that the event lexicon does not list."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Norland intensified the screening of sailors in Brenholm.", "Norland intensifies the screening of sailors"),
        ("Anna Berg placed the archive in the cellar of the castle.", "Anna Berg places the archive in the cellar"),
        ("The old lighthouses are to be repainted in blue.", "The old lighthouses are repainted"),
    ],
)
def test_a_deed_is_an_event_whatever_its_verb(told: Tell, sentence: str, title: str) -> None:
    event = told("Anna Berg is the governor of Norland.", sentence).only()
    assert event.type.value == "OTHER"
    assert event.title.startswith(title)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland belonged to the league of ports.",
        "Norland owned twelve lighthouses on the coast.",
        "Norland did not repaint the lighthouses.",
        "Norland often repainted the lighthouses.",
        "Norland might repaint the lighthouses.",
        "The goal of Norland is to repaint the lighthouses.",
        "The tender of Norland resulted in two offers.",
    ],
)
def test_states_habits_and_what_did_not_happen_are_no_events(told: Tell, sentence: str) -> None:
    assert told(sentence).titles == []


def test_a_verb_beside_a_listed_happening_adds_none(told: Tell) -> None:
    article = told("Norland executed its attack on the harbour of Tarsk on Monday.")
    assert len(article.titles) == 1


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The old ship will be painted by Norland.", "planned"),
        ("The old ship would be painted by Norland.", "planned"),
        ("In May, letters were found by Norland in a park.", "occurred"),
    ],
)
def test_what_is_arranged_or_found_is_an_event(told: Tell, sentence: str, title: str) -> None:
    assert [event.status.value for event in told("Norland lies by the sea.", sentence).distillate.events] == [title]


def test_what_a_condition_hangs_on_is_no_event(told: Tell) -> None:
    article = told("Norland lies by the sea.", "If it rained, the old ship would be painted by Norland.")
    assert article.distillate.events == []


def test_what_is_told_beside_it_of_another_time_tells_no_happening_away(told: Tell) -> None:
    article = told("Anna Berg was taken to a hospital in Tarsk shortly before her death.")
    assert any("taken" in trigger for event in article.distillate.events for trigger in article.triggers(event))
