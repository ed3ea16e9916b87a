"""Facts that a person adds, marks and notes: found in the articles, recorded, told if they cannot stand."""

from collections.abc import Callable

import pytest

from generator.check import check_brief
from generator.model import Brief

type Decided = Callable[..., tuple[Brief, list[str]]]

EVENT = "- add: {{title: Crews are thanked, type: SUPPORT, evidence: {{source: {source}, quote: {quote}}}}}\n"


def test_an_event_is_added_with_its_words(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        events="""\
        - add:
            title: Ilsa Marrow thanks the crews
            type: SUPPORT
            date: 2031-06-17
            participants: {ilsa-marrow: agent, joint-coastguard: target}
            evidence:
              source: after-the-accord
              quote: 'Ilsa Marrow thanked  the crews by radio. "You are the accord,"'
          note: heard on the radio
        """,
    )
    assert notes == []
    event = next(event for event in brief.events if event.id == "ilsa-marrow-thanks-the-crews")
    assert event.evidence[0].quote == "Ilsa Marrow thanked the crews by radio. “You are the accord,”"
    assert event.review is not None
    assert (event.review.added, event.review.note) == (True, "heard on the radio")
    assert check_brief(brief) == check_brief(strait)


def test_words_that_are_not_there_are_told_with_the_nearest(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait, events=EVENT.format(source="after-the-accord", quote="Ilsa Marrow thanks all crews by radio")
    )
    assert notes == [
        "curation/events.yml:1: add: the source 'after-the-accord' does not say “Ilsa Marrow thanks all crews by radio”"
        " (nearest: “Ilsa Marrow thanked the crews by radio.”); the quote is left out",
        "curation/events.yml:1: add: no evidence is left; nothing is added",
    ]
    assert {event.id for event in brief.events} == {event.id for event in strait.events}


def test_words_that_stand_there_twice_need_a_number(strait: Brief, decided: Decided) -> None:
    quote = "Verania and Karsk"
    _, notes = decided(strait, events=EVENT.format(source="accord-signed", quote=quote))
    times = strait.sources[0].text.count(quote)
    assert f"“{quote}” {times} times; add nth: 1 to {times}" in notes[0]
    brief, notes = decided(strait, events=EVENT.format(source="accord-signed", quote=f"{quote}, nth: 2"))
    assert notes == []
    event = next(event for event in brief.events if event.id == "crews-are-thanked")
    assert event.evidence[0].start == strait.sources[0].text.index(quote, 1)


def test_a_source_that_is_not_there_is_told(strait: Brief, decided: Decided) -> None:
    _, notes = decided(strait, events=EVENT.format(source="court-hearings", quote="x"))
    assert notes[0].startswith("curation/events.yml:1: add: the brief has no source 'court-hearings'")
    assert "nearest: 'court-hearing'" in notes[0]


def test_what_is_added_may_be_named_by_what_else_is_added(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        actors="""\
        - add:
            name: Boat Owners
            kind: group
            roles: [{title: owners, of: harbour-board, evidence: {source: accord-signed, quote: fishing boats}}]
            evidence: {source: accord-signed, quote: fishing boats}
        - add:
            name: Harbour Board
            kind: organisation
            evidence: {source: accord-signed, quote: the old customs house}
        """,
        events="""\
        - add:
            title: Boats fish
            type: OTHER
            participants: {boat-owners: agent}
            evidence: {source: accord-signed, quote: fishing boats}
        """,
        questions="""\
        - answer: {id: who-owns-the-seabed, by: boats-fish, evidence: {source: accord-signed, quote: fishing boats}}
        """,
    )
    assert notes == []
    owners = next(actor for actor in brief.actors if actor.id == "boat-owners")
    assert (owners.roles[0].title, owners.roles[0].of) == ("owners", "harbour-board")
    question = next(question for question in brief.questions if question.id == "who-owns-the-seabed")
    assert (question.answered_by, question.answer[0].quote) == (["boats-fish"], "fishing boats")
    assert check_brief(brief) == check_brief(strait)


