"""Which later happening answers a question, in which words, and which does not."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from generator.merge import merge
from generator.model import Brief, Question

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def cast(article: "Telling") -> "Telling":
    return (
        article.actor("Norland", "state")
        .actor("Sudia", "state")
        .actor("Anna Berg", "person", role=("president", "Norland"))
        .actor("Fishers' League", "organisation")
        .actor("House of Elders", "organisation")
    )


def asking(telling: Begin, text: str, *about: str, published: str | None = "2031-01-15") -> "Telling":
    return cast(telling("asking", published)).question(text, list(about))


def the_question(brief: Brief) -> Question:
    (question,) = brief.questions
    return question


def test_a_visit_told_in_june_answers_what_was_asked_in_january_in_its_own_words(
    telling: Begin, merged: Merged
) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Anna Berg visits Sudia", "CONSULT", "Berg began a @visit@ to Sudia on Monday", "Anna Berg", "Sudia"
    )
    question = the_question(merged(asking(telling, "Will Anna Berg visit Sudia?", "Anna Berg", "Sudia"), later))
    assert question.status == "answered"
    assert question.answered_by == ["anna-berg-visits-sudia"]
    assert [(e.source, e.quote) for e in question.answer] == [("later", "Berg began a visit to Sudia on Monday")]


def test_every_later_article_answers_once_and_in_its_clearest_words(telling: Begin, merged: Merged) -> None:
    told: dict[str, Any] = {"title": "Anna Berg visits Sudia", "kind": "CONSULT", "agent": "Anna Berg"}
    told |= {"target": "Sudia", "on": "2031-06-20"}
    first = cast(telling("first", "2031-06-20")).event(**told, quote="a @visit@ to Sudia")
    second = (
        cast(telling("second", "2031-06-21"))
        .event(**told, quote="the @trip@")
        .event(**told, quote="Berg's @visit@ to Sudia ended")
    )
    question = the_question(merged(asking(telling, "Will Anna Berg visit Sudia?", "Anna Berg", "Sudia"), first, second))
    assert [(e.source, e.quote) for e in question.answer] == [
        ("first", "a visit to Sudia"),
        ("second", "Berg's visit to Sudia ended"),
    ]


def test_who_only_tells_of_the_plan_does_not_answer(telling: Begin, merged: Merged) -> None:
    visit: dict[str, Any] = {"title": "Anna Berg visits Sudia", "kind": "CONSULT", "agent": "Anna Berg"}
    visit |= {"target": "Sudia", "on": "2031-06-20"}
    planned = cast(telling("planned", "2031-06-01")).event(**visit, quote="her @visit@ to Sudia", status="planned")
    made = cast(telling("made", "2031-06-20")).event(**visit, quote="Berg's @visit@ to Sudia ended")
    question = the_question(merged(asking(telling, "Will Anna Berg visit Sudia?", "Anna Berg", "Sudia"), planned, made))
    assert [e.source for e in question.answer] == ["made"]


def test_an_open_question_has_no_words_that_answer_it(telling: Begin, merged: Merged) -> None:
    question = the_question(merged(asking(telling, "Will Anna Berg visit Sudia?", "Anna Berg", "Sudia")))
    assert (question.status, question.answered_by, question.answer) == ("open", [], [])


@pytest.mark.parametrize(
    ("text", "about", "event"),
    [
        pytest.param(
            "Will Norland sign the fisheries treaty with Sudia?",
            ["Norland", "Sudia"],
            ("Norland rejects the fisheries treaty", "REJECT", "Norland @refused@ the fisheries treaty with Sudia"),
            id="a refusal",
        ),
        pytest.param(
            "Will the harbour levy bill be passed?",
            [],
            ("Norland withdraws the harbour levy bill", "CONCEDE", "Norland @withdrew@ the harbour levy bill"),
            id="the contrary",
        ),
        pytest.param(
            "Will the harbour levy law be dropped?",
            ["Fishers' League"],
            ("Norland announces withdrawal of the harbour levy", "CONCEDE", "Norland @announces@ the end of the law"),
            id="a decision announced, asked by a bystander",
        ),
        pytest.param(
            "Will the House of Elders vote to impeach Anna Berg?",
            ["House of Elders", "Anna Berg"],
            ("House of Elders impeaches Anna Berg", "ACCUSE", "the House of Elders @impeached@ Anna Berg by a vote"),
            id="a fault found by a deed",
        ),
        pytest.param(
            "How many ships were seized off Norland?",
            ["Norland"],
            ("Norland seizes ships", "COERCE", "Norland @seized@ 14 ships"),
            id="a number",
        ),
    ],
)
def test_what_settles_a_question(
    telling: Begin, merged: Merged, text: str, about: list[str], event: tuple[str, str, str]
) -> None:
    agent = "House of Elders" if "Elders" in text else "Norland"
    later = cast(telling("later", "2031-06-20")).event(*event, agent, "Anna Berg" if "Berg" in text else "")
    question = the_question(merged(asking(telling, text, *about), later))
    assert question.status == "answered"
    assert [e.source for e in question.answer] == ["later"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param(
            "Will Norland sign the fisheries treaty?",
            ("Norland does not sign", "REJECT", "Norland has not @signed@ the fisheries treaty"),
            id="told as not done",
        ),
        pytest.param(
            "Will Norland sign the fisheries treaty?",
            ("Norland signs on", "AGREE", "Norland is yet to @sign@ the fisheries treaty"),
            id="yet to be done",
        ),
        pytest.param(
            "Should Norland sign the fisheries treaty?",
            ("Norland signs", "AGREE", "Norland @signed@ the fisheries treaty"),
            id="what ought to be",
        ),
        pytest.param(
            "How many ships were seized off Norland?",
            ("Norland seizes ships", "COERCE", "Norland @seized@ ships"),
            id="no number",
        ),
        pytest.param(
            "Will Norland sign the fisheries treaty?",
            ("Norland accuses Sudia", "ACCUSE", "Norland @accused@ Sudia of a fisheries treaty breach"),
            id="only an accusation",
        ),
    ],
)
def test_what_leaves_a_question_open(telling: Begin, merged: Merged, text: str, event: tuple[str, str, str]) -> None:
    later = cast(telling("later", "2031-06-20")).event(*event, "Norland")
    assert the_question(merged(asking(telling, text, "Norland"), later)).status == "open"


def test_what_was_done_before_answers_whether_it_was_when_told_later(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Norland ships rockets", "AID", "Norland @delivered@ rockets to Sudia", "Norland", "Sudia", on="2030-12-01"
    )
    past = asking(telling, "Did Norland deliver rockets to Sudia?", "Norland", "Sudia")
    assert the_question(merged(past, later)).status == "answered"
    ahead = asking(telling, "Will Norland deliver rockets to Sudia?", "Norland", "Sudia")
    assert the_question(merged(ahead, later)).status == "open"


def test_a_march_does_not_answer_what_is_asked_of_the_marchers(telling: Begin, merged: Merged) -> None:
    article = cast(telling("asking", "2031-01-15")).actor("Protesters", "group")
    article.question("Will the protesters leave the harbour square?", ["Protesters"])
    later = cast(telling("later", "2031-06-20")).actor("Protesters", "group")
    later.event("Protesters fill the harbour square", "PROTEST", "A @protest@ filled the harbour square", "Protesters")
    assert the_question(merged(article, later)).status == "open"


def test_the_order_of_the_articles_changes_nothing(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Anna Berg visits Sudia", "CONSULT", "a @visit@ to Sudia", "Anna Berg", "Sudia"
    )
    first = asking(telling, "Will Anna Berg visit Sudia?", "Anna Berg", "Sudia")
    assert merged(first, later).questions == merged(later, first).questions


def test_a_month_in_a_question_is_no_march_and_need_not_be_told(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Anna Berg visits Sudia", "CONSULT", "Berg began a @visit@ to Sudia", "Anna Berg", "Sudia", on="2031-06-18"
    )
    question = asking(telling, "Will Anna Berg visit Sudia in March 2031?", "Anna Berg", "Sudia")
    assert the_question(merged(question, later)).status == "answered"


def test_a_question_of_two_things_is_answered_by_either(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "House of Elders impeaches Anna Berg", "ACCUSE", "@impeached@ Anna Berg", "House of Elders", "Anna Berg"
    )
    question = asking(telling, "Will Anna Berg resign or be impeached?", "Anna Berg")
    assert the_question(merged(question, later)).status == "answered"


@pytest.mark.parametrize("word", ["convicted", "acquitted"])
def test_a_verdict_answers_whether_she_is_guilty(telling: Begin, merged: Merged, word: str) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        f"Anna Berg is {word} of bribery", "COERCE", f"Berg was @{word}@ of bribery", "", "Anna Berg"
    )
    question = asking(telling, "Is Anna Berg guilty of bribery?", "Anna Berg")
    assert the_question(merged(question, later)).status == "answered"


def test_what_is_told_on_another_affair_answers_no_question_without_names(telling: Begin, merged: Merged) -> None:
    question = telling("asking", "2031-01-15", "Fever, nurses, vaccine, hospitals, wards, " * 9)
    question.question("How many people were infected and killed?", [])
    later = telling("later", "2031-06-20", "Ferries, tolls, harbours, dockers, quays, " * 9).event(
        "Storm kills people", "OTHER", "200 people were infected and @killed@ in the storm"
    )
    assert the_question(merged(question, later)).status == "open"


def test_a_plan_that_names_nobody_is_answered_by_what_came_of_it(telling: Begin, merged: Merged) -> None:
    affair = "Norland's ferry trial, the harbour contracts, a shipyard and the dockers"
    quote = "the trial is to @begin@ in June"
    planned = cast(telling("asking", "2031-03-13", affair)).event(
        "The trial begins", "OTHER", quote, on="2031-06", status="planned"
    )
    planned.question("Will the trial begin?", [])
    begun = cast(telling("later", "2031-09-20", affair)).event(
        "The trial begins", "OTHER", "the trial @began@ on June 16", on="2031-06-16"
    )
    distilled = planned.distillate()
    distilled.questions[0].evidence = [distilled.events[0].evidence[0].model_copy()]
    brief = merge([distilled, begun.distillate()], "A brief")
    assert [question.status for question in brief.questions] == ["answered"]


def test_what_befell_her_aide_does_not_answer_what_will_befall_her(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).actor("Jon Dahl", "person")
    later.event(
        "Jon Dahl is convicted of bribery",
        "COERCE",
        "Dahl, an aide of Anna Berg, was @convicted@ of bribery",
        "",
        "Jon Dahl",
    )
    question = asking(telling, "Will Anna Berg be convicted of bribery?", "Anna Berg")
    assert the_question(merged(question, later)).status == "open"


def test_what_she_did_does_not_answer_what_will_be_done_to_her(telling: Begin, merged: Merged) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Anna Berg removes a statue from her office", "OTHER", "Berg @removed@ a statue from her office", "Anna Berg"
    )
    question = asking(telling, "Will Anna Berg be removed from office?", "Anna Berg")
    assert the_question(merged(question, later)).status == "open"


@pytest.mark.parametrize(
    "quote", ["Norland postponed the @launch@ of the Tarsk satellite", "@Launch@ delayed for the Tarsk satellite"]
)
def test_a_launch_put_off_leaves_open_whether_it_comes(telling: Begin, merged: Merged, quote: str) -> None:
    later = cast(telling("later", "2031-06-20")).event(
        "Norland launches the Tarsk satellite", "OTHER", quote, "Norland"
    )
    question = asking(telling, "Will Norland launch the Tarsk satellite?", "Norland")
    assert the_question(merged(question, later)).status == "open"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Will Anna Berg be caught?", ("Anna Berg is arrested", "COERCE", "Berg was @arrested@ in Sudia")),
        ("Will Anna Berg step down?", ("Anna Berg resigns", "RETREAT", "Berg @resigned@ on Friday")),
        ("Will Anna Berg be found?", ("Anna Berg is rescued", "AID", "Berg was @rescued@ from the hills")),
    ],
)
def test_the_deed_may_be_asked_for_in_other_words(
    telling: Begin, merged: Merged, text: str, event: tuple[str, str, str]
) -> None:
    agent, target = ("Anna Berg", "") if "resign" in event[0] else ("", "Anna Berg")
    later = cast(telling("later", "2031-06-20")).event(*event, agent, target)
    assert the_question(merged(asking(telling, text, "Anna Berg"), later)).status == "answered"
