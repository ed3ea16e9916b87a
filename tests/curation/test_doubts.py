"""What a person is asked, and what an answer writes into which file."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.curation import CurationError, apply, load_decisions
from generator.curation.doubts import Correction, Doubt, Entry, doubts
from generator.curation.writing import write_answer
from generator.model import Actor, Assessment, Brief, DateSpan, Event, EventType, Evidence, Kind, Participant, Source

TEXT = "Anna Berg spoke. Anna Bergh spoke. Olaf Berg spoke. Berg spoke. The landlord of Lorvik spoke."


def passage(quote: str) -> list[Evidence]:
    start = TEXT.index(quote)
    return [Evidence(source="one", start=start, end=start + len(quote), quote=quote)]


def actor(name: str, aliases: Sequence[str] = ()) -> Actor:
    quotes = [evidence for form in (name, *aliases) for evidence in passage(f"{form} spoke.")]
    return Actor(id=name.lower().replace(" ", "-"), name=name, kind=Kind.PERSON, aliases=list(aliases), evidence=quotes)


def event(identifier: str, title: str, day: str, confidence: str = "high") -> Event:
    return Event(
        id=identifier,
        title=title,
        type=EventType.CONSULT,
        status="occurred",
        date=DateSpan.model_validate({"start": day, "end": day, "precision": "day", "basis": "stated"}),
        participants=[Participant(actor="anna-berg", role="agent")],
        evidence=passage("Anna Berg spoke."),
        assessment=Assessment.model_validate(
            {
                "origins": [],
                "credibility": 3,
                "credibility_reason": "",
                "confidence": confidence,
                "confidence_reason": "one source alone",
            }
        ),
    )


@pytest.fixture
def brief() -> Brief:
    return Brief(
        title="Berg",
        sources=[Source(id="one", path="one.txt", sha256="0", title="One", text=TEXT)],
        actors=[actor("Anna Berg", ["The landlord of Lorvik"]), actor("Anna Bergh"), actor("Olaf Berg")],
        events=[
            event("visit", "Anna Berg visits Lorvik", "2031-01-01"),
            event("trip", "Anna Berg visits Lorvik by ship", "2031-01-03"),
            event("later-visit", "Anna Berg visits Lorvik again", "2031-06-01"),
            event("rumour", "Anna Berg leaves office", "2031-09-01", "low"),
        ],
    )


def asked(brief: Brief, folder: Path) -> list[Doubt]:
    """The doubts that are left after the decisions in a folder."""
    decisions = load_decisions(folder)
    result, notes = apply(brief, decisions)
    return doubts(result, decisions, notes, 10)


def questions(found: Sequence[Doubt]) -> list[str]:
    return [doubt.question for doubt in found]


def test_what_is_doubtful_is_asked(brief: Brief, tmp_path: Path) -> None:
    assert questions(asked(brief, tmp_path)) == [
        "Does “The landlord of Lorvik” mean Anna Berg (anna-berg)?",
        "Are Anna Berg (anna-berg) and Anna Bergh (anna-bergh) one person?",
        "Are “Anna Berg visits Lorvik” (visit) and “Anna Berg visits Lorvik by ship” (trip) one event?",
        "Does “Anna Berg leaves office” (rumour, occurred) stand? Confidence is low.",
    ]


def test_a_short_form_that_two_people_bear_is_asked_about(brief: Brief, tmp_path: Path) -> None:
    brief.actors[0].aliases[:] = ["Berg"]
    assert questions(asked(brief, tmp_path))[0] == "Does “Berg” mean Anna Berg (anna-berg)?"


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_was_answered_is_not_asked_again(brief: Brief, tmp_path: Path, answer: str) -> None:
    for doubt in asked(brief, tmp_path):
        wanted = doubt.yes if answer == "yes" else doubt.no
        assert wanted is not None
        write_answer(tmp_path, wanted)
    assert asked(brief, tmp_path) == []
    result, notes = apply(brief, load_decisions(tmp_path))
    assert notes == []
    ids = {actor.id for actor in result.actors} | {event.id for event in result.events}
    assert ("anna-bergh" in ids, "trip" in ids, "rumour" in ids, "the-landlord-of-lorvik" in ids) == (
        (False, False, True, False) if answer == "yes" else (True, True, False, True)
    )


def test_a_stale_decision_is_corrected_in_its_place(brief: Brief, tmp_path: Path) -> None:
    before = "# mine\n- hide: trip  # trips\n\n- reject: [rumoured, visit]\n  note: rumoured by the baker\n  was: x\n"
    path = tmp_path / "events.yml"
    path.write_text(before + "- pin: later-visit\n", encoding="utf-8")
    doubt = asked(brief, tmp_path)[0]
    assert doubt.question.endswith("reject: the event 'rumoured' is gone: is it 'rumour', “Anna Berg leaves office”?")
    assert isinstance(doubt.yes, Correction)
    write_answer(tmp_path, doubt.yes)
    assert path.read_text(encoding="utf-8") == (
        before.replace("[rumoured", "[rumour").replace("  was: x\n", "") + "- pin: later-visit\n"
    )
    assert not any("gone" in question for question in questions(asked(brief, tmp_path)))


ENTRY = Entry("actors", {"merge": ["a", "b"], "was": {"a": "A: the first", "b": "B, “b”"}})
LINES = "- merge: [a, b]\n  was: {a: 'A: the first', b: 'B, “b”'}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", LINES),
        ("# nothing yet", "# nothing yet\n" + LINES),
        ("- reject: c # why\n\n# end\n", "- reject: c # why\n\n# end\n" + LINES),
        ("  - reject: c", "  - reject: c\n" + "".join(f"  {line}\n" for line in LINES.splitlines())),
        ("- reject: c\r\n", ("- reject: c\n" + LINES).replace("\n", "\r\n")),
    ],
)
def test_an_entry_is_added_below_what_stands_there(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "actors.yml"
    path.write_bytes(before.encode())
    assert write_answer(tmp_path, ENTRY, "../schemas") == path
    assert path.read_bytes().decode() == ("" if before else SCHEMA) + after
    assert [p.decision.verb for p in load_decisions(tmp_path)][-1] == "merge"
    assert list(tmp_path.iterdir()) == [path]


SCHEMA = "# yaml-language-server: $schema=../schemas/actors.json\n"


def test_a_file_that_is_made_names_its_schema_first(tmp_path: Path) -> None:
    path = write_answer(tmp_path / "curation", ENTRY, "../schemas")
    assert path.read_text(encoding="utf-8") == SCHEMA + LINES


@pytest.mark.parametrize("before", ["[{reject: c}]\n", "reject: c\n", "- reject: [c\n", "- reject: c\n...\n"])
def test_a_file_that_cannot_take_an_entry_is_left_as_it_is(tmp_path: Path, before: str) -> None:
    path = tmp_path / "actors.yml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(CurationError, match=r"actors\.yml"):
        write_answer(tmp_path, ENTRY)
    assert path.read_text(encoding="utf-8") == before
