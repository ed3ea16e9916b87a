"""Which question is the same, and which event answers it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from generator.model import Brief, Question

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def cast(article: "Telling") -> "Telling":
    return (
        article.actor("Norland", "state")
        .actor("Sudia", "state")
        .actor("Jon Merrow", "person", role=("President", "Norland"))
        .actor("Ada Lind", "person", role=("minister", "Norland"))
    )


def asking(telling: Begin, text: str = "Will President Merrow visit Sudia?") -> "Telling":
    return cast(telling("asking", "2031-01-15")).question(text, ["Jon Merrow", "Sudia"])


def the_question(brief: Brief) -> Question:
    (question,) = brief.questions
    return question


def test_a_later_article_that_tells_of_the_visit_answers_whether_it_will_be(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Jon Merrow visits Sudia", "CONSULT", "a rare @visit@ to Sudia", "Jon Merrow", "Sudia"
    )
    question = the_question(merged(asking(telling), later))
    assert (question.status, question.answered_by) == ("answered", ["jon-merrow-visits-sudia"])
    assert question.raised is not None
    assert question.raised.isoformat() == "2031-01-15"


VISIT: dict[str, Any] = {
    "title": "Jon Merrow visits Sudia",
    "kind": "CONSULT",
    "quote": "a @visit@ to Sudia",
    "agent": "Jon Merrow",
    "target": "Sudia",
}


@pytest.mark.parametrize(
    ("published", "but"),
    [
        pytest.param("2031-06-20", {"title": "Ada Lind visits Sudia", "agent": "Ada Lind"}, id="another person"),
        pytest.param("2031-06-20", {"status": "planned"}, id="only planned"),
        pytest.param("2030-06-20", {}, id="told before"),
        pytest.param(None, {"on": "2007"}, id="long past"),
        pytest.param("2031-06-20", {"kind": "SUPPORT", "quote": "@praised@ Sudia"}, id="another deed"),
        pytest.param("2031-06-20", {"kind": "REQUEST", "quote": "@asked@ for a visit"}, id="only asked for"),
    ],
)
def test_what_does_not_answer(telling: Begin, merged: Merged, published: str | None, but: dict[str, Any]) -> None:
    other = cast(telling("other", published)).event(**VISIT | but)
    assert the_question(merged(asking(telling), other)).status == "open"


def test_the_asking_article_does_not_answer_itself(telling: Begin, merged: Merged) -> None:
    article = asking(telling).event("Merrow visits Sudia", "CONSULT", "last year's @visit@", "Jon Merrow", "Sudia")
    assert the_question(merged(article)).status == "open"


def test_more_asked_than_told_stays_open(telling: Begin, merged: Merged) -> None:
    article = asking(telling, "Will Merrow's visit to Sudia pave the way for a pipeline treaty?")
    later = cast(telling("later", "2031-06-20")).event(
        "Merrow visits Sudia", "CONSULT", "a @visit@", "Jon Merrow", "Sudia"
    )
    assert the_question(merged(article, later)).status == "open"


def test_troops_sent_to_help_answer_whether_help_is_given(telling: Begin, merged: Merged) -> None:
    article = cast(telling("asking", "2031-01-15")).question(
        "Is Norland aiding Sudia in its war?", ["Norland", "Sudia"]
    )
    later = cast(telling("later", "2031-06-20")).event(
        "Norland sends troops", "MOBILIZE", "Norland has @sent@ troops to assist Sudia in its war", "Norland"
    )
    assert the_question(merged(article, later)).status == "answered"


def test_one_question_of_two_articles_is_one(telling: Begin, merged: Merged) -> None:
    text = "Will the ferry line to the northern islands reopen?"
    brief = merged(
        cast(telling("a", "2031-02-01")).question(text, ["Norland"]),
        cast(telling("b", "2031-01-01")).question("Will the ferry line to northern islands be reopened?", ["Norland"]),
        cast(telling("c", "2031-01-01")).question("Will the ferry line to the southern ports be sold?", ["Norland"]),
    )
    assert sorted(len({e.source for e in q.evidence}) for q in brief.questions) == [1, 2]
    both = next(q for q in brief.questions if len(q.evidence) == 2)
    assert both.raised is not None
    assert both.raised.isoformat() == "2031-01-01"
