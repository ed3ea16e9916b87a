"""Which happening is which: what is one, and what must stay apart."""

from collections.abc import Callable
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from generator.model import Brief, EventType

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


def test_protests_that_go_on_are_one_whoever_is_said_to_march(telling: Begin, merged: Merged) -> None:
    words = "weeks of rain, tents and banners in the harbour quarter over the ferry toll bill in Norland"

    def protest(source: str, published: str, quote: str, crowd: str, on: str) -> "Telling":
        article = telling(source, published, f"Ferry toll bill: {words}").actor("Norland", "state", mentions=3)
        article.actor(crowd, "group")
        return article.event("Crowds protest over the toll", "PROTEST", quote, crowd, on=on, status="ongoing")

    brief = merged(
        protest("a", "2031-06-20", "students have @protested@ for days", "students", "2031-06-14"),
        protest("b", "2031-07-02", "dockers have @demonstrated@ since the start of June", "dockers", "2031-06-02"),
    )
    assert reports(brief) == [2]
    assert brief.events[0].date is not None
    assert brief.events[0].date.start == date(2031, 6, 2)


def test_what_befalls_one_bill_is_one_however_far_the_wording_goes(telling: Begin, merged: Merged) -> None:
    affair = "Norland's toll bill and the quarrel over ferries, harbours and dockers in the capital"

    def told(source: str, published: str, title: str, quote: str) -> "Telling":
        article = telling(source, published, affair).actor("Norland", "state", mentions=2)
        return article.event(title, "CONCEDE", quote, "Norland")

    brief = merged(
        told("a", "2031-06-20", "The bill is suspended after a strike", "the bill was @suspended@ after a strike"),
        told("b", "2031-08-19", "The bill is suspended", "although the bill was @suspended@"),
        told("c", "2031-08-20", "The tax is suspended", "although the tax was @suspended@"),
    )
    assert reports(brief) == [1, 2]


def test_what_is_told_of_one_day_in_like_words_is_one_whoever_acts(telling: Begin, merged: Merged) -> None:
    affair = "The fever outbreak in Norland, its hospitals, nurses and vaccine"

    def told(source: str, published: str, title: str, quote: str, on: str) -> "Telling":
        article = telling(source, published, affair).actor("Norland", "state", mentions=3)
        article.actor("Health Office", "organisation")
        return article.event(title, "COERCE", quote, "Norland" if source == "a" else "Health Office", on=on)

    brief = merged(
        told("a", "2031-06-20", "Norland declares a fever emergency", "@declared@ a fever emergency", "2031-06-15"),
        told("b", "2031-07-01", "The fever emergency begins", "the fever emergency @begun@ then", "2031-06-15"),
        told("c", "2031-07-02", "The fever emergency is eased", "the fever emergency was @eased@", "2031-06-30"),
    )
    assert reports(brief) == [1, 2]


def test_like_words_on_different_affairs_are_two(telling: Begin, merged: Merged) -> None:
    told = [
        telling(source, "2031-06-20", affair)
        .actor("Norland", "state", mentions=3)
        .event("The plan is suspended", "CONCEDE", "the plan was @suspended@")
        for source, affair in (("a", "Ferries, tolls, harbours, dockers"), ("b", "Fever, nurses, vaccine, hospitals"))
    ]
    assert reports(merged(*told)) == [1, 1]


def test_a_second_report_of_an_article_gathers_no_second_event(telling: Begin, merged: Merged) -> None:
    visit = ("Jon Merrow visits Sudia", "CONSULT", "a @visit@ to Sudia", "Jon Merrow", "Sudia")
    told = [cast(telling(source, "2031-06-19")).event(*visit).event(*visit) for source in "abc"]
    counts = reports(merged(*told))
    assert max(counts) == 3
    assert counts == [1, 1, 1, 3]


def test_a_hug_is_one_whoever_is_said_to_give_it(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event("Merrow hugs Pak", "CONSULT", "@hugged@ him", "Jon Merrow", "Pak Jin Su")
    b = cast(telling("b", "2031-06-19")).event(
        "Pak greets Merrow", "CONSULT", "Pak @greeted@ him", "Pak Jin Su", "Jon Merrow"
    )
    assert reports(merged(a, b)) == [2]


def test_the_welcome_upon_arrival_is_told_of_the_visit(telling: Begin, merged: Merged) -> None:
    affair = "Merrow in Sudia: a palace, a banquet, an honour guard and a treaty on sturgeon"

    def told(source: str, title: str, quote: str, agent: str, target: str) -> "Telling":
        return cast(telling(source, "2031-06-19", affair)).event(title, "CONSULT", quote, agent, target)

    brief = merged(
        told("a", "Jon Merrow visits Sudia", "a @visit@ to Sudia", "Jon Merrow", "Sudia"),
        told("b", "Merrow is met upon his arrival by Pak", "was @met@ upon his arrival", "Pak Jin Su", "Jon Merrow"),
        told("c", "Pak thanks Merrow upon his return", "@thanked@ Merrow", "Pak Jin Su", "Jon Merrow"),
    )
    assert reports(brief) == [1, 2]


def test_protests_over_one_thing_are_those_that_go_on(telling: Begin, merged: Merged) -> None:
    affair = "Norland's ferry toll, the dockers, the harbour council and a quarrel over fares"

    def told(source: str, published: str, title: str, quote: str, **given: str) -> "Telling":
        article = telling(source, published, affair).actor("Norland", "state", mentions=3)
        return article.event(title, "PROTEST", quote, "Norland", **given)

    brief = merged(
        told("a", "2031-06-20", "Protests against the toll", "@protests@ against the toll", on="2031-06-20"),
        told("b", "2031-07-20", "Dockers march for weeks", "have @marched@ since June", on="2031-06", status="ongoing"),
        told("c", "2031-06-21", "Protests at the gate", "@protests@ at the gate", on="2031-06-20", place="Port Anne"),
    )
    assert reports(brief) == [1, 2]


def test_one_person_meeting_two_states_meets_twice(telling: Begin, merged: Merged) -> None:
    a = cast(telling("a", "2031-06-19")).event("Merrow meets envoys", "CONSULT", "@met@ envoys", "Jon Merrow", "Sudia")
    b = cast(telling("b", "2031-06-25")).event("Merrow holds talks", "CONSULT", "held @talks@", "Jon Merrow", "Norland")
    assert reports(merged(a, b)) == [1, 1]


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
