"""Which happening is which: what is one, and what must stay apart."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from generator.model import Brief, EventType, Status

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def cast(article: "Telling") -> "Telling":
    """Two states and their leaders, as every article here has them."""
    return (
        article.actor("Norland", "state")
        .actor("Sudia", "state")
        .actor("Jon Merrow", "person", "Merrow", role=("President", "Norland"))
        .actor("Pak Jin Su", "person", "Pak", role=("leader", "Sudia"))
    )


def reports(brief: Brief) -> list[int]:
    """How many sources each event of the brief has."""
    return sorted(len({e.source for e in event.evidence}) for event in brief.events)


def test_the_signing_of_one_treaty_is_one_event_however_worded(telling: Begin, merged: Merged) -> None:
    states = ["Norland", "Sudia"]
    a = cast(telling("a")).event(
        "Norland and Sudia sign a border pact", "AGREE", "@signed@ a border pact", agent=states
    )
    b = cast(telling("b")).event(
        "Pact inked", "AGREE", "the border treaty was @inked@ on 18 June", agent=states, on="2031-06-18"
    )
    c = cast(telling("c")).event(
        "Leaders sign", "AGREE", "@signing@ of the border treaty", agent=["Jon Merrow", "Pak Jin Su"]
    )
    for article, name in ((a, "border pact"), (b, "border treaty"), (c, "border treaty")):
        article.agreement(name, states, within=True)
    brief = merged(a, b, c)
    (event,) = brief.events
    assert event.title == "Norland and Sudia sign a border pact"
    assert event.date is not None
    assert (event.date.start, event.date.precision) == (date(2031, 6, 18), "day")
    assert {p.actor for p in event.participants} == {"norland", "sudia", "jon-merrow", "pak-jin-su"}
    assert reports(brief) == [3]


def test_one_visit_told_in_the_same_days_is_one(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a", "2031-06-19")).event(
            "Jon Merrow visits Sudia", "CONSULT", "a rare @visit@ to Sudia", "Jon Merrow", "Sudia", place="Sudia"
        ),
        cast(telling("b", "2031-06-21")).event(
            "Jon Merrow's trip to Sudia", "CONSULT", "his @trip@ has ended", "Jon Merrow", ["Sudia", "Pak Jin Su"]
        ),
    )
    assert reports(brief) == [2]
    assert brief.events[0].place == "Sudia"


def test_visits_of_the_same_person_in_two_years_are_two(telling: Begin, merged: Merged) -> None:
    visit = ("Jon Merrow visits Sudia", "CONSULT", "a @visit@ to Sudia", "Jon Merrow", "Sudia")
    brief = merged(cast(telling("a", "2031-06-19")).event(*visit), cast(telling("b", "2033-02-01")).event(*visit))
    assert reports(brief) == [1, 1]


def test_visits_on_states_alone_are_never_one(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a", "2031-06-19")).event(
            "Norland's delegation visits Sudia", "CONSULT", "a @visit@ by a choir", "Norland", "Sudia"
        ),
        cast(telling("b", "2031-06-20")).event(
            "Jon Merrow visits Sudia", "CONSULT", "a @visit@ by the president", "Jon Merrow", "Sudia"
        ),
    )
    assert reports(brief) == [1, 1]


def test_visits_of_two_persons_are_two(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event("Merrow visits", "CONSULT", "the @visit@", "Jon Merrow", "Sudia")
    b = cast(telling("b", "2031-06-19")).event("Pak visits", "CONSULT", "the @visit@", "Pak Jin Su", "Sudia")
    assert reports(merged(a, b)) == [1, 1]


def test_a_visit_and_the_visit_returned_are_two(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event(
        "Merrow visits Pak", "CONSULT", "the @visit@", "Jon Merrow", "Pak Jin Su"
    )
    b = cast(telling("b", "2031-06-20")).event(
        "Pak visits Merrow", "CONSULT", "the @visit@", "Pak Jin Su", "Jon Merrow"
    )
    assert reports(merged(a, b)) == [1, 1]


def test_a_visit_planned_and_a_visit_made_are_left_two(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-01")).event(
        "Merrow visits Sudia", "CONSULT", "plans a @visit@", "Jon Merrow", "Sudia", status="planned"
    )
    b = cast(telling("b", "2031-06-20")).event(
        "Merrow visits Sudia", "CONSULT", "made a @visit@", "Jon Merrow", "Sudia"
    )
    assert {event.status for event in merged(a, b).events} == {Status.PLANNED, Status.OCCURRED}


def test_an_anniversary_is_not_the_event(telling: Begin, merged: Merged) -> None:
    states = ["Norland", "Sudia"]
    a = cast(telling("a")).event("Norland and Sudia sign the border pact", "AGREE", "@signed@ it", agent=states)
    b = cast(telling("b")).event(
        "Norland and Sudia mark the anniversary of the border pact", "AGREE", "the @signing@ was recalled", agent=states
    )
    for article in (a, b):
        article.agreement("border pact", states, within=True)
    assert reports(merged(a, b)) == [1, 1]


@pytest.mark.parametrize(
    ("title", "kind", "quote"),
    [
        ("Norland sanctions Sudia", "SANCTION", "imposed @sanctions@ on Sudia"),
        ("Norland attacks Sudia", "ASSAULT", "the @war@ against Sudia"),
        ("Jon Merrow criticises Sudia", "ACCUSE", "@criticised@ Sudia"),
    ],
)
def test_deeds_of_different_dates_stay_apart(telling: Begin, merged: Merged, title: str, kind: str, quote: str) -> None:
    a = cast(telling("a", "2031-06-19")).event(title, kind, quote, "Norland", "Sudia", on="2031-06-18")
    b = cast(telling("b", "2031-07-19")).event(title, kind, quote, "Norland", "Sudia", on="2031-07-18")
    assert reports(merged(a, b)) == [1, 1]


def test_two_demands_of_one_actor_stay_apart(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event(
        "Merrow urges Sudia to free prisoners", "REQUEST", "@urged@ Sudia to free the sailors", "Jon Merrow", "Sudia"
    )
    b = cast(telling("b", "2031-06-20")).event(
        "Merrow urges Sudia to cut tariffs", "REQUEST", "@urged@ Sudia to cut its tariffs", "Jon Merrow", "Sudia"
    )
    assert reports(merged(a, b)) == [1, 1]


def test_one_demand_told_in_like_words_is_one(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event(
        "Merrow urges Sudia to free jailed sailors",
        "REQUEST",
        "@urged@ the release of the jailed sailors",
        "Jon Merrow",
        "Sudia",
    )
    b = cast(telling("b", "2031-06-20")).event(
        "Merrow calls for jailed sailors' release",
        "REQUEST",
        "@appealed@ for the jailed sailors' release",
        "Jon Merrow",
        "Sudia",
    )
    assert reports(merged(a, b)) == [2]


def test_protests_that_go_on_are_one(telling: Begin, merged: Merged) -> None:
    def protest(source: str, published: str, quote: str, on: str | None) -> "Telling":
        article = telling(source, published).actor("Spain", "state").actor("protesters", "group")
        return article.event("Protesters fill the streets", "PROTEST", quote, "protesters", on=on, status="ongoing")

    brief = merged(
        protest("a", "2031-06-20", "weeks of @protests@ over a bill", None),
        protest("b", "2031-09-02", "have @demonstrated@ since June", "2031-06"),
    )
    assert reports(brief) == [2]
    assert brief.events[0].date is not None


def test_a_copied_passage_is_one_report_more_of_one_event(telling: Begin, merged: Merged) -> None:
    words = "the court in the capital @ordered@ the trawler to be released without a bond"
    a = cast(telling("a")).event("Court frees the trawler", "OTHER", words, "Norland")
    b = cast(telling("b")).event("The court's order", "OTHER", words.replace("trawler", "trawlers"), "Norland")
    assert reports(merged(a, b)) == [2]


def test_two_events_of_one_article_are_never_made_one(telling: Begin, merged: Merged) -> None:
    visit = ("Jon Merrow visits Sudia", "CONSULT", "a @visit@ to Sudia", "Jon Merrow", "Sudia")
    a = cast(telling("a", "2031-06-19")).event(*visit).event(*visit)
    b = cast(telling("b", "2031-06-19")).event(*visit)
    assert reports(merged(a, b)) == [1, 2]


def test_the_type_that_most_articles_give_stands(telling: Begin, merged: Merged) -> None:
    told = [
        cast(telling(source, "2031-06-19")).event(
            "Jon Merrow visits Sudia", kind, "a @visit@ to Sudia", "Jon Merrow", "Sudia"
        )
        for source, kind in (("a", "COOPERATE"), ("b", "CONSULT"), ("c", "CONSULT"))
    ]
    (event,) = merged(*told).events
    assert event.type is EventType.CONSULT


def test_events_stand_by_date_the_undated_last(telling: Begin, merged: Merged) -> None:
    article = cast(telling("a"))
    article.event("C happens", "OTHER", "one", "Norland", on="2031-06-18")
    article.event("B happens", "OTHER", "two", "Norland")
    article.event("A happens", "OTHER", "three", "Norland", on="2030")
    assert [event.id for event in merged(article).events] == ["a-happens", "c-happens", "b-happens"]


def test_the_order_of_the_articles_does_not_matter(telling: Begin, merged: Merged) -> None:
    states = ["Norland", "Sudia"]
    told = [
        cast(telling("a", "2031-06-19"))
        .event("Merrow visits Sudia", "CONSULT", "a @visit@", "Jon Merrow", "Sudia")
        .event("The pact is signed", "AGREE", "@signed@ the pact", states)
        .agreement("border pact", states, "free passage for ships", within=True),
        cast(telling("b", "2031-06-20"))
        .event("Merrow's trip", "CONSULT", "the @trip@", "Jon Merrow", "Sudia")
        .event("Treaty signed", "AGREE", "the treaty was @signed@", states, on="2031-06-18")
        .agreement("border treaty", states, within=True),
        telling("c")
        .actor("Norland", "state")
        .actor("Merrow", "person", role=("leader", "Norland"))
        .question("Why?", ["Merrow"]),
    ]
    briefs = {merged(*order).model_dump_json() for order in permutations(told)}
    assert len(briefs) == 1
