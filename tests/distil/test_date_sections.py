"""Days that headings give to what stands under them. The articles are of Thursday, 12 June 2031."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.model import Article, Block, Event, Source
from tests.distil.conftest import BACKGROUND, Told

type Report = Callable[..., Told]

HEADLINE = "The Norland Games"


def written(*paragraphs: str) -> Article:
    """An article; paragraphs that begin with "# " are headings."""
    blocks: list[Block] = []
    text = ""
    for paragraph in (HEADLINE, *paragraphs, "# Background", BACKGROUND):
        start = len(text) + 2 if text else 0
        words = paragraph.removeprefix("# ")
        text = f"{text}\n\n{words}" if text else words
        kind = "headline" if not start else "heading" if paragraph.startswith("# ") else "prose"
        blocks.append(Block.model_validate({"start": start, "end": len(text), "kind": kind}))
    published = date(2031, 6, 12)
    source = Source(id="games", path="games.txt", sha256="0" * 64, title=HEADLINE, published=published, text=text)
    return Article(source=source, blocks=blocks)


@pytest.fixture
def report(pipeline: Pipeline) -> Report:
    """What is distilled from an article with headings."""
    return lambda *paragraphs: Told(distil(written(*paragraphs), pipeline))


def day(event: Event) -> str | None:
    return event.date.start.isoformat() if event.date else None


@pytest.mark.parametrize(
    "heading",
    ["# Friday, 6 June 2031", "# 6 June", "# 6 June: protests in Tarsk", "# Protests in Tarsk (June 6)", "# Friday"],
)
def test_a_heading_with_a_day_dates_what_stands_under_it(report: Report, heading: str) -> None:
    article = report("The games opened in May.", heading, "Workers marched in Tarsk.", "Anna Berg criticised Sudia.")
    assert (day(article.event("marched")), day(article.event("criticised"))) == ("2031-06-06", "2031-06-06")


@pytest.mark.parametrize("heading", ["# After 6 June the mood changed", "# June 2031", "# 20 June", "# What now"])
def test_other_headings_date_nothing(report: Report, heading: str) -> None:
    article = report("The games opened in May.", heading, "Workers marched in Tarsk.")
    assert day(article.event("marched")) is None


def test_a_date_above_the_whole_text_is_that_of_publication(report: Report) -> None:
    article = report("# 11 June 2031", "Norland is a kingdom.", "It has a port.", "Workers marched in Tarsk.")
    assert day(article.event("marched")) is None


def test_the_day_lasts_until_the_next_and_ends_with_the_story(report: Report) -> None:
    article = report(
        "The games opened in May.",
        "# 6 June",
        "Workers marched in Tarsk.",
        "# 8 June",
        "Talks with Carl Dahl.",
        "Anna Berg criticised Sudia.",
        "# Reactions",
        "Eva Falk praised Norland.",
    )
    told = [day(article.event(word)) for word in ("marched", "Talks", "criticised", "praised")]
    assert told == ["2031-06-06", "2031-06-08", "2031-06-08", None]


def test_numbered_days_are_counted_from_the_one_that_is_dated(report: Report) -> None:
    article = report(
        "# First day",
        "Workers marched in Tarsk.",
        "# Second day",
        "# Friday, 6 June 2031",
        "Anna Berg criticised Sudia.",
        "# Fourth day",
        "Eva Falk praised Norland.",
    )
    told = [day(article.event(word)) for word in ("marched", "criticised", "praised")]
    assert told == ["2031-06-05", "2031-06-06", "2031-06-08"]


def test_the_lead_can_date_a_numbered_day(report: Report) -> None:
    article = report(
        "On Monday, day four of the games, Norland defeated Sudia.",
        "# Day four",
        "# Tarsk",
        "Workers marched in the harbour.",
        "# Day five",
        "Anna Berg criticised Sudia.",
    )
    assert (day(article.event("marched")), day(article.event("criticised"))) == ("2031-06-09", "2031-06-10")


def test_today_is_the_day_of_the_section(report: Report) -> None:
    article = report("The games opened in May.", "# 6 June", "Yesterday, workers marched. Today Anna Berg resigned.")
    assert (day(article.event("marched")), day(article.event("resigned"))) == ("2031-06-05", "2031-06-06")


def test_what_has_a_date_of_its_own_or_is_said_keeps_it(report: Report) -> None:
    article = report(
        "The games opened in May.",
        "# 6 June",
        "Anna Berg criticised Sudia. On Wednesday, workers marched in Tarsk.",
        "Eva Falk said that Carl Dahl had arrested a sailor.",
    )
    assert [day(article.event(word)) for word in ("marched", "arrested")] == ["2031-06-04", None]
