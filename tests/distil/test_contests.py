"""What an article tells of an election or a match: the day of each result, and who won what. The articles are of
Thursday, 12 June 2031."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Event

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]

LEAD = "The Norland election was held on Sunday."


def day(event: Event) -> str | None:
    return event.date.start.isoformat() if event.date else None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("In Tarsk, Anna Berg was elected.", "elected"),
        ("Carl Dahl lost his seat in Tarsk.", "lost"),
        ("Carl Dahl of the Labour Party was defeated in Tarsk.", "defeated"),
        ("Eva Falk defeated Carl Dahl in Tarsk.", "defeated"),
        ("The Civic Union gained two seats from the Labour Party.", "gained"),
    ],
)
def test_a_result_is_of_the_day_of_its_contest(told: Tell, sentence: str, word: str) -> None:
    assert day(told(LEAD, "The turnout was low.", sentence).event(word)) == "2031-06-08"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Carl Dahl lost his dog in Tarsk.", "lost"),
        ("In 2025, the fleet came home. Eva Falk defeated Carl Dahl in Tarsk.", "defeated"),
    ],
)
def test_what_is_no_result_of_it_is_not_of_its_day(told: Tell, sentence: str, word: str) -> None:
    assert day(told(LEAD, "The turnout was low.", sentence).event(word)) != "2031-06-08"


def test_results_of_several_are_told_one_by_one_beside_the_election(told: Tell) -> None:
    article = told(
        LEAD,
        "The turnout was low.",
        "In Tarsk, Anna Berg was elected.",
        "In Mornholm, Carl Dahl was elected.",
        "In Sunderby, Eva Falk was elected.",
    )
    elected = {frozenset(article.parts(e)) for e in article.distillate.events if "elected" in article.triggers(e)}
    assert elected == {frozenset({name}) for name in ("Anna Berg", "Carl Dahl", "Eva Falk")}


def test_votes_counted_are_no_vote(told: Tell) -> None:
    article = told(LEAD, "Anna Berg was elected in Tarsk with 84,121 votes.")
    assert not any("votes" in article.triggers(event) for event in article.distillate.events)


def test_who_is_re_elected_takes_part(told: Tell) -> None:
    article = told(LEAD, "Anna Berg and Carl Dahl were successfully re-elected in Tarsk.")
    part = article.parts(article.event("re-elected"))
    assert (part["Anna Berg"], part["Carl Dahl"]) == ("target", "target")


def test_a_year_before_a_happening_is_no_count(told: Tell) -> None:
    article = told("The 2019 protests in Brenholm were led by Anna Berg.")
    assert any("protests" in article.triggers(event) for event in article.distillate.events), article.titles


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("In the 62nd minute, Jon Vik attacked the referee.", "attacked"),
        ("Just before half-time, Carl Dahl insulted Eva Falk.", "insulted"),
    ],
)
def test_what_a_match_report_tells_is_of_the_day_of_the_match(told: Tell, sentence: str, word: str) -> None:
    lead = "Yesterday, Norland defeated Sudia 3-0 in Tarsk."
    said = 'After the match, coach Anna Berg said: "We learned a lot from today\'s game."'
    assert day(told(lead, "The stadium was full.", sentence, said).event(word)) == "2031-06-11"


def test_a_date_in_front_is_that_of_every_result_behind_it(told: Tell) -> None:
    article = told("Yesterday, day five of the 2031 cup, Norland defeated Sudia 1-0; and Tarsk lost 1-2 to Brenholm.")
    assert day(article.event("lost")) == "2031-06-11"
