"""What a later article tells again, in a noun or with a vaguer date, and what is another happening all the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Brief

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]

AFFAIR = "Norland's harbour trial, the ferry contracts, a shipyard and the dockers' quarrel in Port Anne"


def cast(telling: Begin, source: str, published: str | None, affair: str = AFFAIR) -> "Telling":
    return (
        telling(source, published, affair)
        .actor("Norland", "state", mentions=3)
        .actor("Anna Berg", "person", "Berg")
        .actor("Lars Vik", "person", "Vik")
        .actor("Police", "organisation")
        .actor("House of Elders", "organisation")
    )


def reports(brief: Brief) -> list[int]:
    """How many sources each event of the brief has."""
    return sorted(len({e.source for e in event.evidence}) for event in brief.events)


@pytest.mark.parametrize(
    ("title", "person", "on", "expected"),
    [
        pytest.param("Berg's arrest in March", "Anna Berg", "2031-03", [2], id="in a noun, of the month"),
        pytest.param("Berg's arrest", "Anna Berg", None, [2], id="in a noun, undated"),
        pytest.param("Berg's arrest in June", "Anna Berg", "2031-06", [1, 1], id="of another month"),
        pytest.param("Vik's arrest in March", "Lars Vik", "2031-03", [1, 1], id="of another person"),
    ],
)
def test_an_arrest_told_again(
    telling: Begin, merged: Merged, title: str, person: str, on: str | None, expected: list[int]
) -> None:
    first = cast(telling, "a", "2031-03-13").event(
        "Police arrest Berg", "COERCE", "Police @arrested@ Berg at her office", "Police", "Anna Berg", on="2031-03-03"
    )
    later = cast(telling, "b", "2031-10-18").event(title, "COERCE", f"the @arrest@ of {person}", "", person, on=on)
    assert reports(merged(first, later)) == expected


def test_an_arrest_is_not_the_charge_or_the_conviction(telling: Begin, merged: Merged) -> None:
    told = [
        cast(telling, source, "2031-03-13").event(f"Berg is {deed}", "COERCE", f"Berg was @{deed}@", "", "Anna Berg")
        for source, deed in (("a", "arrested"), ("b", "charged"), ("c", "convicted"))
    ]
    assert reports(merged(*told)) == [1, 1, 1]


def test_a_nomination_is_not_the_swearing_in(telling: Begin, merged: Merged) -> None:
    told = [
        cast(telling, source, "2031-03-13").event(
            f"Berg is {deed}", "OTHER", f"Berg was @{deed}@", "", "Anna Berg", on="2031-03-11"
        )
        for source, deed in (("a", "nominated"), ("b", "sworn in"))
    ]
    assert reports(merged(*told)) == [1, 1]


@pytest.mark.parametrize(
    ("quote", "on", "expected"),
    [
        pytest.param("the August 18 @coup@", "2030-08-18", [2], id="of that day"),
        pytest.param("the @coup@ in August", "2030-08", [2], id="of that month"),
        pytest.param("the @coup@ of 2011", "2011", [1, 1], id="of another year"),
    ],
)
def test_a_coup_told_again_in_a_noun(telling: Begin, merged: Merged, quote: str, on: str, expected: list[int]) -> None:
    first = cast(telling, "a", "2030-08-20").event(
        "Soldiers overthrow the president", "COERCE", "soldiers @overthrew@ the president", "", "Norland", "2030-08-18"
    )
    later = cast(telling, "b", "2030-08-29").event("The coup", "COERCE", quote, on=on)
    assert reports(merged(first, later)) == expected


def test_a_law_passed_on_one_day_is_one_whatever_it_is_called(telling: Begin, merged: Merged) -> None:
    def passed(source: str, published: str, title: str, quote: str, on: str) -> "Telling":
        return cast(telling, source, published).event(title, "OTHER", quote, "House of Elders", on=on)

    brief = merged(
        passed("a", "2032-03-21", "The toll bill passes", "@passed@ the toll bill", "2032-03-19"),
        passed("b", "2032-04-03", "Elders approve the measure", "@approved@ the measure", "2032-03-19"),
        passed("c", "2032-04-04", "Elders approve the budget", "@approved@ the budget", "2032-03-26"),
    )
    assert reports(brief) == [1, 2]


def test_talks_of_one_day_are_one_where_one_article_leaves_out_who_met(telling: Begin, merged: Merged) -> None:
    def met(source: str, published: str, agent: str, on: str) -> "Telling":
        return cast(telling, source, published).event("The talks fail", "CONSULT", "@Talks@ failed", agent, on=on)

    brief = merged(
        met("a", "2031-05-15", "House of Elders", "2031-05-13"),
        met("b", "2031-05-28", "", "2031-05-13"),
        met("c", "2031-05-29", "", "2031-05-20"),
    )
    assert reports(brief) == [1, 2]


def test_a_strike_of_workers_is_told_again_by_its_day(telling: Begin, merged: Merged) -> None:
    def strike(source: str, published: str, quote: str, on: str) -> "Telling":
        article = cast(telling, source, published).actor("Dockers", "group")
        return article.event("Dockers leave the quays", "PROTEST", quote, "Dockers", on=on)

    brief = merged(
        strike("a", "2031-05-06", "dockers @walked out@", "2031-05-05"),
        strike("b", "2031-05-15", "the dockers' @strike@", "2031-05-05"),
        strike("c", "2031-09-15", "a new @strike@", "2031-09-12"),
    )
    assert reports(brief) == [1, 2]


def test_a_plan_for_a_day_and_what_was_done_that_day(telling: Begin, merged: Merged) -> None:
    plan = cast(telling, "a", "2032-03-01").event(
        "Elders vote on the toll", "OTHER", "are to @vote@ on it", "House of Elders", on="2032-03-19", status="planned"
    )
    done = cast(telling, "b", "2032-03-21").event(
        "Elders approve the levy", "OTHER", "@approved@ it", "House of Elders", on="2032-03-19"
    )
    other = cast(telling, "c", "2032-03-22").event(
        "Elders mourn a member", "OTHER", "@mourned@ a member", "House of Elders", on="2032-03-19"
    )
    assert reports(merged(plan, done)) == [2]
    assert reports(merged(plan, other)) == [1, 1]


def test_what_is_told_of_articles_on_other_affairs_stays_apart(telling: Begin, merged: Merged) -> None:
    affairs = {"ferry": "Ferries, tolls, harbours, dockers, quays", "fever": "Fever, nurses, vaccine, hospitals, wards"}
    told = [
        telling(of, "2031-05-15", affair).event(
            f"The {of} talks fail", "CONSULT", f"{of} @talks@ failed", on="2031-05-13"
        )
        for of, affair in affairs.items()
    ]
    assert reports(merged(*told)) == [1, 1]
