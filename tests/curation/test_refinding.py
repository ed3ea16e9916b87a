"""Decisions whose target changed or vanished: found again by its words, or told with the nearest candidate."""

from collections.abc import Callable

import pytest

from generator.model import Brief, Status

type Decided = Callable[..., tuple[Brief, list[str]]]

QUOTE = "police arrested eleven people near the customs house"


def event(brief: Brief, identifier: str) -> Status:
    return next(event for event in brief.events if event.id == identifier).status


def test_the_words_and_the_old_title_find_an_event_of_another_id(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        events=f"""\
        - set: {{id: arrests-in-port, status: alleged}}
          was: Police arrest people at the customs house
          quote: {QUOTE}
        """,
    )
    assert event(brief, "police-arrest-eleven") is Status.ALLEGED
    assert notes == [
        "curation/events.yml:1: set: the event 'arrests-in-port' is now 'police-arrest-eleven',"
        " “Police arrest eleven people near the customs house”"
    ]


def test_the_same_words_told_as_something_else_are_not_taken_for_it(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        events=f"""\
        - reject: union-protests
          was: The union calls a strike
          quote: {QUOTE}
        """,
    )
    assert len(brief.events) == len(strait.events)
    assert len(notes) == 1
    assert "the brief has no event 'union-protests'; the decision has no effect" in notes[0]
    assert "(nearest: 'police-arrest-eleven'" in notes[0]


def test_a_form_of_the_name_finds_an_actor(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(strait, actors="- rename: {id: marrow, to: Ilsa K. Marrow}\n")
    assert next(actor for actor in brief.actors if actor.id == "ilsa-marrow").name == "Ilsa K. Marrow"
    assert notes == ["curation/actors.yml:1: rename: the actor 'marrow' is now 'ilsa-marrow', “Ilsa Marrow”"]


def test_two_that_bear_the_name_are_not_told_apart_by_it(strait: Brief, decided: Decided) -> None:
    brief = strait.model_copy(deep=True)
    brief.actors[4].aliases.append("Marrow")
    result, notes = decided(brief, actors="- reject: marrow\n")
    assert len(result.actors) == len(brief.actors)
    assert "the brief has no actor 'marrow'; the decision has no effect (nearest: 'ilsa-marrow'" in notes[0]


def test_several_targets_remember_one_by_one(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        actors="""\
        - merge: [halden, brandt]
          was: {halden: Halden Copper, brandt: Anselm Brandt}
        """,
    )
    assert "anselm-brandt" not in {actor.id for actor in brief.actors}
    assert ["is now" in note for note in notes] == [True, True]


@pytest.mark.parametrize(
    ("memory", "words"),
    [
        ("was: Police arrest ten people", "was “Police arrest ten people”, it is now “Police arrest eleven people"),
        ('was: "Police\\eopen the gate"', "was “Police\\x1bopen the gate”, it is now"),
        ("quote: police arrested ten people on Sunday", "no longer rests on “police arrested ten people on Sunday”"),
    ],
)
def test_a_target_that_changed_is_told_and_decided_on(strait: Brief, decided: Decided, memory: str, words: str) -> None:
    brief, notes = decided(strait, events=f"- set: {{id: police-arrest-eleven, status: alleged}}\n  {memory}\n")
    assert event(brief, "police-arrest-eleven") is Status.ALLEGED
    assert len(notes) == 1
    assert words in notes[0]


def test_an_id_that_stands_for_another_event_now_is_not_what_was_decided_on(strait: Brief, decided: Decided) -> None:
    brief, notes = decided(
        strait,
        events=f"""\
        - set: {{id: first-joint-patrol-leaves, status: denied}}
          was: Police arrest eleven people
          quote: {QUOTE}
        """,
    )
    assert event(brief, "first-joint-patrol-leaves") is not Status.DENIED
    assert event(brief, "police-arrest-eleven") is Status.DENIED
    assert "'first-joint-patrol-leaves' is now 'police-arrest-eleven'" in notes[0]


def test_what_fits_is_not_spoken_of(strait: Brief, decided: Decided) -> None:
    _, notes = decided(
        strait,
        events=f"""\
        - rename: {{id: police-arrest-eleven, to: Eleven are arrested}}
          was: Police arrest eleven people near the customs house
        - set: {{id: police-arrest-eleven, status: alleged}}
          was: Police arrest eleven people near the customs house
          quote: {QUOTE}
        """,
    )
    assert notes == []


def test_two_that_were_kept_apart_and_are_one_are_told(strait: Brief, decided: Decided) -> None:
    _, notes = decided(
        strait, actors="- merge: [halden-copper, anselm-brandt]\n- apart: [halden-copper, anselm-brandt]\n"
    )
    assert notes == [
        "curation/actors.yml:2: apart: 'halden-copper' and 'anselm-brandt' are one actor now; split it if they are two"
    ]


def test_a_decision_on_a_superseded_text_holds_for_the_newer_one(strait: Brief, decided: Decided) -> None:
    brief = strait.model_copy(deep=True)
    newest = brief.sources[0]
    newest.stands_for = ["older-text"]
    result, notes = decided(brief, sources="- rate: {id: older-text, reliability: E}\n")
    assert next(source for source in result.sources if source.id == newest.id).reliability == "E"
    assert notes == []
