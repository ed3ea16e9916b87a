"""The bottom line, and how facts and actors weigh."""

import re
from datetime import date

import pytest

from generator.assess.assessing import actor_weights, assess, corroboration, relations
from generator.assess.judgements import judged
from generator.assess.phrases import as_sources_report, listed, when
from generator.model import (
    Agreement,
    AgreementStatus,
    Assessment,
    Brief,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Origin,
    Participant,
    Precision,
    Question,
    Status,
)


def quote(source: str, at: int = 0) -> Evidence:
    return Evidence(source=source, start=at, end=at + 5, quote="words")


def event(
    title: str, sources: str, at: int, kind: EventType = EventType.OTHER, status: Status = Status.OCCURRED
) -> Event:
    return Event(id=title, title=title, type=kind, status=status, evidence=[quote(s, at) for s in sources])


def facts_of(brief: Brief) -> dict[str, Event | Agreement | Question]:
    facts: list[Event | Agreement | Question] = [*brief.events, *brief.agreements, *brief.questions]
    return {fact.id: fact for fact in facts}


def lines(brief: Brief) -> list[str]:
    return [judgement.text for judgement in assess(brief).bottom_line]


def test_the_best_corroborated_facts_come_first_and_what_is_open_last(strait: Brief) -> None:
    judgements = assess(strait).bottom_line
    assert 2 <= len(judgements) <= 3
    facts = facts_of(strait)
    first = facts[judgements[0].about[0]]
    assert corroboration(first) == max(corroboration(fact) for fact in facts.values() if not isinstance(fact, Question))
    assert judgements[-1].text.startswith("Open: ")


def test_every_sentence_is_whole_and_cites_a_fact_and_its_quotes(strait: Brief) -> None:
    facts = facts_of(strait)
    for judgement in assess(strait).bottom_line:
        assert judgement.text[0].isupper()
        assert judgement.text[-1] in ".?"
        (about,) = judgement.about
        assert judgement.evidence
        assert all(e in facts[about].evidence for e in judgement.evidence)
        assert not re.search(r"\b(likely|probably|almost certain|confidence)\b", judgement.text, re.IGNORECASE)


def test_an_agreement_is_told_with_its_parties_and_date() -> None:
    brief = Brief.model_validate(
        {
            "title": "Fish",
            "actors": [
                {"id": "norland", "name": "Norland", "kind": "state", "evidence": [quote("a")]},
                {"id": "sudia", "name": "Sudia", "kind": "state", "evidence": [quote("a")]},
            ],
            "agreements": [
                Agreement(
                    id="pact",
                    title="fisheries pact",
                    parties=["norland", "sudia"],
                    status=AgreementStatus.SIGNED,
                    signed=DateSpan(start=date(2031, 6, 18), end=date(2031, 6, 18), precision="day", basis="stated"),
                    evidence=[quote("a"), quote("b"), quote("b", 50), quote("c")],
                )
            ],
        }
    )
    assert lines(brief) == ["Norland and Sudia signed the fisheries pact on 18 June 2031, as three sources report."]
    assert [e.source for e in assess(brief).bottom_line[0].evidence] == ["a", "b", "c"]


def test_a_treaty_and_its_signing_take_one_sentence_only() -> None:
    signing = event("Norland and Sudia sign a pact", "abc", 0, EventType.AGREE)
    again = event("The pact is signed", "ab", 2, EventType.AGREE)
    strike = event("Dockers strike", "a", 90, EventType.PROTEST)
    assert lines(Brief(title="x", events=[again, signing, strike])) == [
        "Norland and Sudia sign a pact, as three sources report, giving no date.",
        "Dockers strike, as one source reports, giving no date.",
    ]


def test_what_is_alleged_or_denied_is_no_bottom_line() -> None:
    events = [event("A", "abc", 0, status=Status.ALLEGED), event("B", "abc", 9, status=Status.DENIED)]
    assert lines(Brief(title="x", events=events)) == []