def test_what_the_machine_finds_by_now_is_not_there_twice(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        agreements="""\
        - add:
            title: Sandrel Accord
            parties: [verania]
            evidence: {source: accord-signed, quote: the old customs house}
        """,
    )
    assert len(brief.agreements) == len(strait.agreements)
    accord = next(agreement for agreement in brief.agreements if agreement.id == "sandrel-accord")
    assert "the old customs house" in {e.quote for e in accord.evidence}
    assert notes == [
        "curation/agreements.yml:1: add: the brief has the agreement 'sandrel-accord' by now;"
        " it takes up the evidence and keeps its fields"
    ]


def test_an_added_fact_is_filed_under_the_topics_its_words_speak_for(strait: Brief, decided: Decided) -> None:
    brief, _ = decided(
        strait, events=EVENT.format(source="accord-signed", quote="ten days’ notice before any naval exercise")
    )
    filed = {event for topic in brief.topics for event in topic.events}
    assert "crews-are-thanked" in filed
    assert {topic.id for topic in strait.topics} <= {topic.id for topic in brief.topics}


@pytest.mark.parametrize("facts", ["actors", "events", "agreements", "questions"])
def test_pins_hides_and_notes_are_recorded(strait: Brief, decided: Decided, facts: str) -> None:
    first, second, third = (getattr(strait, facts) * 2)[:3]
    text = f"- pin: {first.id}\n- hide: [{second.id}]\n- about: {third.id}\n  note: look again\n"
    brief, notes = decided(strait, **{facts: text})
    assert notes == []
    reviews = {fact.id: fact.review for fact in getattr(brief, facts)}
    assert reviews[first.id].pinned
    assert reviews[second.id].hidden
    assert reviews[third.id].note == "look again"


def test_each_fact_says_which_fields_a_person_set(strait: Brief, decided: Decided) -> None:
    brief, _ = decided(
        strait,
        actors="- rename: {id: karsk, to: Karskia}\n- set: {id: karsk, kind: group}\n  note: first\n",
        events="- set: {id: police-arrest-eleven, date: 2031-06-15, mode: arrest}\n  note: by the court\n",
        questions="- reopen: when-will-marrow-visit\n",
        sources="- rate: {id: court-hearing, reliability: B}\n- set: {id: court-hearing, published: 2031-05-04}\n",
    )
    found = {
        fact.id: (sorted(fact.review.fields), fact.review.note)
        for facts in (brief.sources, brief.actors, brief.events, brief.questions)
        for fact in facts
        if fact.review and fact.id in ("karsk", "police-arrest-eleven", "when-will-marrow-visit", "court-hearing")
    }
    assert found == {
        "karsk": (["kind", "name"], "first"),
        "police-arrest-eleven": (["date", "mode"], "by the court"),
        "when-will-marrow-visit": (["answer", "answered_by", "status"], None),
        "court-hearing": (["published", "reliability"], None),
    }


def test_a_role_that_no_words_show_is_told(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait, actors="- set: {id: teodor-vance, roles: [{title: president, of: karsk}, {title: admiral}]}\n"
    )
    vance = next(actor for actor in brief.actors if actor.id == "teodor-vance")
    assert [role.title for role in vance.roles] == ["president"]
    assert vance.roles[0].evidence
    assert notes == [
        "curation/actors.yml:1: set: no words about 'teodor-vance' show the role 'admiral';"
        " give them as evidence (source, quote)"
    ]


def test_participants_are_set_and_the_missing_told(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait, events="- set: {id: police-arrest-eleven, participants: {verania: agent, petra-dovik: target}}\n"
    )
    event = next(event for event in brief.events if event.id == "police-arrest-eleven")
    assert [(p.actor, p.role) for p in event.participants] == [("verania", "agent")]
    assert "no actor 'petra-dovik'" in notes[0]
    assert "nearest: 'petra-dovic'" in notes[0]
