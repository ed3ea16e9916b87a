"""The articles that come with the repository, as one picture: found by what facts are, not by their names."""

from pathlib import Path

import pytest

from generator.articles import read_article
from generator.assess.assessing import assess
from generator.distil import distil
from generator.language import Pipeline
from generator.merge import merge
from generator.model import Brief, Event, EventType, Status

ARTICLES = Path(__file__).parents[2] / "data" / "articles"


@pytest.fixture(scope="module")
def brief(pipeline: Pipeline) -> Brief:
    told = [distil(read_article(path, ARTICLES), pipeline) for path in sorted(ARTICLES.glob("*.txt"))]
    return assess(merge(told, "The first case"))


def sources_of(event: Event) -> set[str]:
    return {e.source for e in event.evidence}


def test_the_signing_is_one_event_with_three_sources_and_its_date_is_that_of_one(brief: Brief) -> None:
    (signing,) = [
        event
        for event in brief.events
        if event.type is EventType.AGREE and event.status is Status.OCCURRED and len(sources_of(event)) > 1
    ]
    assert len(sources_of(signing)) == 3
    assert signing.date
    assert len(signing.given_by["date"]) == 1
    (agreement,) = [a for a in brief.agreements if len(a.parties) == 2]
    assert agreement.signed == signing.date


def test_a_question_of_a_visit_is_answered_by_the_visit_of_later_articles(brief: Brief) -> None:
    events = {event.id: event for event in brief.events}
    answered = [q for q in brief.questions if q.status == "answered" and "visit" in q.text.lower()]
    (question,) = answered
    (visit,) = [events[i] for i in question.answered_by]
    assert (visit.type, visit.status) == (EventType.CONSULT, Status.OCCURRED)
    assert question.raised
    assert (question.raised.year, question.raised.month) == (2024, 1)
    assert {e.source for e in question.answer}.isdisjoint({e.source for e in question.evidence})


def test_what_articles_pass_on_from_one_outlet_has_one_origin(brief: Brief) -> None:
    relaying = [source for source in brief.sources if source.relays]
    assert relaying
    for event in brief.events:
        assert event.assessment
        named = [origin.name for origin in event.assessment.origins if origin.name]
        assert len(named) == len(set(named))
        assert len(event.assessment.origins) <= len(sources_of(event))