def test_what_is_planned_is_told_as_planned() -> None:
    assert lines(Brief(title="x", events=[event("Leaders meet", "ab", 0, status=Status.PLANNED)])) == [
        "Planned: Leaders meet, as two sources report."
    ]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Anna Berg arrives in Middle East", "Anna Berg arrives in the Middle East"),
        ("Norland sells ferries to United Arab Emirates and Sudia", "to the United Arab Emirates and Sudia"),
        ("Anna Berg is questioned by United Nations officials", "is questioned by United Nations officials"),
    ],
)
def test_a_name_from_a_headline_has_its_article_in_a_sentence(title: str, told: str) -> None:
    (line,) = lines(Brief(title="x", events=[event(title, "a", 0, EventType.CONSULT)]))
    assert f"{told}, as one source reports" in line


def test_an_answered_question_is_not_open() -> None:
    question = Question(id="q", text="Will it rain?", status="answered", answered_by=["e"], evidence=[quote("a")])
    assert lines(Brief(title="x", questions=[question])) == []


def test_an_empty_brief_has_none() -> None:
    assert lines(Brief(title="x")) == []


def test_an_actor_weighs_by_what_it_is_part_of() -> None:
    both = [Participant(actor="norland", role="agent"), Participant(actor="sudia", role="target")]
    brief = Brief.model_validate(
        {
            "title": "x",
            "actors": [
                {"id": i, "name": i, "kind": "state", "evidence": [quote("a")]} for i in ("norland", "sudia", "tarn")
            ],
            "events": [
                event("A", "a", 0).model_copy(update={"participants": both}),
                event("B", "a", 9).model_copy(update={"participants": both[:1]}),
            ],
            "questions": [Question(id="q", text="Why?", about=["sudia"], evidence=[quote("a")])],
        }
    )
    assert actor_weights(brief) == {"norland": 2, "sudia": 2, "tarn": 0}
    assert relations(brief) == {"norland": {"sudia": 1}, "sudia": {"norland": 1}}


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2031-06-18", "2031-06-18", "day", "on 18 June 2031"),
        ("2031-06-16", "2031-06-22", "week", "in the week of 16 June 2031"),
        ("2031-06-01", "2031-06-30", "month", "in June 2031"),
        ("2031-04-01", "2031-06-30", "quarter", "in the second quarter of 2031"),
        ("2031-01-01", "2031-12-31", "year", "in 2031"),
        ("2031-06-16", "2031-07-02", "range", "between 16 June 2031 and 2 July 2031"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(start: str, end: str, precision: Precision, words: str) -> None:
    span = DateSpan(start=date.fromisoformat(start), end=date.fromisoformat(end), precision=precision, basis="stated")
    assert when(span) == words


def test_counts_and_lists_in_words() -> None:
    assert [as_sources_report(n) for n in (1, 2, 12)] == [
        "as one source reports",
        "as two sources report",
        "as 12 sources report",
    ]
    assert [listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == ["A", "A and B", "A, B and C"]


def test_a_ceremony_gives_way_to_what_has_consequences() -> None:
    ceremony = event("Anna Berg attends a lavish welcoming ceremony", "ab", 0, EventType.CONSULT)
    arrest = event("Police arrest eleven dockers in Tarn", "a", 60, EventType.COERCE)
    arrest.place = "Tarn"
    assert lines(Brief(title="x", events=[ceremony, arrest]))[0].startswith("Police arrest eleven dockers")


def test_copies_of_one_report_are_told_as_one_account() -> None:
    copied = event("Norland shells the harbour of Tarn", "abc", 0, EventType.ASSAULT)
    copied.assessment = Assessment(
        origins=[Origin(name="Tarn News", sources=["a", "b", "c"])],
        credibility=3,
        credibility_reason="one origin",
        confidence="low",
        confidence_reason="one origin",
    )
    (line,) = (judgement.text for judgement in judged(Brief(title="x", events=[copied])).bottom_line)
    assert line.endswith(", as three sources report, giving no date, all on the account of Tarn News.")


def test_a_long_list_is_no_open_question_where_there_is_a_plain_one() -> None:
    long = "Will the " + "village councils, the churches, " * 5 + "and the mayors agree?"
    questions = [Question(id=t[:9].lower(), text=t, evidence=[quote("a")]) for t in (long, "Will Norland pay?")]
    assert lines(Brief(title="x", questions=questions)) == ["Open: Will Norland pay?"]
