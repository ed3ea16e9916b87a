"""Harm that nobody meant is no violence, and one happening with what caused it. The articles are of Thursday, 12 June
2031."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import EventType

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people were killed in a stampede near Tarsk.",
        "At least 76 people were killed when a hotel collapsed in Varn.",
        "Twelve miners were wounded by a falling rock.",
        "A bus crashed into a wall, killing nine people.",
        "A virus killed forty people in Tarsk.",
        "A crane fell on the market, wounding ten people.",
        "Six guests were killed after a ferry capsized near Varn.",
    ],
)
def test_who_died_in_a_mishap_was_not_attacked(told: Tell, sentence: str) -> None:
    assert {event.type for event in told(sentence).distillate.events} == {EventType.OTHER}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine people were killed in a bomb attack near Tarsk.",
        "Two soldiers were wounded when rebels fired a rocket at their truck.",
        "Rebels killed nine villagers in Varn.",
        "Ten people were killed in Tarsk on Sunday.",
        "Sudian aircraft bombed a camp in Norland, killing two rebels.",
    ],
)
def test_violence_stays_violence(told: Tell, sentence: str) -> None:
    assert EventType.ASSAULT in {event.type for event in told(sentence).distillate.events}


def test_the_dead_of_an_accident_told_before_were_not_attacked(told: Tell) -> None:
    events = told("A ferry sank near Varn on Monday. Forty people were killed.").distillate.events
    assert {event.type for event in events} == {EventType.OTHER}


def test_a_mishap_and_whom_it_hurt_are_one(told: Tell) -> None:
    events = told(
        "A bus crashed into a wall near Tarsk on Monday, killing nine people. The accident happened in heavy rain."
    ).distillate.events
    assert len(events) == 1


def test_two_mishaps_are_two(told: Tell) -> None:
    events = told(
        "Nine people were killed in a bus crash near Tarsk on Monday.",
        "In 2019, thirty people were killed in a fire in Varn.",
    ).distillate.events
    assert sorted(event.date.start.year for event in events if event.date) == [2019, 2031]


def test_another_such_accident_gives_the_first_no_date(told: Tell) -> None:
    article = told("A ferry crash killed nine people in Varn. Norland saw such an accident on 2 May 2007 in Tarsk.")
    dates = {event.title: event.date for event in article.distillate.events}
    crash = next(title for title in dates if "crash" in title.lower() or "killed" in title)
    assert (date := dates[crash]) is None or date.start.year != 2007


@pytest.mark.parametrize("sentence", ["In total, ten people died after the crash.", "Ten people died."])
def test_who_died_is_told_with_the_crash(told: Tell, sentence: str) -> None:
    article = told("A crash of two buses in Varn injured ten people on Sunday.", sentence)
    assert "died" in article.triggers(article.only())


def test_a_collision_is_the_crash_told_before(told: Tell) -> None:
    article = told("A crash of two buses in Varn injured ten people on Sunday.", "The collision happened at noon.")
    assert "collision" in article.triggers(article.only())
