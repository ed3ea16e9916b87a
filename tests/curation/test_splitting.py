"""One entry that a person makes two: who and what goes where."""

from collections.abc import Callable

import pytest

from generator.check import check_brief
from generator.model import (
    Actor,
    Brief,
    Event,
    EventType,
    Evidence,
    Kind,
    Participant,
    Question,
    Role,
    Source,
    Statement,
)

type Decide = Callable[..., tuple[Brief, list[str]]]

TEXTS = {
    "one": "The Norland Post praised the treaty. Norland signed the treaty on Friday. It said the Post was wrong.",
    "two": "The Post said that Norland had left the talks. Its editor, Anna Berg of the Post, resigned.",
    "three": "The Post printed a map. It said the map was old.",
}


def passage(source: str, quote: str) -> Evidence:
    start = TEXTS[source].index(quote)
    return Evidence(source=source, start=start, end=start + len(quote), quote=quote)


@pytest.fixture
def brief() -> Brief:
    """Norland, which the machine took for one with a newspaper."""
    praised = passage("one", "The Norland Post praised the treaty.")
    signed = passage("one", "Norland signed the treaty on Friday.")
    left = passage("two", "The Post said that Norland had left the talks.")
    resigned = passage("two", "Its editor, Anna Berg of the Post, resigned.")
    printed, old = passage("three", "The Post printed a map."), passage("three", "It said the map was old.")
    both = [Participant(actor="norland", role="agent")]

    def event(identifier: str, evidence: list[Evidence]) -> Event:
        return Event(
            id=identifier,
            title=identifier,
            type=EventType.OTHER,
            status="occurred",
            participants=both,
            given_by={"title": [evidence[0].source], "type": sorted({e.source for e in evidence})},
            evidence=evidence,
        )

    return Brief(
        title="Norland",
        sources=[
            Source(id=name, path=f"{name}.txt", sha256="0", title=name, text=text, published=f"2031-01-0{day}")
            for day, (name, text) in enumerate(TEXTS.items(), start=1)
        ],
        actors=[
            Actor(
                id="anna-berg",
                name="Anna Berg",
                kind=Kind.PERSON,
                roles=[Role(title="editor", of="norland", evidence=[resigned])],
                evidence=[resigned],
            ),
            Actor(
                id="norland",
                name="Norland",
                kind=Kind.STATE,
                aliases=["Norland Post", "Post"],
                evidence=[praised, signed, left, resigned, printed],
            ),
        ],
        events=[event("praise", [praised]), event("signing", [signed]), event("leaving", [left, printed])],
        questions=[Question(id="why", text="Why?", about=["norland"], raised="2031-01-01", evidence=[signed, left])],
        statements=[
            Statement(id="s1", speaker="norland", text="old", quoted=False, evidence=[old]),
            Statement(id="s2", speaker="norland", text="wrong", quoted=False, evidence=[passage("one", "It said")]),
        ],
    )


@pytest.fixture
def decide(brief: Brief, decided: Callable[..., tuple[Brief, list[str]]]) -> Decide:
    return lambda **files: decided(brief, **files)


SPLIT = "- split: {id: norland, forms: [Norland Post, Post], name: The Norland Post, kind: organisation}\n"


def test_what_the_forms_say_goes_to_an_actor_of_its_own(decide: Decide) -> None:
    brief, notes = decide(actors=SPLIT)
    assert notes == []
    actors = {actor.id: actor for actor in brief.actors}
    post = actors["the-norland-post"]
    assert (post.name, post.kind, post.aliases) == ("The Norland Post", Kind.ORGANISATION, ["Norland Post", "Post"])
    assert [e.quote.split()[1] for e in post.evidence] == ["Norland", "editor,", "Post", "Post"] or len(
        post.evidence
    ) == 4
    assert [e.quote for e in actors["norland"].evidence] == [
        "Norland signed the treaty on Friday.",
        "The Post said that Norland had left the talks.",
    ]
    assert actors["norland"].aliases == []
    assert actors["anna-berg"].roles[0].of == "the-norland-post"
    assert check_brief(brief) == []


