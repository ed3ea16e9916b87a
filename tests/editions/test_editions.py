"""Editions are recorded once, and a later brief says in words what is new, changed, answered and withdrawn."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from generator.editions import Edition, EditionError, compare, latest, record, state_of
from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Assessment,
    Brief,
    Change,
    Confidence,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Judgement,
    Kind,
    Origin,
    Participant,
    Precision,
    Provision,
    Question,
    Role,
    Source,
    Status,
)


def words(sources: str, at: int) -> list[Evidence]:
    return [Evidence(source=source, start=at, end=at + 9, quote=f"words {at:3}") for source in sources]


def span(start: str, end: str, precision: Precision) -> DateSpan:
    return DateSpan(start=date.fromisoformat(start), end=date.fromisoformat(end), precision=precision, basis="stated")


def event(
    title: str,
    sources: str = "a",
    at: int = 0,
    *,
    status: Status = Status.OCCURRED,
    when: DateSpan | None = None,
    with_whom: Sequence[str] = (),
    confidence: Confidence | None = None,
) -> Event:
    graded = Assessment(
        origins=[Origin(sources=["a"])],
        credibility=3,
        credibility_reason="x",
        confidence=confidence or "low",
        confidence_reason="x",
    )
    return Event(
        id=title.lower().replace(" ", "-"),
        title=title,
        type=EventType.CONSULT,
        status=status,
        date=when,
        participants=[Participant(actor=actor, role="agent") for actor in with_whom],
        evidence=words(sources, at),
        assessment=graded if confidence else None,
    )


def actor(identifier: str, name: str, *aliases: str, at: int = 500, role: str | None = None) -> Actor:
    roles = [Role(title=role, of="norland", evidence=words("a", at))] if role else []
    return Actor(
        id=identifier, name=name, kind=Kind.PERSON, aliases=list(aliases), roles=roles, evidence=words("a", at)
    )


def brief(events: Sequence[Event] = (), **more: object) -> Brief:
    sources = [Source(id=i, path=i, sha256="0", title=f"Paper {i}", text="words") for i in "abc"]
    fields: dict[str, object] = {"title": "Strait", "sources": sources, "events": list(events)}
    return Brief.model_validate({**fields, **more})


def since(then: Brief, now: Brief) -> list[Change]:
    return compare(now, state_of(then, "one", 1)).changes


def told(changes: Sequence[Change]) -> list[tuple[str, str, str, list[str]]]:
    return [(change.what, change.item, change.id, change.details) for change in changes]


# --- recording


def test_an_edition_is_called_after_the_briefs_date_and_none_is_overwritten(tmp_path: Path) -> None:
    dated = brief(generated=date(2031, 6, 19))
    paths = [record(dated, tmp_path), record(dated, tmp_path), record(dated, tmp_path, "after-the-summit")]
    assert [path.name for path in paths] == ["2031-06-19.yml", "2031-06-19-2.yml", "after-the-summit.yml"]
    before = paths[2].read_bytes()
    with pytest.raises(EditionError, match="there is an edition of this name already"):
        record(dated, tmp_path, "after-the-summit")
    assert paths[2].read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in paths)


@pytest.mark.parametrize("name", ["../out", "", "a/b", ".hidden", "two words", "a\n"])
def test_a_name_that_is_no_file_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(EditionError, match="allowed: letters, digits"):
        record(brief(), tmp_path / "editions", name)
    assert not (tmp_path / "editions").exists()


def test_the_edition_recorded_last_is_the_latest_whatever_its_name(tmp_path: Path) -> None:
    assert latest(tmp_path / "none") is None
    for name in ("zebra", "aardvark"):
        record(brief(), tmp_path, name)
    found = latest(tmp_path)
    assert found is not None
    assert (found.name, found.number) == ("aardvark", 2)


def test_a_recorded_edition_reads_as_it_was_and_a_brief_has_not_changed_since_itself(
    tmp_path: Path, strait: Brief, hostile: Brief
) -> None:
    for told_brief in (strait, hostile):
        path = record(told_brief, tmp_path)
        found = latest(tmp_path)
        assert found == state_of(told_brief, path.stem, found.number if found else 0)
        assert found is not None
        assert compare(told_brief, found).changes == []


def test_the_file_is_for_people_a_paragraph_for_each_fact(tmp_path: Path) -> None:
    text = record(brief([event("Norland meets Sudia", "ab")]), tmp_path, "one").read_text(encoding="utf-8")
    assert text.startswith("# Recorded by `brief edition`")
    assert "- id: norland-meets-sudia\n  title: Norland meets Sudia\n  type: CONSULT\n  status: occurred\n" in text


def test_a_file_that_is_no_edition_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("name: one\nnumbr: 1\n", encoding="utf-8")
    with pytest.raises(EditionError, match=r"one\.yml:2: numbr: unknown field"):
        latest(tmp_path)


# --- comparing


def test_what_is_new_and_what_is_gone() -> None:
    changes = since(brief([event("Norland meets Sudia")]), brief([event("Tarn pays Sudia", at=50)]))
    assert told(changes) == [
        ("new", "event", "tarn-pays-sudia", []),
        ("withdrawn", "event", "norland-meets-sudia", []),
    ]
    assert compare(brief(), Edition(name="one", number=1, title="x")).since == "one"


def test_a_change_is_told_in_words() -> None:
    then = event("Norland meets Sudia", status=Status.PLANNED, when=span("2031-06-01", "2031-06-30", "month"))
    now = event(
        "Norland meets Sudia",
        "abc",
        when=span("2031-06-18", "2031-06-18", "day"),
        with_whom=["anna-berg"],
        confidence="high",
    )
    (change,) = since(brief([then]), brief([now], actors=[actor("anna-berg", "Anna Berg")]))[:1]
    assert change.details == [
        "status: planned, now occurred",
        "date: June 2031, now 18 June 2031",
        "participants: now also Anna Berg",
        "confidence: none, now high",
        "two more sources",
    ]


def test_an_event_with_another_title_and_id_is_found_again_by_its_passages() -> None:
    then = [event("Norland meets Sudia", "ab", 10), event("Tarn pays", "ab", 90)]
    now = [event("Leaders of Norland and Sudia meet", "ac", 10), event("Tarn pays", "ab", 90)]
    assert told(since(brief(then), brief(now))) == [
        (
            "changed",
            "event",
            "leaders-of-norland-and-sudia-meet",
            [
                "title: Norland meets Sudia, now Leaders of Norland and Sudia meet",
                "one more source",
                "one source fewer",
            ],
        )
    ]


def test_it_is_found_by_its_words_where_the_text_before_them_has_moved() -> None:
    moved = event("Leaders meet", "a", 10)
    moved.evidence = [Evidence(source="a", start=30, end=39, quote=e.quote) for e in moved.evidence]
    (change,) = since(brief([event("Norland meets Sudia", "a", 10)]), brief([moved]))
    assert (change.what, change.id) == ("changed", "leaders-meet")


def test_two_happenings_in_one_sentence_stay_two() -> None:
    def at(title: str, trigger: int) -> Event:
        passage = Evidence(
            source="a", start=0, end=20, quote="Norland met and paid", trigger_start=trigger, trigger_end=trigger + 3
        )
        return event(title).model_copy(update={"evidence": [passage]})

    changes = since(brief([at("Norland meets", 8)]), brief([at("Norland pays", 16)]))
    assert [change.what for change in changes] == ["new", "withdrawn"]


def test_an_answered_question_says_by_what() -> None:
    asked = Question(id="q", text="Will they meet?", evidence=words("a", 70))
    answered = asked.model_copy(update={"status": "answered", "answered_by": ["leaders-meet"]})
    changes = since(brief(questions=[asked]), brief([event("Leaders meet", "b")], questions=[answered]))
    assert ("answered", "question", "q", ["status: open, now answered", "answered by “Leaders meet”"]) in told(changes)


def test_an_actor_is_found_again_under_another_id_and_takes_no_part_anew() -> None:
    then = brief([event("They meet", with_whom=["berg"])], actors=[actor("berg", "Berg", role="Minister")])
    now = brief(
        [event("They meet", with_whom=["anna-berg"])],
        actors=[actor("anna-berg", "Anna Berg", "Berg", "Premier Berg", role="Premier")],
    )
    assert told(since(then, now)) == [
        (
            "changed",
            "actor",
            "anna-berg",
            [
                "name: Berg, now Anna Berg",
                "roles: now also Premier",
                "roles: no longer Minister",
                "also called “Premier Berg”",
            ],
        )
    ]


def test_agreements_and_sources_change_too() -> None:
    then = Agreement(id="pact", title="pact", status=AgreementStatus.PROPOSED, evidence=words("a", 0))
    provisions = [Provision(text="opens the shoals", evidence=words("a", 9))]
    now = then.model_copy(update={"status": AgreementStatus.SIGNED, "provisions": provisions})
    rated = brief(agreements=[now])
    rated.sources[1].reliability = "B"
    assert told(since(brief(agreements=[then]), rated)) == [
        ("changed", "agreement", "pact", ["status: proposed, now signed", "one more provision"]),
        ("changed", "source", "b", ["reliability: F, now B"]),
    ]


def judgement(text: str, about: str, confidence: Confidence = "low") -> Judgement:
    return Judgement(text=text, about=[about], confidence=confidence, evidence=words("a", 0))


def test_a_judgement_that_changed_says_which_fact_underneath_did() -> None:
    then = event("They meet", status=Status.PLANNED)
    now = event("Leaders meet", "ab")
    changes = since(
        brief([then], judgements=[judgement("They plan to meet.", then.id)]),
        brief([now], judgements=[judgement("They met.", now.id, "moderate")]),
    )
    assert told(changes)[0] == (
        "changed",
        "judgement",
        "leaders-meet",
        [
            "text: “They plan to meet.”, now “They met.”",
            "confidence: low, now moderate",
            "the event “Leaders meet” has changed (title: They meet, now Leaders meet; status: planned, now occurred; "
            "one more source)",
        ],
    )


def test_new_and_withdrawn_judgements_say_why() -> None:
    old, still, new = event("Old news"), event("Still there", at=30), event("New news", at=60)
    changes = since(
        brief([old, still], judgements=[judgement("Old.", old.id), judgement("Still.", still.id)]),
        brief([still, new], judgements=[judgement("New.", new.id)]),
    )
    assert [change for change in told(changes) if change[1] == "judgement"] == [
        ("new", "judgement", "new-news", ["the event “New news” is new"]),
        ("withdrawn", "judgement", "old-news", ["the event “Old news” is no longer in the brief"]),
        ("withdrawn", "judgement", "still-there", ["what it rests on still stands; other facts weigh more now"]),
    ]


def test_the_order_of_facts_does_not_matter() -> None:
    then = [event("Old news"), event("They meet", at=30)]
    now = [event("Leaders meet", at=30), event("New news", at=60)]
    assert since(brief(then), brief(now)) == since(brief(then[::-1]), brief(now[::-1]))
