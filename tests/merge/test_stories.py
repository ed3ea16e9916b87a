"""One happening told at several times and by several sources: its stages, its date, its title, and who gave what."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.merge.stories import is_clause
from generator.model import Brief, Event, Status

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


def visit(telling: Begin, source: str, published: str | None, quote: str, status: str, on: str | None) -> "Telling":
    """An article that tells of Merrow's visit to Sudia."""
    return cast(telling(source, published)).event(
        "Jon Merrow visits Sudia", "CONSULT", quote, "Jon Merrow", "Sudia", on=on, status=status
    )


def sources(event: Event) -> list[str]:
    """The sources of an event's evidence."""
    return sorted({e.source for e in event.evidence})


def stages(event: Event) -> list[tuple[str, str | None]]:
    """Status and day of telling of each stage of a story."""
    return [(stage.status.value, stage.reported.isoformat() if stage.reported else None) for stage in event.history]


def test_a_visit_planned_and_made_is_one_story(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "b", "2031-06-20", "made his @visit@ to Sudia", "occurred", "2031-06-18"),
        visit(telling, "a", "2031-06-01", "plans a @visit@ to Sudia", "planned", "2031-06"),
    )
    (event,) = brief.events
    assert event.status is Status.OCCURRED
    assert stages(event) == [("planned", "2031-06-01"), ("occurred", "2031-06-20")]
    assert [stage.evidence[0].quote for stage in event.history] == ["plans a visit to Sudia", "made his visit to Sudia"]
    assert event.history[0].date is not None
    assert event.history[0].date.precision == "month"
    assert event.date is not None
    assert event.date.start == event.date.end == date(2031, 6, 18)


def test_a_story_goes_from_possible_over_planned_to_occurred(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "a", "2031-05-01", "may pay a @visit@ to Sudia", "possible", None),
        visit(telling, "b", "2031-06-01", "plans a @visit@ to Sudia", "planned", "2031-06"),
        visit(telling, "c", "2031-06-02", "will pay a @visit@ to Sudia", "planned", "2031-06-18"),
        visit(telling, "d", "2031-06-20", "paid a @visit@ to Sudia", "occurred", "2031-06-18"),
    )
    (event,) = brief.events
    expected = [("possible", "2031-05-01"), ("planned", "2031-06-01"), ("occurred", "2031-06-20")]
    assert stages(event) == expected


def test_what_was_possible_is_planned_now(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "b", "2031-05-01", "may pay a @visit@ to Sudia", "possible", None),
        visit(telling, "a", "2031-06-01", "plans a @visit@ to Sudia", "planned", None),
    )
    (event,) = brief.events
    assert event.status is Status.PLANNED
    assert stages(event) == [("possible", "2031-05-01"), ("planned", "2031-06-01")]


def test_an_article_without_a_day_tells_the_outcome_last(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "a", None, "paid a @visit@ to Sudia", "occurred", "2031-06-18"),
        visit(telling, "b", "2031-06-01", "plans a @visit@ to Sudia", "planned", None),
    )
    (event,) = brief.events
    assert stages(event) == [("planned", "2031-06-01"), ("occurred", None)]


def test_a_visit_called_off_is_denied_at_last(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "a", "2031-06-01", "plans a @visit@ to Sudia", "planned", None),
        visit(telling, "b", "2031-06-10", "called off the @visit@ to Sudia", "denied", None),
    )
    (event,) = brief.events
    assert event.status is Status.DENIED
    assert stages(event) == [("planned", "2031-06-01"), ("denied", "2031-06-10")]


@pytest.mark.parametrize(
    ("told", "happened"),
    [("2031-07-01", "2031-06-18"), ("2031-06-19", "2031-06-18"), (None, "2031-06-18"), ("2030-01-01", "2031-06-18")],
)
def test_what_is_planned_anew_or_long_before_is_another_visit(
    telling: Begin, merged: Merged, told: str | None, happened: str
) -> None:
    brief = merged(
        visit(telling, "a", told, "plans a @visit@ to Sudia", "planned", None),
        visit(telling, "b", "2031-06-20", "paid a @visit@ to Sudia", "occurred", happened),
    )
    assert sorted(event.status.value for event in brief.events) == ["occurred", "planned"]
    assert all(not event.history for event in brief.events)