def test_every_fact_names_the_right_one_of_the_two(decide: Decide) -> None:
    brief, _ = decide(actors=SPLIT)
    parts = {event.id: [participant.actor for participant in event.participants] for event in brief.events}
    assert parts == {
        "praise": ["the-norland-post"],
        "signing": ["norland"],
        "leaving": ["norland", "the-norland-post"],
    }
    assert brief.questions[0].about == ["norland", "the-norland-post"]
    # words that name neither belong to the one that its source names
    assert [statement.speaker for statement in brief.statements] == ["the-norland-post", "norland"]


def test_both_halves_say_that_a_person_made_them(decide: Decide) -> None:
    brief, _ = decide(actors=SPLIT + "  note: a newspaper\n")
    reviews = {actor.id: actor.review for actor in brief.actors}
    assert reviews["anna-berg"] is None
    for identifier in ("norland", "the-norland-post"):
        review = reviews[identifier]
        assert review is not None
        assert (review.note, "evidence" in review.fields) == ("a newspaper", True)


def test_other_decisions_may_name_what_was_split_off(decide: Decide) -> None:
    brief, notes = decide(actors="- merge: [anna-berg, the-norland-post]\n" + SPLIT)
    assert notes == []
    assert {actor.id for actor in brief.actors} == {"anna-berg", "norland"}
    assert brief.actors[0].roles[0].of is None
    assert check_brief(brief) == []


def test_what_is_split_off_goes_to_an_actor_of_that_name(decide: Decide) -> None:
    brief, notes = decide(actors="- split: {id: norland, forms: [Norland Post, Post], name: Anna Berg}\n")
    assert notes == []
    assert {actor.id for actor in brief.actors} == {"anna-berg", "norland"}
    assert next(a for a in brief.actors if a.id == "anna-berg").kind is Kind.PERSON


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        ("[Herald]", "nothing that 'norland' rests on fits"),
        ("[Norland, Norland Post, Post]", "everything that 'norland'"),
    ],
)
def test_a_split_that_leaves_one_side_empty_is_told(brief: Brief, decide: Decide, forms: str, words: str) -> None:
    result, notes = decide(actors=f"- split: {{id: norland, forms: {forms}, name: Norland Herald}}\n")
    assert len(notes) == 1
    assert notes[0].startswith(f"curation/actors.yml:1: split: {words}")
    assert result.actors == brief.actors


@pytest.mark.parametrize("which", ["sources: [three]", "quotes: [The  Post printed]"])
def test_reports_become_an_event_of_their_own(decide: Decide, which: str) -> None:
    brief, notes = decide(
        events=f"- split: {{id: leaving, {which}, title: A map is printed, date: 2031-01-03, status: alleged}}\n"
    )
    assert notes == []
    events = {event.id: event for event in brief.events}
    new, old = events["a-map-is-printed"], events["leaving"]
    assert [e.source for e in new.evidence] == ["three"]
    assert [e.source for e in old.evidence] == ["two"]
    assert new.date is not None
    assert (new.status, new.date.start.isoformat()) == ("alleged", "2031-01-03")
    assert (new.given_by, old.given_by) == ({"type": ["three"]}, {"title": ["two"], "type": ["two"]})
    assert new.review is not None
    assert {"title", "date", "status"} <= set(new.review.fields)


def test_without_a_title_the_words_themselves_are_it(decide: Decide) -> None:
    brief, _ = decide(events="- split: {id: leaving, sources: [three]}\n")
    assert "The Post printed a map" in {event.title for event in brief.events}


def test_a_question_is_split_by_source(decide: Decide) -> None:
    brief, notes = decide(questions='- split: {id: why, sources: [two], text: "Why did Norland leave?"}\n')
    assert notes == []
    questions = {question.id: question for question in brief.questions}
    assert str(questions["why"].raised) == "2031-01-01"
    assert str(questions["why-did-norland-leave"].raised) == "2031-01-02"
    assert [e.source for e in questions["why"].evidence] == ["one"]
