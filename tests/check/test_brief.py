"""The gate refuses a brief whose facts do not stand in its sources, naming file and item."""

from typing import Any

import pytest

from generator.check import check_brief
from generator.model import Brief


def spoilt(brief: Brief, change: Any) -> list[str]:
    """The faults of a copy of the brief after `change` was made to it."""
    copy = brief.model_copy(deep=True)
    change(copy)
    return check_brief(copy)


def by_id(facts: Any, identifier: str) -> Any:
    return next(fact for fact in facts if fact.id == identifier)


def test_a_sound_brief_has_no_fault(strait: Brief, hostile: Brief) -> None:
    assert check_brief(strait) == []
    assert check_brief(hostile) == []


def test_a_quote_that_stands_elsewhere(strait: Brief) -> None:
    def move(brief: Brief) -> None:
        passage = by_id(brief.questions, "will-halden-be-heard").evidence[0]
        passage.start, passage.end = passage.start + 1, passage.end + 1

    assert spoilt(strait, move) == [
        'questions.yml: question "will-halden-be-heard": evidence "whether it will be heard by the court is open": '
        'not in source "court-hearing" at 938 to 983, there stands "hether it will be heard by the court is open."; '
        "it stands at 937"
    ]


def test_a_quote_that_stands_nowhere(strait: Brief) -> None:
    def invent(brief: Brief) -> None:
        passage = by_id(brief.actors, "karsk").evidence[0]
        passage.quote = "Karsk won the case"

    (fault,) = spoilt(strait, invent)
    assert fault.startswith(
        'actors.yml: actor "karsk": evidence "Karsk won the case": not in source "accord-signed" at'
    )
    assert fault.endswith("it stands nowhere in it")


def test_a_quote_behind_the_end_of_the_text(strait: Brief) -> None:
    def far_away(brief: Brief) -> None:
        passage = by_id(brief.questions, "who-owns-the-seabed").evidence[0]
        passage.start, passage.end = 90_000, 90_010

    (fault,) = spoilt(strait, far_away)
    assert 'questions.yml: question "who-owns-the-seabed"' in fault
    assert "the text ends at 1649" in fault


def test_evidence_of_an_unknown_source(strait: Brief) -> None:
    def rename(brief: Brief) -> None:
        brief.bottom_line[1].evidence[0].source = "gazette"

    (fault,) = spoilt(strait, rename)
    assert fault.startswith('brief.yml: bottom line "Karsk’s defence ministry has said')
    assert fault.endswith('there is no source "gazette"')


@pytest.mark.parametrize(
    ("item", "empty"),
    [
        ('actors.yml: actor "verania"', lambda brief: by_id(brief.actors, "verania").evidence.clear()),
        (
            'actors.yml: actor "ilsa-marrow", role "Prime Minister"',
            lambda brief: by_id(brief.actors, "ilsa-marrow").roles[0].evidence.clear(),
        ),
        (
            'events.yml: event "court-opens-hearings"',
            lambda b: by_id(b.events, "court-opens-hearings").evidence.clear(),
        ),
        (
            'agreements.yml: agreement "interim-notice-protocol", provision "each tells the other of naval',
            lambda brief: by_id(brief.agreements, "interim-notice-protocol").provisions[0].evidence.clear(),
        ),
        ('statements.yml: statement "s1"', lambda brief: by_id(brief.statements, "s1").evidence.clear()),
        ('brief.yml: bottom line "Verania and Karsk signed', lambda brief: brief.bottom_line[0].evidence.clear()),
    ],
)
def test_a_fact_without_evidence(strait: Brief, item: str, empty: Any) -> None:
    (fault,) = spoilt(strait, empty)
    assert fault.startswith(item)
    assert "no evidence" in fault


def test_a_trigger_outside_its_quote(strait: Brief) -> None:
    def widen(brief: Brief) -> None:
        by_id(brief.events, "police-arrest-eleven").evidence[0].trigger_end = 500

    (fault,) = spoilt(strait, widen)
    assert "events.yml" in fault
    assert "the trigger at 285 to 500 is not inside the quote" in fault


def test_an_id_used_twice_and_an_id_that_is_no_address(strait: Brief) -> None:
    def confuse(brief: Brief) -> None:
        brief.topics[1].id = brief.topics[0].id
        brief.statements[0].id = "../x"

    assert spoilt(strait, confuse) == [
        'statements.yml: the id "../x" cannot be an address; use a-z, 0-9 and -',
        'topics.yml: the id "the-accord" is used 2 times; every id belongs to one item',
    ]


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        (
            'events.yml: event "police-arrest-eleven": participants names "nobody", but there is no such actor',
            lambda brief: setattr(by_id(brief.events, "police-arrest-eleven").participants[0], "actor", "nobody"),
        ),
        (
            'agreements.yml: agreement "sandrel-accord": parties names "nobody", but there is no such actor',
            lambda brief: setattr(by_id(brief.agreements, "sandrel-accord"), "parties", ["karsk", "nobody"]),
        ),
        (
            'statements.yml: statement "s1": speaker names "nobody", but there is no such actor',
            lambda brief: setattr(by_id(brief.statements, "s1"), "speaker", "nobody"),
        ),
        (
            'questions.yml: question "when-will-marrow-visit": answered_by names "nothing", but there is no such event',
            lambda brief: setattr(by_id(brief.questions, "when-will-marrow-visit"), "answered_by", ["nothing"]),
        ),
        (
            'topics.yml: topic "the-accord": agreements names "nothing", but there is no such agreement',
            lambda brief: setattr(by_id(brief.topics, "the-accord"), "agreements", ["nothing"]),
        ),
        (
            'actors.yml: actor "noor-castellane": roles names "nobody", but there is no such actor',
            lambda brief: setattr(by_id(brief.actors, "noor-castellane").roles[0], "of", "nobody"),
        ),
        (
            'brief.yml: bottom line "Karsk’s defence ministry has said that it could suspend the…": '
            'about names "nothing", but there is no such item',
            lambda brief: setattr(brief.bottom_line[1], "about", ["nothing"]),
        ),
    ],
)
def test_a_reference_to_nothing(strait: Brief, fault: str, change: Any) -> None:
    assert spoilt(strait, change) == [fault]


def test_a_title_too_long_for_a_line(strait: Brief) -> None:
    def lengthen(brief: Brief) -> None:
        by_id(brief.events, "police-arrest-eleven").title = "Police " * 13

    (fault,) = spoilt(strait, lengthen)
    assert fault.startswith('events.yml: event "police-arrest-eleven": the title has 91 characters, 90 are allowed')