def test_a_visit_of_another_month_than_planned_is_another_visit(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "a", "2031-01-01", "plans a @visit@ to Sudia", "planned", "2031-11"),
        visit(telling, "b", "2031-06-20", "paid a @visit@ to Sudia", "occurred", "2031-06-18"),
    )
    assert len(brief.events) == 2


def test_a_happening_told_alike_by_all_has_no_history(telling: Begin, merged: Merged) -> None:
    brief = merged(
        visit(telling, "a", "2031-06-19", "is on a @visit@ to Sudia", "ongoing", "2031-06-18"),
        visit(telling, "b", "2031-06-20", "paid a @visit@ to Sudia", "occurred", "2031-06-18"),
    )
    (event,) = brief.events
    assert event.history == []


def test_the_sources_of_each_value_shown_are_named(telling: Begin, merged: Merged) -> None:
    states = ["Norland", "Sudia"]
    a = cast(telling("a")).event(
        "Norland and Sudia sign a border pact", "AGREE", "@signed@ a border pact", agent=states, on="2031"
    )
    b = cast(telling("b")).event(
        "Signing of the border treaty", "AGREE", "@signing@ of the treaty", states, on="2031-06-18", place="Port Anne"
    )
    c = cast(telling("c")).event("The treaty is inked", "AGREE", "the treaty was @inked@", agent=states)
    for article, name in ((a, "border pact"), (b, "border treaty"), (c, "border treaty")):
        article.agreement(name, states, within=True)
    (event,) = merged(a, b, c).events
    assert sources(event) == ["a", "b", "c"]
    assert event.title == "Norland and Sudia sign a border pact"
    assert event.date is not None
    assert event.date.start == date(2031, 6, 18)
    assert event.given_by == {"title": ["a"], "type": ["a", "b", "c"], "date": ["b"], "place": ["b"]}
    assert [(report.source, report.title) for report in event.reports] == [
        ("a", "Norland and Sudia sign a border pact"),
        ("b", "Signing of the border treaty"),
        ("c", "The treaty is inked"),
    ]


def test_a_whole_title_stands_before_one_that_is_cut(telling: Begin, merged: Merged) -> None:
    states = ["Norland", "Sudia"]
    quote = "Norland and Sudia @signed@ a border pact on trade in the strait"
    titles = ("Norland and Sudia sign a border pact on trade in the…", "Norland and Sudia sign a border pact")
    articles = [
        cast(telling(name)).event(title, "AGREE", quote, agent=states, on="2031-06-18")
        for name, title in zip("ab", titles, strict=True)
    ]
    for article in articles:
        article.agreement("border pact", states, within=True)
    assert [event.title for event in merged(*articles).events] == ["Norland and Sudia sign a border pact"]


def test_an_event_of_one_source_names_no_givers(telling: Begin, merged: Merged) -> None:
    (event,) = merged(visit(telling, "a", "2031-06-19", "paid a @visit@", "occurred", "2031-06-18")).events
    assert (event.given_by, event.reports, event.history) == ({}, [], [])


@pytest.mark.parametrize(
    ("title", "clause"),
    [
        ("Norland and Sudia sign a border pact", True),
        ("The Norland Guard surrounds the port", True),
        ("The border pact is signed", True),
        ("Norland, Sudia and the Norland Guard meet", True),
        ("Signing of the border pact", False),
        ("Norland's border pact", False),
        ("Norland", False),
        ("Norland in the border pact", False),
    ],
)
def test_a_title_that_says_who_does_what_is_told_from_a_bare_name(title: str, clause: bool) -> None:
    assert is_clause(title, ["Norland", "Sudia", "Norland Guard"]) is clause
